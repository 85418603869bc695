//! D5: countries we speak with, by any of their handles; and D9 where it concerns them.

use crate::denial::nothing_refused;
use crate::finding::{Category, CountryHandle, Finding, Reason, Severity};
use crate::gazetteer::{Code, Gazetteer, Handle};
use crate::index::Index;
use crate::reading::Reading;
use crate::world::World;
use std::collections::BTreeSet;
use std::ops::Range;

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
        let (named, described) = self.countries_said(tokens.clone());
        if named.is_empty() && described.is_none()
            || !self.is_about_talks(sentence, !named.is_empty())
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
        for mention in self.reading.mentions_in(tokens) {
            let at = mention.tokens.clone();
            match mention.handle {
                Handle::Country(_) if self.is_of_the_press(at.end) => {}
                Handle::Country(code) => named.push((*code, CountryHandle::Name, at)),
                Handle::Seat(code) => named.push((*code, CountryHandle::Seat, at)),
                Handle::Fits(codes) => described = Some(narrowed(described, codes, at)),
                Handle::Town(_) | Handle::Near(_) => {}
            }
        }
        (named, described)
    }

    /// `Norwegian newspapers` are no government.
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
        ];
        const PRESS_RU: &[&str] = &["газет", "журнал", "пресс", "сми", "читател"];
        let text = &self.reading.text;
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

    /// The sentence, or its neighbour about the same thing, speaks of talks and not of the world's news.
    fn is_about_talks(&self, sentence: usize, named: bool) -> bool {
        let r = self.reading;
        let office = r.says(sentence, "gov") || !named;
        let own = r.says_any(sentence, &["own", "guest"])
            || r.text_says(&["own"]) && r.text.sentences().len() <= 3;
        let news = r.says(sentence, "title") && !own || self.tells_of_the_past(sentence);
        if news && !r.says(sentence, "talk") {
            return false;
        }
        let pending = r.says(sentence, "not") || r.says(sentence, "just");
        let pointed = !named && !news && r.says(sentence, "gov") && self.points_at_few(sentence);
        r.says(sentence, "talk")
            || pointed
            || named
                && (self.addresses_an_office() || self.thanks(sentence) || self.meets(sentence))
            || self.denies_contact(sentence)
            || self.a_seat_and_us(sentence)
            || named && self.is_a_speaker(sentence)
            || !named && self.is_one_of_a_region(sentence)
            || r.says(sentence, "reply")
                && (own || !named && office || pending || self.begins_with_a_capital_city(sentence))
            || r.says(sentence, "deal") && (own || office)
            || own
                && r.says(sentence, "gov")
                && r.says_any(sentence, &["visa", "deny", "care", "guest"])
            || own && r.says(sentence, "deny")
            || own
                && r.says_any(sentence, &["visa", "leave"])
                && r.says_any(sentence, &["guest", "gov"])
    }

    /// `Your minister`, `ваше ведомство`: the text is a letter to a government.
    fn addresses_an_office(&self) -> bool {
        let r = self.reading;
        (0..r.text.tokens().len()).any(|t| {
            let word = r.text.word(t);
            let yours = word == "your"
                || matches!(
                    word.strip_prefix("ваш"),
                    Some("" | "а" | "е" | "у" | "и" | "его" | "ей" | "ему" | "им" | "их")
                );
            let end = (t + 4).min(r.text.sentence_of(t).end).max(t + 1);
            let seat = r
                .mentions_in(t + 1..end)
                .any(|m| matches!(m.handle, Handle::Seat(_)));
            yours && (seat || r.context_hit(t + 1..end, "gov").is_some()) || is_an_address(word)
        })
    }

    /// `The Casa Rosada has been kind to us`: a seat of government and us, where nothing is held in public.
    fn a_seat_and_us(&self, sentence: usize) -> bool {
        let r = self.reading;
        let tokens = r.text.sentences()[sentence].clone();
        let seat = r
            .mentions_in(tokens)
            .any(|m| matches!(m.handle, Handle::Seat(_)));
        let elsewhere = ["title", "public_event", "outsider"];
        seat && r.says(sentence, "own") && !r.says_any(sentence, &elsewhere)
    }

    /// `The Finns have not declined`, `Хельсинки молчит`: a government is who speaks or decides.
    fn is_a_speaker(&self, sentence: usize) -> bool {
        const SPEAK: &[&str] = &[
            "accept",
            "declin",
            "answer",
            "repl",
            "respond",
            "wrote",
            "writ",
            "rang",
            "ring",
            "call",
            "wait",
            "ask",
            "said",
            "say",
            "offer",
            "promis",
            "hesitat",
            "think",
            "thought",
            "agree",
            "refus",
            "reject",
            "silent",
            "listen",
            "hint",
            "nod",
            "confirm",
            "want",
            "postpon",
            "sign",
            "sent",
            "send",
            "consider",
            "decid",
            "молч",
            "ждет",
            "ждут",
            "ждал",
            "ответ",
            "отвеч",
            "звон",
            "позвон",
            "напис",
            "пишет",
            "пишут",
            "соглас",
            "отказ",
            "отверг",
            "дума",
            "обеща",
            "прос",
            "попрос",
            "хот",
            "хоче",
            "реш",
            "колеб",
            "слуша",
            "выслуш",
            "кива",
            "кивн",
            "подтверд",
            "подпис",
            "прислал",
            "готов",
            "предлаг",
            "предлож",
            "назва",
            "тян",
        ];
        let r = self.reading;
        let tokens = r.text.sentences()[sentence].clone();
        let speaks = |t: usize| SPEAK.iter().any(|stem| r.text.word(t).starts_with(stem));
        let first = r.mentions_in(tokens.clone()).find(|m| {
            matches!(m.handle, Handle::Country(_) | Handle::Seat(_))
                && m.tokens.start <= tokens.start + 1
        });
        let speaks =
            first.is_some_and(|m| (m.tokens.end..(m.tokens.end + 6).min(tokens.end)).any(speaks));
        speaks && !r.says_any(sentence, &["title", "public_event", "generic"])
    }

    /// A description that fits no more than three countries, in no news of the world.
    fn points_at_few(&self, sentence: usize) -> bool {
        let (_, described) = self.countries_said(self.reading.text.sentences()[sentence].clone());
        let few = described.is_some_and(|(codes, _)| codes.len() <= 3);
        few && !self
            .reading
            .says_any(sentence, &["title", "generic", "public_event"])
    }

    /// `One Alpine government has …`: one of some, by its region.
    fn is_one_of_a_region(&self, sentence: usize) -> bool {
        let r = self.reading;
        let tokens = r.text.sentences()[sentence].clone();
        let one = |t: usize| {
            let word = r.text.word(t);
            matches!(word, "one" | "another" | "a" | "an" | "some" | "certain")
                || ["одн", "один", "некотор", "неко"]
                    .iter()
                    .any(|stem| word.starts_with(stem))
        };
        let mut places = r
            .mentions_in(tokens.clone())
            .filter(|m| matches!(m.handle, Handle::Fits(_)));
        let after_one = places.any(|m| {
            let near = m.tokens.start.saturating_sub(2).max(tokens.start)..m.tokens.start;
            near.into_iter().any(one)
                && r.context_hit(m.tokens.start..(m.tokens.end + 3).min(tokens.end), "gov")
                    .is_some()
        });
        after_one && !r.says_any(sentence, &["title", "generic", "public_event"])
    }

    /// Our people meet somebody, write or travel there: `our liaison flew to …`.
    fn meets(&self, sentence: usize) -> bool {
        let r = self.reading;
        let ours = r.says_any(sentence, &["own", "staffword"])
            && !r.says_any(sentence, &["title", "generic"]);
        ours && r.says(sentence, "contact")
    }

    /// We thank somebody for something at a place of a government.
    fn thanks(&self, sentence: usize) -> bool {
        let r = self.reading;
        let tokens = r.text.sentences()[sentence].clone();
        tokens.clone().any(|t| {
            let next = (t + 1..tokens.end).take(2).map(|n| r.text.word(n));
            let word = r.text.word(t);
            let thanks = matches!(
                word,
                "thank" | "thanks" | "grateful" | "спасибо" | "признательны"
            ) || word.starts_with("благодар");
            thanks && next.into_iter().any(|n| matches!(n, "for" | "за"))
        })
    }

    /// `We have never spoken with Chile`: whoever is left out was spoken with.
    fn denies_contact(&self, sentence: usize) -> bool {
        const CONTACT: &[&str] = &[
            "approached",
            "contacted",
            "spoken",
            "spoke",
            "talked",
            "met",
        ];
        const CONTACT_RU: &[&str] = &[
            "разговарива",
            "обраща",
            "встреча",
            "связыва",
            "беседова",
            "обсужда",
        ];
        const SILENCE: &[&str] = &["comment", "silence", "silent", "conclusions"];
        const SILENCE_RU: &[&str] = &["молч", "промолч", "комментир"];
        let text = &self.reading.text;
        let has = |t: usize, words: &[&str], stems: &[&str]| {
            let word = text.word(t);
            words.contains(&word) || stems.iter().any(|stem| word.starts_with(stem))
        };
        let tokens = text.sentences()[sentence].clone();
        let denied = self.reading.says_any(sentence, &["deny", "not"])
            || tokens
                .clone()
                .any(|t| has(t, &["neither", "nor", "ни"], &[]));
        let silent = (0..text.tokens().len()).any(|t| has(t, SILENCE, SILENCE_RU));
        denied
            && tokens.clone().any(|t| has(t, CONTACT, CONTACT_RU))
            && (silent || self.reading.says(sentence, "own"))
    }

    fn begins_with_a_capital_city(&self, sentence: usize) -> bool {
        let tokens = self.reading.text.sentences()[sentence].clone();
        self.reading
            .mentions_in(tokens.clone())
            .any(|m| matches!(m.handle, Handle::Seat(_)) && m.tokens.start <= tokens.start + 2)
    }

    /// A year that is over: history, not talks.
    fn tells_of_the_past(&self, sentence: usize) -> bool {
        let tokens = self.reading.text.sentences()[sentence].clone();
        let year = i32::from(self.reading.day.year());
        tokens.clone().any(|t| {
            self.reading.text.tokens()[t].number
                && self.reading.text.tokens()[t].at.len() == 4
                && self
                    .reading
                    .text
                    .word(t)
                    .parse::<i32>()
                    .is_ok_and(|y| (1000..year).contains(&y))
        }) || self.reading.says(sentence, "generic")
            && !self.reading.says_any(sentence, &["talk", "own"])
    }

    /// One is denied while the rest is met with silence.
    fn is_uneven(&self, sentence: usize) -> bool {
        let r = self.reading;
        r.says_any(sentence, &["deny", "not"])
            && r.says(sentence, "own")
            && r.says(sentence, "talk")
            || self.denies_contact(sentence)
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

/// How a minister is addressed.
fn is_an_address(word: &str) -> bool {
    matches!(word, "excellency" | "excellencies") || word.starts_with("превосходительств")
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
