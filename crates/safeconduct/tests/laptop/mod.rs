//! A laptop with the program on it: a home folder of its own, a browser made of a socket, and
//! somebody who looks for words in everything that is left.

#![allow(dead_code, reason = "each test file uses some of these")]

pub mod crawler;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A folder tree that stands for the whole disk of a laptop.
pub struct Laptop {
    pub disk: PathBuf,
}

impl Laptop {
    pub fn new(name: &str) -> Laptop {
        let name = format!("laptop-{name}-{}", std::process::id());
        let disk = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&disk);
        for folder in ["home", "tmp", "logs"] {
            fs::create_dir_all(disk.join(folder)).expect("a folder");
        }
        Laptop { disk }
    }

    /// Starts the program as a person would in a shell; what it prints goes to a file, too.
    pub fn start(&self, arguments: &[&str]) -> Running {
        self.write_history(arguments);
        let errors = fs::File::create(self.disk.join("logs/stderr")).expect("a file");
        let mut child = Command::new(env!("CARGO_BIN_EXE_safeconduct"))
            .args(arguments)
            .env("HOME", self.disk.join("home"))
            .env("TMPDIR", self.disk.join("tmp"))
            .current_dir(self.disk.join("home"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(errors)
            .spawn()
            .expect("the program starts");
        let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let link = lines.find_map(|line| {
            let line = line.expect("text");
            line.trim()
                .starts_with("http://")
                .then(|| line.trim().to_owned())
        });
        Running {
            child,
            link: link.expect("the program prints its link"),
        }
    }

    /// A shell keeps what was typed into it.
    fn write_history(&self, arguments: &[&str]) {
        let line = format!("safeconduct {}\n", arguments.join(" "));
        fs::write(self.disk.join("home/.history"), line).expect("a file");
    }

    /// Every file on the disk.
    pub fn files(&self) -> Vec<PathBuf> {
        let (mut files, mut folders) = (vec![], vec![self.disk.clone()]);
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                match path.is_dir() {
                    true => folders.push(path),
                    false => files.push(path),
                }
            }
        }
        files
    }
}

impl Drop for Laptop {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.disk);
    }
}

/// The program, running.
pub struct Running {
    pub child: Child,
    pub link: String,
}

impl Running {
    pub fn host(&self) -> String {
        let rest = self.link.trim_start_matches("http://");
        rest.split('/').next().unwrap_or_default().to_owned()
    }

    /// A browser that came in by the start link.
    pub fn browser(&self) -> Browser {
        let mut browser = Browser {
            host: self.host(),
            cookie: String::new(),
        };
        let path = self
            .link
            .split(&browser.host)
            .nth(1)
            .expect("a path")
            .to_owned();
        browser.get(&path);
        browser
    }

    /// The process's arguments and environment, as other programs may read them.
    pub fn arguments(&self) -> Vec<u8> {
        let of = |what: &str| fs::read(format!("/proc/{}/{what}", self.child.id()));
        [of("cmdline"), of("environ")]
            .into_iter()
            .flatten()
            .flatten()
            .collect()
    }

    /// Everything in the process's memory that can be read.
    pub fn memory(&self) -> Vec<u8> {
        let maps = fs::read_to_string(format!("/proc/{}/maps", self.child.id())).expect("maps");
        let mut memory = fs::File::open(format!("/proc/{}/mem", self.child.id())).expect("memory");
        let mut found = vec![];
        for line in maps
            .lines()
            .filter(|line| line.split(' ').nth(1).is_some_and(|it| it.starts_with('r')))
        {
            let Some((from, to)) = line
                .split(' ')
                .next()
                .and_then(|range| range.split_once('-'))
            else {
                continue;
            };
            let address = |text: &str| u64::from_str_radix(text, 16).expect("an address");
            let (from, to) = (address(from), address(to));
            let mut piece = vec![0; usize::try_from(to - from).expect("a length")];
            use std::os::unix::fs::FileExt;
            // The kernel's own pages cannot be read.
            if memory.read_at(&mut piece, from).is_ok() {
                found.extend_from_slice(&piece);
            }
        }
        let _ = memory.flush();
        found
    }

