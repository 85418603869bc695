//! D4: combinations of traits that fit too few.

use crate::finding::{Category, Finding, Reason, Severity};
use crate::given_names::is_given_name;
use crate::identity::Identified;
use crate::index::Index;
use crate::key::Key;
use crate::lexicon::{Hit, Kind};
use crate::mosaic::SaidBefore;
use crate::reading::Reading;
use crate::said_traits::{Said, SaidTraits, counts, weight};
use crate::world::World;
use std::collections::BTreeSet;
use std::ops::Range;

/// What a sentence says when it tells of one of ours.
pub(crate) const PERSONAL: &[&str] = &[
    "guest", "hide", "arrive", "leave", "detain", "release", "fire", "live", "care", "he", "she",
];

/// Works that an organisation like ours has on its staff.
const STAFF: &[&str] = &[
    "lawyer",
    "doctor",
    "specialist_doctor",
    "nurse",
    "psychologist",
    "translator",
    "driver",
    "accountant",
    "secretary",
    "cook",
    "guard",
    "programmer",
    "system_administrator",
    "manager",
    "teacher",
    "activist",
    "social_worker",
    "cleaner",
    "official",
    "bank_clerk",
    "courier",
    "journalist",
    "sound_technician",
    "graphic_designer",
    "painter",
    "university_teacher",
    "student",
    "call_centre_worker",
    "personnel_officer",
    "advertiser",
    "sociologist",
];

pub(crate) struct Traits<'a> {
    pub world: &'a World,
    pub index: &'a Index,
    pub reading: &'a Reading,
    pub said: &'a SaidTraits<'a>,
    pub identified: &'a Identified,
    pub before: &'a [SaidBefore],
}

/// What a sentence says beside the traits.
struct Told {
    /// Here or in the next sentence.
    pronoun: bool,
    event: bool,
    /// A name of one of ours stands near.
    named: bool,
}

