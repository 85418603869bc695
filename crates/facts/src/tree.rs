use crate::complaint::{Code, Complaints, Place, SourceText};
use saphyr_parser::{Event, Parser, ScalarStyle};

/// A YAML value that knows its place in the file.
///
/// Text stays text: whether `no` is a truth value, a country or a word is for the one who knows
/// what is expected here to say (so Norway, `NO` and `no` cannot be confused).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Where it stands.
    pub at: Place,
    /// What it holds.
    pub content: Content,
}

/// What a [`Node`] holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// One value as it was typed, and how many bytes into its place the text begins (a quote is 1).
    Text(String, usize),
    /// Nothing, as after `key:` with an empty value.
    Empty,
    /// A sequence.
    List(Vec<Node>),
    /// A mapping, in the order of the file; keys are unique.
    Map(Vec<Entry>),
}

/// One key of a mapping, and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key as typed.
    pub key: String,
    /// Where the key stands.
    pub at: Place,
    /// Its value.
    pub value: Node,
}

impl Node {
    /// Its text, if it is one value.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text, _) => Some(text),
            _ => None,
        }
    }

    /// Where the text itself begins: behind an opening quote.
    pub fn text_start(&self) -> usize {
        match self.content {
            Content::Text(_, skip) => self.at.start + skip,
            _ => self.at.start,
        }
    }

    /// Its items, if it is a sequence; else nothing.
    pub fn items(&self) -> &[Node] {
        match &self.content {
            Content::List(items) => items,
            _ => &[],
        }
    }

    /// Its entries, if it is a mapping; else nothing.
    pub fn entries(&self) -> &[Entry] {
        match &self.content {
            Content::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The value under `key`, if it is a mapping that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries()
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| &entry.value)
    }
}

/// A book is a text for people; what is larger than this is not.
const LARGEST_FILE: usize = 1 << 20;
/// Deeper than any book is nested; deeper recursion would cost the stack.
const DEEPEST: usize = 40;

/// Reads a YAML file into a tree with places.
///
/// Anchors, aliases, tags, duplicate keys, invisible characters and several documents in one file
/// are complaints. Gives nothing only where the file is no YAML, or too large.
pub fn read_tree(source: &SourceText, complaints: &mut Complaints) -> Option<Node> {
    if source.text.len() > LARGEST_FILE {
        let message = format!(
            "this file has {} bytes; a book has at most {LARGEST_FILE}",
            source.text.len()
        );
        complaints.add(Code::TooLarge, source, &(0..0), message, "here");
        return None;
    }
    complain_of_invisible(source, complaints);
    Reader {
        source,
        complaints,
        offsets: char_offsets(&source.text),
        depth: 0,
    }
    .document()
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

/// Characters that a reader cannot see but a comparison can: zero-width and bidirectional controls.
fn complain_of_invisible(source: &SourceText, complaints: &mut Complaints) {
    for (at, c) in source
        .text
        .char_indices()
        .filter(|(_, c)| is_invisible(*c))
        .take(20)
    {
        let message = format!(
            "an invisible character (U+{:04X}) stands here",
            u32::from(c)
        );
        complaints
            .add(
                Code::InvisibleCharacter,
                source,
                &(at..at + c.len_utf8()),
                message,
                "delete it",
            )
            .help("it was probably copied along from a web page; type the word anew");
    }
}

/// The byte offset of each character, and of the end: the parser counts characters.
fn char_offsets(text: &str) -> Vec<usize> {
    text.char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect()
}

struct Reader<'a> {
    source: &'a SourceText,
    complaints: &'a mut Complaints,
    offsets: Vec<usize>,
    depth: usize,
}

type Events<'a> = Parser<'a, saphyr_parser::StrInput<'a>>;

impl<'a> Reader<'a> {
    fn document(mut self) -> Option<Node> {
        let text = self.source.text.clone();
        let mut events = Parser::new_from_str(&text);
        loop {
            match self.next(&mut events)? {
                (Event::StreamStart | Event::DocumentStart(_), _) => {}
                (Event::StreamEnd, at) => {
                    self.complain(
                        Code::NotYaml,
                        &at,
                        "this file is empty",
                        "nothing stands here",
                    );
                    return None;
                }
                first => {
                    let root = self.node(first, &mut events)?;
                    self.only_one_document(&mut events)?;
                    return Some(root);
                }
            }
        }
    }

    fn only_one_document(&mut self, events: &mut Events<'_>) -> Option<()> {
        loop {
            match self.next(events)? {
                (Event::StreamEnd, _) => return Some(()),
                (Event::DocumentStart(_), at) => {
                    self.complain(
                        Code::NotYaml,
                        &at,
                        "a second document begins here",
                        "one file, one document",
                    );
                    return None;
                }
                _ => {}
            }
        }
    }

