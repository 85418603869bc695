//! What somebody judged, wherever it is used: whose judgement it is, of which day, and why.

use super::prospects::of_a_hundred;
use super::telling::Telling;
use crate::day;
use crate::desk::Reading;
use crate::speech::say;
use routes::{About, Assumptions, Chance, Event, Fate, Graph, Judgement, Step, WHOLE, Way};

impl Telling<'_, '_> {
    /// What was judged of a step, each in a sentence; and what follows where several speak, or where
    /// something was counted as well.
    pub(super) fn judged(&self, way: &Way) -> Vec<String> {
        if !self.assumed.judgements {
            return Vec::new();
        }
        let mut spoken: Vec<&Judgement> = Vec::new();
        for (about, event) in way.may_be_judged(&self.reading.program) {
            for one in self.reading.judgements(&about, event) {
                if !spoken.iter().any(|other| std::ptr::eq(*other, one)) {
                    spoken.push(one);
                }
            }
        }
        let mut told: Vec<String> = spoken
            .iter()
            .map(|one| self.reading.judgement(one, &self.assumed))
            .collect();
        told.extend(self.together(way, spoken.len()));
        told
    }

    /// What follows for the step: of a claim beside what was counted, of a journey from all its legs,
    /// of asking by several ways from all of them.
    fn together(&self, way: &Way, spoken: usize) -> Option<String> {
        let speech = self.reading.speech;
        if spoken == 0 {
            return None;
        }
        if way.fates.iter().all(|branch| branch.chance.is_unknown()) {
            return Some(speech.say("judged-say-nothing"));
        }
        let is_counted = match way.step {
            Step::Claim(rule) => {
                let country = self.reading.program.rules[rule].destination;
                country.is_some_and(|country| self.odds.of_claims(country).is_some())
            }
            _ => false,
        };
        let id = match (is_counted, spoken) {
            (true, _) => "judged-beside-count",
            (false, 1) => return None,
            (false, _) => "judged-together",
        };
        Some(match of_a_hundred(goes_well(way)?) {
            Some(ends) => self.between(id, ends),
            None => speech.say("judged-too-wide"),
        })
    }

    /// Every judgement that is used here, and what is assumed of judgements.
    pub(super) fn assumed_of_judgements(&self, assumed: &Assumptions) -> Vec<String> {
        let (reading, speech) = (self.reading, self.reading.speech);
        let all = reading.desk.judgements();
        if all.is_empty() {
            return Vec::new();
        }
        if !assumed.judgements {
            return vec![speech.say("assumed-no-judgements")];
        }
        let used = reading.judgements_used(self.graph);
        let mut told = vec![
            speech.count("assumed-judged-sure", assumed.judged_sure as usize),
            speech.count(
                "assumed-judged-shelf",
                assumed.judgement_shelf_months as usize,
            ),
        ];
        told.extend(used.iter().map(|one| reading.judgement(one, assumed)));
        let idle = all.all().len() - used.len();
        told.extend((idle > 0).then(|| speech.count("assumed-judged-idle", idle)));
        told
    }
}

/// The chance that a step goes well: as far as its good ends say, and as far as its bad ones leave it.
fn goes_well(way: &Way) -> Option<Chance> {
    let sum = |well: bool, end: fn(Chance) -> u32| -> u64 {
        let fates = way.fates.iter();
        let these = fates.filter(|branch| (branch.fate == Fate::Well) == well);
        these.map(|branch| u64::from(end(branch.chance))).sum()
    };
    let whole = u64::from(WHOLE);
    let least = sum(true, Chance::lo).max(whole.saturating_sub(sum(false, Chance::hi)));
    let most = sum(true, Chance::hi).min(whole.saturating_sub(sum(false, Chance::lo)));
    Chance::between(u32::try_from(least).ok()?, u32::try_from(most).ok()?)
}

impl<'d> Reading<'d> {
    /// The judgements that speak of an event on this day.
    fn judgements(&self, about: &About, event: Event) -> Vec<&'d Judgement> {
        self.desk.judgements().on(about, event, self.program.day)
    }

    /// The judgements that speak of some step of a graph, in the order of the file.
    pub(super) fn judgements_used(&self, graph: &Graph) -> Vec<&'d Judgement> {
        let all = self.desk.judgements().all();
        if all.is_empty() {
            return Vec::new();
        }
        let ways = graph.nodes.iter().flat_map(|node| &node.ways);
        let mut subjects: Vec<(About, Event)> = ways
            .flat_map(|way| way.may_be_judged(&self.program))
            .collect();
        subjects.sort_unstable();
        subjects.dedup();
        let spoken = subjects.iter();
        let spoken = spoken.flat_map(|(about, event)| self.judgements(about, *event));
        let spoken: Vec<&Judgement> = spoken.collect();
        let is_used = |one: &&Judgement| spoken.iter().any(|other| std::ptr::eq(*other, *one));
        all.iter().filter(is_used).collect()
    }

    /// A judgement in a sentence: whose, of which day, what, how it is taken, and why.
    fn judgement(&self, one: &Judgement, assumed: &Assumptions) -> String {
        let speech = self.speech;
        let said = say!(
            speech,
            "judged",
            name = &one.by,
            day = &day::in_words(one.on, speech),
            what = &self.judged_of(one),
            least = &one.at_least.to_string(),
            most = &one.at_most.to_string(),
            sure = &one.sure.to_string()
        );
        let taken = match of_a_hundred(one.taken(self.on, assumed)) {
            Some((least, most)) => say!(
                speech,
                "judged-taken",
                least = &least.to_string(),
                most = &most.to_string()
            ),
            None => speech.say("judged-taken-too-wide"),
        };
        let old = match one.is_past_its_shelf_life(self.on, assumed) {
            true => format!(" {}", speech.say("judged-old")),
            false => String::new(),
        };
        format!(
            "{said} {taken}{old} {}",
            say!(speech, "judged-why", why = &one.why)
        )
    }

    /// Of what a judgement speaks.
    fn judged_of(&self, one: &Judgement) -> String {
        let what = match &one.about {
            About::Claim(country) => self.country(*country),
            About::Grant(id) | About::Entry(id) | About::Paper(id) => self.judged_title(id),
        };
        let id = match (&one.about, one.event) {
            (About::Claim(_), Event::Granted) => "judged-claim-granted",
            (About::Claim(_), _) => "judged-claim-handed-over",
            (_, Event::Granted) => "judged-granted",
            (_, Event::LetOut) => "judged-let-out",
            (_, Event::Boarded) => "judged-boarded",
            (_, Event::Admitted) => "judged-admitted",
            (_, Event::HandedOver) => "judged-handed-over",
        };
        self.speech.with(id, &[("what", (&what).into())])
    }

    /// The title of a pathway or of one member of a family, by its id.
    fn judged_title(&self, id: &str) -> String {
        let (book, member) = id.split_once('[').unwrap_or((id, ""));
        let books = &self.desk.library().pathways;
        let title = books.iter().find(|known| known.id == book);
        let title = title
            .map_or(id, |book| self.lang.of(&book.title))
            .to_owned();
        match member.trim_end_matches(']').parse() {
            Ok(country) => format!("{title}, {}", self.country(country)),
            Err(_) => title,
        }
    }
}
