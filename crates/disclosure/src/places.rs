//! D3: hiding places, named or described.

use crate::finding::{Category, Finding, Reason, Severity};
use crate::gazetteer::{Gazetteer, Handle};
use crate::index::Index;
use crate::key::{Keys, concept_key};
use crate::lexicon::{Hit, Kind, Lexicon};
use crate::likeness::{Common, likeness};
use crate::names::{Names, Owner, Part};
use crate::reading::Reading;
use crate::site::street_stems;
use crate::table::hash;
use crate::world::World;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

pub(crate) struct Places<'a> {
    pub world: &'a World,
    pub index: &'a Index,
    pub reading: &'a Reading,
}

/// What a sentence says of one hiding place.
struct Described<'a> {
    town: bool,
    /// A river, region or road near it.
    around: bool,
    details: &'a [Common],
    /// How many details the vault has.
    all: usize,
}

impl Described<'_> {
    /// What the details weigh together.
    fn weight(&self) -> usize {
        self.details.iter().map(|d| d.weight).sum()
    }

    /// A detail that not every place has.
    fn is_telling(&self) -> bool {
        self.details.iter().any(|d| d.weight > 1)
    }
}

impl Places<'_> {
    pub(crate) fn find(&self, found: &mut Vec<Finding>) {
        let mut towns = town_tokens(&self.index.towns, self.reading);
        add_other_names(&mut towns, &self.index.sites_of_towns, self.reading);
        let mut sites: BTreeSet<u32> = towns.keys().copied().collect();
        sites.extend(
            self.keys_said()
                .iter()
                .filter_map(|key| self.index.sites_with.get(key))
                .flatten(),
        );
        for site in sites {
            let empty = Vec::new();
            let named = towns.get(&site).unwrap_or(&empty);
            for sentence in 0..self.reading.sentence_count() {
                let judged = self
                    .judge(site as usize, sentence..sentence + 1, named)
                    .or_else(|| {
                        let both = self.goes_on(sentence).then_some(sentence..sentence + 2)?;
                        self.judge(site as usize, both, named)
                    });
                if let Some((at, reason)) = judged {
                    for person in self.index.sites[site as usize]
                        .persons
                        .iter()
                        .take(MOST_NAMED)
                    {
                        self.add(found, *person, at.clone(), reason.clone());
                    }
                }
            }
        }
        self.addresses(found);
    }

    fn add(&self, found: &mut Vec<Finding>, person: u32, at: Range<usize>, reason: Reason) {
        found.push(Finding {
            at,
            subject: self.world.persons[person as usize].id.clone(),
            category: Category::Place,
            severity: Severity::High,
            reason,
            already_out: false,
        });
    }

    /// Every key of a building, a surrounding or a plain word that the text says.
    fn keys_said(&self) -> Keys {
        let text = &self.reading.text;
        let buildings = self
            .reading
            .hits
            .iter()
            .filter(|h| matches!(h.kind, Kind::Building | Kind::Occupation))
            .map(concept_key);
        let around = self.reading.mentions.iter().filter_map(|m| match m.handle {
            Handle::Near(near) => Some(hash(near)),
            Handle::Country(code) => Some(hash(&format!("in {code}"))),
            Handle::Town(_) | Handle::Seat(_) | Handle::Fits(_) => None,
        });
        buildings
            .chain(around)
            .chain((0..text.tokens().len()).filter_map(|t| self.reading.stem(t)))
            .collect()
    }

    fn judge(
        &self,
        site: usize,
        span: Range<usize>,
        named: &[Range<usize>],
    ) -> Option<(Range<usize>, Reason)> {
        let sentences = self.reading.text.sentences();
        let tokens = sentences[span.start].start..sentences[span.end - 1].end;
        let town: Vec<Range<usize>> = named
            .iter()
            .filter(|t| tokens.contains(&t.start))
            .cloned()
            .collect();
        let details = likeness(
            self.reading,
            tokens.clone(),
            &self.index.sites[site].details,
        );
        let around = self.around(site, tokens.clone());
        if town.is_empty() && details.is_empty() {
            let starts: BTreeSet<usize> = around.iter().map(|at| at.start).collect();
            let surrounded = starts.len() > 2 && self.says_any(&span, &["own", "live", "care"]);
            let told = surrounded || self.says_any(&span, &["hide"]);
            let at = around.first().filter(|_| told)?;
            return Some((
                self.reading.text.place(at.clone()),
                Reason::PlaceDescribed { shared: Vec::new() },
            ));
        }
        let said = Described {
            town: !town.is_empty(),
            around: !around.is_empty(),
            details: &details,
            all: self.index.sites[site].details.len(),
        };
        let elsewhere = !said.town && !said.around && self.names_a_town(&span);
        if elsewhere || !self.is_described(&said, &span) || self.is_an_offer(&span) {
            return None;
        }
        let at = town
            .iter()
            .chain(details.iter().map(|d| &d.tokens))
            .chain(&around)
            .cloned()
            .reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))?;
        let reason = if details.is_empty() && around.is_empty() {
            Reason::PlaceNamed
        } else {
            Reason::PlaceDescribed {
                shared: details
                    .iter()
                    .map(|d| self.reading.words_of(&d.tokens))
                    .collect(),
            }
        };
        Some((self.reading.text.place(at), reason))
    }

    /// The next sentence goes on about the same place.
    fn goes_on(&self, sentence: usize) -> bool {
        let Some(next) = self.reading.text.sentences().get(sentence + 1) else {
            return false;
        };
        matches!(
            self.reading.text.word(next.start),
            "it" | "its"
                | "there"
                | "they"
                | "he"
                | "she"
                | "он"
                | "она"
                | "оно"
                | "они"
                | "там"
                | "здесь"
        )
    }

    fn tokens_of(&self, span: &Range<usize>) -> Range<usize> {
        let sentences = self.reading.text.sentences();
        sentences[span.start].start..sentences[span.end - 1].end
    }

    fn says_any(&self, span: &Range<usize>, what: &[&str]) -> bool {
        span.clone()
            .any(|sentence| self.reading.says_any(sentence, what))
    }

    fn is_described(&self, said: &Described, span: &Range<usize>) -> bool {
        let weight = said.weight();
        let people = self.says_any(span, &["he", "she", "they", "own"]);
        let hiding = self.says_any(span, &["hide", "care", "guest"])
            || self.says_any(span, &["helperword"]) && said.town && weight > 0;
        let people = people || self.says_any(span, &["live"]) && self.tells_of_one(span);
        let living = self.says_any(span, &["live"]) && (people || weight > 0);
        if self.says_any(span, &["title", "generic"]) && !hiding && !living {
            return false;
        }
        match (said.town, said.around) {
            (true, _) => {
                weight > 3
                    || weight > 0 && (people || self.says_any(span, &["leave"]))
                    || hiding
                    || living
                    || people && self.is_told_near(span)
                    || weight > 1 && (self.begins_with_one(span) || self.counts_people(span))
                    || self.says_any(span, &["own"]) && self.is_of_a_lodging(span)
                    || self.says_any(span, &["he", "she", "they"]) && self.is_there(span)
            }
            (false, true) => weight > 3 || said.is_telling() && (hiding || living || people),
            (false, false) => {
                let person = self.says_any(span, &["he", "she", "they", "someone"])
                    || self.counts_people(span);
                weight > 3 && (hiding || living || person || self.is_told_whole(said))
                    || weight > 3 && people && self.says_any(span, &["helperword"])
                    || weight > 3 && self.says_any(span, &["own"]) && self.is_of_a_lodging(span)
                    || weight > 2 && self.shelters_ours(span)
                    || weight > 0 && said.all <= 1 && hiding && living
                    || said.is_telling() && living && (hiding || person || self.tells_of_one(span))
            }
        }
    }

    /// `The cycle workshop has sheltered our people`.
    fn shelters_ours(&self, span: &Range<usize>) -> bool {
        self.says_any(span, &["hide", "care"])
            && self.says_any(span, &["guest"])
            && !self.says_any(span, &["public_event", "title", "generic"])
    }

    /// Everything that the vault has of a place, side by side: `the attic over the watchmaker's`.
    fn is_told_whole(&self, said: &Described<'_>) -> bool {
        let things = said.details.iter().filter(|d| d.weight > 1);
        let (mut start, mut end, mut count) = (usize::MAX, 0, 0);
        for thing in things {
            start = start.min(thing.tokens.start);
            end = end.max(thing.tokens.end);
            count += 1;
        }
        let beside = said.details.iter().any(|d| d.weight == 1);
        count > 1 && beside && said.weight() > 5 && end - start < 7
    }

    /// `Двое ночуют …`, `две женщины`, `two wait`: a number of people.
    fn counts_people(&self, span: &Range<usize>) -> bool {
        let r = self.reading;
        let tokens = self.tokens_of(span);
        let of_people = |t: usize| {
            let next = r.context_hit(t..(t + 1).min(tokens.end), "people");
            next.is_some_and(|hit| hit.tokens.start == t)
                || t < tokens.end && matches!(r.text.word(t), "wait" | "sleep" | "live" | "hide")
        };
        let mut numbers = r.numbers.iter();
        numbers.any(|(t, n)| {
            let few = n.collective || n.value < 20 && of_people(t + n.tokens);
            tokens.contains(t) && !n.ordinal && few
        })
    }

    /// A town is named: where it is none of ours, neither is what stands there.
    fn names_a_town(&self, span: &Range<usize>) -> bool {
        let mut mentions = self.reading.mentions_in(self.tokens_of(span));
        mentions.any(|m| matches!(m.handle, Handle::Town(_) | Handle::Near(_)))
    }

    /// `A tanker captain repairs boats in …`: one person is what the sentence is about.
    fn begins_with_one(&self, span: &Range<usize>) -> bool {
        let tokens = self.tokens_of(span);
        let first = tokens.start..(tokens.start + 3).min(tokens.end);
        let one = |h: &Hit| h.kind == Kind::Occupation && h.person && !h.plural && !h.hint;
        self.reading.hits_in(first).any(one)
    }

    /// One person, by their work or kin.
    fn tells_of_one(&self, span: &Range<usize>) -> bool {
        let tokens = self.tokens_of(span);
        let one = |h: &Hit| matches!(h.kind, Kind::Occupation | Kind::Kin) && h.person && !h.plural;
        self.reading.hits_in(tokens).any(one)
    }

    /// `She was still in Kostroma`: somebody is in a town.
    fn is_there(&self, span: &Range<usize>) -> bool {
        const IS: &[&str] = &[
            "is", "was", "are", "were", "been", "waits", "waited", "waiting",
        ];
        const WHO: &[&str] = &["он", "она", "они"];
        let text = &self.reading.text;
        let tokens = self.tokens_of(span);
        let mut towns = self.reading.mentions_in(tokens.clone());
        towns.any(|m| {
            let Some(before) = m.tokens.start.checked_sub(1) else {
                return false;
            };
            let start = before.saturating_sub(3).max(tokens.start);
            matches!(m.handle, Handle::Town(_))
                && matches!(text.word(before), "in" | "в" | "во")
                && (start..before)
                    .any(|t| IS.contains(&text.word(t)) || WHO.contains(&text.word(t)))
        })
    }

    /// `A flat in the Udmurt capital costs us little`: somewhere to live, and no guest of an event there.
    fn is_of_a_lodging(&self, span: &Range<usize>) -> bool {
        const LODGINGS: &[&str] = &[
            "flat", "room", "house", "attic", "basement", "cottage", "cabin",
        ];
        let others = ["title", "generic", "public_event", "outsider"];
        let name = |h: &Hit| Lexicon::shipped().name(h.concept);
        let mut hits = self.reading.hits_in(self.tokens_of(span));
        hits.any(|h| h.kind == Kind::Building && !h.hint && LODGINGS.contains(&name(h)))
            && !self.says_any(span, &others)
    }

    /// `Two steps from Samsun`, `недалеко от Самсуна`.
    fn is_told_near(&self, span: &Range<usize>) -> bool {
        let text = &self.reading.text;
        let word = |t: usize| {
            if t < text.tokens().len() {
                text.word(t)
            } else {
                ""
            }
        };
        self.tokens_of(span).any(|t| match word(t) {
            "steps" | "minutes" | "miles" | "kilometres" | "far" => word(t + 1) == "from",
            "outskirts" | "suburbs" => word(t + 1) == "of",
            "шагах"
            | "минутах"
            | "километрах"
            | "недалеко"
            | "неподалеку"
            | "невдалеке"
            | "окраине" => {
                matches!(word(t + 1), "от" | "езды" | "ходьбы") || word(t) == "окраине"
            }
            _ => false,
        })
    }

    /// The town stands for its government: `Talks with Riga`.
    fn is_an_offer(&self, span: &Range<usize>) -> bool {
        self.says_any(span, &["talk"]) && !self.says_any(span, &["hide", "live", "guest"])
    }

    /// Rivers, regions, roads and capitals that lead to the hiding town.
    fn around(&self, site: usize, tokens: Range<usize>) -> Vec<Range<usize>> {
        let keys = &self.index.sites[site].around;
        let mut found = Vec::new();
        let mut towns: Vec<(String, Range<usize>)> = Vec::new();
        let capital = self.reading.hits_in(tokens.clone()).any(|h| {
            h.kind == Kind::Context
                && (self
                    .reading
                    .text
                    .word(h.tokens.start)
                    .starts_with("capital")
                    || self.reading.text.word(h.tokens.start).starts_with("столиц"))
        });
        for mention in self.reading.mentions_in(tokens) {
            match mention.handle {
                Handle::Near(near) if keys.contains(&hash(near)) => {
                    found.push(mention.tokens.clone())
                }
                Handle::Country(code)
                    if keys.contains(&hash(&format!("in {code}"))) && *code != "RUS" =>
                {
                    if !capital || keys.contains(&hash(&format!("capital {code}"))) {
                        found.push(mention.tokens.clone());
                    }
                }
                Handle::Town(town) => towns.extend(
                    Gazetteer::shipped()
                        .town(*town)
                        .keys
                        .iter()
                        .map(|k| (k.clone(), mention.tokens.clone())),
                ),
                Handle::Seat(_) | Handle::Fits(_) | Handle::Near(_) | Handle::Country(_) => {}
            }
        }
        if let Some((one, other)) = &self.index.sites[site].between {
            let place = |name: &str| {
                towns
                    .iter()
                    .find(|(k, _)| k == name || k.contains(name))
                    .map(|(_, t)| t.clone())
            };
            if let (Some(a), Some(b)) = (place(one), place(other)) {
                found.push(a.start.min(b.start)..a.end.max(b.end));
            }
        }
        found
    }

    /// A street of the vault beside its number.
    fn addresses(&self, found: &mut Vec<Finding>) {
        let text = &self.reading.text;
        for token in (0..text.tokens().len()).filter(|t| text.tokens()[*t].capital) {
            let near = token.saturating_sub(3)..(token + 4).min(text.tokens().len());
            let numbered = near.clone().any(|t| text.tokens()[t].number);
            let street = self.is_a_street(token);
            if !numbered && !street {
                continue;
            }
            for stem in street_stems(text.word(token)) {
                for known in self
                    .index
                    .streets_by_stem
                    .get(&stem)
                    .into_iter()
                    .flatten()
                    .map(|s| &self.index.streets[*s])
                {
                    let number = |t: usize| known.numbers.iter().any(|n| n == text.word(t));
                    if near.clone().any(number) || street && !numbered {
                        let at = text.place(
                            near.start.max(token.saturating_sub(1))..near.end.min(token + 2),
                        );
                        self.add(found, known.person, at, Reason::PlaceNamed);
                    }
                }
            }
        }
    }
}