    fn next<'e>(&mut self, events: &mut Events<'e>) -> Option<(Event<'e>, Place)> {
        match events.next() {
            Some(Ok((event, span))) => {
                let at = self.byte(span.start.index())..self.byte(span.end.index());
                Some((event, at))
            }
            Some(Err(error)) => {
                let at = self.byte(error.marker().index());
                let message = format!("this is not YAML: {}", error.info());
                self.complaints
                    .add(Code::NotYaml, self.source, &(at..at + 1), message, "the reader gave up here")
                    .help("look at the indentation, the quotes and the brackets just before this place");
                None
            }
            None => None,
        }
    }

    fn byte(&self, chars: usize) -> usize {
        self.offsets
            .get(chars)
            .copied()
            .unwrap_or(self.source.text.len())
    }

    fn complain(&mut self, code: Code, at: &Place, message: &str, label: &str) {
        self.complaints.add(code, self.source, at, message, label);
    }

    fn node<'e>(
        &mut self,
        (event, at): (Event<'e>, Place),
        events: &mut Events<'e>,
    ) -> Option<Node> {
        self.depth += 1;
        if self.depth > DEEPEST {
            self.complain(
                Code::TooLarge,
                &at,
                "this is nested too deeply for a book",
                "here",
            );
            return None;
        }
        let node = match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_hidden(anchor, tag.is_some(), &at);
                self.refuse_escaped(&text, style, &at);
                Node {
                    content: scalar(&text, style),
                    at,
                }
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_hidden(anchor, tag.is_some(), &at);
                self.list(at, events)?
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_hidden(anchor, tag.is_some(), &at);
                self.map(at, events)?
            }
            Event::Alias(_) => {
                self.refuse_hidden(1, false, &at);
                Node {
                    content: Content::Empty,
                    at,
                }
            }
            _ => Node {
                content: Content::Empty,
                at,
            },
        };
        self.depth -= 1;
        Some(node)
    }

    /// Between double quotation marks an invisible character can be written as an escape.
    fn refuse_escaped(&mut self, text: &str, style: ScalarStyle, at: &Place) {
        let hidden = |c: char| {
            is_invisible(c) || (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}'))
        };
        let written = self.source.text.get(at.clone()).unwrap_or_default();
        if style == ScalarStyle::DoubleQuoted
            && text.chars().any(hidden)
            && !written.chars().any(is_invisible)
        {
            let message = "an escape stands here for a character that cannot be seen";
            self.complain(Code::InvisibleCharacter, at, message, "delete it");
        }
    }

    fn refuse_hidden(&mut self, anchor: usize, tag: bool, at: &Place) {
        if anchor != 0 || tag {
            self.complaints
                .add(
                    Code::NoAnchors,
                    self.source,
                    at,
                    "anchors, aliases and tags are not allowed in books",
                    "here",
                )
                .help("write the text out where it is needed");
        }
    }

    fn list<'e>(&mut self, start: Place, events: &mut Events<'e>) -> Option<Node> {
        let mut items = Vec::new();
        loop {
            match self.next(events)? {
                (Event::SequenceEnd, end) => {
                    let at = start.start..end.end.max(start.end);
                    return Some(Node {
                        at,
                        content: Content::List(items),
                    });
                }
                event => items.push(self.node(event, events)?),
            }
        }
    }

    fn map<'e>(&mut self, start: Place, events: &mut Events<'e>) -> Option<Node> {
        let mut entries: Vec<Entry> = Vec::new();
        loop {
            let event = self.next(events)?;
            if let (Event::MappingEnd, end) = &event {
                let at = start.start..end.end.max(start.end);
                return Some(Node {
                    at,
                    content: Content::Map(entries),
                });
            }
            let key = self.node(event, events)?;
            let event = self.next(events)?;
            let value = self.node(event, events)?;
            self.entry(key, value, &mut entries);
        }
    }

    fn entry(&mut self, key: Node, value: Node, entries: &mut Vec<Entry>) {
        let Some(text) = key.text() else {
            self.complain(Code::WrongShape, &key.at, "a key must be one word", "here");
            return;
        };
        if entries.iter().any(|entry| entry.key == text) {
            let message = format!("the key `{text}` stands here twice");
            self.complaints
                .add(
                    Code::DuplicateKey,
                    self.source,
                    &key.at,
                    message,
                    "the second one",
                )
                .help("only one can be meant: delete the other");
            return;
        }
        entries.push(Entry {
            key: text.to_owned(),
            at: key.at,
            value,
        });
    }
}

fn scalar(text: &str, style: ScalarStyle) -> Content {
    match style {
        ScalarStyle::Plain if matches!(text, "" | "~") => Content::Empty,
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Content::Text(text.to_owned(), 1),
        _ => Content::Text(text.to_owned(), 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> (Option<Node>, Vec<Code>) {
        let mut complaints = Complaints::new();
        let node = read_tree(&SourceText::new("t.yaml", text), &mut complaints);
        (node, complaints.iter().map(|c| c.code).collect())
    }

    #[test]
    fn a_value_knows_its_place_behind_cyrillic_text() {
        let text = "имя: Аслан\nhere: 'RUS'\n";
        let node = read(text).0.expect("YAML");
        let here = node.get("here").expect("it is there");
        assert_eq!(&text[here.at.clone()], "'RUS'");
        assert_eq!(&text[here.text_start()..here.text_start() + 3], "RUS");
    }

    #[test]
    fn no_and_on_are_words() {
        let node = read("a: no\nb: on\nc: NO").0.expect("YAML");
        let words: Vec<_> = node
            .entries()
            .iter()
            .filter_map(|e| e.value.text())
            .collect();
        assert_eq!(words, ["no", "on", "NO"]);
    }

    #[test]
    fn hidden_and_doubled_text_is_refused() {
        assert_eq!(read("a: 1\na: 2").1, [Code::DuplicateKey]);
        assert_eq!(read("a: &x 1\nb: *x").1, [Code::NoAnchors, Code::NoAnchors]);
        assert_eq!(read("id: us.vi\u{200b}sa").1, [Code::InvisibleCharacter]);
        assert_eq!(read("a: 1\n---\nb: 2").1, [Code::NotYaml]);
        assert_eq!(read("").1, [Code::NotYaml]);
    }

    #[test]
    fn deep_nesting_is_a_complaint_and_no_crash() {
        let (node, codes) = read(&"[".repeat(5000));
        assert!(node.is_none());
        assert!(!codes.is_empty());
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(text in "[ -~\n\t\u{a0}-\u{4ff}]{0,200}") {
            let (node, codes) = read(&text);
            prop_assert!(node.is_some() || !codes.is_empty());
        }
    }
}
