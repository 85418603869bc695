//! Routes as plain text.

use super::RoutesAsked;
use crate::Lang;
use crate::case::CaseNumber;
use crate::desk::Desk;
use facts::Date;

/// The routes of a person as plain text. Nothing, if there is no such case.
pub fn routes_text(desk: &Desk, number: CaseNumber, on: Date, lang: Lang) -> Option<String> {
    use std::fmt::Write;
    let page = desk.routes(number, RoutesAsked::default(), on, lang)?;
    let speech = crate::Speech::of(lang);
    let mut text = format!("{}\n{}\n", page.head.code, speech.say("banner-choice"));
    for strategy in &page.strategies {
        let _ = writeln!(
            text,
            "\n{} {} · {}",
            strategy.sign.mark, strategy.title, strategy.sign.word
        );
        for line in &strategy.certain {
            let _ = writeln!(text, "  {line}");
        }
        for (head, links) in [
            ("route-closes", &strategy.closes),
            ("route-opens", &strategy.opens),
        ] {
            for link in links.iter() {
                let _ = writeln!(
                    text,
                    "    {} {} ({})",
                    speech.say(head),
                    link.title,
                    link.id
                );
            }
        }
        for line in &strategy.lines {
            let indent = "  ".repeat(line.depth + 1);
            let end = line
                .end
                .as_ref()
                .map(|end| format!("{} {}", end.mark, end.word))
                .unwrap_or_default();
            let also = line.alike.iter().map(|alike| format!(" {}", alike.when));
            let also: String = also.collect();
            let _ = writeln!(text, "{indent}{}{also} {}{end}", line.when, line.what);
            for link in &line.by {
                let mark = if link.undecided { "?" } else { "·" };
                let _ = writeln!(text, "{indent}    {mark} {} ({})", link.title, link.id);
            }
            for cost in &line.costs {
                let _ = writeln!(text, "{indent}    {cost}");
            }
            if let Some(count) = &line.counted {
                let _ = writeln!(text, "{indent}    {count}");
            }
            for judged in &line.judged {
                let _ = writeln!(text, "{indent}    {judged}");
            }
            for note in line.deadlines.iter().chain(&line.notes) {
                let _ = writeln!(text, "{indent}    ! {note}");
            }
        }
    }
    for other in &page.others {
        let _ = writeln!(
            text,
            "\n{} {} · {}",
            other.sign.mark, other.title, other.sign.word
        );
    }
    text.push('\n');
    for limit in &page.limits {
        let _ = writeln!(text, "{limit}");
    }
    Some(text)
}
