//! Names of those who speak Arabic, Persian, Kurdish or a Turkic language, by what every spelling of one name shares.
//!
//! Writing in Arabic letters leaves short vowels out, so one man is Husayn, Hossein and Hussain, al-Anazi and Alenezi; and
//! romanisations (ALA-LC, BGN/PCGN, IJMES, French and English newspapers, passports) disagree on the rest: ق is q, gh, g or k,
//! ظ is z, dh or th, و is v, w or u. What is compared is looser than the sound of other names, and so it is asked of these
//! people's names only, and of names that are long enough to tell.

use crate::fold::script_of;

/// Languages, by their English names, whose names are spelled in so many ways.
const LANGUAGES: &[&str] = &[
    "arabic",
    "azerbaijani",
    "azeri",
    "balochi",
    "baluchi",
    "dari",
    "farsi",
    "hazaragi",
    "karakalpak",
    "kazakh",
    "kurdish",
    "kurmanji",
    "kyrgyz",
    "pashto",
    "persian",
    "sorani",
    "tajik",
    "turkish",
    "turkmen",
    "turkmeni",
    "urdu",
    "uyghur",
    "uzbek",
];

/// No word has more readings than this; what is longer keeps its first ones.
const MOST_READINGS: usize = 16;

/// Fewer consonants tell only with more vowels between them.
const TELLING_CONSONANTS: usize = 3;

/// Letters of a reading that has fewer consonants.
const TELLING_LETTERS: usize = 5;

/// Whether names of people who speak these languages are spelled in so many ways.
pub(crate) fn speak_an_eastern_language(languages: &[String]) -> bool {
    languages
        .iter()
        .any(|l| LANGUAGES.iter().any(|it| l.to_lowercase().starts_with(it)))
}

/// What the spellings of such a name share, for a folded word in Latin or Cyrillic letters; nothing for short ones.
pub(crate) fn eastern_readings(word: &str) -> Vec<String> {
    if !word.chars().all(|c| script_of(c).is_some()) {
        return Vec::new();
    }
    let chars: Vec<char> = word.chars().collect();
    let bare = end_of_article(&chars).map_or(Vec::new(), |end| spread(&chars[end..]));
    // However the article sounds before the name, it is one.
    let with_article: Vec<String> = bare.iter().map(|name| format!("al{name}")).collect();
    let mut all: Vec<String> = spread(&chars)
        .into_iter()
        .chain(bare)
        .chain(with_article)
        .map(|raw| settled(&raw))
        .filter(|reading| tells(reading))
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether a word is the article before an Arabic name, as it sounds before any letter.
pub(crate) fn is_article(word: &str) -> bool {
    const ARTICLES: &[&str] = &[
        "ad", "al", "an", "ar", "as", "ash", "at", "az", "el", "ul", "ад", "аль", "ан", "ар", "ас",
        "ат", "аш", "аз", "эль",
    ];
    ARTICLES.contains(&word)
}

/// Where the name begins after an article that is written with it: `alanazi`, `ashshatti`, `аззафири`.
fn end_of_article(chars: &[char]) -> Option<usize> {
    let vowel = matches!(chars.first()?, 'a' | 'e' | 'а' | 'э');
    let third = chars.get(2).copied();
    let long = chars.len() > TELLING_LETTERS;
    match chars.get(1)? {
        _ if !vowel || !long => None,
        'л' if third == Some('ь') => Some(3),
        'l' | 'л' => Some(2),
        // The `l` becomes the letter that follows it.
        c @ ('t' | 'd' | 'r' | 'z' | 's' | 'n' | 'т' | 'д' | 'р' | 'з' | 'с' | 'ш' | 'н') => {
            if third == Some('h') {
                (chars.get(3) == Some(c)).then_some(3)
            } else {
                (third == Some(*c)).then_some(2)
            }
        }
        _ => None,
    }
}

fn tells(reading: &str) -> bool {
    let consonants = reading.chars().filter(|c| !"aio".contains(*c)).count();
    consonants >= TELLING_CONSONANTS
        || consonants + 1 >= TELLING_CONSONANTS && reading.len() >= TELLING_LETTERS
}

/// Every way to hear the letters, before doubled ones become one.
fn spread(chars: &[char]) -> Vec<String> {
    let mut readings = vec![String::new()];
    let mut i = 0;
    while i < chars.len() {
        let (length, sounds) = sound_at(chars, i);
        let before = readings.len();
        for extra in sounds.iter().skip(1) {
            for k in 0..before.min(MOST_READINGS.saturating_sub(readings.len())) {
                readings.push(readings[k].clone() + extra);
            }
        }
        readings[..before]
            .iter_mut()
            .for_each(|reading| reading.push_str(sounds[0]));
        i += length;
    }
    readings
}

type Sounds = &'static [&'static str];