impl Traits<'_> {
    pub(crate) fn find(&self, found: &mut Vec<Finding>) {
        let mut marked: BTreeSet<(u32, usize)> = BTreeSet::new();
        for sentence in 0..self.reading.sentence_count() {
            if self.is_about_others(sentence) {
                continue;
            }
            let of_a_work = self.is_of_a_work(sentence);
            let tokens = self.reading.text.sentences()[sentence].clone();
            self.judge(tokens.clone(), sentence, of_a_work, found, &mut marked);
            if !of_a_work {
                self.mosaic(tokens.clone(), sentence, found);
            }
            // What one sentence begins, a pronoun in the next may complete.
            if sentence + 1 < self.reading.sentence_count()
                && self.reading.says_any(sentence + 1, &["he", "she"])
                && !self.is_about_others(sentence + 1)
            {
                let both = tokens.start..self.reading.text.sentences()[sentence + 1].end;
                self.judge(both, sentence, of_a_work, found, &mut marked);
            }
        }
    }

    /// The persons whom the traits of some tokens fit best, if they are too few.
    fn judge(
        &self,
        tokens: Range<usize>,
        sentence: usize,
        of_a_work: bool,
        found: &mut Vec<Finding>,
        marked: &mut BTreeSet<(u32, usize)>,
    ) {
        for (weight, person, mine) in self.best_fitting(&tokens) {
            // `The son of a colonel danced at the opera`: so much tells of one of ours, whatever else is named.
            if of_a_work && (weight < 4 || self.is_about_something(sentence)) {
                continue;
            }
            if !self.tells_more_of_one_named(weight, person, &mine)
                && !self.is_enough(weight, &mine, sentence)
            {
                continue;
            }
            let held = mine.iter().map(|s| s.key);
            let keys: Vec<Key> = held
                .filter(|key| self.index.holders.contains_key(key))
                .collect();
            let fits = self.index.fits(&keys, self.enough());
            let few = fits < self.enough() && fits > 0;
            if few && marked.insert((person, sentence)) {
                found.push(self.finding(person, &mine, fits, &tokens));
            }
        }
    }

    /// Weight, person, and what the tokens say of them, for those whom most fits.
    fn best_fitting(&self, tokens: &Range<usize>) -> Vec<(usize, u32, Vec<Said>)> {
        let mut best: Vec<(usize, u32, Vec<Said>)> = Vec::new();
        for person in self.said.best(tokens) {
            let mut mine = self.said.of_person(person);
            mine.retain(|s| tokens.contains(&s.tokens.start));
            if !mine.is_empty() {
                best.push((weight(&mine), person, mine));
            }
        }
        let most = best.iter().map(|(weight, ..)| *weight).max().unwrap_or(0);
        best.retain(|(weight, ..)| *weight == most);
        best.sort_by_key(|(_, person, _)| *person);
        best
    }

    fn tells_more_of_one_named(&self, weight: usize, person: u32, mine: &[Said]) -> bool {
        let personal = |s: &Said| {
            matches!(
                s.kind,
                Some(Kind::Occupation | Kind::Body | Kind::Study | Kind::Event | Kind::Faith)
            )
        };
        weight > 1 && self.identified.persons.contains_key(&person) && mine.iter().any(personal)
    }

    fn finding(&self, person: u32, mine: &[Said], fits: usize, tokens: &Range<usize>) -> Finding {
        let at = mine
            .iter()
            .filter(|s| counts(s))
            .map(|s| s.tokens.clone())
            .reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))
            .unwrap_or(tokens.clone());
        Finding {
            at: self.reading.text.place(at),
            subject: self.world.persons[person as usize].id.clone(),
            category: Category::Attributes,
            severity: Severity::High,
            reason: Reason::Traits {
                traits: mine.iter().map(|s| s.label.to_owned()).collect(),
                words: self.words(mine),
                fits,
            },
            already_out: false,
        }
    }

    /// The draft's words for some traits: each place once, the longest where they overlap.
    fn words(&self, mine: &[Said]) -> Vec<String> {
        let mut places: Vec<Range<usize>> = mine.iter().map(|s| s.tokens.clone()).collect();
        places.sort_by_key(|t| (t.start, std::cmp::Reverse(t.end)));
        let mut end = 0;
        places.retain(|t| {
            let fresh = t.end > end;
            end = end.max(t.end);
            fresh
        });
        places.iter().map(|t| self.reading.words_of(t)).collect()
    }

    /// A set that so many fit exposes nobody.
    pub(crate) fn enough(&self) -> usize {
        self.world.rules.min_group.max(1)
    }

    fn is_enough(&self, weight: usize, mine: &[Said], sentence: usize) -> bool {
        let r = self.reading;
        let pronoun = r.says_any(sentence, &["he", "she"])
            || r.says_any(sentence + 1, &["he", "she"]) && r.sentence_count() > sentence + 1;
        if is_of_many(mine) && !pronoun && !r.says(sentence, "guest") {
            return false;
        }
        let languages = mine
            .iter()
            .all(|s| s.kind == Some(Kind::Language) || s.label == "origin");
        if languages && !pronoun && r.says_any(sentence, &["outsider", "staffword"]) {
            return false;
        }
        let told = Told {
            pronoun,
            event: r.says_any(sentence, &PERSONAL[..9]),
            named: self.is_beside_a_name(mine),
        };
        match weight {
            0 | 1 => false,
            2 | 3 => self.one_trait_is_enough(&told, mine, sentence),
            _ => {
                let family_at_home = mine.iter().any(|s| s.label == "origin")
                    && mine.iter().any(|s| s.kind == Some(Kind::Kin));
                told.pronoun
                    || told.event
                    || told.named
                    || mine.iter().any(is_one_person)
                    || family_at_home
                    || r.says(sentence, "own")
                    || self.tells_of_one(sentence)
                    || mine.iter().any(|s| self.is_one_who(s))
            }
        }
    }

    fn one_trait_is_enough(&self, told: &Told, mine: &[Said], sentence: usize) -> bool {
        let r = self.reading;
        let tokens = r.text.sentences()[sentence].clone();
        let only = r.hits_in(tokens.clone()).any(|h| h.kind == Kind::Only) && told.event;
        let strong = |s: &Said| match s.kind {
            Some(Kind::Body) => is_telling_of_a_body(s),
            Some(Kind::Superlative) => true,
            Some(Kind::Language) => {
                told.pronoun || self.tells_of_one(sentence) || self.is_spoken(sentence)
            }
            Some(Kind::Occupation) if s.person && !s.plural => true,
            Some(Kind::Occupation) if (told.pronoun || told.event) && !s.hint => true,
            Some(Kind::Kin) if s.label == "twin" => {
                told.pronoun || mine.iter().filter(|s| s.kind == Some(Kind::Kin)).count() > 1
            }
            Some(Kind::Event) if told.pronoun => true,
            _ => s.label == "work" || only && counts(s),
        };
        // A place that is none of theirs: the news of somebody else.
        let elsewhere = r
            .mentions_in(tokens)
            .any(|m| !mine.iter().any(|s| s.tokens.start == m.tokens.start))
            && !r.says_any(sentence, &["own", "guest"]);
        let one_of_ours =
            told.pronoun && !elsewhere || told.event || told.named || self.is_one_of_ours(mine);
        let dated = r.text.sentences()[sentence]
            .clone()
            .any(|t| r.text.tokens()[t].number && r.text.tokens()[t].at.len() == 4);
        let home = !dated
            && mine.iter().any(|s| s.label == "origin")
            && (told.pronoun || r.says(sentence, "guest"))
            && r.says_any(sentence, &["guest", "leave", "he", "she"]);
        let body = mine
            .iter()
            .any(|s| s.kind == Some(Kind::Body) && is_telling_of_a_body(s));
        let one_of_ours = one_of_ours
            || mine
                .iter()
                .any(|s| self.is_one_who(s) || self.is_the_one(s))
            || body && self.tells_of_one(sentence);
        mine.iter().any(strong) && one_of_ours && !r.says(sentence, "generic") || home
    }

    /// `A Pamiri who …`, `пекарь, которого …`.
    fn is_one_who(&self, said: &Said) -> bool {
        let text = &self.reading.text;
        let next = said.tokens.end;
        let word = if next < text.tokens().len() {
            text.word(next)
        } else {
            ""
        };
        !said.plural
            && (matches!(word, "who" | "whose" | "whom" | "чей" | "чья" | "чье")
                || word.starts_with("котор"))
    }

    /// `The receptionist has …`, `Вратарь улетел`: one whom the text takes for known, and of no other place.
    fn is_the_one(&self, said: &Said) -> bool {
        let r = self.reading;
        let work = said.kind == Some(Kind::Occupation) && said.person || said.label == "work";
        let start = r.text.sentence_of(said.tokens.start).start;
        let sentence = r.text.tokens()[said.tokens.start].sentence;
        let others = ["outsider", "gov", "title", "generic", "public_event"];
        if !work || said.plural || said.hint || r.says_any(sentence, &others) {
            return false;
        }
        let next = said.tokens.end;
        let apart = r.text.tokens().get(next).is_none_or(|n| n.after_break);
        let word = if apart { "" } else { r.text.word(next) };
        if r.text.tokens()[said.tokens.start].cyrillic {
            let verb = ["л", "ла", "лся", "лась", "ет", "ит", "ется", "ится"]
                .iter()
                .any(|ending| word.ends_with(ending));
            let goes_on =
                apart || verb || matches!(word, "из" | "с" | "со" | "уже" | "еще" | "больше");
            return said.tokens.start == start && goes_on;
        }
        let the = said.tokens.start > start && r.text.word(said.tokens.start - 1) == "the";
        the && !matches!(word, "of" | "in" | "at" | "for" | "and" | "who")
            && !r.text.tokens()[next - 1].possessive
    }

    /// Somebody speaks a language.
    fn is_spoken(&self, sentence: usize) -> bool {
        let tokens = self.reading.text.sentences()[sentence].clone();
        tokens.into_iter().any(|t| {
            let word = self.reading.text.word(t);
            word.starts_with("speak") || word.starts_with("говор") || word.starts_with("interpret")
        })
    }

    fn is_beside_a_name(&self, mine: &[Said]) -> bool {
        mine.iter().any(|s| {
            self.identified
                .persons
                .values()
                .any(|t| t.start.abs_diff(s.tokens.start) < 25)
        })
    }

    /// `Our welder`: a work that no staff of ours does.
    fn is_one_of_ours(&self, mine: &[Said]) -> bool {
        let work = mine
            .iter()
            .filter(|s| s.kind == Some(Kind::Occupation) && s.person && !s.plural);
        work.filter(|s| !STAFF.contains(&s.label)).any(|s| {
            let before = s
                .tokens
                .start
                .checked_sub(1)
                .map(|t| self.reading.text.word(t));
            let first = s
                .tokens
                .start
                .checked_sub(2)
                .map(|t| self.reading.text.word(t));
            let the = before == Some("the") || first == Some("the");
            let ours = self.reading.text_says(&["own"]);
            before.is_some_and(|word| word == "our" || word.starts_with("наш")) || the && ours
        })
    }

    /// The sentence tells of somebody who is named and is not ours, of a work of art, or of everyone.
    fn is_about_others(&self, sentence: usize) -> bool {
        let tokens = self.reading.text.sentences()[sentence].clone();
        let ours = |t: usize| {
            self.identified
                .persons
                .values()
                .any(|named| named.contains(&t))
                || self.reading.is_known_name(t)
        };
        let text = &self.reading.text;
        let public = tokens.clone().any(|t| self.identified.public.contains(&t));
        let named = tokens.clone().zip(tokens.clone().skip(1)).any(|(a, b)| {
            let name = |t: usize| {
                text.tokens()[t].capital
                    && !text.tokens()[t].number
                    && !ours(t)
                    && text.word(t).chars().count() > 1
                    && !self.reading.caseless
            };
            let first = name(a) && (a != tokens.start || is_given_name(text.word(a)));
            first
                && name(b)
                && !text.tokens()[b].after_break
                && (is_given_name(text.word(a))
                    || self
                        .reading
                        .hits_in(b..b + 1)
                        .all(|h| h.kind == Kind::Context))
        });
        let none_of_ours = !self.reading.says_any(sentence, &["guest", "he", "she"])
            || self.identified.persons.is_empty() && named && !self.reading.says(sentence, "guest");
        public || named && none_of_ours
    }

    /// The sentence tells of a work of art, or of the great.
    fn is_of_a_work(&self, sentence: usize) -> bool {
        self.reading.says(sentence, "title")
            && !self.reading.says_any(sentence, PERSONAL)
            && !self.reading.says(sentence, "own")
    }

    /// `The film about …`, `роман о …`.
    fn is_about_something(&self, sentence: usize) -> bool {
        let text = &self.reading.text;
        let tokens = text.sentences()[sentence].clone();
        let title = self.reading.context_hit(tokens.clone(), "title");
        title.is_some_and(|hit| {
            let next = hit.tokens.end;
            next < tokens.end
                && matches!(
                    text.word(next),
                    "about" | "on" | "of" | "by" | "о" | "об" | "про" | "обо"
                )
        })
    }

    /// One person is spoken of: `a girl`, `оператор`.
    fn tells_of_one(&self, sentence: usize) -> bool {
        let tokens = self.reading.text.sentences()[sentence].clone();
        let one = |h: &Hit| {
            let kinds = [Kind::Person, Kind::Occupation, Kind::Study];
            kinds.contains(&h.kind) && h.person && !h.hint && !h.plural
        };
        self.reading.hits_in(tokens).any(one)
            && !self
                .reading
                .says_any(sentence, &["outsider", "staffword", "gov"])
    }
}

