//! Finding a case by whatever a tired caseworker types: a code name in either script, a case's number,
//! digits of a telephone, words of a story or of what was said.

use crate::case::CaseNumber;
use crate::office::Office;
use crate::view::{FoundCase, SearchPage};
use crate::{Lang, Speech};
use casework::{Around, Assertion, Case, CodeName, FirstMinutes, Incident, Tie};
use std::collections::BTreeSet;

/// Fewer digits are a case's number, not a part of a telephone.
const FEWEST_DIGITS: usize = 4;
/// More people of one name than a page can show.
const MOST_NAMED: usize = 100;

/// Where something was found, in the order in which it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Where {
    Number,
    CodeName,
    Phone,
    Name,
    Story,
    Said,
}

impl Office {
    /// The cases that what was typed may mean.
    pub fn search(&self, typed: &str, lang: Lang) -> SearchPage {
        let speech = Speech::of(lang);
        let named: BTreeSet<CaseNumber> = self
            .name_index()
            .search(typed, MOST_NAMED)
            .into_iter()
            .filter(|found| found.unmet == 0)
            .map(|found| found.id)
            .collect();
        let by_name = |number| named.contains(&number).then_some(Where::Name);
        let mut found: Vec<(Where, CaseNumber)> = self
            .cabinet()
            .cases()
            .filter_map(|file| {
                let by_words = self.found(file.number, file.case, typed);
                let by = by_words.into_iter().chain(by_name(file.number)).min();
                Some((by?, file.number))
            })
            .collect();
        found.sort();
        let reading = self.desk().reading(self.desk().caseload().date, lang);
        let told = found.into_iter().filter_map(|(by, number)| {
            let head = reading.head(self.desk().caseload().case(number)?);
            Some(FoundCase {
                number: number.0,
                code: head.code,
                stage: head.stage,
                by: speech.say(match by {
                    Where::Number => "found-number",
                    Where::Name => "found-name",
                    Where::CodeName => "found-code-name",
                    Where::Phone => "found-phone",
                    Where::Story => "found-story",
                    Where::Said => "found-said",
                }),
            })
        });
        SearchPage {
            typed: typed.to_owned(),
            found: told.collect(),
        }
    }

    fn found(&self, number: CaseNumber, case: &Case, typed: &str) -> Option<Where> {
        let query = Query::of(typed);
        let texts = texts(case);
        let docket = case.docket();
        let opened = docket.map_or(number.0, |docket| docket.number);
        if query.number == Some(number.0) || query.number == Some(opened) {
            return Some(Where::Number);
        }
        let in_any = |of: Where| {
            let mut of_it = texts.iter().filter(|(place, _)| *place == of);
            of_it.any(|(place, text)| match place {
                Where::Phone => query.is_phone_of(text),
                Where::Number | Where::Name | Where::CodeName | Where::Story | Where::Said => {
                    query.is_in(text)
                }
            })
        };
        let places = [Where::CodeName, Where::Phone, Where::Story, Where::Said];
        places.into_iter().find(|place| in_any(*place))
    }
}

/// Everything of a case that may be searched, and where it stands.
fn texts(case: &Case) -> Vec<(Where, String)> {
    let mut all: Vec<(Where, String)> = Vec::new();
    let mut add = |place: Where, text: &str| all.push((place, text.to_owned()));
    for (_, name) in case.standing::<CodeName>() {
        add(Where::CodeName, name.en.as_str());
        add(Where::CodeName, name.ru.as_str());
    }
    if let Some(docket) = case.docket() {
        add(Where::Story, docket.story.en.as_str());
        add(Where::Story, docket.story.ru.as_str());
    }
    for (_, first) in case.standing::<FirstMinutes>() {
        let said = [
            &first.whose_phone,
            &first.tonight,
            &first.three_nights,
            &first.hunted_by,
            &first.hurt,
            &first.medicine,
        ];
        for text in said.into_iter().flatten() {
            add(Where::Said, text.as_str());
            add(Where::Phone, text.as_str());
        }
    }
    for (_, around) in case.standing::<Around>() {
        add(Where::Said, around.who.as_str());
        add(Where::Phone, around.who.as_str());
        if let Tie::SafeContact(rules) = &around.tie {
            add(Where::Phone, rules.channel.as_str());
        }
    }
    for (_, incident) in case.standing::<Incident>() {
        add(Where::Said, incident.own_words.as_str());
    }
    for (_, assertion) in case.standing::<Assertion>() {
        let words = assertion
            .heard
            .as_ref()
            .and_then(|it| it.own_words.as_ref());
        if let Some(words) = words {
            add(Where::Said, words.as_str());
        }
    }
    all
}

