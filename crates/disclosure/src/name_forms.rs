//! The case forms and adjectives of a name, and the hashes of their readings.

use crate::case_forms::case_forms;
use crate::eastern::eastern_readings;
use crate::fold::{fold_into, is_mark, script_of};
use crate::sound::{Ear, readings};
use crate::table::{hash, hash_after};
use icu_normalizer::DecomposingNormalizerBorrowed;

/// Folded for its sound: `ё` is kept, what is no letter falls away.
pub(crate) fn folded(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        match c {
            'ё' | 'Ё' => out.push('ё'),
            c => fold_into(c, &mut out),
        }
    }
    out.retain(|c| script_of(c).is_some());
    out
}

fn forms_of(name: &str) -> Vec<String> {
    let word = folded(name);
    if !word.is_ascii() {
        return case_forms(&word);
    }
    let mut forms = latin_forms(&word);
    let plain = without_marks(name);
    if plain != word {
        forms.push(plain);
    }
    forms
}

/// A Latin name as those write it who have no such letters: Mažeika is Mazeika.
fn without_marks(name: &str) -> String {
    let apart = DecomposingNormalizerBorrowed::new_nfd().normalize(name);
    let letters = apart.chars().filter(|c| !is_mark(*c));
    folded(&letters.collect::<String>())
}

/// The hashes of what every spelling of an eastern name shares, for every case form.
pub(crate) fn eastern_keys_of(name: &str) -> Vec<u64> {
    let word = folded(name);
    let forms = if word.is_ascii() {
        let cyrillic = readings(&word).first().map(|reading| in_cyrillic(reading));
        let cases = cyrillic.map_or(Vec::new(), |word| case_forms(&word));
        [vec![word], cases].concat()
    } else {
        case_forms(&word)
    };
    let mut all: Vec<String> = forms
        .iter()
        .flat_map(|form| eastern_readings(form))
        .collect();
    all.sort_unstable();
    all.dedup();
    all.iter().map(|reading| eastern_key(reading)).collect()
}

/// The hash of such a reading: it is none of the sound of other names.
pub(crate) fn eastern_key(reading: &str) -> u64 {
    hash_after(hash("eastern "), reading)
}

/// The hashes of every reading of every case form.
pub(crate) fn keys_of(ear: &mut Ear, name: &str, how: u8) -> Vec<(u64, u8)> {
    let forms = forms_of(name);
    let mut keys = Vec::new();
    for form in forms.iter().filter(|form| form.chars().nth(1).is_some()) {
        keys.extend(ear.hear(form).iter().map(|reading| (hash(reading), how)));
    }
    keys
}

/// A Latin name with the case forms that a Russian text would give it.
fn latin_forms(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    for reading in readings(word).iter().take(4) {
        let cyrillic = in_cyrillic(reading);
        forms.extend(case_forms(&cyrillic));
        // Whether the last consonant is soft, Latin letters do not tell: Gomel, Гомеля.
        if cyrillic.ends_with(['л', 'н', 'т', 'р', 'м', 'в']) {
            forms.extend(case_forms(&format!("{cyrillic}ь")));
        }
    }
    forms
}

fn in_cyrillic(reading: &str) -> String {
    let reading = reading.replace("ia", "я").replace("iu", "ю");
    let letter = |c| match c {
        'a' => 'а',
        'b' => 'б',
        'v' => 'в',
        'g' => 'г',
        'd' => 'д',
        'e' => 'е',
        'j' => 'ж',
        'z' => 'з',
        'i' => 'и',
        'k' => 'к',
        'l' => 'л',
        'm' => 'м',
        'n' => 'н',
        'o' => 'о',
        'p' => 'п',
        'r' => 'р',
        's' => 'с',
        't' => 'т',
        'u' => 'у',
        'f' => 'ф',
        'h' => 'х',
        'q' => 'ц',
        'c' => 'ч',
        'w' => 'ш',
        other => other,
    };
    reading.chars().map(letter).collect()
}

/// `Пенза, пензенский`; `Тверь, тверской`.
pub(crate) fn adjectives(town: &str) -> Vec<String> {
    let word = folded(town);
    if word.is_ascii() || word.chars().count() < 3 {
        return Vec::new();
    }
    let stem = word.trim_end_matches(['а', 'я', 'ь', 'и', 'ы', 'о']);
    let plain = if stem.ends_with("ск") {
        stem.to_owned()
    } else {
        format!("{stem}ск")
    };
    [
        format!("{plain}ий"),
        format!("{plain}ая"),
        format!("{stem}енский"),
        format!("{stem}енская"),
        format!("{stem}инский"),
        format!("{stem}инская"),
    ]
    .into()
}
