//! A headless Chromium, driven over WebDriver.

use fantoccini::wd::{Capabilities, PrintConfiguration, PrintSize, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// A running chromedriver; it ends with the test.
pub struct Driver {
    _process: Child,
    port: u16,
}

impl Driver {
    /// Starts chromedriver on a free port; nothing, if this machine has none.
    pub async fn start() -> Option<Driver> {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .ok()?;
        let mut lines = BufReader::new(process.stdout.take()?).lines();
        while let Some(line) = lines.next_line().await.ok()? {
            let port = line
                .split("on port ")
                .nth(1)
                .and_then(|rest| rest.trim_end_matches('.').parse().ok());
            if let (true, Some(port)) = (line.contains("started successfully"), port) {
                // Whoever writes into a closed pipe dies: keep reading what it says.
                tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
                return Some(Driver {
                    _process: process,
                    port,
                });
            }
        }
        None
    }
}

/// A browser with a profile of its own.
pub struct Browser {
    client: Client,
    profile: PathBuf,
}

/// Chromium's own command for reading a log.
#[derive(Debug)]
struct ReadLog(&'static str);

impl WebDriverCompatibleCommand for ReadLog {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (
            http::Method::POST,
            Some(json!({ "type": self.0 }).to_string()),
        )
    }
}

impl Browser {
    /// Opens a browser as wide as a telephone or a laptop, with or without script.
    pub async fn open(driver: &Driver, width: u32, script: bool) -> Browser {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let profile =
            std::env::temp_dir().join(format!("browser-test-{}-{number}", std::process::id()));
        let mut options = json!({
            "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars",
                format!("--user-data-dir={}", profile.display()), format!("--window-size={width},900"),
            ],
            "mobileEmulation": { "deviceMetrics": { "width": width, "height": 2400, "pixelRatio": 1.0, "touch": false } },
        });
        if !script {
            options["prefs"] = json!({ "profile.managed_default_content_settings.javascript": 2 });
        }
        let mut capabilities = Capabilities::new();
        capabilities.insert("browserName".into(), json!("chrome"));
        capabilities.insert("goog:chromeOptions".into(), options);
        capabilities.insert(
            "goog:loggingPrefs".into(),
            json!({ "browser": "ALL", "performance": "ALL" }),
        );
        let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", driver.port))
            .await
            .expect("chromium starts");
        Browser { client, profile }
    }

    /// Follows a start link to the first page.
    pub async fn enter(&self, link: &str) {
        self.go(link).await;
        for _ in 0..100 {
            if self.client.find(Locator::Css("header.top")).await.is_ok() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("the start link does not lead in: {}", self.text().await);
    }

    pub async fn go(&self, address: &str) {
        self.client.goto(address).await.expect("the page loads");
    }

    /// The text of the page, folded parts included.
    pub async fn text(&self) -> String {
        let source = self.client.source().await.expect("a page");
        let mut text = String::new();
        for piece in source.split('<') {
            let outside = piece.split_once('>').map_or(piece, |(_, outside)| outside);
            text.push_str(outside);
        }
        text.split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .replace("&amp;", "&")
    }

    pub async fn click_link(&self, text: &str) {
        self.client
            .find(Locator::LinkText(text))
            .await
            .expect("the link is there")
            .click()
            .await
            .expect("it can be clicked");
        self.settle().await;
    }

    /// Waits until the page that a click has asked for stands whole.
    async fn settle(&self) {
        for _ in 0..100 {
            tokio::time::sleep(Duration::from_millis(100)).await;
            let state = self
                .client
                .execute("return document.readyState", vec![])
                .await;
            if state.is_ok_and(|state| state == "complete") {
                return;
            }
        }
        panic!("the page does not come to rest");
    }

    pub async fn press(&self, button: &str) {
        let path = format!("//button[normalize-space()='{button}']");
        self.client
            .find(Locator::XPath(&path))
            .await
            .expect("the button is there")
            .click()
            .await
            .expect("it can be pressed");
        self.settle().await;
    }

    /// Keeps a picture under `target/screenshots`.
    pub async fn screenshot(&self, name: &str) {
        let picture = self.client.screenshot().await.expect("a picture");
        let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
        let target =
            target.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target"));
        let folder = target.join("screenshots");
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        std::fs::write(folder.join(format!("{name}.png")), picture).expect("the picture is kept");
    }

    /// How many pages of A4 the page fills when it is printed.
    pub async fn printed_pages(&self) -> usize {
        // Nothing is made smaller to fit; the sheet's own margins hold.
        let a4 = PrintConfiguration::builder()
            .size(PrintSize::A4)
            .shrink_to_fit(false)
            .build();
        let pdf = self
            .client
            .print(a4.expect("A4 is a size of paper"))
            .await
            .expect("chromium prints");
        // Chromium writes the tree of pages in clear: `/Type /Pages` once, `/Type /Page` for each.
        let pages = |mark: &[u8]| pdf.windows(mark.len()).filter(|it| *it == mark).count();
        pages(b"/Type /Page") - pages(b"/Type /Pages")
    }

    /// Only tables may be wider than the window, and they scroll by themselves.
    pub async fn is_not_wider_than_the_window(&self, name: &str) {
        let script =
            "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]";
        let widths = self
            .client
            .execute(script, vec![])
            .await
            .expect("a script of the test runs");
        assert!(
            widths[0].as_u64() <= widths[1].as_u64(),
            "{name} is wider than the window: {widths}"
        );
    }

    /// No request went anywhere but to the workspace, and the browser complained of nothing.
    pub async fn stayed_at_home(&self, origin: &str) {
        for entry in self.log("performance").await {
            let message: Value =
                serde_json::from_str(entry["message"].as_str().unwrap_or("{}")).unwrap_or_default();
            let event = &message["message"];
            if event["method"] == "Network.requestWillBeSent" {
                let address = event["params"]["request"]["url"]
                    .as_str()
                    .unwrap_or_default();
                // The empty first tab of a new profile is the browser's own: its pages lie inside it.
                let own = ["data:", "file:", "chrome://", "chrome-untrusted://"];
                let at_home = std::iter::once(&origin)
                    .chain(&own)
                    .any(|home| address.starts_with(*home));
                assert!(at_home, "a request left this machine: {address}");
            }
        }
        let complaints: Vec<Value> = self.log("browser").await;
        let of_policy = |entry: &&Value| {
            entry["message"]
                .as_str()
                .is_some_and(|message| message.contains("Content Security Policy"))
        };
        assert_eq!(
            complaints.iter().filter(of_policy).collect::<Vec<_>>(),
            Vec::<&Value>::new()
        );
    }

    async fn log(&self, kind: &'static str) -> Vec<Value> {
        let log = self
            .client
            .issue_cmd(ReadLog(kind))
            .await
            .expect("chromium keeps this log");
        log.as_array().cloned().unwrap_or_default()
    }

    pub async fn close(self) {
        self.client.close().await.expect("chromium ends");
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
