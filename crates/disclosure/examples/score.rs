//! Scores the detectors over a labelled set: `cargo run --release -p disclosure --example score -- SET.jsonl [--misses] [--findings]`.
//!
//! `score -- SET.jsonl --over SET.jsonl ...` reads the harmless drafts of the first set over the world of each other one: a
//! draft that is harmless where it was written is so nearly everywhere, but for figures that another world has published.
//!
//! One measure a line, `name: value`. `--misses` prints what was missed and what was raised for nothing; `--findings`
//! prints every finding, so that two versions can be compared line by line.

use disclosure::{Category, Checker, Exposure, Finding, LabelledDraft, LabelledSet, Severity};
use std::error::Error;
use std::time::Instant;

#[derive(Default)]
struct Tally {
    leaking: usize,
    leaking_found: usize,
    harmless: usize,
    harmless_found: usize,
    exposures: usize,
    overlapped: usize,
    with_subject: usize,
    high: usize,
    high_found: usize,
}

const CATEGORIES: [(&str, Category); 9] = [
    ("identity", Category::Identity),
    ("attributes", Category::Attributes),
    ("date", Category::Date),
    ("place", Category::Place),
    ("relative", Category::Relative),
    ("helper", Category::Helper),
    ("staff", Category::Staff),
    ("negotiation", Category::Negotiation),
    ("count", Category::Count),
];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let path = arguments.first().ok_or("which set?")?;
    let asked = |what: &str| arguments.iter().any(|a| a == what);
    let set = LabelledSet::read(&std::fs::read_to_string(path)?)?;
    if asked("--over") {
        return over_other_worlds(&set, &arguments[2..]);
    }
    let today = set.drafts.first().ok_or("a set without drafts")?.day;
    let begun = Instant::now();
    let checker = Checker::new(set.world.clone(), &set.published, today)?;
    println!("index_ms: {:.1}", begun.elapsed().as_secs_f64() * 1e3);
    let begun = Instant::now();
    let judged: Vec<(&LabelledDraft, Vec<Finding>)> = set
        .drafts
        .iter()
        .map(|draft| {
            Ok::<_, disclosure::Stop>((
                draft,
                checker.check(&draft.text, draft.day)?.findings().to_vec(),
            ))
        })
        .collect::<Result<_, _>>()?;
    let bytes: usize = set.drafts.iter().map(|d| d.text.len()).sum();
    println!(
        "kilobytes_per_second: {:.0}",
        bytes as f64 / 1e3 / begun.elapsed().as_secs_f64()
    );
    for lang in ["en", "ru", "all"] {
        let mine: Vec<_> = judged
            .iter()
            .filter(|(d, _)| lang == "all" || d.lang == lang)
            .collect();
        report(lang, &mine);
    }
    if asked("--findings") {
        judged
            .iter()
            .for_each(|(draft, found)| print_findings(draft, found));
    }
    if asked("--misses") {
        judged
            .iter()
            .for_each(|(draft, found)| print_misses(draft, found));
    }
    Ok(())
}

/// False alarms of the harmless drafts of a set over other worlds, on the last day of each.
fn over_other_worlds(set: &LabelledSet, worlds: &[String]) -> Result<(), Box<dyn Error>> {
    let (mut read, mut raised) = (0_usize, 0_usize);
    for path in worlds {
        let other = LabelledSet::read(&std::fs::read_to_string(path)?)?;
        let days = other.drafts.iter().map(|draft| draft.day);
        let today = days.max().ok_or("a set without drafts")?;
        let checker = Checker::new(other.world, &other.published, today)?;
        for draft in set.drafts.iter().filter(|draft| draft.harmless) {
            read += 1;
            let verdict = checker.check(&draft.text, today)?;
            raised += usize::from(!verdict.findings().is_empty());
        }
    }
    let share = raised as f64 / read.max(1) as f64;
    println!("other_worlds.false_alarms: {share:.3} ({raised}/{read})");
    Ok(())
}

fn overlaps(finding: &Finding, exposure: &Exposure) -> bool {
    finding.at.start < exposure.at.end && exposure.at.start < finding.at.end
}

