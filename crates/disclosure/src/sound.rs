//! Names by their sound: every romanisation of one Cyrillic name shares a reading with it.
//!
//! A letter or group that schemes use for different sounds has several readings (`ch` is ч, х or ш;
//! `j` is ж, й or дж), so nothing is guessed: two names may be the same when they share a reading.
//! The schemes: passports of 1978 (French), 1997 and 2000, GOST R 52535.1-2006, ICAO Doc 9303,
//! BGN/PCGN, ALA-LC, ISO 9:1995, GOST 7.79 B, German (Duden), French and Polish newspapers.

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
    ("shh", &["w"]),
    ("sch", &["w", "j"]),
    ("tch", &["c"]),
    ("tsh", &["c"]),
    ("dzh", &["j"]),
    ("you", &["iu"]),
    ("iou", &["iu"]),
    ("jou", &["iu", "ju"]),
    ("kh", &["h"]),
    ("zh", &["j"]),
    ("sh", &["w"]),
    ("ch", &["c", "h", "w"]),
    ("cz", &["c", "q"]),
    ("sz", &["w"]),
    ("ts", &["q"]),
    ("tz", &["q"]),
    ("tc", &["q"]),
    ("dj", &["j"]),
    ("gh", &["g", "h"]),
    ("ph", &["f"]),
    ("th", &["t"]),
    ("ck", &["k"]),
    ("qu", &["k"]),
    ("ou", &["u", "ou"]),
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

/// The readings of a folded word in either script, at least one.
pub(crate) fn readings(word: &str) -> Vec<String> {
    let chars: Vec<char> = word.chars().collect();
    let mut all = vec![String::new()];
    let mut i = 0;
    while i < chars.len() {
        let (length, outs) = group_at(&chars, i);
        spread(&mut all, outs);
        i += length;
    }
    let mut settled: Vec<String> = all.iter().map(|raw| settle(raw)).collect();
    settled.sort_unstable();
    settled.dedup();
    settled
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

fn spread(all: &mut Vec<String>, outs: &[&str]) {
    let Some((first, more)) = outs.split_first() else {
        return;
    };
    let kept = all.len();
    for extra in more {
        for i in 0..kept {
            if all.len() >= MOST_READINGS {
                break;
            }
            let mut copy = all[i].clone();
            copy.push_str(extra);
            all.push(copy);
        }
    }
    all[..kept]
        .iter_mut()
        .for_each(|reading| reading.push_str(first));
}

fn group_at(chars: &[char], i: usize) -> (usize, &'static [&'static str]) {
    if chars[i].is_ascii() {
        for (group, outs) in LATIN {
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
        'ј' => &["i"],
        'ѕ' => &["s"],
        _ => &[""],
    };
    (1, outs)
}

/// Doubled letters are one; `ie` is a soft `e`.
fn settle(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
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
    out
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
