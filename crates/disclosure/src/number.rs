//! Numbers in figures and in words of both languages.

use crate::text::Text;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A number in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    pub value: u32,
    /// Tokens that it takes.
    pub tokens: usize,
    /// `двое`, `both`: a word that counts people alone.
    pub collective: bool,
    /// `third`, `третьего`.
    pub ordinal: bool,
}

const ENGLISH: &[(&str, u32)] = &[
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("dozen", 12),
    ("score", 20),
    ("half-dozen", 6),
];

const ENGLISH_ORDINALS: &[(&str, u32)] = &[
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
];

/// Stems with the endings of their case forms.
const RUSSIAN: &[(&str, &str, u32)] = &[
    ("од", "ин на но ного ной ному ну ним ном", 1),
    ("дв", "а е ух ум умя", 2),
    ("тр", "и ех ем емя", 3),
    ("четыр", "е ех ем ьмя", 4),
    ("пят", "ь и ью", 5),
    ("шест", "ь и ью", 6),
    ("сем", "ь и ью", 7),
    ("вос", "емь ьми емью", 8),
    ("девят", "ь и ью", 9),
    ("десят", "ь и ью", 10),
    ("одиннадцат", "ь и ью", 11),
    ("двенадцат", "ь и ью", 12),
    ("тринадцат", "ь и ью", 13),
    ("четырнадцат", "ь и ью", 14),
    ("пятнадцат", "ь и ью", 15),
    ("шестнадцат", "ь и ью", 16),
    ("семнадцат", "ь и ью", 17),
    ("восемнадцат", "ь и ью", 18),
    ("девятнадцат", "ь и ью", 19),
    ("двадцат", "ь и ью", 20),
    ("тридцат", "ь и ью", 30),
    ("сорок", "_ а", 40),
    ("пятьдесят", "_", 50),
    ("пятидесят", "и", 50),
    ("шестьдесят", "_", 60),
    ("шестидесят", "и", 60),
    ("семьдесят", "_", 70),
    ("семидесят", "и", 70),
    ("восемьдесят", "_", 80),
    ("восьмидесят", "и", 80),
    ("девяност", "о а", 90),
    ("ст", "о а", 100),
    ("двест", "и", 200),
    ("двухсот", "_", 200),
    ("трист", "а", 300),
    ("трехсот", "_", 300),
    ("четырест", "а", 400),
    ("четырехсот", "_", 400),
    ("пятьсот", "_", 500),
    ("пятисот", "_", 500),
    ("шестьсот", "_", 600),
    ("семьсот", "_", 700),
    ("восемьсот", "_", 800),
    ("девятьсот", "_", 900),
    ("дюжин", "а ы е у ой", 12),
    ("полдюжин", "ы", 6),
    ("полутора", "_", 1),
    ("ноль", "_", 0),
    ("нул", "ь я", 0),
];

const COLLECTIVES: &[(&str, &str, u32)] = &[
    ("дво", "е их им ими", 2),
    ("тро", "е их им ими", 3),
    ("четвер", "о ых ым ыми", 4),
    ("пятер", "о ых ым ыми", 5),
    ("шестер", "о ых ым ыми", 6),
    ("семер", "о ых ым ыми", 7),
    ("восьмер", "о ых", 8),
    ("девятер", "о ых", 9),
    ("десятер", "о ых", 10),
    ("вдво", "ем", 2),
    ("втро", "ем", 3),
    ("вчетвер", "ом", 4),
    ("впятер", "ом", 5),
    ("об", "а е оих еих оим еим оими еими", 2),
];

const RUSSIAN_ORDINALS: &[(&str, u32)] = &[
    ("перв", 1),
    ("втор", 2),
    ("трет", 3),
    ("четверт", 4),
    ("пят", 5),
    ("шест", 6),
    ("седьм", 7),
    ("восьм", 8),
    ("девят", 9),
    ("десят", 10),
    ("одиннадцат", 11),
    ("двенадцат", 12),
    ("тринадцат", 13),
    ("четырнадцат", 14),
    ("пятнадцат", 15),
    ("шестнадцат", 16),
    ("семнадцат", 17),
    ("восемнадцат", 18),
    ("девятнадцат", 19),
    ("двадцат", 20),
    ("тридцат", 30),
];

const ORDINAL_ENDINGS: &[&str] = &[
    "ый", "ий", "ой", "ого", "его", "ьего", "ому", "ем", "ом", "ая", "ое", "ую", "ые", "ых", "ья",
    "ье", "ьей", "ьи", "ьих",
];

/// The number that begins at `token`; the longest reading. `None` past the end of the text: a
/// reader that looks one word ahead may stand on the last.
pub(crate) fn number_at(text: &Text, token: usize) -> Option<Number> {
    if text.tokens().get(token)?.number {
        return figure(text, token);
    }
    let (first, collective, ordinal) = one_word(text.word(token))?;
    let mut number = Number {
        value: first,
        tokens: 1,
        collective,
        ordinal,
    };
    while !number.ordinal && !number.collective && token + number.tokens < text.tokens().len() {
        let next = token + number.tokens;
        let gap = text.tokens()[next].at.start - text.tokens()[next - 1].at.end;
        // ` – ` parts two numbers: `nine hundred – two five four`.
        if text.tokens()[next].after_break || text.tokens()[next].number || gap > 2 {
            break;
        }
        let word = text.word(next);
        if matches!(word, "hundred") && number.value < 10 {
            number.value *= 100;
        } else if (word == "thousand" || word.starts_with("тысяч")) && number.value < 1_000 {
            number.value *= 1_000;
        } else if matches!(word, "dozen") && number.value < 10 {
            number.value *= 12;
        } else {
            let Some((more, false, ordinal)) = one_word(word) else {
                break;
            };
            let room = match number.value {
                v if v >= 100 && v % 100 == 0 => 100,
                v if v >= 20 && v % 10 == 0 && v < 100 => 10,
                v if v >= 120 && v % 10 == 0 => 10,
                _ => 0,
            };
            if more == 0 || more >= room {
                break;
            }
            number.value += more;
            number.ordinal = ordinal;
        }
        number.tokens += 1;
    }
    Some(number)
}

