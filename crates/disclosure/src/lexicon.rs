use crate::endings::{is_english_ending, is_plural, is_russian_ending};
use crate::text::Text;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

/// What the words of the tables are about: occupations, kin, the body, buildings, and what a sentence does.
pub(crate) struct Lexicon {
    concepts: Vec<Concept>,
    by_id: HashMap<(Kind, String), ConceptId>,
    /// By the hash of the first word of a form.
    forms: HashMap<u64, Vec<Form>, crate::table::Plain>,
}

pub(crate) type ConceptId = u16;

/// The kinds of concepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Occupation,
    Kin,
    Body,
    Faith,
    Marital,
    Event,
    Only,
    Superlative,
    Person,
    Study,
    Language,
    Building,
    Context,
    /// A word of a place, in any case of letters.
    Place,
    /// A name of a place, which begins with a capital letter.
    ProperPlace,
}

struct Concept {
    kind: Kind,
    id: String,
    /// The hash of both.
    key: u64,
}

struct Form {
    concept: ConceptId,
    /// The form names a person, not their work or its place.
    person: bool,
    words: Vec<Pattern>,
}

struct Pattern {
    stem: String,
    any_ending: bool,
}

/// A place where a form stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub concept: ConceptId,
    pub kind: Kind,
    pub person: bool,
    /// The form's ending says: more than one.
    pub plural: bool,
    pub tokens: Range<usize>,
}

impl Lexicon {
    /// The tables of this crate, read once.
    pub(crate) fn shipped() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| {
            let mut lexicon = Lexicon::empty();
            lexicon.read_occupations(include_str!("../data/occupations.txt"));
            lexicon.read_traits(include_str!("../data/traits.txt"));
            lexicon.read_traits(include_str!("../data/context.txt"));
            lexicon
        })
    }

    pub(crate) fn empty() -> Lexicon {
        Lexicon {
            concepts: Vec::new(),
            by_id: HashMap::new(),
            forms: HashMap::default(),
        }
    }

    /// Adds forms, between commas, of a concept of that name.
    pub(crate) fn add_forms(&mut self, kind: Kind, id: &str, forms: &str) {
        let concept = self.concept(kind, id);
        self.add(concept, true, forms);
    }

    pub(crate) fn name(&self, concept: ConceptId) -> &str {
        &self.concepts[usize::from(concept)].id
    }

    /// The key of a concept, by its kind and name.
    pub(crate) fn key(&self, concept: ConceptId) -> u64 {
        self.concepts[usize::from(concept)].key
    }

    /// Every form in a text, in the order of its tokens.
    pub(crate) fn hits(&self, text: &Text) -> Vec<Hit> {
        let mut hits = Vec::new();
        for token in 0..text.tokens().len() {
            self.at(text, token, &mut hits);
        }
        hits
    }

    fn at(&self, text: &Text, token: usize, hits: &mut Vec<Hit>) {
        let word = text.word(token);
        let first = hits.len();
        let mut hash = crate::table::START;
        for (at, byte) in word.bytes().enumerate() {
            hash = crate::table::step(hash, byte);
            let end = at + 1;
            if !word.is_char_boundary(end) {
                continue;
            }
            let Some(forms) = self.forms.get(&hash) else {
                continue;
            };
            for form in forms.iter().filter(|form| {
                form.words[0].stem.len() == end && word.starts_with(&form.words[0].stem)
            }) {
                if let Some(plural) = form.matches(text, token) {
                    let kind = self.concepts[usize::from(form.concept)].kind;
                    let tokens = token..token + form.words.len();
                    let hit = Hit {
                        concept: form.concept,
                        kind,
                        person: form.person,
                        plural,
                        tokens,
                    };
                    if !hits[first..].contains(&hit) {
                        hits.push(hit);
                    }
                }
            }
        }
    }

    fn concept(&mut self, kind: Kind, id: &str) -> ConceptId {
        let next = u16::try_from(self.concepts.len()).expect("fewer than 65,536 concepts");
        let concepts = &mut self.concepts;
        *self.by_id.entry((kind, id.to_owned())).or_insert_with(|| {
            concepts.push(Concept {
                kind,
                id: id.to_owned(),
                key: crate::key::named_key(kind, id),
            });
            next
        })
    }

    fn read_occupations(&mut self, table: &'static str) {
        for columns in rows(table) {
            let (_unit_groups, name) = columns[0]
                .split_once(' ')
                .expect("a row begins with unit groups and a name");
            let concept = self.concept(Kind::Occupation, name);
            for (column, person) in [(1, true), (2, true), (3, false), (4, false)] {
                self.add(
                    concept,
                    person,
                    columns.get(column).copied().unwrap_or_default(),
                );
            }
        }
    }

    fn read_traits(&mut self, table: &'static str) {
        for columns in rows(table) {
            let (kind, id) = columns[0]
                .split_once(' ')
                .expect("a row begins with kind and id");
            let kind = match kind {
                "kin" => Kind::Kin,
                "body" => Kind::Body,
                "faith" => Kind::Faith,
                "marital" => Kind::Marital,
                "event" => Kind::Event,
                "only" => Kind::Only,
                "super" => Kind::Superlative,
                "person" => Kind::Person,
                "study" => Kind::Study,
                "lang" => Kind::Language,
                "building" => Kind::Building,
                "ctx" => Kind::Context,
                other => unreachable!("the tables know no kind {other}"),
            };
            let concept = self.concept(kind, id.trim());
            for column in &columns[1..] {
                self.add(concept, true, column);
            }
        }
    }

    fn add(&mut self, concept: ConceptId, person: bool, forms: &str) {
        for form in forms
            .split(',')
            .map(str::trim)
            .filter(|form| !form.is_empty())
        {
            let words: Vec<Pattern> = form
                .split(['_', '-', ' '])
                .filter(|w| !w.is_empty())
                .map(pattern)
                .collect();
            let Some(first) = words.first() else { continue };
            let hash = crate::table::hash(&first.stem);
            self.forms.entry(hash).or_default().push(Form {
                concept,
                person,
                words,
            });
        }
    }
}