    /// Waits until something is so, for some seconds.
    pub fn until(&self, seconds: u64, is_so: impl Fn(&Running) -> bool) -> bool {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(seconds) {
            if is_so(self) {
                return true;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        false
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub text: String,
}

/// A browser made of a socket, with one cookie.
pub struct Browser {
    pub host: String,
    pub cookie: String,
}

impl Browser {
    pub fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, "")
    }

    /// Sends a form; the token and the page's other fields are the caller's to give.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form(fields);
        self.send("POST", path, &body)
    }

    /// Sends a form of a page: its token is looked up in the page first.
    pub fn fill(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(path).text;
        let token = token(&page);
        let mut all = vec![("token", token.as_str())];
        all.extend_from_slice(fields);
        self.post(path, &all)
    }

    /// Sends a form and gives the file that comes back.
    pub fn post_for_bytes(&mut self, path: &str, fields: &[(&str, &str)]) -> Vec<u8> {
        let kind = "application/x-www-form-urlencoded";
        let bytes = self.exchange("POST", path, kind, form(fields).as_bytes());
        let end = bytes
            .windows(4)
            .position(|it| it == b"\r\n\r\n")
            .expect("a head");
        bytes[end + 4..].to_vec()
    }

    /// Sends a file, as a form with a file in it does.
    pub fn upload(&mut self, path: &str, file: &[u8]) {
        let answer = self.send_files(path, &[], &[("file", file)]);
        assert_eq!(answer.status, 303, "{}", answer.text);
    }

    /// Sends a form with fields and files; the token is that of the page itself.
    pub fn send_files(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &[u8])],
    ) -> Answer {
        let page = match path {
            "/open/restore" => path,
            _ => "/about",
        };
        let token = token(&self.get(page).text);
        let mut body = Vec::new();
        for (name, text) in [("token", token.as_str())].iter().chain(fields) {
            let head = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(text.as_bytes());
            body.extend_from_slice(b"\r\n");
        }
        for (name, file) in files {
            let head = format!(
                "--edge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"it\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(file);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--edge--\r\n");
        let kind = "multipart/form-data; boundary=edge";
        let answer = self.exchange("POST", path, kind, &body);
        read(&String::from_utf8_lossy(&answer))
    }

    fn send(&mut self, method: &str, path: &str, body: &str) -> Answer {
        let kind = "application/x-www-form-urlencoded";
        let bytes = self.exchange(method, path, kind, body.as_bytes());
        let answer = read(&String::from_utf8_lossy(&bytes));
        if let Some(cookie) = answer.headers.get("set-cookie") {
            cookie
                .split(';')
                .next()
                .unwrap_or_default()
                .clone_into(&mut self.cookie);
        }
        answer
    }

    fn exchange(&mut self, method: &str, path: &str, kind: &str, body: &[u8]) -> Vec<u8> {
        let mut stream = TcpStream::connect(&self.host).expect("the program listens");
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: {kind}\r\nCookie: {cookie}\r\nConnection: close\r\n\
             Content-Length: {length}\r\n\r\n",
            host = self.host,
            cookie = self.cookie,
            length = body.len(),
        );
        stream.write_all(head.as_bytes()).expect("sent");
        stream.write_all(body).expect("sent");
        let mut bytes = vec![];
        let _ = stream.read_to_end(&mut bytes);
        bytes
    }
}

fn read(text: &str) -> Answer {
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text, ""));
    let mut lines = head.lines();
    let status = lines
        .next()
        .and_then(|line| line.split(' ').nth(1)?.parse().ok());
    let header = |line: &str| {
        let (name, value) = line.split_once(':')?;
        Some((name.trim().to_lowercase(), value.trim().to_owned()))
    };
    Answer {
        status: status.unwrap_or(0),
        headers: lines.filter_map(header).collect(),
        text: body.to_owned(),
    }
}

/// The token of a page's forms.
pub fn token(page: &str) -> String {
    let after = page
        .split("name=\"token\" value=\"")
        .nth(1)
        .unwrap_or_default();
    after.split('"').next().unwrap_or_default().to_owned()
}

fn form(fields: &[(&str, &str)]) -> String {
    let encoded = |text: &str| -> String {
        let byte = |byte: u8| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        };
        text.bytes().map(byte).collect()
    };
    let pair = |(name, value): &(&str, &str)| format!("{}={}", encoded(name), encoded(value));
    fields.iter().map(pair).collect::<Vec<_>>().join("&")
}

