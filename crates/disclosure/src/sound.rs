//! Names by their sound: every romanisation of one Cyrillic name shares a reading with it.
//!
//! A letter or group that schemes use for different sounds has several readings (`ch` is ч, х or ш;
//! `j` is ж, й or дж), so nothing is guessed: two names may be the same when they share a reading.
//! The schemes: passports of 1978 (French), 1997 and 2000, GOST R 52535.1-2006, ICAO Doc 9303,
//! BGN/PCGN, ALA-LC, ISO 9:1995, GOST 7.79 B, German (Duden), French and Polish newspapers.

use std::sync::OnceLock;
use zeroize::Zeroize;

/// No word has more readings than this; what is longer keeps its first ones.
const MOST_READINGS: usize = 24;

/// Groups of Latin letters, the longest first where one begins with another.
const LATIN: &[(&str, &[&str])] = &[
    ("schtsch", &["w"]),
    ("stsch", &["w"]),
    ("chtch", &["w"]),
    ("shtsh", &["w"]),
    ("dsch", &["j"]),
    ("tsch", &["c"]),
    ("shch", &["w"]),
    ("szcz", &["w"]),
    ("shh", &["w", "wh"]),
    ("sch", &["w", "j", "sc", "sh"]),
    ("tch", &["c", "tc"]),
    ("tsh", &["c"]),
    ("dzh", &["j"]),
    ("you", &["iu"]),
    ("iou", &["iu"]),
    ("jou", &["iu", "ju"]),
    ("gue", &["ge", "gue"]),
    ("gui", &["gi", "gui"]),
    ("kh", &["h"]),
    ("zh", &["j"]),
    ("sh", &["w", "sh"]),
    ("ch", &["c", "h", "w"]),
    ("cz", &["c", "q"]),
    ("sz", &["w"]),
    ("ts", &["q"]),
    ("tz", &["q"]),
    ("tc", &["q"]),
    ("dj", &["j", "di"]),
    ("ds", &["ds", "dz"]),
    ("gh", &["g", "h"]),
    ("ph", &["f"]),
    ("th", &["t", "th"]),
    ("ck", &["k"]),
    ("qu", &["k"]),
    ("ou", &["u", "ou", "ov"]),
    ("oo", &["u", "o"]),
    ("ee", &["i", "e"]),
    ("ya", &["ia"]),
    ("ja", &["ia", "ja"]),
    ("yu", &["iu"]),
    ("ju", &["iu", "ju"]),
    ("yo", &["io"]),
    ("jo", &["io", "jo"]),
    ("ye", &["e"]),
    ("je", &["e", "je"]),
    ("ie", &["e"]),
    ("yi", &["i"]),
    ("ji", &["i", "ji"]),
    ("iy", &["i"]),
    ("ij", &["i"]),
    ("yj", &["i"]),
];

/// Hears one word after another, in memory that it keeps and wipes.
#[derive(Default)]
pub(crate) struct Ear {
    chars: Vec<char>,
    raw: Vec<String>,
    settled: Vec<String>,
}

impl Ear {
    /// The readings of a folded word in either script, in order, at least one.
    pub(crate) fn hear(&mut self, word: &str) -> &[String] {
        self.chars.clear();
        self.chars.extend(word.chars());
        let mut heard = 1;
        cleared(&mut self.raw, 0);
        let mut i = 0;
        while i < self.chars.len() {
            let (length, outs) = group_at(&self.chars, i);
            heard = self.spread(heard, outs);
            i += length;
        }
        for i in 0..heard {
            cleared(&mut self.settled, i);
            settle(&self.raw[i], &mut self.settled[i]);
        }
        self.in_order(heard)
    }

    /// Appends each sound that a group may have to every reading so far.
    fn spread(&mut self, kept: usize, outs: &[&str]) -> usize {
        let Some((first, more)) = outs.split_first() else {
            return kept;
        };
        let mut heard = kept;
        for extra in more {
            for i in 0..kept.min(MOST_READINGS - heard) {
                cleared(&mut self.raw, heard);
                let (before, after) = self.raw.split_at_mut(heard);
                after[0].push_str(&before[i]);
                after[0].push_str(extra);
                heard += 1;
            }
        }
        self.raw[..kept]
            .iter_mut()
            .for_each(|reading| reading.push_str(first));
        heard
    }

    fn in_order(&mut self, heard: usize) -> &[String] {
        self.settled[..heard].sort_unstable();
        let mut last = 0;
        for i in 1..heard {
            if self.settled[i] != self.settled[last] {
                last += 1;
                self.settled.swap(i, last);
            }
        }
        &self.settled[..=last]
    }
}