/// `14`, `1,200`, `1 200`, `14th`.
fn figure(text: &Text, token: usize) -> Option<Number> {
    let mut value: u32 = text.word(token).parse().ok()?;
    let mut tokens = 1;
    while let Some(next) = text
        .tokens()
        .get(token + tokens)
        .filter(|next| next.number && next.at.len() == 3 && value > 0 && value < 1_000_000)
    {
        let gap = next.at.start - text.tokens()[token + tokens - 1].at.end;
        if gap != 1
            || !matches!(
                text.tokens()[token + tokens - 1].followed_by,
                Some(',' | ' ' | '\u{A0}' | '\u{202F}')
            )
        {
            break;
        }
        value = value
            .checked_mul(1_000)?
            .checked_add(text.word(token + tokens).parse().ok()?)?;
        tokens += 1;
    }
    let thousand = text
        .tokens()
        .get(token + tokens)
        .is_some_and(|_| matches!(text.word(token + tokens), "thousand" | "тысяч" | "тысячи"));
    if thousand {
        value = value.checked_mul(1_000)?;
        tokens += 1;
    }
    // `14-го`, `3-й`.
    let ending = text.tokens().get(token + tokens).is_some_and(|next| {
        next.joined_by == Some('-')
            && matches!(
                text.word(token + tokens),
                "го" | "ого"
                    | "его"
                    | "й"
                    | "ый"
                    | "е"
                    | "ое"
                    | "му"
                    | "м"
                    | "я"
                    | "ая"
                    | "х"
            )
    });
    tokens += usize::from(ending);
    Some(Number {
        value,
        tokens,
        collective: false,
        ordinal: ending,
    })
}

/// Every number word of both languages in every form: value, collective, ordinal.
fn words() -> &'static HashMap<String, (u32, bool, bool)> {
    static WORDS: OnceLock<HashMap<String, (u32, bool, bool)>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = HashMap::new();
        let plain = |(word, value): &(&str, u32)| ((*word).to_owned(), *value);
        words.extend(
            ENGLISH
                .iter()
                .map(plain)
                .map(|(w, v)| (w, (v, false, false))),
        );
        let groups = [
            ("both", 2),
            ("duo", 2),
            ("trio", 3),
            ("threesome", 3),
            ("quartet", 4),
            ("foursome", 4),
        ];
        words.extend(groups.map(|(word, value)| (word.to_owned(), (value, true, false))));
        words.extend(
            ENGLISH_ORDINALS
                .iter()
                .map(plain)
                .map(|(w, v)| (w, (v, false, true))),
        );
        let ordinals = RUSSIAN_ORDINALS.iter().flat_map(|(stem, value)| {
            ORDINAL_ENDINGS
                .iter()
                .map(move |ending| (format!("{stem}{ending}"), (*value, false, true)))
        });
        words.extend(ordinals);
        for (table, collective) in [(COLLECTIVES, true), (RUSSIAN, false)] {
            for (stem, endings, value) in table {
                let forms = endings
                    .split(' ')
                    .map(|ending| format!("{stem}{}", ending.trim_matches('_')));
                words.extend(forms.map(|form| (form, (*value, collective, false))));
            }
        }
        words
    })
}

fn one_word(word: &str) -> Option<(u32, bool, bool)> {
    if let Some(found) = words().get(word) {
        return Some(*found);
    }
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    match digits.parse() {
        Ok(value) if matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th") => {
            Some((value, false, true))
        }
        _ => None,
    }
}

/// A digit said aloud: `two`, `oh`, `ноль`.
pub(crate) fn spoken_digits(word: &str) -> Option<u32> {
    match word {
        "oh" | "o" => Some(0),
        "double" => None,
        _ => one_word(word)
            .filter(|(_, collective, ordinal)| !collective && !ordinal)
            .map(|(value, _, _)| value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(words: &str) -> Option<u32> {
        number_at(&Text::read(words), 0).map(|n| n.value)
    }

    #[test]
    fn numbers_are_read_in_both_languages() {
        for (words, wanted) in [
            ("twenty-three", 23),
            ("two hundred", 200),
            ("двадцать три", 23),
            ("триста один", 301),
            ("четырёхсот", 400),
            ("троих", 3),
            ("обеим", 2),
            ("тридцать первого", 31),
            ("14th", 14),
            ("14-го", 14),
            ("1,200 people", 1200),
            ("two dozen", 24),
            ("семью", 7),
            ("пятнадцати", 15),
        ] {
            assert_eq!(value(words), Some(wanted), "{words}");
        }
        assert_eq!(value("people"), None);
        assert_eq!(value("столбом"), None);
    }
}