/// A word in every disguise in which a disk or a memory may hold it.
pub fn disguises(word: &str) -> Vec<(&'static str, Vec<u8>)> {
    let utf16 = |bytes: fn(u16) -> [u8; 2]| word.encode_utf16().flat_map(bytes).collect();
    let reversed: String = word.chars().rev().collect();
    let mut found = vec![
        ("UTF-8", word.as_bytes().to_vec()),
        ("UTF-16, little end first", utf16(u16::to_le_bytes)),
        ("UTF-16, big end first", utf16(u16::to_be_bytes)),
        ("reversed", reversed.into_bytes()),
        (
            "percent",
            form(&[(word, "")])
                .trim_end_matches('=')
                .as_bytes()
                .to_vec(),
        ),
    ];
    // Of base64 the letters that do not depend on what stands before or behind: in three positions.
    for skipped in 0..3 {
        let padded = [&vec![0; skipped][..], word.as_bytes()].concat();
        let text = base64(&padded);
        let first = [0, 2, 3][skipped];
        let last = text.len() - if padded.len() % 3 == 0 { 0 } else { 4 };
        found.push(("base64", text.as_bytes()[first..last].to_vec()));
    }
    found
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let triple = |triple: &[u8]| {
        let mut three = [0; 3];
        three[..triple.len()].copy_from_slice(triple);
        let [a, b, c] = three.map(usize::from);
        let places = [
            a >> 2,
            (a & 3) << 4 | b >> 4,
            (b & 15) << 2 | c >> 6,
            c & 63,
        ];
        places
            .map(|place| char::from(LETTERS[place]))
            .into_iter()
            .collect::<String>()
    };
    bytes.chunks(3).map(triple).collect()
}

/// In which disguises words stand in bytes.
pub fn found_in<W: AsRef<str>>(bytes: &[u8], words: &[W]) -> Vec<String> {
    let all = words.iter().map(AsRef::as_ref);
    let (mut names, mut patterns) = (vec![], vec![]);
    for word in all {
        for (disguise, pattern) in disguises(word) {
            names.push(format!("{word} in {disguise}"));
            patterns.push(pattern);
        }
    }
    let search = aho_corasick::AhoCorasick::new(&patterns).expect("so many words are searched for");
    let hits = search.find_overlapping_iter(bytes);
    let found: std::collections::BTreeSet<usize> =
        hits.map(|hit| hit.pattern().as_usize()).collect();
    found.into_iter().map(|hit| names[hit].clone()).collect()
}

/// Whether a pattern stands in bytes.
pub fn contains(bytes: &[u8], pattern: &[u8]) -> bool {
    let search = aho_corasick::AhoCorasick::new([pattern]).expect("one word is searched for");
    search.is_match(bytes)
}

/// Searches every file of a folder tree.
pub fn found_on<W: AsRef<str>>(laptop: &Laptop, words: &[W]) -> Vec<String> {
    let search = |path: &Path| {
        let mut bytes = fs::read(path).unwrap_or_default();
        bytes.extend_from_slice(path.to_string_lossy().as_bytes());
        let hits = found_in(&bytes, words);
        hits.into_iter()
            .map(|hit| format!("{}: {hit}", path.display()))
            .collect::<Vec<_>>()
    };
    laptop
        .files()
        .iter()
        .flat_map(|path| search(path))
        .collect()
}

/// Enters somebody by the first page of the interview; their story holds this word.
pub fn someone(browser: &mut Browser, word: &str) -> Answer {
    let bytes = word
        .bytes()
        .fold(7u32, |sum, byte| sum.wrapping_mul(31) ^ u32::from(byte));
    let code = format!("Bird {bytes}");
    let story = format!("Known to us since Monday: {word}.");
    let fields = [
        ("lang", "en"),
        ("safe_to_talk", "yes"),
        ("alone", "yes"),
        ("whose_phone", word),
        ("language", "ce"),
        ("code_en", code.as_str()),
        ("code_ru", code.as_str()),
        ("story", story.as_str()),
        ("record", "yes"),
    ];
    browser.fill("/new", &fields)
}
