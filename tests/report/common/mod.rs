//! The public command and the pages of the demonstration, as a person would use them.
#![allow(dead_code, reason = "each journey uses a part of it")]

pub mod two;

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// The program.
pub fn safeconduct(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_safeconduct"))
        .args(arguments)
        .output()
        .expect("the program starts")
}

/// A person file of the demonstration.
pub fn person(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(format!("../../examples/chechnya-2017/people/{name}.yaml"))
}

/// The verdict on one pathway for one person of the demonstration, as JSON.
pub fn verdict(name: &str, on: &str, pathway: &str) -> Value {
    let file = person(name);
    let output = safeconduct(&[
        "decide",
        "--person",
        &file.to_string_lossy(),
        "--on",
        on,
        "--pathway",
        pathway,
        "--json",
    ]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let decision: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    decision["verdicts"][0].clone()
}

/// The article of the condition with this id among a verdict's reasons.
pub fn article(verdict: &Value, condition: &str) -> String {
    let reasons = verdict["reasons"].as_array().expect("reasons");
    let reason = reasons
        .iter()
        .find(|reason| reason["condition"] == condition);
    reason.unwrap_or_else(|| panic!("no reason {condition} in {reasons:?}"))["article"]["cite"]
        .as_str()
        .expect("an article")
        .to_owned()
}

/// The demonstration, running; it ends with the test.
pub struct Demo {
    child: Child,
    host: String,
    cookie: String,
}

impl Demo {
    /// Starts it and enters by its one-time link.
    pub fn start() -> Demo {
        let mut child = Command::new(env!("CARGO_BIN_EXE_safeconduct"))
            .args(["demo", "--no-browser"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let lines = BufReader::new(child.stdout.take().expect("it prints")).lines();
        let link = lines
            .map_while(Result::ok)
            .find_map(|line| line.trim().strip_prefix("http://").map(str::to_owned))
            .expect("it prints a link");
        let (host, path) = link.split_once('/').expect("a host and a path");
        let mut demo = Demo {
            child,
            host: host.to_owned(),
            cookie: String::new(),
        };
        let (head, body) = demo.request(&format!("/{path}"));
        demo.cookie = cookie(&head).unwrap_or_else(|| panic!("no cookie: {head} {body}"));
        demo
    }

    /// A page, as its text without tags, each run of blanks as one.
    pub fn text(&self, path: &str) -> String {
        let (head, body) = self.request(path);
        assert!(head.starts_with("HTTP/1.1 200"), "{path}: {head}");
        without_tags(&body)
    }

    /// A page as it is sent.
    pub fn html(&self, path: &str) -> String {
        self.request(path).1
    }

    /// Fills in a form; it must be taken. Gives the page that it leads to.
    pub fn form(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let (head, answer) = self.post(path, "en", fields);
        let taken = head.starts_with("HTTP/1.1 303");
        assert!(taken, "{path}: {head} {}", without_tags(&answer));
        let next = head
            .lines()
            .find_map(|line| line.strip_prefix("location: "))
            .unwrap_or_default();
        next.split('?').next().unwrap_or_default().to_owned()
    }

    /// Sends a form that is answered by a page; gives its text.
    pub fn answer(&self, path: &str, lang: &str, fields: &[(&str, &str)]) -> String {
        let (head, body) = self.post(path, lang, fields);
        assert!(head.starts_with("HTTP/1.1 200"), "{path}: {head}");
        without_tags(&body)
    }

    fn post(&self, path: &str, lang: &str, fields: &[(&str, &str)]) -> (String, String) {
        let page = self.html("/about");
        let token = page
            .split_once("name=\"token\" value=\"")
            .and_then(|(_, after)| after.split('"').next())
            .expect("a page inside carries a form");
        let pairs = [("token", token), ("lang", lang)].into_iter();
        let pairs = pairs.chain(fields.iter().copied());
        let pairs = pairs.map(|(name, value)| format!("{name}={}", in_a_form(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {}\r\nOrigin: http://{host}\r\n\
             Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n",
            self.cookie,
            body.len(),
            host = self.host,
        );
        self.send(&format!("{head}{body}"))
    }

    fn request(&self, path: &str) -> (String, String) {
        self.send(&format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nConnection: close\r\n\r\n",
            self.host, self.cookie
        ))
    }

    fn send(&self, request: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.host).expect("it listens");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
        (head.to_owned(), body.to_owned())
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Text as a form sends it: every byte but letters and digits by its number.
fn in_a_form(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// The value that a form's list gives something, by the words that stand there.
pub fn value_of(html: &str, label: &str) -> String {
    let option = html
        .split("<option value=\"")
        .find(|option| option.contains(label))
        .unwrap_or_else(|| panic!("`{label}` is not on the list: {html}"));
    option.split('"').next().unwrap_or_default().to_owned()
}

fn cookie(head: &str) -> Option<String> {
    let line = head
        .lines()
        .find(|line| line.to_ascii_lowercase().starts_with("set-cookie:"))?;
    Some(line.split_once(':')?.1.split(';').next()?.trim().to_owned())
}

fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