fn has_subject(finding: &Finding, exposure: &Exposure) -> bool {
    overlaps(finding, exposure)
        && (finding.subject == exposure.subject
            || exposure.category == Category::Count && finding.category == Category::Count)
}

fn report(lang: &str, judged: &[&(&LabelledDraft, Vec<Finding>)]) {
    let mut all = Tally::default();
    let mut by_category: Vec<(&str, usize, usize, usize)> = CATEGORIES
        .iter()
        .map(|(name, _)| (*name, 0, 0, 0))
        .collect();
    for (draft, found) in judged {
        if draft.harmless {
            all.harmless += 1;
            all.harmless_found += usize::from(!found.is_empty());
        } else {
            all.leaking += 1;
            all.leaking_found += usize::from(!found.is_empty());
        }
        for exposure in &draft.exposures {
            let overlapped = found.iter().any(|f| overlaps(f, exposure));
            let subject = found.iter().any(|f| has_subject(f, exposure));
            all.exposures += 1;
            all.overlapped += usize::from(overlapped);
            all.with_subject += usize::from(subject);
            if exposure.severity == Severity::High {
                all.high += 1;
                all.high_found += usize::from(overlapped);
            }
            if let Some(at) = CATEGORIES.iter().position(|(_, c)| *c == exposure.category) {
                let own = found
                    .iter()
                    .any(|f| overlaps(f, exposure) && f.category == exposure.category);
                by_category[at].1 += 1;
                by_category[at].2 += usize::from(overlapped);
                by_category[at].3 += usize::from(own);
            }
        }
    }
    print_tally(lang, &all);
    for (name, exposures, overlapped, own) in by_category.iter().filter(|c| c.1 > 0) {
        println!(
            "{lang}.{name}.recall: {:.3} ({overlapped}/{exposures})",
            *overlapped as f64 / *exposures as f64
        );
        println!(
            "{lang}.{name}.own_detector_recall: {:.3} ({own}/{exposures})",
            *own as f64 / *exposures as f64
        );
    }
}

fn print_tally(lang: &str, all: &Tally) {
    let share = |name: &str, part: usize, whole: usize| {
        if whole > 0 {
            println!(
                "{lang}.{name}: {:.3} ({part}/{whole})",
                part as f64 / whole as f64
            );
        }
    };
    share("draft_recall", all.leaking_found, all.leaking);
    share(
        "draft_precision",
        all.leaking_found,
        all.leaking_found + all.harmless_found,
    );
    share("false_alarms", all.harmless_found, all.harmless);
    share("exposure_recall", all.overlapped, all.exposures);
    share(
        "exposure_recall_with_subject",
        all.with_subject,
        all.exposures,
    );
    share("high_recall", all.high_found, all.high);
}

fn print_findings(draft: &LabelledDraft, found: &[Finding]) {
    for f in found {
        println!(
            "finding: {} {:?} {:?} {} {:?} {:?} {}",
            draft.id,
            f.at,
            f.category,
            f.subject,
            f.severity,
            std::mem::discriminant(&f.reason),
            f.already_out
        );
    }
}

fn print_misses(draft: &LabelledDraft, found: &[Finding]) {
    let words = |at: &std::ops::Range<usize>| {
        draft
            .text
            .chars()
            .skip(at.start)
            .take(at.len())
            .collect::<String>()
    };
    if draft.harmless && !found.is_empty() {
        println!("\nfalse alarm {}: {}", draft.id, draft.text);
        found
            .iter()
            .for_each(|f| println!("   {:?} {} `{}`", f.category, f.subject, words(&f.at)));
    }
    for exposure in draft.exposures.iter().filter(|e| {
        !found
            .iter()
            .any(|f| has_subject(f, e) && f.category == e.category)
    }) {
        println!(
            "\nmissed {} {:?} {} `{}` in: {}",
            draft.id,
            exposure.category,
            exposure.subject,
            words(&exposure.at),
            draft.text
        );
        found
            .iter()
            .for_each(|f| println!("   {:?} {} `{}`", f.category, f.subject, words(&f.at)));
    }
}