impl Drop for Ear {
    fn drop(&mut self) {
        self.chars.zeroize();
        self.raw.zeroize();
        self.settled.zeroize();
    }
}

/// Empties one of some strings, or adds an empty one.
fn cleared(all: &mut Vec<String>, at: usize) {
    match all.get_mut(at) {
        Some(one) => one.clear(),
        None => all.push(String::new()),
    }
}

/// The readings of one word.
pub(crate) fn readings(word: &str) -> Vec<String> {
    Ear::default().hear(word).to_vec()
}

/// What stands before the last letters of a folded word, where these may be the beginning of a group or change with what
/// follows: `Tsc`, of which `Tschechow` may come.
pub(crate) fn may_go_on(word: &str) -> Vec<&str> {
    let begins_a_group = |tail: &str| {
        let cyrillic = matches!(
            tail,
            "и" | "й" | "ы" | "і" | "ї" | "ь" | "д" | "т" | "ш" | "к"
        );
        cyrillic
            || LATIN
                .iter()
                .any(|(group, _)| group.len() > tail.len() && group.starts_with(tail))
    };
    let starts = word.char_indices().skip(1).map(|(at, _)| at);
    starts
        .filter(|at| begins_a_group(&word[*at..]))
        .map(|at| &word[..at])
        .collect()
}

/// Whether two names, in any script and scheme, may be one name.
pub fn same_name(one: &str, other: &str) -> bool {
    let read = |name: &str| {
        let mut folded = String::new();
        name.chars()
            .filter(|c| !c.is_whitespace())
            .for_each(|c| match c {
                'ё' | 'Ё' => folded.push('ё'),
                c => crate::fold::fold_into(c, &mut folded),
            });
        folded.retain(|c| crate::fold::script_of(c).is_some());
        readings(&folded)
    };
    let others = read(other);
    read(one)
        .iter()
        .any(|reading| !reading.is_empty() && others.contains(reading))
}

type Group = (&'static str, &'static [&'static str]);

/// The groups by their first letter, in the order of the table.
fn groups_from(letter: char) -> &'static [Group] {
    static GROUPS: OnceLock<Vec<Vec<Group>>> = OnceLock::new();
    let groups = GROUPS.get_or_init(|| {
        let from = |first: char| {
            LATIN
                .iter()
                .filter(move |(group, _)| group.starts_with(first))
        };
        ('a'..='z')
            .map(|first| from(first).copied().collect())
            .collect()
    });
    let at = (letter as usize).checked_sub('a' as usize);
    at.and_then(|at| groups.get(at)).map_or(&[], Vec::as_slice)
}

fn group_at(chars: &[char], i: usize) -> (usize, &'static [&'static str]) {
    if chars[i].is_ascii() {
        for (group, outs) in groups_from(chars[i]) {
            if group
                .chars()
                .enumerate()
                .all(|(k, c)| chars.get(i + k) == Some(&c))
            {
                return (group.len(), outs);
            }
        }
        return (1, latin_letter(chars, i));
    }
    cyrillic_at(chars, i)
}

fn latin_letter(chars: &[char], i: usize) -> &'static [&'static str] {
    let next = chars.get(i + 1).copied();
    let before = i.checked_sub(1).map(|b| chars[b]);
    let soft = matches!(next, Some('e' | 'i' | 'y'));
    let after_vowel = before.is_some_and(|c| "aeiouy".contains(c));
    match chars[i] {
        'a' => &["a"],
        'b' => &["b"],
        'd' => &["d"],
        'e' => &["e"],
        'i' => &["i"],
        'k' => &["k"],
        'l' => &["l"],
        'm' => &["m"],
        'n' => &["n"],
        'o' => &["o"],
        'p' => &["p"],
        'r' => &["r"],
        't' => &["t"],
        'u' => &["u"],
        'v' | 'w' => &["v"],
        'y' => &["i"],
        'q' => &["k"],
        'x' => &["ks", "h"],
        'z' => &["z", "q"],
        'f' if next.is_none() || next == Some('f') => &["v", "f"],
        'f' => &["f"],
        'c' if soft => &["q", "c", "s"],
        'c' => &["k", "q"],
        'g' if soft => &["g", "j"],
        'g' => &["g"],
        'h' if next.is_none() && after_vowel => &["", "h"],
        'h' => &["h", "g"],
        'j' if next.is_none()
            || after_vowel && !matches!(next, Some('a' | 'e' | 'i' | 'o' | 'u')) =>
        {
            &["i", "j"]
        }
        'j' => &["j", "i"],
        's' if i == 0 || next.is_some_and(|c| "aeiouy".contains(c)) => &["s", "z"],
        's' => &["s"],
        _ => &[""],
    }
}

