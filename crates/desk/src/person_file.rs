//! A person file in clear: for invented people only.

use crate::case::{Case, CaseNumber, Means, Said, Signal, Stage, Step, Terms, What};
use facts::{
    Code, Complaints, Content, CountryCode, Node, SourceText, Vocabulary, Words, read_facts,
    read_tree,
};

/// Reads a person file; complains of everything that does not fit.
///
/// A file in clear without `invented: true` is refused whole: real lives are never kept in plain
/// text.
pub fn read_case(
    number: CaseNumber,
    source: &SourceText,
    vocabulary: &Vocabulary,
    was_sealed: bool,
    complaints: &mut Complaints,
) -> Option<Case> {
    let root = read_tree(source, complaints)?;
    if !was_sealed && !root.is_yes("invented") {
        complaints
            .add(
                Code::NotInvented,
                source,
                &root.at,
                "this file does not say `invented: true`",
                "read no further",
            )
            .help("files in clear are for invented people only; anyone else is kept sealed");
        return None;
    }
    let mut reader = Reader { source, complaints };
    let known = reader.facts(&root, vocabulary);
    Some(Case {
        number,
        // A worked example has a name and no code name.
        code: root
            .words_of("name")
            .filter(|_| root.get("code").is_none())
            .unwrap_or_else(|| reader.words(&root, "code")),
        story: root.words_of("story").unwrap_or_default(),
        stage: reader.stage(&root),
        drawn: false,
        facts: known,
        signals: root
            .list_of("signals")
            .iter()
            .filter_map(|node| reader.signal(node))
            .collect(),
        steps: root
            .list_of("steps")
            .iter()
            .filter_map(|node| reader.step(node))
            .collect(),
    })
}

struct Reader<'a> {
    source: &'a SourceText,
    complaints: &'a mut Complaints,
}

impl Reader<'_> {
    fn facts(&mut self, root: &Node, vocabulary: &Vocabulary) -> facts::Facts {
        match root.get("facts") {
            Some(node) => read_facts(node, vocabulary, self.source, self.complaints),
            None => {
                self.missing(root, "facts");
                facts::Facts::new()
            }
        }
    }

    fn missing(&mut self, node: &Node, key: &str) {
        let message = format!("the key `{key}` is needed");
        self.complaints.add(
            Code::MissingKey,
            self.source,
            &(node.at.start..node.at.start + 1),
            message,
            "it is missing here",
        );
    }

    fn words(&mut self, node: &Node, key: &str) -> Words {
        node.words_of(key).unwrap_or_else(|| {
            self.missing(node, key);
            Words::default()
        })
    }

    /// A word out of a short list; `read` knows the list.
    fn word<T>(&mut self, node: &Node, key: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let Some(value) = node.get(key) else {
            self.missing(node, key);
            return None;
        };
        let found = value.text().and_then(read);
        if found.is_none() {
            let message = format!(
                "`{}` is not a word that `{key}` knows",
                value.text().unwrap_or("this")
            );
            self.complaints
                .add(Code::UnknownWord, self.source, &value.at, message, "here");
        }
        found
    }

    fn stage(&mut self, root: &Node) -> Stage {
        if root.get("stage").is_none() {
            return Stage::Hidden;
        }
        self.word(root, "stage", Stage::from_word)
            .unwrap_or(Stage::Hidden)
    }

    fn day(&mut self, node: &Node, key: &str) -> Option<facts::Date> {
        let day = node.day_of(key);
        if day.is_none() {
            self.complaints.add(
                Code::NotADate,
                self.source,
                &node.at,
                format!("`{key}` must be a day"),
                "here",
            );
        }
        day
    }

    fn signal(&mut self, node: &Node) -> Option<Signal> {
        let terms = |word: &str| match word {
            "on_record" => Some(Terms::OnRecord),
            "background" => Some(Terms::Background),
            _ => None,
        };
        let means = |word: &str| match word {
            "discouraged" => Some(Means::Discouraged),
            "encouraged" => Some(Means::Encouraged),
            _ => None,
        };
        Some(Signal {
            date: self.day(node, "date")?,
            government: self.word(node, "government", |word| word.parse::<CountryCode>().ok())?,
            who: self.words(node, "who"),
            terms: self.word(node, "terms", terms)?,
            about: node.texts_of("about"),
            said: self.said(node),
            means: self.word(node, "means", means)?,
        })
    }

    fn said(&mut self, node: &Node) -> Said {
        match node.words_of("words") {
            Some(words) => Said::Words(words),
            None => Said::Account(self.words(node, "note")),
        }
    }

    fn step(&mut self, node: &Node) -> Option<Step> {
        Some(Step {
            date: self.day(node, "date")?,
            pathway: node.text_of("pathway").unwrap_or_default().to_owned(),
            what: self.word(node, "what", What::from_word)?,
            to: node.country_of("to"),
            note: node.words_of("note"),
        })
    }
}

/// Whether a node holds anything at all.
pub(crate) fn is_empty(node: &Node) -> bool {
    matches!(node.content, Content::Empty)
}
