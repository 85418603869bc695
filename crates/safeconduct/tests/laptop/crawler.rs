//! Somebody who opens every page that a link leads to, and fills in every form that stands there.

use super::Browser;
use std::collections::{BTreeSet, VecDeque};

/// Pages of books and of single ways: there are thousands, and nothing can be typed there.
const PASSED_BY: [&str; 5] = ["/law/", "/static/", "/leave", "/ask/brief", "/person/"];
/// Forms that end the journey, or take away what was typed.
const LEFT_ALONE: [&str; 6] = [
    "/leave",
    "/erase",
    "/unshare",
    "/team/remove",
    "/take-back",
    "/travel",
];

/// What was opened, sent and taken.
pub struct Crawler<'w> {
    words: std::slice::Iter<'w, String>,
    seen: BTreeSet<String>,
    open: VecDeque<String>,
    /// The addresses of forms that were sent.
    pub sent: BTreeSet<String>,
    /// Those of them that were taken: the browser was sent on.
    pub taken: BTreeSet<String>,
    /// Everything that pages have shown.
    pub shown: String,
}

impl<'w> Crawler<'w> {
    /// Begins at the first page, with these words to type.
    pub fn new(words: &'w [String]) -> Crawler<'w> {
        Crawler {
            words: words.iter(),
            seen: BTreeSet::new(),
            open: VecDeque::from(["/".to_owned(), "/new".to_owned()]),
            sent: BTreeSet::new(),
            taken: BTreeSet::new(),
            shown: String::new(),
        }
    }

    /// Goes on until no link leads anywhere new, or so many pages were opened.
    pub fn go(&mut self, browser: &mut Browser, most: usize) {
        while let Some(path) = self.open.pop_front() {
            if self.seen.len() >= most {
                return;
            }
            if self.seen.insert(path.clone()) {
                self.look_at(browser, &path);
            }
        }
    }

    /// Looks once more at every page, so that what was typed is shown.
    pub fn look_again(&mut self, browser: &mut Browser) {
        for path in self.seen.clone() {
            let page = browser.get(&format!("{path}?lang=en")).text;
            self.shown.push_str(&page);
        }
    }

    fn look_at(&mut self, browser: &mut Browser, path: &str) {
        let page = browser.get(&format!("{path}?lang=en")).text;
        for link in attributes(&page, "href=\"") {
            let to = link.split(['?', '#']).next().unwrap_or_default().to_owned();
            let passed_by = PASSED_BY.iter().any(|start| to.starts_with(start));
            if to.starts_with('/') && !passed_by {
                self.open.push_back(to);
            }
        }
        for form in page.split("<form ").skip(1) {
            let form = form.split("</form>").next().unwrap_or_default();
            self.fill(browser, form);
        }
    }

    fn fill(&mut self, browser: &mut Browser, form: &str) {
        let action = attributes(form, "action=\"").next().unwrap_or_default();
        let left_alone = LEFT_ALONE.iter().any(|end| action.ends_with(end));
        let is_plain = form.contains("method=\"post\"") && !form.contains("multipart");
        if left_alone || !is_plain || !self.sent.insert(action.clone()) {
            return;
        }
        let fields = self.fields(form);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (&**a, &**b)).collect();
        let answer = browser.post(&action, &fields);
        assert!(answer.status < 500, "{action}: {}", answer.text);
        if answer.status == 303 {
            self.taken.insert(action);
            let to = answer.headers.get("location").cloned().unwrap_or_default();
            let to = to.split(['?', '#']).next().unwrap_or_default().to_owned();
            self.open.push_back(to);
        }
    }

    /// Something for every field: a marked word where words are typed, else the first that fits.
    fn fields(&mut self, form: &str) -> Vec<(String, String)> {
        let mut fields: Vec<(String, String)> = vec![];
        for tag in form.split('<').skip(1) {
            let (kind, rest) = tag.split_once([' ', '>']).unwrap_or((tag, ""));
            let tag = rest.split('>').next().unwrap_or_default();
            let of = |name: &str| attributes(tag, &format!("{name}=\"")).next();
            let name = of("name").unwrap_or_default();
            let is_there = fields.iter().any(|(known, _)| *known == name);
            let value = match (kind, of("type").as_deref()) {
                ("option", _) => {
                    // The first that is not empty; a list's own name came before it.
                    let value = of("value").unwrap_or_default();
                    if let Some((_, last)) = fields.last_mut()
                        && last.is_empty()
                    {
                        *last = value;
                    }
                    continue;
                }
                ("select", _) => String::new(),
                ("input", Some("hidden")) => of("value").unwrap_or_default(),
                ("input", Some("radio" | "checkbox")) if is_there => continue,
                ("input", Some("radio" | "checkbox")) => of("value").unwrap_or_default(),
                ("input", Some("date")) => "2026-11-02".to_owned(),
                ("input", Some("datetime-local")) => "2026-11-02T10:00".to_owned(),
                ("input", _) if of("inputmode").is_some() => "3".to_owned(),
                ("input", _) if name.contains("sha256") => "ab".repeat(32),
                ("input", _) if name == "on" || name.contains("since") => "2026-11".to_owned(),
                ("input" | "textarea", _) => self.words.next().cloned().unwrap_or_default(),
                _ => continue,
            };
            if !name.is_empty() {
                fields.push((name, value));
            }
        }
        fields
    }
}

/// The values of an attribute, wherever it stands.
fn attributes<'p>(page: &'p str, start: &'p str) -> impl Iterator<Item = String> + 'p {
    let after = page.split(start).skip(1);
    after.map(|rest| {
        let value = rest.split('"').next().unwrap_or_default();
        value
            .replace("&amp;", "&")
            .replace("&#39;", "'")
            .replace("&quot;", "\"")
    })
}
