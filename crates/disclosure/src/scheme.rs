//! By which scheme a Cyrillic name is spelled in Latin letters.

use crate::fold::fold_into;

/// A scheme of romanisation that a reader meets in papers and newspapers.
///
/// Only schemes whose spellings can be told apart without marks: ISO 9 and ALA-LC are recognised by sound, not named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// Russian passports from 2010: `Tcarnov`. Source: GOST R 52535.1-2006.
    Passport2010,
    /// Russian passports from 2014, and machine-readable papers: `Tsarnov`. Source: ICAO Doc 9303, part 3.
    Passport2014,
    /// Maps and English newspapers: `Yuryev`. Source: BGN/PCGN 1947 for Russian.
    BgnPcgn,
    /// German newspapers: `Zarnow`. Source: Duden.
    German,
    /// French newspapers, and passports before 1997: `Joukov`. The usual spelling; no official table was seen.
    French,
}

impl Scheme {
    /// Every scheme that can be named.
    pub const ALL: [Scheme; 5] = [
        Scheme::Passport2010,
        Scheme::Passport2014,
        Scheme::BgnPcgn,
        Scheme::German,
        Scheme::French,
    ];

    /// A Russian name as the scheme spells it, in small letters; what is not Russian stays.
    pub fn spell(self, cyrillic: &str) -> String {
        let letters: Vec<char> = cyrillic.to_lowercase().chars().collect();
        let mut spelled = String::new();
        for (i, letter) in letters.iter().enumerate() {
            let before = i.checked_sub(1).map(|b| letters[b]);
            let next = letters.get(i + 1).copied();
            match self.own(*letter, before, next).or(shared(*letter)) {
                Some(latin) => spelled.push_str(latin),
                None => spelled.push(*letter),
            }
        }
        spelled
    }

    /// Where the scheme differs from the others.
    fn own(self, letter: char, before: Option<char>, next: Option<char>) -> Option<&'static str> {
        match self {
            Scheme::Passport2010 => (letter == 'ц').then_some("tc"),
            Scheme::Passport2014 => (letter == 'ъ').then_some("ie"),
            Scheme::BgnPcgn => bgn_pcgn(letter, before),
            Scheme::German => german(letter, before, next),
            Scheme::French => french(letter, before, next),
        }
    }
}

/// What passports write, and most schemes with them.
fn shared(letter: char) -> Option<&'static str> {
    const LETTERS: &[(char, &str)] = &[
        ('а', "a"),
        ('б', "b"),
        ('в', "v"),
        ('г', "g"),
        ('д', "d"),
        ('е', "e"),
        ('ё', "e"),
        ('ж', "zh"),
        ('з', "z"),
        ('и', "i"),
        ('й', "i"),
        ('к', "k"),
        ('л', "l"),
        ('м', "m"),
        ('н', "n"),
        ('о', "o"),
        ('п', "p"),
        ('р', "r"),
        ('с', "s"),
        ('т', "t"),
        ('у', "u"),
        ('ф', "f"),
        ('х', "kh"),
        ('ц', "ts"),
        ('ч', "ch"),
        ('ш', "sh"),
        ('щ', "shch"),
        ('ъ', ""),
        ('ы', "y"),
        ('ь', ""),
        ('э', "e"),
        ('ю', "iu"),
        ('я', "ia"),
    ];
    let found = LETTERS.iter().find(|(cyrillic, _)| *cyrillic == letter);
    found.map(|(_, latin)| *latin)
}

fn is_vowel(letter: char) -> bool {
    "аеёиоуыэюя".contains(letter)
}

/// At the beginning, after a vowel and after a sign, `е` is spoken with a glide.
fn has_glide(before: Option<char>) -> bool {
    before.is_none_or(|b| is_vowel(b) || matches!(b, 'й' | 'ь' | 'ъ'))
}