impl Places<'_> {
    /// A word for a street stands beside the token.
    fn is_a_street(&self, token: usize) -> bool {
        let text = &self.reading.text;
        let street = |t: usize| {
            let near = text
                .tokens()
                .get(t)
                .is_some_and(|n| n.sentence == text.tokens()[token].sentence);
            near && (matches!(
                text.word(t),
                "street"
                    | "avenue"
                    | "lane"
                    | "road"
                    | "square"
                    | "ул"
                    | "улица"
                    | "улице"
                    | "улицы"
                    | "улицу"
                    | "проспект"
                    | "проспекте"
                    | "переулок"
                    | "переулке"
                    | "площади"
                    | "площадь"
                    | "набережной"
            ))
        };
        street(token + 1) || token > 0 && street(token - 1)
    }
}

/// A place that shelters many is named for the first of them.
const MOST_NAMED: usize = 8;

/// Adds towns that the vault has by another of their names, by the owners of each town of the table.
pub(crate) fn add_other_names(
    towns: &mut BTreeMap<u32, Vec<Range<usize>>>,
    of_towns: &HashMap<usize, Vec<u32>>,
    reading: &Reading,
) {
    for mention in &reading.mentions {
        let town = match mention.handle {
            Handle::Town(town) => Some(*town),
            Handle::Near(region) if is_its_capital(reading, &mention.tokens) => {
                Gazetteer::shipped().seat_of(region)
            }
            _ => None,
        };
        let owners = town.and_then(|town| of_towns.get(&town));
        for owner in owners.into_iter().flatten() {
            let said = towns.entry(*owner).or_default();
            if !said.contains(&mention.tokens) {
                said.push(mention.tokens.clone());
            }
        }
    }
}

