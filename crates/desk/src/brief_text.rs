//! All that a brief prints, as text that can be read before it leaves.

use crate::Speech;
use crate::safe_count::SafeCount;
use crate::speech::say;
use crate::view::{Asks, Brief, BriefArticle, EnoughLine, OnePower, PowerGroup};

/// A line of a sheet.
struct Line {
    text: String,
    /// What the sheet of any house could say in its place: the same, where it is the law's or the
    /// sheet's own; where it tells of those whom this house knows, nothing or words without them.
    of_any_house: Option<String>,
}

impl Brief {
    /// Whatever stands on the printed sheet, in its order: a line for each heading and sentence.
    pub(crate) fn text(&self, speech: &Speech) -> String {
        let lines = self.lines(speech).into_iter();
        sentences(lines.map(|it| it.text))
    }

    /// The same sheet as any house could print it: the words of the sheet and of the law, of nobody.
    pub(crate) fn text_of_any_house(&self, speech: &Speech) -> String {
        let lines = self.lines(speech).into_iter();
        sentences(lines.filter_map(|it| it.of_any_house))
    }

    fn lines(&self, speech: &Speech) -> Vec<Line> {
        let any = |id: &str| Line::of_any_house(speech.say(id));
        let to = match &self.asks {
            Asks::Of(power) => power.country.clone(),
            Asks::OfAll(_) => speech.say("brief-to-all"),
        };
        let mut lines = vec![
            any("brief-heading"),
            Line::of_any_house(format!("{}: {to}", speech.say("brief-to"))),
            any("brief-asked-by"),
            Line::of_any_house(format!("{}: {}", speech.say("brief-law-of"), self.day)),
            any("brief-situation"),
        ];
        let few = SafeCount::of(0).in_words(speech);
        let nobody = say!(speech, "brief-hidden", day = &self.day, count = &few);
        let mut situation = self.situation.iter();
        lines.extend(situation.next().map(|hidden| Line {
            text: hidden.clone(),
            of_any_house: Some(nobody),
        }));
        lines.extend(situation.cloned().map(Line::of_any_house));
        match &self.asks {
            Asks::Of(power) => lines.extend(one(power, speech)),
            Asks::OfAll(groups) => lines.extend(all(groups, speech)),
        }
        lines.extend(["brief-please", "brief-silence"].map(any));
        lines.push(Line::of_any_house(self.counted.clone()));
        lines.extend(["banner-invented", "banner-choice"].map(any));
        lines
    }
}

impl Line {
    fn of_any_house(text: String) -> Line {
        Line {
            of_any_house: Some(text.clone()),
            text,
        }
    }

    fn of_people(text: &str) -> Line {
        Line {
            of_any_house: None,
            text: text.to_owned(),
        }
    }
}

/// Every line a sentence: none is read into the next.
pub(crate) fn sentences(lines: impl Iterator<Item = String>) -> String {
    let ended = lines.map(|line| match line.ends_with(['.', '!', '?', ':']) {
        true => line,
        false => line + ".",
    });
    ended.collect::<Vec<_>>().join("\n")
}

fn one(power: &OnePower, speech: &Speech) -> Vec<Line> {
    let any = |id: &str| Line::of_any_house(speech.say(id));
    let by = speech.say("brief-by-article");
    let mut lines = vec![
        any("brief-power"),
        Line::of_any_house(format!("{} · {}", power.title, power.decides)),
        Line::of_any_house(format!("{by}: {}", cited(&power.articles))),
        any("brief-reaches"),
        Line::of_people(&power.reaches),
        any("brief-asked-before"),
    ];
    lines.extend(power.before.iter().map(|it| Line::of_people(it)));
    lines.push(any("brief-enough"));
    lines.extend(power.enough.iter().map(enough));
    lines
}

fn enough(line: &EnoughLine) -> Line {
    match &line.article {
        Some(article) => Line::of_people(&format!("{} {}", line.text, article.cite)),
        None => Line::of_people(&line.text),
    }
}

fn all(groups: &[PowerGroup], speech: &Speech) -> Vec<Line> {
    let any = |id: &str| Line::of_any_house(speech.say(id));
    let mut lines = vec![any("brief-reaches-each")];
    for group in groups {
        lines.push(Line::of_people(&group.reaches));
        for power in &group.powers {
            let articles = cited(&power.articles);
            let law = format!("{} · {}. {articles}", power.countries, power.title);
            lines.push(Line::of_any_house(law));
            lines.extend(power.said.iter().map(|it| Line::of_people(it)));
        }
    }
    if groups.is_empty() {
        lines.push(any("brief-nobody"));
    }
    let last = [
        "brief-few",
        "brief-enough",
        "brief-enough-all",
        "brief-enough-rest",
    ];
    lines.extend(last.map(any));
    lines
}

fn cited(articles: &[BriefArticle]) -> String {
    let cites: Vec<&str> = articles.iter().map(|it| it.cite.as_str()).collect();
    cites.join("; ")
}
