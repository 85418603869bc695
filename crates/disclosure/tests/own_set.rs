//! The own set against the figures that the design asks for.

mod support;

use disclosure::{Category, Exposure, Finding};
use support::{checker, found, set};

fn overlaps(finding: &Finding, exposure: &Exposure) -> bool {
    finding.at.start < exposure.at.end && exposure.at.start < finding.at.end
}

#[test]
fn leaking_drafts_are_found_and_harmless_ones_pass() {
    let checker = checker();
    for (lang, least) in [("en", 0.95), ("ru", 0.93)] {
        let (mut leaking, mut caught, mut harmless, mut alarms) = (0.0, 0.0, 0.0, 0.0);
        for draft in set().drafts.iter().filter(|d| d.lang == lang) {
            let any = !found(&checker, &draft.text).is_empty();
            if draft.harmless {
                harmless += 1.0;
                alarms += f64::from(u8::from(any));
            } else {
                leaking += 1.0;
                caught += f64::from(u8::from(any));
            }
        }
        assert!(
            caught / leaking >= least,
            "{lang}: {caught} of {leaking} leaking drafts"
        );
        assert!(
            alarms / harmless <= 0.05,
            "{lang}: {alarms} alarms in {harmless} harmless drafts"
        );
    }
}

#[test]
fn exposures_are_found_with_their_subject() {
    let checker = checker();
    let (mut all, mut right) = (0.0, 0.0);
    for draft in &set().drafts {
        let found = found(&checker, &draft.text);
        for exposure in &draft.exposures {
            all += 1.0;
            let hit = found.iter().any(|f| {
                overlaps(f, exposure)
                    && (f.subject == exposure.subject
                        || exposure.category == Category::Count && f.category == Category::Count)
            });
            right += f64::from(u8::from(hit));
        }
    }
    assert!(right / all >= 0.85, "{right} of {all}");
}
