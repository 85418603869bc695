//! Names of every form, and what of a name counts alone.

use super::name_words::{is_form_of_address, looks_like_a_family_name, tells_of_a_nickname};
use super::{Identified, Identity};
use crate::eastern::is_article;
use crate::finding::{Finding, NameMatch};
use crate::given_names::{is_a_small_word, is_also_a_word, is_given_name, nearly_same};
use crate::lexicon::Kind;
use crate::names::{NameHit, Owner, Part};
use crate::scheme::Schemes;
use crate::text::is_hyphen;
use crate::world::{Name, Sex};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

impl Identity<'_> {
    pub(super) fn names(&self, found: &mut Vec<Finding>, identified: &mut Identified) {
        let mut by_person: BTreeMap<u32, Vec<&NameHit>> = BTreeMap::new();
        for hit in self
            .hits
            .iter()
            .filter(|h| !h.tokens.clone().any(|t| identified.public.contains(&t)))
        {
            if let Owner::Person(person) = hit.owner {
                by_person.entry(person).or_default().push(hit);
            }
        }
        for (person, hits) in by_person {
            for hit in &hits {
                if let Some((tokens, how)) = self.judge(person, hit, &hits) {
                    let how = self.by_scheme(person, &tokens, how);
                    self.add(found, identified, person, tokens, how);
                }
            }
        }
    }

    /// Of a form, the schemes that spell every word of it so.
    fn by_scheme(&self, person: u32, tokens: &Range<usize>, how: NameMatch) -> NameMatch {
        let text = &self.reading.text;
        let latin = |t: &usize| !text.tokens()[*t].cyrillic && text.word(*t).chars().count() > 2;
        let words = tokens.clone().filter(latin).map(|t| text.word(t));
        let names = &self.world.persons[person as usize].names;
        let spelled = words
            .map(|word| schemes_of(names, word))
            .reduce(Schemes::both);
        match (how, spelled) {
            (NameMatch::Form, Some(schemes)) if !schemes.is_empty() => {
                NameMatch::Romanised(schemes)
            }
            _ => how,
        }
    }

    /// The gate: what of a name counts alone, and what needs a second trait.
    fn judge(
        &self,
        person: u32,
        hit: &NameHit,
        own: &[&NameHit],
    ) -> Option<(Range<usize>, NameMatch)> {
        let (whole, parts) = self.grown(person, hit, own);
        if parts < 2 && self.is_of_another_age(hit) {
            return None;
        }
        let token = &self.reading.text.tokens()[hit.tokens.start];
        let inside = self.reading.is_capital_inside(hit.tokens.start);
        if parts < 2 && !inside && is_a_small_word(self.reading.text.word(hit.tokens.start)) {
            return None;
        }
        let cased = token.capital || self.reading.caseless;
        match hit.part {
            Part::Family if parts > 1 => Some((whole, hit.how)),
            Part::Family => (!self.is_someone_else(hit, own, person)
                && !self.begins_with_a_word(hit)
                && (cased || looks_like_a_family_name(self.reading.text.word(hit.tokens.start))))
            .then_some((whole, hit.how)),
            Part::Patronymic => (parts > 1).then_some((whole, hit.how)),
            Part::Word { of } if of > 1 => {
                (parts >= usize::from(of).min(2) && cased).then_some((whole, hit.how))
            }
            Part::Word { .. } => (cased
                && token.capital
                && (parts > 1
                    || self.is_called_so(hit)
                    || !self.is_ordinary(hit, own) && self.is_alias_alone(hit)))
            .then_some((whole, hit.how)),
            Part::Given if parts > 1 => Some((whole, hit.how)),
            Part::Given => {
                (cased && self.given_counts(person, hit, own)).then_some((whole, hit.how))
            }
        }
    }

    /// `… appeared in print in 1861`, `писатель восемнадцатого века`: nobody alive.
    fn is_of_another_age(&self, hit: &NameHit) -> bool {
        let r = self.reading;
        let sentence = r.text.sentence_of(hit.tokens.start);
        sentence.into_iter().any(|t| {
            let year = || r.text.word(t).parse::<i16>().ok();
            let old = |year: i16| (1000..r.day.year() - 100).contains(&year);
            r.text.tokens()[t].number && year().is_some_and(old)
                || matches!(
                    r.text.word(t),
                    "century" | "centuries" | "века" | "веке" | "столетия"
                )
        })
    }

    /// The name with its neighbours that are parts of the same person's, initials among them.
    fn grown(&self, person: u32, hit: &NameHit, own: &[&NameHit]) -> (Range<usize>, usize) {
        let mut whole = hit.tokens.clone();
        let mut parts: BTreeSet<(u8, usize)> = [(rank(hit.part), hit.tokens.start)].into();
        loop {
            let before = whole.clone();
            for other in own {
                let near = other.tokens.end == whole.start || other.tokens.start == whole.end;
                if near
                    && (rank(other.part) != rank(hit.part) || matches!(hit.part, Part::Word { .. }))
                    && self.together(&whole, &other.tokens)
                {
                    whole = whole.start.min(other.tokens.start)..whole.end.max(other.tokens.end);
                    parts.insert((rank(other.part), other.tokens.start));
                }
            }
            if let Some(initials) = self.initial_beside(person, &whole) {
                parts.insert((9, initials.start));
                whole = whole.start.min(initials.start)..whole.end.max(initials.end);
            }
            if whole == before {
                break;
            }
        }
        let kinds: BTreeSet<u8> = parts.iter().map(|(rank, _)| *rank).collect();
        let count = if matches!(hit.part, Part::Word { .. }) {
            parts.len()
        } else {
            kinds.len()
        };
        (whole, count)
    }

    fn together(&self, one: &Range<usize>, other: &Range<usize>) -> bool {
        let later = one.start.max(other.start);
        let t = &self.reading.text.tokens()[later];
        !t.after_break || self.is_initial(later - 1)
    }

    /// Another person's given name or initial stands before the family name.
    fn is_someone_else(&self, hit: &NameHit, own: &[&NameHit], person: u32) -> bool {
        let text = &self.reading.text;
        let Some(before) = hit.tokens.start.checked_sub(1) else {
            return false;
        };
        // An article is no name: `Мишари Аз-Зафири`.
        let with_article = is_article(text.word(before))
            && text.tokens()[hit.tokens.start]
                .joined_by
                .is_some_and(is_hyphen);
        let Some(before) = before.checked_sub(usize::from(with_article)) else {
            return false;
        };
        if text.tokens()[hit.tokens.start].after_break && !self.is_initial(before)
            || text.tokens()[before].sentence != text.tokens()[hit.tokens.start].sentence
        {
            return false;
        }
        if own.iter().any(|o| o.tokens.contains(&before))
            || self
                .hits
                .iter()
                .any(|h| h.owner == Owner::Relative(person) && h.tokens.contains(&before))
        {
            return false;
        }
        if self.is_initial(before) {
            return true;
        }
        let names = &self.world.persons[person as usize].names;
        let own_given = names
            .iter()
            .any(|n| nearly_same(text.word(before), &n.given));
        if own_given || is_form_of_address(text.word(before)) {
            return false;
        }
        text.tokens()[before].capital
            && (is_given_name(text.word(before))
                || self.reading.is_capital_inside(before)
                    && !self.reading.is_known_name(before)
                    && !text.tokens()[before].all_capitals
                    && self.reading.hits_in(before..before + 1).next().is_none())
    }

    /// A short word at the head of a sentence that tells nothing of people: `Лось вышел на дорогу`.
    fn begins_with_a_word(&self, hit: &NameHit) -> bool {
        let text = &self.reading.text;
        let start = hit.tokens.start;
        let sentence = text.tokens()[start].sentence;
        let word = text.word(start);
        let personal = [
            "own", "guest", "he", "she", "hide", "care", "detain", "release", "visa", "fire",
            "live", "arrive",
        ];
        text.sentence_of(start).start == start
            && !text.tokens()[start].all_capitals
            && word.chars().count() < 7
            && !looks_like_a_family_name(word)
            && !self.reading.says_any(sentence, &personal)
            && self.reading.sentence_count() < 2
    }

    /// A word of everyday language, or the name of somebody who is well known.
    fn is_ordinary(&self, hit: &NameHit, own: &[&NameHit]) -> bool {
        let text = &self.reading.text;
        let sentence = text.tokens()[hit.tokens.start].sentence;
        let next = hit.tokens.end;
        let followed = next < text.tokens().len()
            && text.tokens()[next].capital
            && !text.tokens()[next].after_break
            && text.tokens()[next].sentence == sentence
            && !own.iter().any(|o| o.tokens.contains(&next))
            && !self.reading.is_known_name(next);
        let preceded = hit.tokens.start > 0
            && self.reading.is_capital_inside(hit.tokens.start - 1)
            && !text.tokens()[hit.tokens.start].after_break
            && !own
                .iter()
                .any(|o| o.tokens.contains(&(hit.tokens.start - 1)));
        text.tokens()[hit.tokens.start].quoted
            || followed && !self.is_initial(next)
            || preceded
            || self.reading.says(sentence, "title")
    }

    /// `Позывной «…»`, `known as …`: what follows is somebody's other name, also in marks of quotation.
    fn is_called_so(&self, hit: &NameHit) -> bool {
        let text = &self.reading.text;
        let sentence = text.sentence_of(hit.tokens.start);
        let before = hit.tokens.start.saturating_sub(3).max(sentence.start)..hit.tokens.start;
        before.into_iter().any(|t| {
            let next = if t + 1 < text.tokens().len() {
                text.word(t + 1)
            } else {
                ""
            };
            tells_of_a_nickname(text.word(t), next)
        })
    }

    fn is_alias_alone(&self, hit: &NameHit) -> bool {
        let text = &self.reading.text;
        let word = text.word(hit.tokens.start);
        // A capital at the beginning of a sentence says nothing: `Said` is also a verb.
        let common = self.reading.hits_in(hit.tokens.clone()).next().is_some();
        self.reading.is_capital_inside(hit.tokens.start)
            || word.chars().count() > 3
                && !is_also_a_word(word)
                && !is_a_small_word(word)
                && !common
    }

    fn given_counts(&self, person: u32, hit: &NameHit, own: &[&NameHit]) -> bool {
        let text = &self.reading.text;
        if self.is_before_a_like_family(person, hit) {
            return true;
        }
        if self.is_ordinary(hit, own)
            || !text.tokens()[hit.tokens.start].capital && !self.reading.caseless
        {
            return false;
        }
        let sentence = text.tokens()[hit.tokens.start].sentence;
        // `Amina is a frequent name`: nobody in particular.
        let about_names = text.sentence_of(hit.tokens.start).any(|t| {
            let word = text.word(t);
            matches!(
                word,
                "name" | "names" | "имя" | "имена" | "именем" | "название"
            ) || matches!(word, "называли" | "нарекали" | "крестили")
        });
        let traits = !about_names
            && self
                .said
                .of_person(person)
                .iter()
                .any(|said| !said.tokens.contains(&hit.tokens.start));
        let relative = self
            .hits
            .iter()
            .any(|h| h.owner == Owner::Relative(person) && !h.tokens.contains(&hit.tokens.start));
        let word = text.word(hit.tokens.start);
        let is_a_name = !is_also_a_word(word)
            && word.chars().count() > 2
            && !self.reading.is_known_name(hit.tokens.start);
        let aunt = hit.tokens.start.checked_sub(1).is_some_and(|before| {
            let kin = self
                .reading
                .hits_in(before..before + 1)
                .any(|h| h.kind == Kind::Kin);
            kin && !text.tokens()[hit.tokens.start].after_break
        });
        traits
            || relative
            || aunt
            || self.is_about_our_people(sentence, person)
            || is_a_name && !about_names && self.is_hardly_another(hit)
            || is_a_name && !about_names && self.has_a_file(hit)
            || is_a_name && !about_names && self.is_about_our_people_loosely(sentence)
    }

    /// A name that the table of given names does not hold: whoever bears it is hardly another, but in the world's news.
    fn is_hardly_another(&self, hit: &NameHit) -> bool {
        let r = self.reading;
        let word = r.text.word(hit.tokens.start);
        let sentence = r.text.tokens()[hit.tokens.start].sentence;
        word.chars().count() > 4
            && hit.how == NameMatch::Form
            && !is_given_name(word)
            && r.hits_in(hit.tokens.clone()).next().is_none()
            && !r.is_known_name(hit.tokens.start)
            && !r.says_any(
                sentence,
                &["title", "generic", "public_event", "gov", "outsider"],
            )
    }

    /// `Mishari's file`, `дело Мишари`.
    fn has_a_file(&self, hit: &NameHit) -> bool {
        let r = self.reading;
        let sentence = r.text.sentence_of(hit.tokens.start);
        let start = hit.tokens.start.saturating_sub(2).max(sentence.start);
        let end = (hit.tokens.end + 2).min(sentence.end);
        r.context_hit(start..end, "casefile").is_some()
    }

    /// A family name stands after it that is the person's but for a letter or two.
    fn is_before_a_like_family(&self, person: u32, hit: &NameHit) -> bool {
        let text = &self.reading.text;
        let next = hit.tokens.end;
        let names = &self.world.persons[person as usize].names;
        let family =
            |n: &Name| n.family.chars().count() > 6 && nearly_same(text.word(next), &n.family);
        text.tokens()
            .get(next)
            .is_some_and(|t| t.capital && !t.after_break)
            && names.iter().any(family)
    }

    fn is_about_our_people(&self, sentence: usize, person: u32) -> bool {
        let pronoun = match self.world.persons[person as usize].sex {
            Some(Sex::Female) => "she",
            _ => "he",
        };
        let near = [sentence, sentence + 1];
        let event = [
            "care", "guest", "hide", "arrive", "leave", "detain", "release", "fire", "live",
        ];
        near.iter().any(|s| self.reading.says(*s, pronoun))
            && near
                .iter()
                .any(|s| self.reading.says_any(*s, &event) || self.reading.says(*s, "own"))
            || self
                .reading
                .says_any(sentence, &["guest", "hide", "detain", "care"])
    }

    fn is_about_our_people_loosely(&self, sentence: usize) -> bool {
        self.reading.says_any(
            sentence,
            &[
                "care",
                "guest",
                "hide",
                "arrive",
                "leave",
                "detain",
                "release",
                "fire",
                "live",
                "own",
                "he",
                "she",
                "number_word",
                "visa",
                "event_other",
            ],
        )
    }
}

/// The schemes by which a word is a part of somebody's name; none when the vault has it so.
fn schemes_of(names: &[Name], word: &str) -> Schemes {
    let parts = || {
        names
            .iter()
            .flat_map(|n| [&n.given, &n.patronymic, &n.family])
    };
    if parts().any(|part| part.to_lowercase() == word) {
        return Schemes::none();
    }
    parts()
        .filter(|part| !part.is_empty() && !part.is_ascii())
        .map(|part| Schemes::that_spell(part, word))
        .fold(Schemes::none(), Schemes::either)
}

fn rank(part: Part) -> u8 {
    match part {
        Part::Given => 0,
        Part::Patronymic => 1,
        Part::Family => 2,
        Part::Word { .. } => 3,
    }
}