/// `The Udmurt capital`, `столица Коми`: the seat of a region that is named.
fn is_its_capital(reading: &Reading, region: &Range<usize>) -> bool {
    let text = &reading.text;
    let sentence = text.sentence_of(region.start);
    let start = region.start.saturating_sub(3).max(sentence.start);
    (start..(region.end + 2).min(sentence.end)).any(|t| {
        let word = text.word(t);
        word.starts_with("capital") || word.starts_with("столиц")
    })
}

/// The tokens that name a town of each owner.
pub(crate) fn town_tokens(towns: &Names, reading: &Reading) -> BTreeMap<u32, Vec<Range<usize>>> {
    let mut found: BTreeMap<u32, Vec<Range<usize>>> = BTreeMap::new();
    let hits = towns.hits(&reading.sounds);
    for hit in &hits {
        let Owner::Person(owner) = hit.owner else {
            continue;
        };
        let token = &reading.text.tokens()[hit.tokens.start];
        let adjective = token.cyrillic && reading.text.word(hit.tokens.start).contains("ск");
        let whole = match hit.part {
            Part::Word { of } if of > 1 => hits
                .iter()
                .any(|o| o.owner == hit.owner && o.tokens.start.abs_diff(hit.tokens.start) == 1),
            _ => true,
        };
        if whole && (token.capital || adjective) {
            found.entry(owner).or_default().push(hit.tokens.clone());
        }
    }
    found
}
