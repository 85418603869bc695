//! All that the sheet for the person prints below the strip that is torn off, as text that can be read before it leaves.

use crate::Speech;
use crate::view::{SheetPage, SheetWay};

impl SheetPage {
    /// Whatever stands on the printed sheet, in its order: a line for each heading and sentence.
    pub(crate) fn text(&self, speech: &Speech) -> String {
        let any = |id: &&str| speech.say(id);
        let mut lines: Vec<String> = ["sheet-title", "sheet-about"].iter().map(any).collect();
        lines.push(self.day.clone());
        lines.extend(self.ways.iter().flat_map(|way| way_lines(way, speech)));
        lines.push(speech.say("sheet-time"));
        lines.extend(self.deadlines.iter().cloned());
        let rest = [
            "sheet-time-nothing",
            "sheet-unknown",
            "sheet-unknown-safety",
            "sheet-unknown-handed-over",
            "sheet-unknown-months",
            "sheet-questions",
            "sheet-question-name",
            "sheet-question-no",
            "sheet-question-together",
            "sheet-question-stop",
            "sheet-question-own",
        ];
        let nothing_closes = self.deadlines.is_empty();
        let rest = rest.iter().skip(usize::from(!nothing_closes));
        lines.extend(rest.map(any));
        super::brief_text::sentences(lines.into_iter())
    }
}

fn way_lines(way: &SheetWay, speech: &Speech) -> Vec<String> {
    let mut lines = vec![way.title.clone(), speech.say("sheet-worst")];
    lines.extend(way.worst.iter().cloned());
    lines.push(speech.say("sheet-certain"));
    lines.extend(way.certain.iter().cloned());
    lines.extend([speech.say("sheet-first"), way.first.clone()]);
    let then = way.then.iter();
    lines.extend(then.flat_map(|then| [then.when.clone(), then.what.clone()]));
    lines
}
