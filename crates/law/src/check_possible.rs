//! Numbers and effects of a book that cannot be: chances above one, times that run backwards, a grant
//! and a refusal that make the same so. A plan made of them would be nonsense.

use facts::{Code, Complaints, Node, SourceText};

/// Complains of everything in a pathway's tree that cannot be, each at its place.
pub(crate) fn possible(root: &Node, source: &SourceText, complaints: &mut Complaints) {
    let mut complain = |at: &Node, message: String, help: &'static str| {
        complaints
            .add(Code::Impossible, source, &at.at, message, "here")
            .help(help);
    };
    for count in root.list_of("odds") {
        decisions(count, &mut complain);
    }
    if let Some(months) = root.get("time").and_then(|time| time.get("months")) {
        span_of_months(months, &mut complain);
    }
    for cost in root.list_of("costs") {
        negative(
            cost,
            "amount",
            "a cost cannot be below nothing",
            &mut complain,
        );
    }
    for remedy in root.list_of("remedies") {
        let within = remedy.get("within");
        if let Some(within) = within.filter(|within| runs_backwards(within)) {
            let message = "a remedy's time cannot run backwards".to_owned();
            complain(within, message, "write how long there is, such as `7 days`");
        }
    }
    effects(root, &mut complain);
}

fn decisions(count: &Node, complain: &mut impl FnMut(&Node, String, &'static str)) {
    for part in ["granted", "decided"] {
        negative(count, part, "a count cannot be below nothing", complain);
    }
    let (granted, decided) = (count.number_of("granted"), count.number_of("decided"));
    if let (Some(granted), Some(decided)) = (granted, decided)
        && granted > decided
    {
        let message = format!("{granted} granted of {decided} decided: a chance above one");
        let help = "`decided` counts those granted and those refused together";
        complain(count.get("granted").unwrap_or(count), message, help);
    }
}

fn negative(
    node: &Node,
    key: &str,
    says: &str,
    complain: &mut impl FnMut(&Node, String, &'static str),
) {
    if let (Some(at), Some(number)) = (node.get(key), node.number_of(key))
        && number < 0
    {
        complain(
            at,
            format!("`{key}` is {number}: {says}"),
            "write the number as it was counted",
        );
    }
}

/// Two numbers of months, the shorter first; what is told in words is left to the reader.
fn span_of_months(months: &Node, complain: &mut impl FnMut(&Node, String, &'static str)) {
    let numbers: Vec<f64> = months
        .items()
        .iter()
        .filter_map(|item| item.text()?.parse().ok())
        .collect();
    let backwards = numbers
        .iter()
        .any(|number| *number < 0.0 || !number.is_finite())
        || matches!(numbers.as_slice(), [from, to] if from > to);
    if backwards {
        let message = "these months run backwards".to_owned();
        complain(
            months,
            message,
            "write the shorter time first, and none below nothing",
        );
    }
}

fn runs_backwards(within: &Node) -> bool {
    within
        .text()
        .is_some_and(|text| text.trim_start().starts_with('-'))
}

/// What is granted and what is refused cannot make the same so; nor can days be given for no place.
fn effects(root: &Node, complain: &mut impl FnMut(&Node, String, &'static str)) {
    let written = |event: &str| {
        root.get(event)
            .map(|event| event.texts_of("writes"))
            .unwrap_or_default()
    };
    let granted = written("granted");
    let refused = root.get("refused").and_then(|event| event.get("writes"));
    for item in refused.map(Node::items).unwrap_or_default() {
        let both = item
            .text()
            .filter(|text| granted.iter().any(|other| other == text));
        if let Some(text) = both {
            let message = format!("a grant and a refusal both make `{text}` so");
            complain(
                item,
                message,
                "each event writes only what it changes itself",
            );
        }
    }
    for event in crate::form::EVENTS {
        let Some(event) = root.get(event) else {
            continue;
        };
        if let (Some(days), None) = (event.get("days"), event.get("place")) {
            let message = "days of stay without a place to stay in".to_owned();
            complain(days, message, "say where the person then is: `place: this`");
        }
    }
}