fn cyrillic_at(chars: &[char], i: usize) -> (usize, &'static [&'static str]) {
    let next = chars.get(i + 1).copied();
    match (chars[i], next) {
        ('д', Some('ж')) => return (2, &["j"]),
        ('т', Some('с')) => return (2, &["q"]),
        ('ш', Some('ч')) => return (2, &["w"]),
        ('к', Some('с')) => return (2, &["ks"]),
        ('й' | 'ь', Some('о')) => return (2, &["io"]),
        _ => {}
    }
    let outs: &[&str] = match chars[i] {
        'а' | 'ә' => &["a"],
        'б' => &["b"],
        'в' => &["v"],
        'г' | 'ґ' | 'ғ' => &["g"],
        'д' => &["d"],
        'е' | 'є' | 'э' => &["e"],
        'ё' => &["e", "io", "o"],
        'ж' | 'җ' | 'ҷ' => &["j"],
        'з' => &["z"],
        'и' | 'і' | 'ї' | 'й' | 'ы' | 'ӣ' => &["i"],
        'к' | 'қ' => &["k"],
        'л' => &["l"],
        'м' => &["m"],
        'н' | 'ң' => &["n"],
        'о' | 'ө' => &["o"],
        'п' => &["p"],
        'р' => &["r"],
        'с' => &["s"],
        'т' => &["t"],
        'у' | 'ұ' | 'ү' => &["u"],
        'ў' | 'ӯ' => &["u", "v", "o"],
        'ф' => &["f"],
        'х' | 'ҳ' | 'һ' => &["h"],
        'ц' => &["q"],
        'ч' => &["c"],
        'ш' | 'щ' => &["w"],
        'ю' => &["iu"],
        'я' => &["ia"],
        // Left out, but `ie` in passports since 2014.
        'ъ' => &["", "e"],
        'ј' => &["i"],
        'ѕ' => &["s"],
        _ => &[""],
    };
    (1, outs)
}

/// Doubled letters are one; `ie` is a soft `e`.
fn settle(raw: &str, out: &mut String) {
    for c in raw.chars() {
        if out.ends_with(c) {
            continue;
        }
        if c == 'e' && out.ends_with('i') {
            out.pop();
            if out.ends_with('e') {
                continue;
            }
        }
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_of_one_name_share_a_reading() {
        for (cyrillic, latin) in [
            (
                "Журавлёва",
                [
                    "Zhuravleva",
                    "Zhuravlyova",
                    "Schurawljowa",
                    "Jouravleva",
                    "Žuravlëva",
                ],
            ),
            (
                "Юлдашев",
                [
                    "Yuldashev",
                    "Iuldashev",
                    "Juldaschew",
                    "Ûldašev",
                    "Youldachev",
                ],
            ),
            (
                "Хубиев",
                ["Khubiev", "Hubiev", "Chubijew", "Khoubiev", "Xubiyev"],
            ),
            (
                "Джемилев",
                [
                    "Dzhemilev",
                    "Jemilev",
                    "Djemilev",
                    "Dschemilew",
                    "Dzhemilyev",
                ],
            ),
            (
                "Щукин",
                ["Shchukin", "Schtschukin", "Chtchoukin", "Ŝukin", "Szczukin"],
            ),
            (
                "Мкртчян",
                [
                    "Mkrtchyan",
                    "Mkrtchian",
                    "Mkrttschjan",
                    "Mkrtčân",
                    "Mkrtchjan",
                ],
            ),
            (
                "Исхаков",
                ["Iskhakov", "Ishakov", "Ischakow", "Ishakof", "Isxakov"],
            ),
            (
                "Подъячев",
                [
                    "Podyachev",
                    "Podieiachev",
                    "Podjatschew",
                    "Podiachev",
                    "Podyachyev",
                ],
            ),
            (
                "Гиреев",
                ["Gireev", "Guireev", "Girejew", "Gireyev", "Girejev"],
            ),
            (
                "Цагараев",
                [
                    "Tsagaraev",
                    "Tcagaraev",
                    "Zagarajew",
                    "Cagaraev",
                    "Tsagarayev",
                ],
            ),
        ] {
            for name in latin {
                assert!(
                    same_name(cyrillic, name),
                    "{cyrillic} and {name}: {:?} {:?}",
                    readings(&cyrillic.to_lowercase()),
                    readings(&name.to_lowercase())
                );
            }
        }
    }

    #[test]
    fn different_names_share_none() {
        for (one, other) in [
            ("Яна", "Анна"),
            ("Мария", "Марина"),
            ("Хасан", "Хусейн"),
            ("Zhukov", "Zhuk"),
            ("Арсен", "Армен"),
        ] {
            assert!(!same_name(one, other), "{one} and {other}");
        }
    }
}
