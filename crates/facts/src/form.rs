use crate::complaint::{Code, Complaints, SourceText};
use crate::{Content, CountryCode, Date, Node, PartialDate, Words};

/// Which keys a mapping may have. One table serves the checker, the reader and the published
/// JSON schema, so that the three cannot drift apart.
#[derive(Debug)]
pub struct Form {
    /// What it describes, as a person would say it: `a requirement`.
    pub name: &'static str,
    /// Its keys, in the order in which a lawyer asks.
    pub fields: &'static [Field],
}

/// One key of a [`Form`].
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// Whether it must be there.
    pub needed: bool,
    /// What its value looks like.
    pub shape: Shape,
}

/// What a value looks like in a file.
#[derive(Debug)]
pub enum Shape {
    /// Any text.
    Text,
    /// An id in snake_case, with dots between parts: `us.visa.b`.
    Id,
    /// A condition; the law reads it.
    Condition,
    /// `{ en: …, ru: … }`, both needed.
    Words,
    /// One day.
    Day,
    /// A day, a month or a year.
    Date,
    /// A whole number.
    Number,
    /// `yes` or `no`.
    YesNo,
    /// Three capital letters.
    Country,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A mapping of this form.
    Map(&'static Form),
    /// A mapping with free keys.
    Keyed(&'static Shape),
    /// A list.
    List(&'static Shape),
    /// The first of these whose kind (value, list, mapping) is that of the node.
    Either(&'static [Shape]),
    /// Whatever stands there; somebody else reads it.
    Any,
}

impl Field {
    /// A key that must be there.
    pub const fn needed(key: &'static str, shape: Shape) -> Field {
        Field {
            key,
            needed: true,
            shape,
        }
    }

    /// A key that may be left out.
    pub const fn optional(key: &'static str, shape: Shape) -> Field {
        Field {
            key,
            needed: false,
            shape,
        }
    }
}

impl Form {
    /// Complains of everything in `node` that is not of this form, at every depth.
    pub fn check(&self, node: &Node, source: &SourceText, complaints: &mut Complaints) {
        let Content::Map(entries) = &node.content else {
            wrong_shape(
                self.name,
                "a mapping (`key: value`)",
                node,
                source,
                complaints,
            );
            return;
        };
        for entry in entries {
            match self.fields.iter().find(|field| field.key == entry.key) {
                Some(field) => field
                    .shape
                    .check(&entry.value, &entry.key, source, complaints),
                None => self.unknown_key(&entry.key, &entry.at, source, complaints),
            }
        }
        for field in self
            .fields
            .iter()
            .filter(|field| field.needed && node.get(field.key).is_none())
        {
            let message = format!("{} needs the key `{}`", self.name, field.key);
            let at = node.at.start..first_line_end(node, source);
            complaints
                .add(Code::MissingKey, source, &at, message, "it is missing here")
                .help(format!(
                    "add `{}:` with {}",
                    field.key,
                    field.shape.describe()
                ));
        }
    }

    fn unknown_key(
        &self,
        key: &str,
        at: &crate::Place,
        source: &SourceText,
        complaints: &mut Complaints,
    ) {
        let known: Vec<_> = self.fields.iter().map(|field| field.key).collect();
        let message = format!("{} has no key `{key}`", self.name);
        let complaint = complaints.add(Code::UnknownKey, source, at, message, "used here");
        complaint.help(format!("it may have: {}", known.join(", ")));
        complaint.did_you_mean(key, known);
    }
}

fn first_line_end(node: &Node, source: &SourceText) -> usize {
    let start = node.at.start.min(source.text.len());
    source.text[start..]
        .find('\n')
        .map_or(node.at.end, |length| {
            (start + length).min(node.at.end.max(start + 1))
        })
}

fn wrong_shape(
    what: &str,
    expected: &str,
    node: &Node,
    source: &SourceText,
    complaints: &mut Complaints,
) {
    let found = match node.content {
        Content::Text(..) => "one value",
        Content::Empty => "nothing",
        Content::List(_) => "a list",
        Content::Map(_) => "a mapping",
    };
    let at = node.at.start..first_line_end(node, source);
    let message = format!("`{what}` should be {expected}, and is {found}");
    complaints.add(
        Code::WrongShape,
        source,
        &at,
        message,
        format!("{expected} is expected here"),
    );
}

impl Shape {
    /// Complains of everything in `node` that is not of this shape; `key` names it in the complaint.
    pub fn check(&self, node: &Node, key: &str, source: &SourceText, complaints: &mut Complaints) {
        match self {
            Shape::Any => {}
            Shape::Map(form) => form.check(node, source, complaints),
            Shape::Keyed(shape) => self.check_keyed(shape, node, key, source, complaints),
            Shape::List(shape) => self.check_list(shape, node, key, source, complaints),
            Shape::Words => check_words(node, key, source, complaints),
            Shape::Either(shapes) => match shapes.iter().find(|shape| shape.fits_kind_of(node)) {
                Some(shape) => shape.check(node, key, source, complaints),
                None => wrong_shape(key, &self.describe(), node, source, complaints),
            },
            _ => self.check_value(node, key, source, complaints),
        }
    }

    fn check_keyed(
        &self,
        shape: &Shape,
        node: &Node,
        key: &str,
        source: &SourceText,
        complaints: &mut Complaints,
    ) {
        if !matches!(node.content, Content::Map(_) | Content::Empty) {
            wrong_shape(key, &self.describe(), node, source, complaints);
        }
        for entry in node.entries() {
            shape.check(&entry.value, &entry.key, source, complaints);
        }
    }

    fn check_list(
        &self,
        shape: &Shape,
        node: &Node,
        key: &str,
        source: &SourceText,
        complaints: &mut Complaints,
    ) {
        if !matches!(node.content, Content::List(_)) {
            wrong_shape(key, &self.describe(), node, source, complaints);
        }
        for item in node.items() {
            shape.check(item, key, source, complaints);
        }
    }

    fn fits_kind_of(&self, node: &Node) -> bool {
        match (self, &node.content) {
            (Shape::Any, _) => true,
            (Shape::Map(_) | Shape::Keyed(_) | Shape::Words, content) => {
                matches!(content, Content::Map(_))
            }
            (Shape::List(_), content) => matches!(content, Content::List(_)),
            (Shape::OneOf(words), Content::Text(text, _)) if words.len() == 1 => words[0] == text,
            (_, content) => matches!(content, Content::Text(..)),
        }
    }

    fn check_value(
        &self,
        node: &Node,
        key: &str,
        source: &SourceText,
        complaints: &mut Complaints,
    ) {
        let Some(text) = node.text() else {
            wrong_shape(key, &self.describe(), node, source, complaints);
            return;
        };
        let fault = match self {
            Shape::Id if !is_id(text) => Some((Code::NotAnId, format!("`{text}` is not an id"))),
            Shape::Day => text
                .parse::<PartialDate>()
                .ok()
                .filter(|d| d.is_exact())
                .is_none()
                .then(|| (Code::NotADate, format!("`{text}` is not a day"))),
            Shape::Date => text
                .parse::<PartialDate>()
                .err()
                .map(|e| (Code::NotADate, e.to_string())),
            Shape::Number => text
                .parse::<i64>()
                .err()
                .map(|_| (Code::WrongShape, format!("`{text}` is not a whole number"))),
            Shape::YesNo if !matches!(text, "yes" | "no" | "true" | "false") => Some((
                Code::UnknownWord,
                format!("`{key}` is `yes` or `no`, not `{text}`"),
            )),
            Shape::Country => text
                .parse::<CountryCode>()
                .err()
                .map(|e| (Code::NotACountry, e.to_string())),
            Shape::OneOf(words) if !words.contains(&text) => Some((
                Code::UnknownWord,
                format!("`{text}` is not a word that `{key}` knows"),
            )),
            _ => None,
        };
        if let Some((code, message)) = fault {
            let complaint = complaints.add(
                code,
                source,
                &node.at,
                message,
                format!("{} is expected", self.describe()),
            );
            if let Shape::OneOf(words) = self {
                complaint.help(format!("it may be: {}", words.join(", ")));
                complaint.did_you_mean(text, words.iter().copied());
            }
        }
    }

    /// The shape in words: `a day such as 2017-05-17`.
    pub fn describe(&self) -> String {
        match self {
            Shape::Text => "text".into(),
            Shape::Id => "an id such as `us.visa.b`".into(),
            Shape::Condition => "a condition".into(),
            Shape::Words => "a sentence in both languages: { en: …, ru: … }".into(),
            Shape::Day => "a day such as 2017-05-17".into(),
            Shape::Date => "a day, a month or a year".into(),
            Shape::Number => "a whole number".into(),
            Shape::YesNo => "`yes` or `no`".into(),
            Shape::Country => "a country code such as LTU".into(),
            Shape::OneOf(words) => format!("one of {}", words.join(", ")),
            Shape::Map(form) => form.name.into(),
            Shape::Keyed(_) => "a mapping".into(),
            Shape::List(shape) => format!("a list, each item {}", shape.describe()),
            Shape::Either(shapes) => shapes
                .iter()
                .map(Shape::describe)
                .collect::<Vec<_>>()
                .join(", or "),
            Shape::Any => "a value".into(),
        }
    }
}

fn check_words(node: &Node, key: &str, source: &SourceText, complaints: &mut Complaints) {
    if !matches!(node.content, Content::Map(_)) {
        wrong_shape(key, &Shape::Words.describe(), node, source, complaints);
        return;
    }
    for language in ["en", "ru"] {
        if node
            .get(language)
            .and_then(Node::text)
            .is_none_or(|text| text.trim().is_empty())
        {
            let message = format!("`{key}` has no text in `{language}`");
            complaints
                .add(
                    Code::OneLanguage,
                    source,
                    &node.at,
                    message,
                    "both languages are needed",
                )
                .help("a sentence for people stands in both languages, or not at all");
        }
    }
    for entry in node
        .entries()
        .iter()
        .filter(|entry| !matches!(entry.key.as_str(), "en" | "ru"))
    {
        let message = format!("`{}` is not a language here", entry.key);
        complaints.add(
            Code::UnknownKey,
            source,
            &entry.at,
            message,
            "en and ru are known",
        );
    }
}

/// Lower-case words joined by `_` and `.`; digits are allowed, but not first.
fn is_id(text: &str) -> bool {
    text.len() <= 80
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.ends_with(['.', '_'])
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-'))
}

/// Reading what has been checked. Each gives nothing where the value is missing or was complained of.
impl Node {
    /// The text under `key`.
    pub fn text_of(&self, key: &str) -> Option<&str> {
        self.get(key)?.text()
    }

    /// The day under `key`.
    pub fn day_of(&self, key: &str) -> Option<Date> {
        self.text_of(key)?
            .parse::<PartialDate>()
            .ok()
            .map(PartialDate::earliest)
    }

    /// The number under `key`.
    pub fn number_of(&self, key: &str) -> Option<i64> {
        self.text_of(key)?.parse().ok()
    }

    /// The country under `key`.
    pub fn country_of(&self, key: &str) -> Option<CountryCode> {
        self.text_of(key)?.parse().ok()
    }

    /// Whether `yes` stands under `key`; left out it is `no`.
    pub fn is_yes(&self, key: &str) -> bool {
        matches!(self.text_of(key), Some("yes" | "true"))
    }

    /// The sentence under `key`.
    pub fn words_of(&self, key: &str) -> Option<Words> {
        self.get(key)?.words()
    }

    /// This node as a sentence.
    pub fn words(&self) -> Option<Words> {
        Some(Words {
            en: self.text_of("en")?.trim().to_owned(),
            ru: self.text_of("ru")?.trim().to_owned(),
        })
    }

    /// The items under `key`; a single value counts as a list of one.
    pub fn list_of(&self, key: &str) -> &[Node] {
        match self.get(key) {
            Some(node) if matches!(node.content, Content::Text(..)) => std::slice::from_ref(node),
            Some(node) => node.items(),
            None => &[],
        }
    }

    /// The texts of the items under `key`.
    pub fn texts_of(&self, key: &str) -> Vec<String> {
        self.list_of(key)
            .iter()
            .filter_map(|item| item.text().map(str::to_owned))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_tree;

    static WINDOW: Form = Form {
        name: "a window",
        fields: &[
            Field::needed("from", Shape::Day),
            Field::optional("mode", Shape::OneOf(&["full", "limited"])),
        ],
    };

    fn faults(text: &str) -> Vec<(Code, Option<String>)> {
        let source = SourceText::new("t.yaml", text);
        let mut complaints = Complaints::new();
        let node = read_tree(&source, &mut complaints).expect("YAML");
        WINDOW.check(&node, &source, &mut complaints);
        complaints
            .iter()
            .map(|c| (c.code, c.help.clone()))
            .collect()
    }

    #[test]
    fn every_fault_is_named_at_once_with_the_nearest_word() {
        assert_eq!(
            faults("form: 2017-02-30\nmode: limitd"),
            [
                (Code::UnknownKey, Some("did you mean `from`?".into())),
                (Code::UnknownWord, Some("did you mean `limited`?".into())),
                (
                    Code::MissingKey,
                    Some("add `from:` with a day such as 2017-05-17".into())
                ),
            ]
        );
        assert_eq!(faults("from: 2017-02-30")[0].0, Code::NotADate);
        assert_eq!(faults("from: 2017-05-17"), []);
    }
}
