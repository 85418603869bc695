use miette::{Diagnostic, LabeledSpan, NamedSource, Severity, SourceCode};
use std::collections::HashSet;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// Where something stands in a file: a range of bytes.
pub type Place = Range<usize>;

/// The text of a file, and the name by which a person knows it.
#[derive(Clone, Debug)]
pub struct SourceText {
    /// The path inside the books: `law/us/visa-b.yaml`.
    pub name: Arc<str>,
    /// All of it.
    pub text: Arc<str>,
}

impl SourceText {
    /// A file's text under its name.
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> SourceText {
        SourceText {
            name: name.into(),
            text: text.into(),
        }
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal,)+) => {
        /// What kind of fault it is. `docs/complaints.md` has a paragraph on each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $($(#[doc = $doc])+ $name,)+ }

        impl Code {
            /// Every code, in the order of `docs/complaints.md`.
            pub const ALL: &[Code] = &[$(Code::$name,)+];

            /// The code as it is printed: `law::unknown_fact`.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $code,)+ }
            }
        }
    };
}

codes! {
    /// The file is no YAML at all.
    NotYaml = "text::not_yaml",
    /// Anchors, aliases and tags hide text from a reader.
    NoAnchors = "text::no_anchors",
    /// The same key twice in one mapping.
    DuplicateKey = "text::duplicate_key",
    /// Too large or nested too deeply to be a book.
    TooLarge = "text::too_large",
    /// Characters that cannot be seen.
    InvisibleCharacter = "text::invisible_character",
    /// A key that this place does not have.
    UnknownKey = "form::unknown_key",
    /// A key that must be there.
    MissingKey = "form::missing_key",
    /// A value of another shape than expected.
    WrongShape = "form::wrong_shape",
    /// A word that is not among the ones allowed here.
    UnknownWord = "form::unknown_word",
    /// A day that does not exist, or no date at all.
    NotADate = "form::not_a_date",
    /// Three capital letters are expected, and a country that the table has.
    NotACountry = "form::not_a_country",
    /// Text for people in one language only.
    OneLanguage = "form::one_language",
    /// An id that is no id.
    NotAnId = "form::not_an_id",
    /// A condition that cannot be read.
    Condition = "law::condition",
    /// No fact has this name.
    UnknownFact = "law::unknown_fact",
    /// A fact is compared with something of another type.
    WrongType = "law::wrong_type",
    /// `==` or `!=` on a set.
    EqualsOnSet = "law::equals_on_a_set",
    /// A keyed fact without its key, or the other way round.
    Key = "law::key",
    /// An enum has no such value.
    UnknownValue = "law::unknown_value",
    /// No dated value, row column or area has this name.
    UnknownName = "law::unknown_name",
    /// Two things with one id.
    DuplicateId = "law::duplicate_id",
    /// Windows of one rule overlap.
    OverlappingWindows = "law::overlapping_windows",
    /// A window that ends before it begins.
    EmptyWindow = "law::empty_window",
    /// Nothing says where the text was seen.
    MissingSource = "law::missing_source",
    /// No source has this id.
    UnknownSource = "law::unknown_source",
    /// A fact that is a legal conclusion.
    OpaqueFact = "law::opaque_fact",
    /// A waiver lifts a bar that does not exist.
    UnknownBar = "law::unknown_bar",
    /// No group, pathway or table has this name.
    UnknownReference = "law::unknown_reference",
    /// Groups, derived facts or families that name each other in a circle.
    Cycle = "law::cycle",
    /// One fact is named in too many ways in one pathway.
    TooEntangled = "law::too_entangled",
    /// A guess where only a counted source may stand.
    Judgement = "law::judgement",
    /// A number or an effect that cannot be.
    Impossible = "law::impossible",
    /// A test that cannot be run.
    BadTest = "law::bad_test",
    /// A row of a world table that cannot be read.
    Row = "world::row",
    /// Two rows for one key on one day.
    RowsOverlap = "world::rows_overlap",
    /// A person file without `invented: true`.
    NotInvented = "person::not_invented",
    /// A judgement without a range, a name, a reason or one thing that it is about.
    NotAJudgement = "judgement::not_one",
}

/// One thing that is wrong in a file: what, where, and how to mend it.
#[derive(Clone)]
pub struct Complaint {
    /// The kind of fault.
    pub code: Code,
    /// One sentence: what is wrong.
    pub message: String,
    /// What stands at the place.
    pub label: String,
    /// How to mend it.
    pub help: Option<String>,
    /// The file.
    pub source: SourceText,
    /// Where in the file, in bytes.
    pub at: Place,
}