fn sound_at(chars: &[char], i: usize) -> (usize, Sounds) {
    let next = chars.get(i + 1).copied().unwrap_or(' ');
    let pair: Sounds = match (chars[i], next) {
        ('k', 'h') => &["h"],
        ('c', 'h') => &["c"],
        ('s', 'h') => &["w"],
        ('z', 'h') | ('д', 'ж') | ('d', 'j') => &["j"],
        ('g', 'h') => &["k", "h"],
        ('d', 'h') => &["d", "z"],
        ('t', 'h') => &["t", "s", "z"],
        ('p', 'h') => &["f"],
        ('d', 'z') if chars.get(i + 2) == Some(&'h') => return (3, &["j"]),
        ('d', 'z') => &["z", "d"],
        ('o', 'u' | 'o') => &["o"],
        ('e', 'e') => &["i"],
        _ => return (1, letter(chars, i)),
    };
    (2, pair)
}

fn letter(chars: &[char], i: usize) -> Sounds {
    let last = i + 1 == chars.len();
    match chars[i] {
        'a' | 'а' | 'ә' => &["a"],
        // What one spelling has for a short vowel, another has otherwise.
        'e' | 'е' | 'э' | 'є' => &["a", "i"],
        'i' | 'y' | 'и' | 'й' | 'ы' | 'і' | 'ї' | 'ӣ' => &["i"],
        'o' | 'u' | 'о' | 'у' | 'ө' | 'ү' | 'ұ' | 'ӯ' | 'ў' => &["o"],
        'ё' | 'ю' => &["io", "o"],
        'я' => &["ia", "a"],
        'b' | 'б' => &["b"],
        'v' | 'w' | 'в' => &["v"],
        'd' | 'д' => &["d"],
        'ж' | 'ҷ' | 'җ' => &["j"],
        'j' => &["j"],
        'z' | 'з' => &["z"],
        'q' | 'k' | 'к' | 'қ' => &["k"],
        'g' | 'г' | 'ғ' | 'ґ' => &["k", "h"],
        'l' | 'л' => &["l"],
        'm' | 'м' => &["m"],
        'n' | 'н' | 'ң' => &["n"],
        'p' | 'п' => &["p"],
        'r' | 'р' => &["r"],
        's' | 'с' => &["s"],
        't' | 'т' => &["t"],
        'f' | 'ф' => &["f"],
        // At the end it is a vowel's sign: Fatemeh, Fatima.
        'h' if last => &["", "h"],
        'h' | 'x' | 'х' | 'ҳ' | 'һ' => &["h"],
        'c' => &["c", "j"],
        'ц' => &["ts"],
        'ч' => &["c"],
        'ш' | 'щ' => &["w"],
        _ => &[""],
    }
}

/// Doubled sounds are one.
fn settled(raw: &str) -> String {
    let mut out = String::new();
    raw.chars().for_each(|c| {
        if !out.ends_with(c) {
            out.push(c);
        }
    });
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(one: &str, other: &str) -> bool {
        let others = eastern_readings(other);
        eastern_readings(one).iter().any(|r| others.contains(r))
    }

    #[test]
    fn spellings_of_one_name_share_a_reading() {
        for (one, other) in [
            ("hossein", "husayn"),
            ("hossein", "гусейн"),
            ("hossein", "хусейн"),
            ("mohammadi", "muhammadi"),
            ("qasemi", "ghasemi"),
            ("qasemi", "касеми"),
            ("rezaei", "rezayi"),
            ("rezaei", "ризаи"),
            ("haidari", "heydari"),
            ("haidari", "гейдари"),
            ("aldhafiri", "althafeeri"),
            ("aldhafiri", "аззафири"),
            ("alanazi", "alenezi"),
            ("alshatti", "ashshatti"),
            ("alshatti", "ашшатти"),
            ("ghulam", "gholam"),
            ("ghulam", "гулям"),
            ("rahmani", "rakhmani"),
            ("davoudi", "dawoodi"),
            ("fatemeh", "fatima"),
        ] {
            assert!(
                share(one, other),
                "{one} and {other}: {:?} {:?}",
                eastern_readings(one),
                eastern_readings(other)
            );
        }
    }

    #[test]
    fn different_names_share_none() {
        for (one, other) in [
            ("jamali", "jamili"),
            ("karimi", "karami"),
            ("hasani", "husseini"),
            ("rashidi", "rashadi"),
            ("salimi", "salami"),
            ("nazari", "nasiri"),
            ("rahimi", "rahmani"),
            ("sadeqi", "sadri"),
        ] {
            assert!(!share(one, other), "{one} and {other}");
        }
    }

    #[test]
    fn what_is_short_has_none() {
        assert!(eastern_readings("ali").is_empty());
        assert!(eastern_readings("reza").is_empty());
    }
}
