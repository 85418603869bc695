use crate::check::Checker;
use crate::finding::{Finding, Stop};
use facts::Date;

/// A file as its reader unpacked it: everything in it that is no visible text.
#[derive(Default, Clone)]
pub struct Document {
    /// The file's name.
    pub file_name: String,
    /// Fields such as author, company, last saved by, template, place of a photograph.
    pub metadata: Vec<(String, String)>,
    /// Text struck or added under tracked changes, and comments.
    pub tracked: Vec<String>,
    /// Descriptions of pictures.
    pub alt_texts: Vec<String>,
    /// Text that is hidden, white, or of no size.
    pub hidden: Vec<String>,
    /// Addresses that the document leads to.
    pub links: Vec<String>,
}

/// What a file gives away beside its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leftover {
    /// A field of metadata is filled, whatever it says.
    Metadata {
        /// Its name.
        field: String,
    },
    /// Tracked changes or comments are left.
    TrackedChanges,
    /// There is text that nobody sees.
    HiddenText,
    /// A link carries something that can tell readers apart.
    IdentifyingLink {
        /// Which of the links, from 0.
        link: usize,
    },
    /// A part of the file says what a statement may not.
    Exposes {
        /// Which part.
        part: FilePart,
        /// What.
        finding: Finding,
    },
}

/// A part of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilePart {
    /// Its name.
    Name,
    /// A field of metadata, by its number.
    Metadata(usize),
    /// Tracked text, by its number.
    Tracked(usize),
    /// The description of a picture, by its number.
    AltText(usize),
    /// Hidden text, by its number.
    Hidden(usize),
    /// A link, by its number.
    Link(usize),
}

impl Checker {
    /// D12: what a file gives away beside its visible words.
    ///
    /// # Errors
    /// [`Stop`] as for [`Checker::check`].
    pub fn leftovers(&self, document: &Document, day: Date) -> Result<Vec<Leftover>, Stop> {
        let mut left: Vec<Leftover> = document
            .metadata
            .iter()
            .filter(|(_, value)| !value.trim().is_empty())
            .map(|(field, _)| Leftover::Metadata {
                field: field.clone(),
            })
            .collect();
        if document.tracked.iter().any(|t| !t.trim().is_empty()) {
            left.push(Leftover::TrackedChanges);
        }
        if document.hidden.iter().any(|t| !t.trim().is_empty()) {
            left.push(Leftover::HiddenText);
        }
        let identifying = document
            .links
            .iter()
            .enumerate()
            .filter(|(_, link)| identifies(link));
        left.extend(identifying.map(|(link, _)| Leftover::IdentifyingLink { link }));
        for (part, text) in parts(document) {
            let found = self.check(text, day)?;
            left.extend(found.findings().iter().map(|finding| Leftover::Exposes {
                part,
                finding: finding.clone(),
            }));
        }
        Ok(left)
    }
}

fn parts(document: &Document) -> impl Iterator<Item = (FilePart, &str)> {
    let name = std::iter::once((FilePart::Name, document.file_name.as_str()));
    let metadata = document
        .metadata
        .iter()
        .enumerate()
        .map(|(i, (_, value))| (FilePart::Metadata(i), value.as_str()));
    let tracked = document
        .tracked
        .iter()
        .enumerate()
        .map(|(i, t)| (FilePart::Tracked(i), t.as_str()));
    let alt = document
        .alt_texts
        .iter()
        .enumerate()
        .map(|(i, t)| (FilePart::AltText(i), t.as_str()));
    let hidden = document
        .hidden
        .iter()
        .enumerate()
        .map(|(i, t)| (FilePart::Hidden(i), t.as_str()));
    let links = document
        .links
        .iter()
        .enumerate()
        .map(|(i, t)| (FilePart::Link(i), t.as_str()));
    name.chain(metadata)
        .chain(tracked)
        .chain(alt)
        .chain(hidden)
        .chain(links)
}

/// A query, a fragment that looks like a token, or a user before the host.
fn identifies(link: &str) -> bool {
    let after_scheme = link.split_once("://").map_or(link, |(_, rest)| rest);
    let host = after_scheme
        .split(['/', '?', '#'])
        .next()
        .unwrap_or_default();
    let token = |part: &str| {
        part.len() >= 12
            && part.chars().any(|c| c.is_ascii_digit())
            && part.chars().any(|c| c.is_ascii_alphabetic())
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
    };
    host.contains('@') || link.contains('?') || after_scheme.split(['/', '#']).skip(1).any(token)
}
