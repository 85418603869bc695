//! The table of given names: short forms, forms of other languages, and what may be the same name.

use crate::lexicon::rows;
use crate::name_forms::folded;
use crate::sound::readings;
use crate::table::{Plain, hash};
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

struct GivenNames {
    /// The rows in which a name stands as itself.
    by_key: HashMap<u64, Vec<usize>, Plain>,
    rows: Vec<Vec<&'static str>>,
    every: HashSet<u64>,
}

fn given_names() -> &'static GivenNames {
    static TABLE: OnceLock<GivenNames> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = GivenNames {
            by_key: HashMap::default(),
            rows: Vec::new(),
            every: HashSet::new(),
        };
        for row in rows(include_str!("../data/given_names.txt")) {
            let at = table.rows.len();
            for name in row[0].split(',') {
                readings(&folded(name))
                    .iter()
                    .for_each(|r| table.by_key.entry(hash(r)).or_default().push(at));
            }
            for name in row
                .iter()
                .flat_map(|column| column.split(','))
                .filter(|n| !n.is_empty())
            {
                table
                    .every
                    .extend(readings(&folded(name)).iter().map(|r| hash(r)));
            }
            table.rows.push(row);
        }
        table
    })
}

/// Short forms and forms of other languages of a given name: 0 the same name, 1 short, 2 another language's.
pub(crate) fn given_forms(name: &str) -> Vec<(&'static str, u8)> {
    let table = given_names();
    let mut rows: Vec<usize> = readings(&folded(name))
        .iter()
        .filter_map(|r| table.by_key.get(&hash(r)))
        .flatten()
        .copied()
        .collect();
    rows.sort_unstable();
    rows.dedup();
    let mut forms = Vec::new();
    for row in rows {
        for (column, how) in [(0, 0), (1, 1), (2, 2)] {
            forms.extend(
                table.rows[row]
                    .get(column)
                    .into_iter()
                    .flat_map(|c| c.split(','))
                    .filter(|n| !n.is_empty())
                    .map(|n| (n, how)),
            );
        }
    }
    forms
}

/// Whether the table of given names holds a word, in any script.
pub(crate) fn is_given_name(word: &str) -> bool {
    let table = given_names();
    readings(word)
        .iter()
        .any(|r| table.every.contains(&hash(r)))
}

/// Whether a word is the name but for a letter: a second look, for a word beside a family name that is known.
pub(crate) fn nearly_same(word: &str, name: &str) -> bool {
    let names = readings(&folded(name));
    readings(word).iter().any(|said| {
        let letters = if said.len() >= 7 { 2 } else { 1 };
        said.len() >= 4
            && names
                .iter()
                .any(|name| strsim::levenshtein(said, name) <= letters)
    })
}

/// Whether two letters or digraphs can begin the same name.
pub(crate) fn same_initial(initial: &str, name: &str) -> bool {
    let first = |word: &str| -> HashSet<char> {
        readings(word)
            .iter()
            .filter_map(|r| r.chars().next())
            .collect()
    };
    let name = folded(name);
    let letter = name.chars().next().map(String::from).unwrap_or_default();
    if letter == initial {
        return true;
    }
    let same_script = name.is_ascii() == initial.is_ascii();
    (!same_script || initial.chars().count() > 1)
        && first(initial).intersection(&first(&name)).next().is_some()
}
/// Words of every text that sound like somebody's name: at the head of a sentence they are the word.
pub(crate) fn is_a_small_word(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "some", "same", "man", "men", "taxi", "come", "home", "time", "sun", "son", "were", "was",
        "are", "all", "then", "them", "there", "late", "long", "name", "line", "сам", "сама",
        "там", "тот", "они", "нам", "вам", "дома", "рада", "рад",
    ];
    WORDS.contains(&word)
}

/// Given names that are words of everyday language too, in either: they need more beside them.
pub(crate) fn is_also_a_word(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "islam",
        "said",
        "hope",
        "faith",
        "grace",
        "joy",
        "rose",
        "may",
        "june",
        "april",
        "dawn",
        "mark",
        "will",
        "bill",
        "pat",
        "ray",
        "rich",
        "art",
        "sky",
        "victor",
        "roman",
        "vera",
        "nadia",
        "mira",
        "mir",
        "slava",
        "lev",
        "adam",
        "eve",
        "august",
        "victoria",
        "angel",
        "christian",
        "ruby",
        "amber",
        "iris",
        "olive",
        "ivy",
        "lily",
        "daisy",
        "violet",
        "summer",
        "autumn",
        "melody",
        "harmony",
        "destiny",
        "chance",
        "miles",
        "chase",
        "hunter",
        "drew",
        "frank",
        "jack",
        "jimmy",
        "bob",
        "rob",
        "sue",
        "gene",
        "dean",
        "earl",
        "duke",
        "max",
        "ислам",
        "вера",
        "веры",
        "вере",
        "веру",
        "верой",
        "надежда",
        "надежды",
        "надежде",
        "надежду",
        "надеждой",
        "любовь",
        "любви",
        "любовью",
        "роман",
        "романа",
        "роману",
        "романом",
        "романе",
        "лев",
        "слава",
        "славы",
        "славе",
        "славу",
        "славой",
        "мир",
        "мира",
        "миру",
        "миром",
        "мире",
        "роза",
        "розы",
        "розу",
        "розой",
        "виктория",
        "виктории",
        "викторию",
        "майя",
        "август",
        "адам",
        "марк",
        "марта",
        "марты",
        "марту",
        "лилия",
        "лилии",
        "заря",
        "светлана",
        "ангел",
        "свет",
        "луна",
        "весна",
        "алый",
        "тихон",
        "саид",
        "сабур",
        "рай",
        "батыр",
        "султан",
        "султана",
        "эмир",
        "эмира",
        "шах",
        "хан",
        "бек",
        "паша",
        "паши",
        "паше",
        "пашу",
    ];
    WORDS.contains(&word)
}
