use crate::check_in::Alert;
use crate::content::{About, Key, body, sealed};
use crate::{Case, Country, MemberId, Minutes, Moment, PersonId, Text, ThingId};
use minicbor::{Decode, Encode};

/// A journey: legs with their times, and who waits for a word after each.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Journey {
    /// Which.
    #[n(0)]
    pub id: ThingId,
    /// Who travels.
    #[n(1)]
    pub person: PersonId,
    /// The legs, in their order.
    #[n(2)]
    pub legs: Vec<Leg>,
    /// How long after a word was expected silence turns from amber to red. Minutes, not days.
    #[n(3)]
    pub red_after: Minutes,
    /// Who waits for their word.
    #[n(4)]
    pub holder: Option<MemberId>,
    /// What is done when it does not come.
    #[n(5)]
    pub on_silence: Text,
}

/// One leg of a journey.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Leg {
    /// From where.
    #[n(0)]
    pub from: Text,
    /// To where.
    #[n(1)]
    pub to: Text,
    /// In which country it ends.
    #[n(2)]
    pub country: Option<Country>,
    /// The flight, train or bus.
    #[n(3)]
    pub number: Text,
    /// When it leaves.
    #[n(4)]
    pub leaves: Moment,
    /// When it arrives.
    #[n(5)]
    pub arrives: Moment,
    /// How soon after leaving, and after arriving, a word is expected.
    #[n(6)]
    pub word_within: Minutes,
    /// Who meets them.
    #[n(7)]
    pub met_by: Text,
    /// The lawyer at this border, and how they are reached.
    #[n(8)]
    pub lawyer: Text,
}

/// News of a leg.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct LegNews {
    /// Of which journey.
    #[n(0)]
    pub journey: ThingId,
    /// Of the how-manieth leg, from 0.
    #[n(1)]
    pub leg: u32,
    /// When it was so.
    #[n(2)]
    pub at: Moment,
    /// What.
    #[n(3)]
    pub what: LegEvent,
    /// In words.
    #[n(4)]
    pub note: Text,
}

/// What can be heard of a leg.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum LegEvent {
    /// They left.
    #[n(0)]
    Left,
    /// They arrived.
    #[n(1)]
    Arrived,
    /// They were not let out.
    #[n(2)]
    NotLetOut,
    /// They were not taken on board.
    #[n(3)]
    NotBoarded,
    /// They were refused and sent back to the last airport.
    #[n(4)]
    SentBack,
    /// They are detained.
    #[n(5)]
    Detained,
    /// They were stopped, and nothing more is known.
    #[n(6)]
    Stopped,
}

/// How it stands with a journey at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JourneyWatch {
    /// Which.
    pub journey: ThingId,
    /// Who travels.
    pub person: PersonId,
    /// How much to worry.
    pub alert: Alert,
    /// Where they are on it.
    pub at: OnJourney,
    /// Who waits for their word; nobody, if two words on the journey name two.
    pub holder: Option<MemberId>,
}

/// Where somebody is on a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OnJourney {
    /// Before or on a leg, and by when a word is expected.
    Leg(u32, Moment),
    /// Stopped on a leg.
    Stopped(u32, LegEvent),
    /// At its end.
    Arrived,
}

impl LegEvent {
    /// Whether it stops the journey.
    fn stops(self) -> bool {
        match self {
            LegEvent::Left | LegEvent::Arrived => false,
            LegEvent::NotLetOut
            | LegEvent::NotBoarded
            | LegEvent::SentBack
            | LegEvent::Detained
            | LegEvent::Stopped => true,
        }
    }
}

impl Case {
    /// How it stands with every journey, those to worry about first.
    pub fn journeys(&self, now: Moment) -> Vec<JourneyWatch> {
        let journeys = self.things::<Journey>();
        let worst = journeys.values().filter_map(|standing| {
            let each = standing.each();
            let all = each
                .iter()
                .map(|(_, journey)| self.journey_at(journey, now));
            let mut worst = all.max_by_key(|watch| watch.alert)?;
            if each.iter().any(|(_, it)| it.holder != worst.holder) {
                worst.holder = None;
            }
            Some(worst)
        });
        let mut all: Vec<JourneyWatch> = worst.collect();
        all.sort_by_key(|watch| (std::cmp::Reverse(watch.alert), watch.at, watch.journey));
        all
    }

    fn journey_at(&self, journey: &Journey, now: Moment) -> JourneyWatch {
        let watch = |alert, at| JourneyWatch {
            journey: journey.id,
            person: journey.person,
            alert,
            at,
            holder: journey.holder,
        };
        let legs = || (0u32..).zip(&journey.legs);
        let is_heard_of = |n: &u32| !self.news_of(journey.id, *n, now).is_empty();
        // Who is heard of on a later leg has come through the earlier ones.
        let reached = legs().map(|(n, _)| n).filter(is_heard_of).max();
        for (n, leg) in legs().skip_while(|(n, _)| Some(*n) < reached) {
            let news = self.news_of(journey.id, n, now);
            match news.last().map(|it| it.what) {
                Some(LegEvent::Arrived) => continue,
                Some(what) if what.stops() => {
                    return watch(Alert::Red, OnJourney::Stopped(n, what));
                }
                latest => {
                    // Before they are known to have left, a word is expected that they have.
                    let from = latest.map_or(leg.leaves, |_| leg.arrives);
                    let expected = from.plus(leg.word_within);
                    let alert = journey.silence(expected, now);
                    return watch(alert, OnJourney::Leg(n, expected));
                }
            }
        }
        watch(Alert::Fine, OnJourney::Arrived)
    }

    /// What was heard of a leg until a moment. Of one moment, what stops them comes last.
    fn news_of(&self, journey: ThingId, leg: u32, now: Moment) -> Vec<&LegNews> {
        let news = self.standing::<LegNews>().map(|(_, news)| news);
        let mut news: Vec<_> = news
            .filter(|it| it.journey == journey && it.leg == leg && it.at <= now)
            .collect();
        news.sort_by_key(|it| (it.at, it.what));
        news
    }
}

impl Journey {
    fn silence(&self, expected: Moment, now: Moment) -> Alert {
        if now < expected {
            Alert::Fine
        } else if now >= expected.plus(self.red_after) {
            Alert::Red
        } else {
            Alert::Amber
        }
    }
}

body!(
    Journey,
    about | _ | About::Work,
    key | it | Key::Thing(it.id)
);
body!(LegNews, about | _ | About::Work, key | _ | Key::Event);
sealed!(Leg);
