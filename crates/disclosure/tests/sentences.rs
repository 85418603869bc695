//! Single sentences over the worlds of the labelled sets: `+` exposes somebody of that world, `-` nobody.
//!
//! The author of the detectors wrote them to find kinds that were not heard, so they say what was won and must not be
//! lost again, and nothing of sentences that nobody has read. What is still missed stays in the lists.

use disclosure::{Checker, LabelledSet};

struct Judged {
    leaking: usize,
    found: usize,
    harmless: usize,
    raised: Vec<String>,
}

fn judge(set: &str, sentences: &str, judged: &mut Judged) {
    let set = LabelledSet::read(set).expect("a set");
    let days = set.drafts.iter().map(|draft| draft.day);
    let today = days.max().expect("a set with drafts");
    let checker = Checker::new(set.world, &set.published, today).expect("a world");
    for line in sentences.lines() {
        let verdict = checker.check(&line[2..], today).expect("a sentence");
        let held_back = !verdict.findings().is_empty();
        if line.starts_with('+') {
            judged.leaking += 1;
            judged.found += usize::from(held_back);
        } else {
            judged.harmless += 1;
            judged
                .raised
                .extend(held_back.then(|| line[2..].to_owned()));
        }
    }
}

#[test]
fn most_that_expose_somebody_are_held_back_and_few_that_do_not() {
    let mut judged = Judged {
        leaking: 0,
        found: 0,
        harmless: 0,
        raised: Vec::new(),
    };
    macro_rules! over {
        ($($name:literal),*) => {$(
            judge(
                include_str!(concat!("../sets/", $name, ".jsonl")),
                include_str!(concat!("data/sentences/", $name, ".txt")),
                &mut judged,
            );
        )*};
    }
    over!(
        "third",
        "fourth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth"
    );
    assert!(judged.leaking > 600 && judged.harmless > 200);
    assert!(
        judged.found * 100 >= judged.leaking * 88,
        "{}",
        judged.found
    );
    let raised = judged.raised.len();
    assert!(raised * 20 <= judged.harmless, "{:?}", judged.raised);
}