/// The rows of a table of ours: columns between bars, comments after a hash.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split('|').map(str::trim).collect())
}

fn pattern(word: &str) -> Pattern {
    let any_ending = word.ends_with('*');
    let mut stem = String::new();
    let word = word.trim_end_matches('*');
    let word = word.strip_suffix("'s").unwrap_or(word);
    word.chars()
        .filter(|c| *c != '\'')
        .for_each(|c| crate::fold::fold_into(c, &mut stem));
    Pattern { stem, any_ending }
}

impl Form {
    /// Whether the form stands at `token`, and in the plural.
    fn matches(&self, text: &Text, token: usize) -> Option<bool> {
        if token + self.words.len() > text.tokens().len() {
            return None;
        }
        let mut plural = false;
        for (i, pattern) in self.words.iter().enumerate() {
            let word = text.word(token + i);
            let rest = word.strip_prefix(pattern.stem.as_str())?;
            let cyrillic = text.tokens()[token + i].cyrillic;
            let fits = rest.is_empty()
                || pattern.any_ending
                || if cyrillic {
                    is_russian_ending(rest)
                } else {
                    is_english_ending(rest)
                };
            if !fits || (i > 0 && text.tokens()[token + i].after_break) {
                return None;
            }
            plural |= !text.tokens()[token + i].possessive && is_plural(rest, cyrillic);
        }
        Some(plural)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn concepts(text: &str) -> Vec<String> {
        let lexicon = Lexicon::shipped();
        lexicon
            .hits(&Text::read(text))
            .iter()
            .map(|hit| lexicon.name(hit.concept).to_owned())
            .collect()
    }

    #[test]
    fn both_languages_meet_in_one_concept() {
        for text in ["two welders", "сварщиком", "welding"] {
            assert!(concepts(text).contains(&"welder".to_owned()), "{text}");
        }
        assert!(concepts("в хоре").contains(&"singer".to_owned()));
        assert!(!concepts("хорошо").contains(&"singer".to_owned()));
    }

    /// The minor groups of ISCO-08 (International Labour Office, 2012), part I, chapter 3.
    const MINOR_GROUPS: &str = "\
        011 021 031 \
        111 112 121 122 131 132 133 134 141 142 143 \
        211 212 213 214 215 216 221 222 223 224 225 226 231 232 233 234 235 \
        241 242 243 251 252 261 262 263 264 265 \
        311 312 313 314 315 321 322 323 324 325 331 332 333 334 335 341 342 343 351 352 \
        411 412 413 421 422 431 432 441 \
        511 512 513 514 515 516 521 522 523 524 531 532 541 \
        611 612 613 621 622 631 632 633 634 \
        711 712 713 721 722 723 731 732 741 742 751 752 753 754 \
        811 812 813 814 815 816 817 818 821 831 832 833 834 835 \
        911 912 921 931 932 933 941 951 952 961 962";

    #[test]
    fn occupations_are_those_of_the_classification_and_no_minor_group_is_left_out() {
        let listed: BTreeSet<&str> = MINOR_GROUPS.split(' ').collect();
        let covered: BTreeSet<&str> = rows(include_str!("../data/occupations.txt"))
            .filter_map(|columns| columns[0].split_once(' '))
            .flat_map(|(unit_groups, _)| unit_groups.split(','))
            .filter(|unit_group| *unit_group != "-")
            .map(|unit_group| &unit_group[..3])
            .collect();
        assert_eq!(covered, listed);
    }
}