impl Complaint {
    /// Line and column of the place, both counted from 1, the column in characters.
    pub fn line_and_column(&self) -> (usize, usize) {
        let text: &str = &self.source.text;
        let mut at = self.at.start.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let before = &text[..at];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        (
            before.matches('\n').count() + 1,
            before[line_start..].chars().count() + 1,
        )
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.line_and_column();
        write!(
            f,
            "{}:{line}:{column}: {}: {}",
            self.source.name,
            self.code.as_str(),
            self.message
        )
    }
}

impl std::error::Error for Complaint {}

impl Diagnostic for Complaint {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.code.as_str()))
    }

    fn severity(&self) -> Option<Severity> {
        Some(Severity::Error)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help
            .as_ref()
            .map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = LabeledSpan::new(Some(self.label.clone()), self.at.start, self.at.len());
        Some(Box::new(std::iter::once(label)))
    }
}

impl SourceCode for Complaint {
    fn read_span<'a>(
        &'a self,
        span: &miette::SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn miette::SpanContents<'a> + 'a>, miette::MietteError> {
        let inner = self.source.text.as_ref();
        let contents = inner.read_span(span, before, after)?;
        Ok(Box::new(miette::MietteSpanContents::new_named(
            self.source.name.to_string(),
            contents.data(),
            *contents.span(),
            contents.line(),
            contents.column(),
            contents.line_count(),
        )))
    }
}

/// The files' names are kept, so that a report can be grouped by file.
impl From<&SourceText> for NamedSource<Arc<str>> {
    fn from(source: &SourceText) -> Self {
        NamedSource::new(source.name.as_ref(), source.text.clone())
    }
}

/// Everything that is wrong, collected: reading never stops at the first fault.
#[derive(Clone, Debug, Default)]
pub struct Complaints(Vec<Complaint>);

impl Complaints {
    /// None yet.
    pub fn new() -> Complaints {
        Complaints::default()
    }

    /// Adds one and gives it back, so that help can be added.
    pub fn add(
        &mut self,
        code: Code,
        source: &SourceText,
        at: &Place,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> &mut Complaint {
        let length = source.text.len();
        let at = at.start.min(length)..at.end.min(length);
        self.0.push(Complaint {
            code,
            message: visible(message.into()),
            label: visible(label.into()),
            help: None,
            source: source.clone(),
            at,
        });
        self.0.last_mut().expect("one was just pushed")
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Complaint> {
        self.0.iter()
    }

    /// Leaves out what was already said of the same place: a group or a derived fact is read once
    /// for each pathway that names it.
    pub fn forget_repeated(&mut self) {
        let mut said = HashSet::new();
        self.0.retain(|complaint| {
            let file = complaint.source.name.clone();
            let place = (complaint.at.start, complaint.at.end);
            said.insert((complaint.code, file, place, complaint.message.clone()))
        });
    }

    /// Takes over another's complaints.
    pub fn extend(&mut self, other: Complaints) {
        self.0.extend(other.0);
    }
}

impl Complaint {
    /// Says how to mend it.
    pub fn help(&mut self, help: impl Into<String>) {
        self.help = Some(help.into());
    }

    /// Names the nearest known word, if one is near.
    pub fn did_you_mean<'a>(&mut self, typed: &str, known: impl IntoIterator<Item = &'a str>) {
        if let Some(near) = nearest(typed, known) {
            self.help = Some(format!("did you mean `{near}`?"));
        }
    }
}

/// What was typed is quoted in sentences, and must not command the screen on which they are read.
fn visible(sentence: String) -> String {
    let unseen = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
    };
    if !sentence.contains(unseen) {
        return sentence;
    }
    let seen = sentence.chars().map(|c| match c {
        c if unseen(c) => format!("U+{:04X}", u32::from(c)),
        c => c.to_string(),
    });
    seen.collect()
}

/// The known word nearest to what was typed, if it is near enough to have been meant.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Very long words are never near anything: the distance costs their product.
    if typed.len() > 80 {
        return None;
    }
    known
        .into_iter()
        .map(|word| (strsim::damerau_levenshtein(typed, word), word))
        .filter(|(distance, word)| {
            *distance <= 1 + word.chars().count().max(typed.chars().count()) / 4
        })
        .min()
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_word_finds_its_neighbour() {
        let known = ["requires", "bars", "waivers"];
        assert_eq!(nearest("requirez", known), Some("requires"));
        assert_eq!(nearest("wavers", known), Some("waivers"));
        assert_eq!(nearest("something_else", known), None);
    }

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let source = SourceText::new("a.yaml", "да: нет\nключ: значение\n");
        let mut complaints = Complaints::new();
        let at = source.text.find("значение").expect("it is there");
        complaints.add(Code::UnknownWord, &source, &(at..at + 2), "m", "l");
        let first = complaints.iter().next().expect("one was added");
        assert_eq!(first.line_and_column(), (2, 7));
    }
}