/// What was typed, ready to be looked for.
struct Query {
    number: Option<u32>,
    words: Vec<String>,
    /// All of it without its spaces: somebody's space may stand in the wrong place.
    joined: String,
    digits: String,
}

impl Query {
    fn of(typed: &str) -> Query {
        let plain = typed.trim().trim_start_matches(['#', '№']).trim();
        Query {
            number: plain.parse().ok(),
            words: words(typed),
            joined: key(typed),
            digits: digits(typed),
        }
    }

    /// Whether every word begins a word of the text, or all of it stands there but for its spaces.
    fn is_in(&self, text: &str) -> bool {
        let there = words(text);
        let begins = |word: &String| there.iter().any(|it| it.starts_with(word.as_str()));
        let every = !self.words.is_empty() && self.words.iter().all(begins);
        // Two letters stand somewhere in every story.
        every || (self.joined.len() >= 4 && key(text).contains(&self.joined))
    }

    /// Whether the digits stand in a telephone, dialled from inside its country or from outside.
    fn is_phone_of(&self, text: &str) -> bool {
        let there = digits(text);
        let from = self.digits.len().saturating_sub(10);
        self.digits.len() >= FEWEST_DIGITS && there.contains(&self.digits[from..])
    }
}

/// The digits of a text.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// A text by its sound, without spaces: the same in Cyrillic and in Latin letters.
fn key(text: &str) -> String {
    words(text).concat()
}

/// The words of a text by their sound.
fn words(text: &str) -> Vec<String> {
    let split = text.split(|letter: char| !letter.is_alphanumeric());
    let sounded = split.map(sound).filter(|word| !word.is_empty());
    sounded.collect()
}

/// One word by its sound: Cyrillic in Latin letters, and what is spelled in several ways in one.
fn sound(word: &str) -> String {
    let latin: String = word.to_lowercase().chars().map(latin).collect();
    let spelled = [
        ("shch", "sh"),
        ("sch", "sh"),
        ("tch", "ch"),
        ("kh", "h"),
        ("tc", "c"),
        ("ts", "c"),
        ("tz", "c"),
        ("ck", "k"),
        ("x", "ks"),
        ("w", "v"),
        ("ph", "f"),
        ("y", "i"),
        ("j", "i"),
    ];
    let mut sounded = spelled
        .iter()
        .fold(latin, |text, (from, to)| text.replace(from, to));
    let mut last = None;
    sounded.retain(|letter| last.replace(letter) != Some(letter));
    sounded
}

/// A letter of the Russian alphabet in Latin; every other letter as it is.
fn latin(letter: char) -> String {
    let latin = match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'й' | 'ы' | 'і' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "h",
        'ц' => "c",
        'ч' => "ch",
        'ш' | 'щ' => "sh",
        'ъ' | 'ь' => "",
        'ю' => "iu",
        'я' => "ia",
        other => return other.to_string(),
    };
    latin.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_is_found_in_either_script_and_with_a_stray_space() {
        for typed in ["Khava", "Хава", "ХАВА", " Ха ва", "hava"] {
            assert!(
                Query::of(typed).is_in("Сестра Хава, из Гудермеса."),
                "{typed}"
            );
        }
        for typed in ["Цхинвали", "Tskhinvali", "tshinvali"] {
            assert!(Query::of(typed).is_in("A cousin in Tskhinvali."), "{typed}");
        }
        assert!(!Query::of("Тбилиси").is_in("A cousin in Tskhinvali."));
        assert!(!Query::of("").is_in("anything"));
        assert!(!Query::of("ro").is_in("a heron"));
    }

    #[test]
    fn digits_of_a_telephone_are_found_however_they_are_written() {
        let text = "the neighbour's, +7 (900) 555-01-23";
        for typed in ["8 900 555 01 23", "0123", "+79005550123"] {
            assert!(Query::of(typed).is_phone_of(text), "{typed}");
        }
        assert!(!Query::of("12").is_phone_of(text));
    }

    proptest! {
        #[test]
        fn a_text_is_found_by_itself_whatever_it_is(text in "\\PC{0,40}") {
            if !words(&text).is_empty() {
                prop_assert!(Query::of(&text).is_in(&text));
            }
        }
    }
}
