//! The tests that stand beside the law: run, and compared with what their author expected.

use crate::book::{BookTest, Overlay, OverlayTest, Pathway};
use crate::doors::writes;
use crate::load::Library;
use crate::program::{InForce, OverlayState, Program, overlay_state};
use crate::residual::Residual;
use crate::verdict::{Reason, Verdict, verdict};
use crate::window::Day;
use facts::{Complaints, Facts, Place, SourceText, Truth, read_facts};

/// A test that did not come out as its author expected.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The pathway or overlay.
    pub id: String,
    /// The test's name.
    pub test: String,
    /// What was expected.
    pub expected: String,
    /// What came out.
    pub found: String,
    /// The file.
    pub source: SourceText,
    /// Where the test stands.
    pub at: Place,
}

/// How the tests of a library came out.
#[derive(Clone, Debug, Default)]
pub struct TestReport {
    /// How many ran.
    pub ran: usize,
    /// Those that failed.
    pub failures: Vec<Failure>,
}

/// Runs every test of every book.
pub fn run_tests(library: &Library) -> TestReport {
    let mut report = TestReport::default();
    for pathway in &library.pathways {
        for test in &pathway.tests {
            report.ran += 1;
            report
                .failures
                .extend(run_pathway_test(library, pathway, test));
        }
    }
    for overlay in &library.overlays {
        for test in &overlay.tests {
            report.ran += 1;
            report.failures.extend(run_overlay_test(overlay, test));
        }
    }
    report
}

fn run_overlay_test(overlay: &Overlay, test: &OverlayTest) -> Option<Failure> {
    let found = match overlay_state(&overlay.in_force, &overlay.enjoined, Day::of(test.date)) {
        OverlayState::Active => "active",
        OverlayState::Enjoined => "enjoined",
        OverlayState::Inactive => "inactive",
        OverlayState::Unknown => "unknown",
    };
    (found != test.expect).then(|| Failure {
        id: overlay.id.clone(),
        test: test.name.clone(),
        expected: test.expect.clone(),
        found: found.to_owned(),
        source: overlay.source.clone(),
        at: test.at.clone(),
    })
}

/// The facts of a test: the file's `test_base` with the test's own written over it.
pub(crate) fn test_facts(library: &Library, pathway: &Pathway, test: &BookTest) -> Facts {
    let read = |node: &Option<facts::Node>| {
        node.as_ref().map_or_else(Facts::new, |node| {
            read_facts(
                node,
                &library.vocabulary,
                &pathway.source,
                &mut Complaints::new(),
            )
        })
    };
    read(&pathway.test_base).overlaid(&read(&test.given))
}

/// Runs one test of a pathway; gives the failure, if it fails.
pub fn run_pathway_test(library: &Library, pathway: &Pathway, test: &BookTest) -> Option<Failure> {
    let day = Day {
        on: test.date,
        known_on: test.known_on.unwrap_or(test.date),
    };
    let program = Program::of(library, day, |other, key| {
        other.id == pathway.id && key == test.member.as_deref()
    });
    let wanted = match &test.member {
        Some(member) => format!("{}[{member}]", pathway.id),
        None => pathway.id.clone(),
    };
    let fail = |expected: String, found: String| Failure {
        id: wanted.clone(),
        test: test.name.clone(),
        expected,
        found,
        source: pathway.source.clone(),
        at: test.at.clone(),
    };
    let Some(index) = program.rules.iter().position(|rule| rule.id == wanted) else {
        return Some(fail(
            format!("a member `{wanted}`"),
            "no such member on that day".into(),
        ));
    };
    let facts = test_facts(library, pathway, test);
    let residual = Residual::of(&program, library, &facts);
    let verdict = verdict(&program, library, &residual, &facts, index);
    let (expected, found) = compare(library, pathway, test, &program, &verdict)?;
    Some(fail(expected, found))
}

fn compare(
    library: &Library,
    pathway: &Pathway,
    test: &BookTest,
    program: &Program,
    verdict: &Verdict,
) -> Option<(String, String)> {
    let reasons = reason_ids(library, pathway, verdict);
    if let Some(expected) = &test.expect
        && expected != verdict.word.word()
    {
        return Some((
            expected.clone(),
            format!("{} ({})", verdict.word.word(), reasons.join(", ")),
        ));
    }
    if let Some(missing) = test.because.iter().find(|id| !reasons.contains(id)) {
        return Some((
            format!("because of {missing}"),
            format!("because of {}", reasons.join(", ")),
        ));
    }
    if let Some(unwanted) = test.not_because.iter().find(|id| reasons.contains(id)) {
        return Some((
            format!("not because of {unwanted}"),
            format!("because of {}", reasons.join(", ")),
        ));
    }
    let asked = word_of(verdict.asked_today);
    if let Some(expected) = &test.asked_today
        && expected != asked
    {
        return Some((
            format!("asked_today: {expected}"),
            format!("asked_today: {asked}"),
        ));
    }
    if let Some(expected) = test.limited
        && expected != verdict.limited
    {
        return Some((
            format!("limited: {expected}"),
            format!("limited: {}", verdict.limited),
        ));
    }
    let window = window_of(&program.rules[verdict.rule].in_force);
    if let Some(expected) = test.window
        && usize::try_from(expected).ok() != window
    {
        let found = window.map_or("none".to_owned(), |window| window.to_string());
        return Some((format!("window: {expected}"), format!("window: {found}")));
    }
    compare_event(library, pathway, test, program, verdict)
}

/// Which window of the book a rule rests on, counted from 1.
fn window_of(in_force: &InForce) -> Option<usize> {
    match in_force {
        InForce::Yes { window, .. } => window.map(|index| index + 1),
        _ => None,
    }
}

fn compare_event(
    library: &Library,
    pathway: &Pathway,
    test: &BookTest,
    program: &Program,
    verdict: &Verdict,
) -> Option<(String, String)> {
    let event = pathway.events.get(test.event.as_ref()?)?;
    let mut found: Vec<String> = writes(program, library, &program.rules[verdict.rule], event)
        .into_iter()
        .map(|(fact, key)| match key {
            Some(key) => format!("{fact}[\"{key}\"]"),
            None => fact.to_string(),
        })
        .collect();
    let mut expected = test.expect_writes.clone();
    found.sort();
    expected.sort();
    (found != expected).then(|| (expected.join(", "), found.join(", ")))
}

fn word_of(truth: Truth) -> &'static str {
    match truth {
        Truth::True => "yes",
        Truth::False => "no",
        Truth::Unknown => "unknown",
    }
}

/// The ids of a verdict's reasons: conditions, overlays, `in_force`; and of what is weighed.
pub fn reason_ids(library: &Library, pathway: &Pathway, verdict: &Verdict) -> Vec<String> {
    let clause = |index: &usize| pathway.clauses[*index].id.clone();
    let mut ids: Vec<String> = Vec::new();
    for reason in &verdict.reasons {
        match reason {
            Reason::NotInForce(_) | Reason::OnlyByException => ids.push("in_force".into()),
            Reason::Overlay(index) | Reason::OverlayPerhaps(index) => {
                ids.push(library.overlays[*index].id.clone())
            }
            Reason::Fails(index)
            | Reason::Applies(index)
            | Reason::NotShown(index)
            | Reason::NotRuledOut(index)
            | Reason::NobodyCanCheck(index)
            | Reason::Carried(index) => ids.push(clause(index)),
            Reason::CannotAllHold(indices) => ids.extend(indices.iter().map(clause)),
        }
    }
    ids.extend(verdict.unlikely.iter().chain(&verdict.to_argue).map(clause));
    ids
}
