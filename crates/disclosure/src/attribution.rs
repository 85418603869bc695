//! What was agreed to be said of somebody, and what a draft says beyond it.

mod offered;
mod spoken;

pub(crate) use offered::as_agreed;

use crate::finding::{Category, Finding, Reason, Severity};
use crate::gazetteer::Handle;
use crate::reading::Reading;
use crate::role_words::{Roles, role_words};
use crate::text::Text;
use crate::world::{Sex, Staff, Withheld, World};
use spoken::{Kind, Shows, Told, told};
use std::collections::BTreeSet;
use std::ops::Range;
use zeroize::Zeroize;

/// By which words somebody is told of, as they have agreed, in both languages.
#[derive(Default, Clone)]
pub struct Agreed {
    /// In English.
    pub en: Wording,
    /// In Russian.
    pub ru: Wording,
}

/// A descriptor and its reason in one language; either may be empty.
#[derive(Default, Clone)]
pub struct Wording {
    /// `a member of staff`.
    pub descriptor: String,
    /// Why they are not named: `because of threats`.
    pub because: String,
}

/// What a draft says of somebody beyond what was agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Beyond {
    /// What they do.
    Role,
    /// How high or how long they stand among us.
    Rank,
    /// Where they work.
    Place,
    /// Since when.
    Service,
}

impl Agreed {
    /// The words for a draft of this language.
    fn wording(&self, russian: bool) -> &Wording {
        if russian { &self.ru } else { &self.en }
    }

    /// Whether a word of a descriptor tells if it is a woman or a man.
    pub fn shows_a_sex(&self) -> bool {
        self.told().iter().any(|it| it.shows != Shows::Nothing)
    }

    fn kinds(&self) -> Vec<Kind> {
        self.told().into_iter().map(|it| it.kind).collect()
    }

    fn told(&self) -> Vec<Told> {
        let texts = [&self.en, &self.ru].map(|it| Text::read(&it.descriptor));
        let of = |text: &Text| told(|t| text.word(t), 0..text.tokens().len());
        texts.iter().flat_map(of).collect()
    }

    fn words(&self) -> BTreeSet<String> {
        let texts = [&self.en, &self.ru].map(|it| Text::read(&it.descriptor));
        let words = |text: &Text| -> Vec<String> {
            let all = 0..text.tokens().len();
            all.map(|t| text.word(t).to_owned()).collect()
        };
        texts.iter().flat_map(words).collect()
    }
}

impl Wording {
    /// `a member of staff (not named because of threats)`.
    fn in_full(&self, russian: bool) -> String {
        let unnamed = if russian {
            "не называем"
        } else {
            "not named"
        };
        match self.because.trim() {
            "" => self.descriptor.clone(),
            because => format!("{} ({unnamed} {because})", self.descriptor),
        }
    }
}

impl Zeroize for Agreed {
    fn zeroize(&mut self) {
        for wording in [&mut self.en, &mut self.ru] {
            wording.descriptor.zeroize();
            wording.because.zeroize();
        }
    }
}

/// Warns where a draft says more of somebody than was agreed.
///
/// It reads the words with which a sentence tells who spoke, or tells of one of ours: nothing else.
/// Whoever has agreed on no descriptor is left to the check of staff.
pub(crate) struct Attributions<'a> {
    pub world: &'a World,
    pub reading: &'a Reading,
    pub public: &'a BTreeSet<usize>,
}

/// Somebody for whom words were agreed.
struct Protected<'a> {
    member: &'a Staff,
    agreed: &'a Agreed,
    kinds: Vec<Kind>,
    words: BTreeSet<String>,
}