fn bgn_pcgn(letter: char, before: Option<char>) -> Option<&'static str> {
    Some(match letter {
        'е' if has_glide(before) => "ye",
        'ё' if has_glide(before) => "yë",
        'ё' => "ë",
        'й' => "y",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}

fn german(letter: char, before: Option<char>, next: Option<char>) -> Option<&'static str> {
    Some(match letter {
        'в' => "w",
        'е' if has_glide(before) => "je",
        'ё' if matches!(before, Some('ж' | 'ч' | 'ш' | 'щ')) => "o",
        'ё' => "jo",
        'ж' | 'ш' => "sch",
        'з' => "s",
        'й' if matches!(before, Some('и' | 'ы')) => "",
        'с' if before.is_some_and(is_vowel) && next.is_some_and(is_vowel) => "ss",
        'х' => "ch",
        'ц' => "z",
        'ч' => "tsch",
        'щ' => "schtsch",
        'ю' => "ju",
        'я' => "ja",
        _ => return None,
    })
}

fn french(letter: char, before: Option<char>, next: Option<char>) -> Option<&'static str> {
    Some(match letter {
        'г' if matches!(next, Some('е' | 'и' | 'ё' | 'э')) => "gu",
        'ж' => "j",
        'с' if before.is_some_and(is_vowel) && next.is_some_and(is_vowel) => "ss",
        'у' => "ou",
        'ч' => "tch",
        'ш' => "ch",
        'щ' => "chtch",
        'ю' => "iou",
        'н' if before == Some('и') && next.is_none() => "ne",
        _ => return None,
    })
}

/// The schemes by which one spelling of a name may have arisen. A letter with a mark counts as the digraph of its
/// sound: `Žukov` as `Zhukov`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Schemes(u8);

impl Schemes {
    /// Those that spell a Cyrillic name so.
    pub fn that_spell(cyrillic: &str, latin: &str) -> Schemes {
        let wanted = folded(latin);
        Scheme::ALL
            .iter()
            .filter(|scheme| folded(&scheme.spell(cyrillic)) == wanted)
            .fold(Schemes(0), |all, scheme| Schemes(all.0 | bit(*scheme)))
    }

    /// Whether this one may have been used.
    pub fn contains(self, scheme: Scheme) -> bool {
        self.0 & bit(scheme) != 0
    }

    /// No scheme that can be named.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = Scheme> {
        Scheme::ALL.into_iter().filter(move |s| self.contains(*s))
    }

    pub(crate) fn either(self, other: Schemes) -> Schemes {
        Schemes(self.0 | other.0)
    }

    pub(crate) fn both(self, other: Schemes) -> Schemes {
        Schemes(self.0 & other.0)
    }

    pub(crate) fn none() -> Schemes {
        Schemes(0)
    }
}

fn bit(scheme: Scheme) -> u8 {
    1 << scheme as u8
}

fn folded(word: &str) -> String {
    let mut folded = String::new();
    word.chars().for_each(|c| fold_into(c, &mut folded));
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_scheme_spells_as_its_papers_do() {
        // Spelled by hand from the tables of each scheme.
        for (name, scheme, spelled) in [
            ("Царнов", Scheme::Passport2010, "tcarnov"),
            ("Царнов", Scheme::Passport2014, "tsarnov"),
            ("Подъячев", Scheme::Passport2014, "podieiachev"),
            ("Юрьев", Scheme::BgnPcgn, "yuryev"),
            ("Жуковский", Scheme::German, "schukowski"),
            ("Щукин", Scheme::German, "schtschukin"),
            ("Жуков", Scheme::French, "joukov"),
            ("Пушкин", Scheme::French, "pouchkine"),
        ] {
            assert_eq!(scheme.spell(name), spelled, "{name} {scheme:?}");
        }
    }

    #[test]
    fn a_spelling_that_several_schemes_share_names_them_all() {
        let shared: Vec<Scheme> = Schemes::that_spell("Иванов", "Ivanov").iter().collect();
        let without_german = [
            Scheme::Passport2010,
            Scheme::Passport2014,
            Scheme::BgnPcgn,
            Scheme::French,
        ];
        assert_eq!(shared, without_german);
        assert!(Schemes::that_spell("Иванов", "Petrov").is_empty());
    }
}
