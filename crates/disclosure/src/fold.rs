use icu_normalizer::DecomposingNormalizerBorrowed;
use unicode_security::confusable_detection::skeleton;

/// The script that a letter is read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Latin,
    Cyrillic,
    Digit,
}

/// The script of a folded character; `None` for what is no part of a word.
pub(crate) fn script_of(c: char) -> Option<Script> {
    match c {
        'a'..='z' => Some(Script::Latin),
        '0'..='9' => Some(Script::Digit),
        '\u{400}'..='\u{52F}' => Some(Script::Cyrillic),
        _ => None,
    }
}

/// Characters that show nothing and could be slipped between letters: format characters, fillers,
/// variation selectors and combining marks that stand alone.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// A combining mark of the common blocks.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// Appends the folded form of `c`: small letters, no marks, compatibility forms and look-alikes
/// resolved. What schemes of romanisation write with a mark becomes the digraph of the same sound.
pub(crate) fn fold_into(c: char, out: &mut String) {
    match c {
        'a'..='z' | '0'..='9' => out.push(c),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        'ё' | 'Ё' => out.push('е'),
        'а'..='я' => out.push(c),
        'А'..='Я' | '\u{400}'..='\u{52F}' => out.extend(c.to_lowercase()),
        c if c.is_ascii() => out.push(c),
        _ => fold_rare(c, out),
    }
}

fn fold_rare(c: char, out: &mut String) {
    if is_invisible(c) || is_mark(c) {
        return;
    }
    let lower = c.to_lowercase().next().unwrap_or(c);
    if let Some(sound) = marked(lower) {
        out.push_str(sound);
        return;
    }
    let mut buffer = [0_u8; 4];
    let plain = DecomposingNormalizerBorrowed::new_nfkd()
        .normalize(c.encode_utf8(&mut buffer))
        .into_owned();
    for part in plain.chars().filter(|part| !is_mark(*part)) {
        let lower = part.to_lowercase().next().unwrap_or(part);
        match script_of(lower) {
            Some(_) => out.push(if lower == 'ё' { 'е' } else { lower }),
            None if lower.is_alphabetic() => look_alike(part, out),
            None => out.push(lower),
        }
    }
}

/// The prototype of a letter of another script, by the table of confusables (UTS 39).
fn look_alike(c: char, out: &mut String) {
    let mut buffer = [0_u8; 4];
    for prototype in skeleton(c.encode_utf8(&mut buffer)).filter(|p| !is_mark(*p)) {
        out.extend(prototype.to_lowercase());
    }
}

/// Letters whose mark is a sound: `č`, `š`, `ž` and their kin in ISO 9 and in national alphabets.
fn marked(c: char) -> Option<&'static str> {
    Some(match c {
        'č' | 'ć' | 'ç' => "ch",
        'š' | 'ś' | 'ş' | 'ș' => "sh",
        'ž' | 'ź' | 'ż' => "zh",
        'ŝ' => "shch",
        'â' => "ia",
        'û' => "iu",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ß' => "ss",
        'æ' | 'œ' => "e",
        'ø' => "o",
        'þ' => "th",
        'ğ' | 'ģ' => "g",
        'ħ' => "h",
        'ı' => "i",
        'ə' => "a",
        _ => return None,
    })
}

/// Latin letters that look like a Cyrillic one, small or capital.
const TWINS: &[(char, char)] = &[
    ('a', 'а'),
    ('b', 'в'),
    ('c', 'с'),
    ('e', 'е'),
    ('h', 'н'),
    ('i', 'і'),
    ('j', 'ј'),
    ('k', 'к'),
    ('m', 'м'),
    ('o', 'о'),
    ('p', 'р'),
    ('s', 'ѕ'),
    ('t', 'т'),
    ('x', 'х'),
    ('y', 'у'),
];

/// The same word with every look-alike in `script`; `None` when a letter has no twin there and
/// `whole` is asked for.
pub(crate) fn in_script(word: &str, script: Script, whole: bool) -> Option<String> {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        let twin = match script {
            Script::Cyrillic => TWINS
                .iter()
                .find(|(latin, _)| *latin == c)
                .map(|(_, cyrillic)| *cyrillic),
            Script::Latin => TWINS
                .iter()
                .find(|(_, cyrillic)| *cyrillic == c)
                .map(|(latin, _)| *latin),
            Script::Digit => None,
        };
        match twin {
            Some(twin) => out.push(twin),
            None if whole && script_of(c) != Some(script) => return None,
            None => out.push(c),
        }
    }
    Some(out)
}

/// Digits read as the letters they are written for: `akhmed0v`.
pub(crate) fn digits_as_letters(word: &str) -> String {
    let cyrillic = word.chars().any(|c| script_of(c) == Some(Script::Cyrillic));
    word.chars()
        .map(|c| match (c, cyrillic) {
            ('0', false) => 'o',
            ('1', false) => 'i',
            ('3', false) => 'e',
            ('4', false) => 'a',
            ('5', false) => 's',
            ('0', true) => 'о',
            ('3', true) => 'з',
            ('4', true) => 'ч',
            _ => c,
        })
        .collect()
}