impl Attributions<'_> {
    pub(crate) fn find(&self, found: &mut Vec<Finding>) {
        let with_words = self.world.staff.iter().filter_map(|member| {
            let agreed = member.agreed.as_ref()?;
            let (kinds, words) = (agreed.kinds(), agreed.words());
            Some(Protected {
                member,
                agreed,
                kinds,
                words,
            })
        });
        let protected: Vec<Protected<'_>> = with_words.collect();
        if protected.is_empty() {
            return;
        }
        for sentence in self.reading.text.sentences() {
            if sentence.clone().any(|t| self.public.contains(&t)) {
                continue;
            }
            for one in told(|t| self.word(t), sentence.clone()) {
                if self.is_of_others(&one, sentence) {
                    continue;
                }
                let window = self.told_by_us(&one, sentence);
                if let Some(window) = &window {
                    found.extend(self.beyond(&one, window, &protected));
                }
                let shown = match (one.shows, window) {
                    (Shows::Nothing, _) => self.shown_by_a_verb(&one, sentence),
                    (shown, Some(_)) => Some((shown, one.head.clone())),
                    (_, None) => None,
                };
                if let Some((shows, at)) = shown {
                    found.extend(self.sex(&one, shows, at, &protected));
                }
            }
        }
    }

    fn word(&self, token: usize) -> &str {
        self.reading.text.word(token)
    }

    /// What stands before somebody in one breath, the nearest first.
    fn before<'s>(
        &'s self,
        one: &Told,
        sentence: &Range<usize>,
    ) -> impl Iterator<Item = usize> + 's {
        let tokens = self.reading.text.tokens();
        let back = (sentence.start..one.head.start).rev();
        back.take_while(|t| !tokens[t + 1].after_break).take(6)
    }

    /// Another's, or of a house that is not ours.
    fn is_of_others(&self, one: &Told, sentence: &Range<usize>) -> bool {
        let own = self.before(one, sentence).take_while(|t| !self.opens(*t));
        let own: Vec<&str> = own.map(|t| self.word(t)).collect();
        let mut after = one.head.end..sentence.end.min(one.head.end + 4);
        let house = after.any(|t| spoken::is_a_house_of_others(self.word(t)));
        let is_ours = own.iter().any(|word| spoken::is_ours(word));
        own.iter().any(|word| spoken::is_anothers(word))
            || one.kind == Kind::Staff && house && !is_ours
    }

    /// `said`, `according to`: what follows tells who spoke.
    fn opens(&self, token: usize) -> bool {
        let word = self.word(token);
        spoken::is_saying(word) || matches!(word, "according" | "словам" | "by")
    }

    /// The words that describe somebody of ours, or somebody who is said to have spoken.
    fn told_by_us(&self, one: &Told, sentence: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.reading.text.tokens();
        let own = self
            .before(one, sentence)
            .take_while(|t| !self.opens(*t))
            .last();
        let start = own.unwrap_or(one.head.start);
        let said_before = self.before(one, sentence).any(|t| self.opens(t));
        let mut after = one.head.end..sentence.end;
        let verb = after.clone().find(|t| spoken::is_saying(self.word(*t)));
        let end = match (verb, said_before) {
            (Some(verb), _) => verb,
            (None, true) => sentence.end,
            // Where nobody speaks, only what is joined to the word belongs to it.
            (None, false) => after
                .find(|t| tokens[*t].after_break)
                .unwrap_or(sentence.end),
        };
        let ours = (start..one.head.end).any(|t| spoken::is_ours(self.word(t)));
        let speaks = verb.is_some_and(|verb| verb < one.head.end + 12);
        (ours || said_before || speaks).then_some(start..end)
    }

    /// More than the descriptor of somebody who goes by such a word.
    fn beyond(&self, one: &Told, window: &Range<usize>, all: &[Protected<'_>]) -> Option<Finding> {
        let of_kind = all.iter().filter(|it| {
            it.kinds.contains(&one.kind) && it.member.withheld.contains(&Withheld::Role)
        });
        let said = of_kind.map(|it| (it, self.said_of(one, window, it)));
        // Whoever does what is told of comes before those of whom only the rank or the place is.
        let (whose, said) = said
            .filter(|(_, said)| !said.is_empty())
            .max_by_key(|(_, said)| said.iter().any(|(what, _)| *what == Beyond::Role))?;
        let places = said
            .iter()
            .map(|(_, at)| at.clone())
            .chain([one.head.clone()]);
        let at = places.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))?;
        let russian = self.reading.text.tokens()[one.head.start].cyrillic;
        let what: BTreeSet<Beyond> = said.into_iter().map(|(what, _)| what).collect();
        Some(Finding {
            at: self.reading.text.place(at),
            subject: whose.member.id.clone(),
            category: Category::Staff,
            severity: Severity::Medium,
            reason: Reason::BeyondAgreed {
                what: what.into_iter().collect(),
                agreed: whose.agreed.wording(russian).in_full(russian),
            },
            already_out: false,
        })
    }

    fn said_of(
        &self,
        one: &Told,
        window: &Range<usize>,
        of: &Protected<'_>,
    ) -> Vec<(Beyond, Range<usize>)> {
        let r = self.reading;
        let agreed = |t: usize| of.words.contains(self.word(t));
        let mut said = Vec::new();
        let rank = (window.start..one.head.start)
            .filter(|t| spoken::is_rank(self.word(*t)) && !agreed(*t));
        said.extend(rank.map(|t| (Beyond::Rank, t..t + 1)));
        let own = Roles::of_member(&of.member.role);
        let roles = role_words(r, window.clone(), own).into_iter();
        said.extend(
            roles
                .filter(|at| !agreed(at.start))
                .map(|at| (Beyond::Role, at)),
        );
        let places = r
            .mentions_in(window.clone())
            .filter(|m| !matches!(m.handle, Handle::Fits(_)) && !m.tokens.clone().all(agreed));
        said.extend(places.map(|m| (Beyond::Place, m.tokens.clone())));
        said.extend(self.service(one, window).map(|at| (Beyond::Service, at)));
        said
    }

    /// `for six years`, `since 2014`, `joined`.
    fn service(&self, one: &Told, window: &Range<usize>) -> Option<Range<usize>> {
        let numbers = &self.reading.numbers;
        let number = |t: usize| numbers.iter().find(|(at, _)| *at == t).map(|(_, n)| n);
        (window.clone()).find_map(|t| {
            let word = self.word(t);
            if t >= one.head.end && (word == "joined" || word.starts_with("присоедин")) {
                return Some(t..t + 1);
            }
            let counted = number(t)?;
            let next = t + counted.tokens;
            let is_time = next < window.end && spoken::is_a_time(self.word(next));
            let since =
                t > window.start && matches!(self.word(t - 1), "since" | "с" | "from" | "in");
            let is_year = (1900..2200).contains(&counted.value) && since;
            (is_time || is_year).then(|| t..next + usize::from(is_time))
        })
    }

    /// Somebody who goes by such a word, and of whom it is withheld what they are.
    fn sex(
        &self,
        one: &Told,
        shows: Shows,
        at: Range<usize>,
        all: &[Protected<'_>],
    ) -> Option<Finding> {
        let sex = match shows {
            Shows::Woman => Sex::Female,
            Shows::Man => Sex::Male,
            Shows::Nothing => return None,
        };
        let mut of_kind = all.iter().filter(|it| it.kinds.contains(&one.kind));
        let whose = of_kind.find(|it| {
            it.member.withheld.contains(&Withheld::Sex) && it.member.sex.is_none_or(|is| is == sex)
        })?;
        Some(Finding {
            at: self.reading.text.place(at),
            subject: whose.member.id.clone(),
            category: Category::Staff,
            severity: Severity::Medium,
            reason: Reason::StaffSex,
            already_out: false,
        })
    }

    /// A pronoun beside a verb of saying, or its ending, in this sentence or the next shows a sex.
    fn shown_by_a_verb(
        &self,
        one: &Told,
        sentence: &Range<usize>,
    ) -> Option<(Shows, Range<usize>)> {
        let tokens = self.reading.text.tokens();
        let next = tokens.get(sentence.end).map(|t| t.sentence);
        let end = next.map_or(sentence.end, |s| self.reading.text.sentences()[s].end);
        let verbs = (one.head.end..end).filter(|t| spoken::is_saying(self.word(*t)));
        for verb in verbs {
            let beside = [verb.checked_sub(1), Some(verb + 1)].into_iter().flatten();
            for t in beside.filter(|t| (one.head.end..end).contains(t)) {
                let shows = spoken::pronoun(self.word(t));
                if shows != Shows::Nothing {
                    return Some((shows, t..t + 1));
                }
            }
            if verb <= one.head.end + 1 && spoken::is_said_by_a_woman(self.word(verb)) {
                return Some((Shows::Woman, verb..verb + 1));
            }
        }
        None
    }
}
