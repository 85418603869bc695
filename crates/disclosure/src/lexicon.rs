use crate::form::{Form, in_every_tense};
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
    /// Where a place lies to another: above, behind.
    Position,
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

/// A place where a form stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub concept: ConceptId,
    pub kind: Kind,
    pub person: bool,
    /// The form does not name the thing; it only leads to it.
    pub hint: bool,
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
            lexicon.read_traits(include_str!("../data/buildings.txt"));
            lexicon.read_hints(include_str!("../data/hints.txt"));
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
        self.add(concept, true, false, forms);
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
        // Two words of a form may stand in either order.
        hits.sort_by_key(|hit| hit.tokens.start);
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
            for form in forms.iter().filter(|form| form.begins(word, end)) {
                if let Some((plural, tokens)) = form.matches(text, token) {
                    let kind = self.concepts[usize::from(form.concept)].kind;
                    let hit = Hit {
                        concept: form.concept,
                        kind,
                        person: form.person && !is_a_trade(word),
                        hint: form.hint,
                        // `Midwives`, `firemen`: their plural is no ending.
                        plural: plural || word.ends_with("wives") || word.ends_with("men"),
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
                    false,
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
            let kind = kind_of(kind);
            let concept = self.concept(kind, id.trim());
            for column in &columns[1..] {
                self.add(concept, true, false, column);
            }
        }
    }

    /// Words that lead to a concept of another table without naming it.
    fn read_hints(&mut self, table: &'static str) {
        for columns in rows(table) {
            let (kind, id) = columns[0]
                .split_once(' ')
                .expect("a row begins with kind and id");
            let known = self.by_id.get(&(kind_of(kind), id.trim().to_owned()));
            let concept = *known.unwrap_or_else(|| unreachable!("no table knows {kind} {id}"));
            for column in &columns[1..] {
                self.add(concept, false, true, column);
            }
        }
    }

    fn add(&mut self, concept: ConceptId, person: bool, hint: bool, forms: &str) {
        for form in forms
            .split(',')
            .map(str::trim)
            .filter(|form| !form.is_empty())
        {
            let several = if hint {
                in_every_tense(form)
            } else {
                vec![form.to_owned()]
            };
            for form in several {
                if let Some(form) = Form::read(concept, person, hint, &form) {
                    self.forms.entry(form.first()).or_default().push(form);
                }
            }
        }
    }
}

/// `Пчеловодство` is no beekeeper.
fn is_a_trade(word: &str) -> bool {
    ["ство", "ства", "ству", "ством", "стве"]
        .iter()
        .any(|ending| word.ends_with(ending))
}

/// What a table calls a kind.
fn kind_of(name: &str) -> Kind {
    match name {
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
        "occupation" => Kind::Occupation,
        "building" => Kind::Building,
        "position" => Kind::Position,
        "ctx" => Kind::Context,
        other => unreachable!("the tables know no kind {other}"),
    }
}

/// The rows of a table of ours: columns between bars, comments after a hash.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split('|').map(str::trim).collect())
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