/// A mark that few bear, and not a part that everyone has.
fn is_telling_of_a_body(said: &Said) -> bool {
    const PARTS: &[&str] = &[
        "hand",
        "left_hand",
        "right_hand",
        "leg",
        "back",
        "broken",
        "eyes",
        "face",
        "nose",
        "neck",
        "shoulder",
        "ribs",
        "ear",
    ];
    !said.hint && !PARTS.contains(&said.label)
}

fn is_one_person(said: &Said) -> bool {
    said.person
        && !said.plural
        && matches!(
            said.kind,
            Some(Kind::Occupation | Kind::Superlative | Kind::Study | Kind::Person)
        )
}

/// Works in the plural, and none in the singular.
fn is_of_many(mine: &[Said]) -> bool {
    let mut works = mine
        .iter()
        .filter(|s| s.kind == Some(Kind::Occupation))
        .peekable();
    let persons = works.clone().any(|s| s.person);
    works.peek().is_some() && works.all(|s| s.plural || persons && !s.person)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn works_of_staff_are_works_of_the_table() {
        // A row got another name, and our own journalist then counted as a person in our care.
        let listed: BTreeSet<&str> = crate::lexicon::rows(include_str!("../data/occupations.txt"))
            .filter_map(|columns| columns[0].split_once(' '))
            .map(|(_, name)| name)
            .collect();
        let missing: Vec<_> = STAFF
            .iter()
            .filter(|work| !listed.contains(*work))
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
