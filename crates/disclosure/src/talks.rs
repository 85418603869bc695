//! D5: countries we speak with, by any of their handles; and D9 where it concerns them.

use crate::denial::nothing_refused;
use crate::finding::{Category, CountryHandle, Finding, Reason, Severity};
use crate::gazetteer::{Code, Gazetteer, Handle};
use crate::identity::Identified;
use crate::index::Index;
use crate::reading::Reading;
use crate::world::World;
use std::collections::BTreeSet;
use std::ops::Range;

mod about;

/// A description that fits more countries than this hides ours among them.
const MOST_THAT_POINT: usize = 24;

/// A country, how it is said, and where.
type Named = (Code, CountryHandle, Range<usize>);

/// The countries that fit a description, and where it stands.
type Fitting = (BTreeSet<Code>, Range<usize>);

pub(crate) struct Talks<'a> {
    pub world: &'a World,
    pub index: &'a Index,
    pub reading: &'a Reading,
    pub identified: &'a Identified,
}

impl Talks<'_> {
    pub(crate) fn find(&self, found: &mut Vec<Finding>) {
        for sentence in 0..self.reading.sentence_count() {
            self.sentence(sentence, found);
        }
    }

    fn sentence(&self, sentence: usize, found: &mut Vec<Finding>) {
        let tokens = self.reading.text.sentences()[sentence].clone();
        if let Some(at) = nothing_refused(self.reading, sentence) {
            for talk in 0..self.world.talks.len() {
                self.add(found, talk, at.clone(), CountryHandle::NothingRefused);
            }
            return;
        }
        let (mut named, mut described) = self.countries_said(tokens.clone());
        if let Some((codes, at)) = self.land_between(tokens.clone()) {
            named.retain(|(_, _, name)| !at.contains(&name.start));
            described = Some(narrowed(described, &codes, at));
        }
        if named.is_empty() && described.is_none()
            || !self.is_about_talks(sentence, !named.is_empty(), described.as_ref())
        {
            return;
        }
        if self.named(&named, sentence, found) {
            return;
        }
        let borders = self.borders(tokens.clone());
        if let Some((mut codes, at)) = described {
            // A neighbour is a description too: `a country that borders …`.
            for (code, ..) in named.iter().filter(|_| borders) {
                codes = &codes & &Gazetteer::shipped().neighbours(code);
            }
            self.described(&codes, at, tokens, found);
        } else if borders {
            let codes = named
                .iter()
                .map(|(code, ..)| Gazetteer::shipped().neighbours(code))
                .reduce(|a, b| &a & &b);
            let at = named[0].2.clone();
            self.described(&codes.unwrap_or_default(), at, tokens, found);
        }
    }

    /// Countries by name or seat, and those that all descriptions together fit.
    fn countries_said(&self, tokens: Range<usize>) -> (Vec<Named>, Option<Fitting>) {
        let (mut named, mut described) = (Vec::new(), None);
        for mention in self.reading.mentions_in(tokens.clone()) {
            let at = mention.tokens.clone();
            match mention.handle {
                _ if self.names_a_thing(&at) => {}
                Handle::Country(_) if self.is_within_a_region(&at, tokens.clone()) => {}
                Handle::Country(_) if self.is_of_the_press(at.end) => {}
                Handle::Country(code) => named.push((*code, CountryHandle::Name, at)),
                Handle::Seat(code) => named.push((*code, CountryHandle::Seat, at)),
                Handle::Fits(codes) => described = Some(narrowed(described, codes, at)),
                Handle::Town(_) | Handle::Near(_) => {}
            }
        }
        (named, described)
    }

    /// The `American` of `a Central American government` is no country of its own.
    fn is_within_a_region(&self, at: &Range<usize>, tokens: Range<usize>) -> bool {
        self.reading.mentions_in(tokens).any(|m| {
            matches!(m.handle, Handle::Fits(_))
                && m.tokens.len() > at.len()
                && m.tokens.start <= at.start
                && at.end <= m.tokens.end
        })
    }

    /// `Wellington boots`, `the Dublin Regulation`: a thing that is called after a place.
    fn names_a_thing(&self, at: &Range<usize>) -> bool {
        let end = (at.end + 2).min(self.reading.text.tokens().len());
        let thing = self.reading.context_hit(at.start..end, "called_after");
        thing.is_some_and(|hit| hit.tokens.start <= at.start)
    }

    /// `Between Trieste and Zagreb`: whatever borders on both countries in which the towns lie.
    fn land_between(&self, tokens: Range<usize>) -> Option<Fitting> {
        let text = &self.reading.text;
        let start = tokens
            .clone()
            .find(|t| matches!(text.word(*t), "between" | "между"))?;
        let near = start + 1..(start + 8).min(tokens.end);
        let lands = self
            .reading
            .mentions_in(near)
            .filter_map(|m| match m.handle {
                Handle::Country(code) | Handle::Seat(code) => Some((*code, m.tokens.end)),
                Handle::Town(town) => {
                    Some((Gazetteer::shipped().town(*town).country, m.tokens.end))
                }
                Handle::Near(_) | Handle::Fits(_) => None,
            });
        let mut lands: Vec<(Code, usize)> = lands.collect();
        lands.sort_by_key(|(_, end)| *end);
        lands.dedup_by_key(|(code, _)| *code);
        let [(one, _), (other, end)] = lands[..] else {
            return None;
        };
        let gazetteer = Gazetteer::shipped();
        let both = &gazetteer.neighbours(one) & &gazetteer.neighbours(other);
        (!both.is_empty()).then_some((both, start..end))
    }

    /// `Norwegian newspapers`, `Japanese lessons` are no government.
    fn is_of_the_press(&self, mut next: usize) -> bool {
        const PRESS: &[&str] = &[
            "newspaper",
            "newspapers",
            "papers",
            "press",
            "media",
            "magazine",
            "journalists",
            "readers",
            "cheese",
            "classes",
            "coffee",
            "cooking",
            "course",
            "courses",
            "cuisine",
            "dictionary",
            "films",
            "grammar",
            "language",
            "lesson",
            "lessons",
            "literature",
            "music",
            "songs",
            "speakers",
            "tea",
            "wine",
        ];
        const PRESS_RU: &[&str] = &[
            "газет",
            "журнал",
            "пресс",
            "сми",
            "читател",
            "язык",
            "урок",
            "курс",
            "кухн",
            "музык",
            "песн",
            "фильм",
            "литератур",
        ];
        let text = &self.reading.text;
        // `Papers in Japan, Kenya and Chile`.
        let start = text.sentence_of(next.saturating_sub(1)).start;
        let listed = (start..next.saturating_sub(1)).rev().take(8);
        let before = listed
            .clone()
            .find(|t| matches!(text.word(*t), "in" | "of" | "в"));
        let printed = |t: usize| {
            PRESS.contains(&text.word(t))
                || PRESS_RU.iter().any(|stem| text.word(t).starts_with(stem))
        };
        if before.is_some_and(|t| t > start && printed(t - 1)) {
            return true;
        }
        // `Norwegian and Irish newspapers`.
        while next + 2 < text.tokens().len()
            && matches!(text.word(next), "and" | "or" | "и" | "или")
            && self
                .reading
                .mentions_in(next + 1..next + 2)
                .next()
                .is_some()
        {
            next += 2;
        }
        next < text.tokens().len()
            && (PRESS.contains(&text.word(next))
                || PRESS_RU
                    .iter()
                    .any(|stem| text.word(next).starts_with(stem)))
    }

    /// Whether one of the countries is ours to keep silent about; also finds a denial that singles others out.
    fn named(&self, named: &[Named], sentence: usize, found: &mut Vec<Finding>) -> bool {
        let mut any = false;
        for (code, handle, at) in named {
            if let Some(talk) = self.index.talks.iter().position(|t| *t == Some(*code)) {
                any = true;
                self.add(found, talk, at.clone(), *handle);
            }
        }
        if let Some((_, _, at)) = named.first().filter(|_| !any && self.is_uneven(sentence)) {
            for talk in 0..self.world.talks.len() {
                self.add(found, talk, at.clone(), CountryHandle::UnevenDenial);
            }
        }
        any
    }

    fn described(
        &self,
        codes: &BTreeSet<Code>,
        at: Range<usize>,
        tokens: Range<usize>,
        found: &mut Vec<Finding>,
    ) {
        if codes.len() > MOST_THAT_POINT || self.speaks_of_all(tokens) {
            return;
        }
        for (talk, code) in self.index.talks.iter().enumerate() {
            if code.is_some_and(|code| codes.contains(code)) {
                self.add(
                    found,
                    talk,
                    at.clone(),
                    CountryHandle::Description { fits: codes.len() },
                );
            }
        }
    }

    fn add(
        &self,
        found: &mut Vec<Finding>,
        talk: usize,
        tokens: Range<usize>,
        handle: CountryHandle,
    ) {
        found.push(Finding {
            at: self.reading.text.place(tokens),
            subject: self.world.talks[talk].id.clone(),
            category: Category::Negotiation,
            severity: Severity::High,
            reason: Reason::Country(handle),
            already_out: false,
        });
    }

    fn borders(&self, tokens: Range<usize>) -> bool {
        tokens.into_iter().any(|t| {
            let word = self.reading.text.word(t);
            matches!(
                word,
                "border"
                    | "borders"
                    | "bordering"
                    | "neighbour"
                    | "neighbor"
                    | "neighbours"
                    | "neighbouring"
                    | "next"
                    | "граница"
                    | "границу"
                    | "границей"
            ) || word.starts_with("граничит")
                || word.starts_with("сосед")
                || word.starts_with("граничащ")
        })
    }

    /// `all states`, `every government of the region`: nobody in particular.
    fn speaks_of_all(&self, tokens: Range<usize>) -> bool {
        tokens.into_iter().any(|t| {
            matches!(
                self.reading.text.word(t),
                "all"
                    | "every"
                    | "any"
                    | "each"
                    | "все"
                    | "всех"
                    | "всем"
                    | "каждое"
                    | "каждая"
                    | "любая"
                    | "любое"
            )
        })
    }
}

fn narrowed(
    before: Option<(BTreeSet<Code>, Range<usize>)>,
    codes: &BTreeSet<Code>,
    at: Range<usize>,
) -> (BTreeSet<Code>, Range<usize>) {
    match before {
        None => (codes.clone(), at),
        Some((old, place)) => {
            let both: BTreeSet<Code> = old.intersection(codes).copied().collect();
            let whole = place.start.min(at.start)..place.end.max(at.end);
            // Two words of one region, or two that exclude each other, leave the narrower.
            if both.is_empty() {
                (
                    if old.len() < codes.len() {
                        old
                    } else {
                        codes.clone()
                    },
                    whole,
                )
            } else {
                (both, whole)
            }
        }
    }
}
