//! D6 and D7: small counts, shares, remainders, and differences with what was published.

use crate::after_number::{is_verb_of_people, stands_for_somebody};
use crate::counted_before::CountedBefore;
use crate::finding::{Category, Finding, Reason, Severity};
use crate::lexicon::{Kind, Lexicon};
use crate::people_count::{
    Counted, PeopleCount, Published, answers_how_many, is_ours, people_counts,
};
use crate::reading::Reading;
use crate::share::shares_said;
use crate::world::World;
use std::ops::Range;

pub(crate) struct Counts<'a> {
    pub world: &'a World,
    pub reading: &'a Reading,
    pub before: &'a CountedBefore,
}

impl Counts<'_> {
    pub(crate) fn find(&self, found: &mut Vec<Finding>) {
        let counts = people_counts(self.reading);
        for count in &counts {
            self.small(count, found);
        }
        self.differences(&counts, found);
        self.narrowed(&counts, found);
        self.remainders(&counts, found);
        self.vague(found);
        self.exceptions(found);
        self.shares(found);
        self.parts_of_known_wholes(found);
        self.told_differences(found);
    }

    pub(crate) fn add(
        &self,
        found: &mut Vec<Finding>,
        tokens: Range<usize>,
        severity: Severity,
        reason: Reason,
        already_out: bool,
    ) {
        let newest = self
            .world
            .persons
            .iter()
            .max_by_key(|p| p.days.iter().map(|(_, day)| *day).max());
        let Some(subject) = newest.map(|p| p.id.clone()) else {
            return;
        };
        let at = self.reading.text.place(tokens);
        if !found
            .iter()
            .any(|f| f.category == Category::Count && f.at == at)
        {
            found.push(Finding {
                at,
                subject,
                category: Category::Count,
                severity,
                reason,
                already_out,
            });
        }
    }

    pub(crate) fn is_small(&self, value: u32) -> bool {
        (1..self.world.rules.min_count).contains(&value)
    }

    fn small(&self, count: &PeopleCount, found: &mut Vec<Finding>) {
        let sentence = self.reading.text.tokens()[count.tokens.start].sentence;
        let one = count.value == 1 && !self.reading.says(sentence, "just");
        if count.most < self.world.rules.min_count && self.is_small(count.value) && !one {
            let out = self
                .before
                .published
                .iter()
                .any(|p| p.count.counted == count.counted && p.count.value == count.value);
            self.add(
                found,
                count.tokens.clone(),
                Severity::Medium,
                Reason::SmallCount(count.value),
                out,
            );
        }
    }

    /// What anyone can subtract, from these figures and all earlier ones taken together.
    fn differences(&self, counts: &[PeopleCount], found: &mut Vec<Finding>) {
        let whole: Vec<&PeopleCount> = counts.iter().filter(|c| !c.part).collect();
        let Some(last) = whole.last() else {
            return;
        };
        let published = &self.before.published;
        let min_count = self.world.rules.min_count;
        for change in self.before.changes(&whole, self.reading.day, min_count) {
            let before = &published[change.earlier];
            let drafted = change.later.checked_sub(published.len()).map(|i| whole[i]);
            let now = drafted.unwrap_or_else(|| &published[change.later].count);
            let again = |p: &Published| {
                p.count.counted == now.counted
                    && p.count.value == now.value
                    && p.statement != before.statement
            };
            let reason = Reason::Difference {
                now: now.value,
                before: before.count.value,
                statement: before.statement.clone(),
                change: change.by,
            };
            let out = drafted.is_some() && published.iter().any(again);
            // Where two earlier figures are narrowed, the draft's last one is what narrows them.
            let at = drafted.unwrap_or(last).tokens.clone();
            self.add(found, at, Severity::Medium, reason, out);
        }
    }

    /// `42` after `around 40`: what was rounded on purpose is now exact.
    fn narrowed(&self, counts: &[PeopleCount], found: &mut Vec<Finding>) {
        let whole = |c: &&PeopleCount| {
            !c.part
                && c.exact
                && c.counted != Counted::Other
                && c.value >= self.world.rules.min_count
        };
        for count in counts.iter().filter(whole) {
            let same = self.before.published.iter().filter(|p| {
                p.count.counted == count.counted && !p.count.part && p.day <= self.reading.day
            });
            // The latest figure decides: once it was exact, nothing is narrowed.
            let Some(before) = same.max_by_key(|p| p.day).filter(|p| !p.count.exact) else {
                continue;
            };
            let apart = before.count.value.abs_diff(count.value);
            if apart < self.world.rules.min_count && count.value != before.count.value {
                let reason = Reason::Narrowed {
                    now: count.value,
                    before: before.count.value,
                    statement: before.statement.clone(),
                };
                self.add(found, count.tokens.clone(), Severity::Medium, reason, false);
            }
        }
    }

    /// `Of the nine, six …`: three did not. The whole stands in this text or in the ledger.
    fn remainders(&self, counts: &[PeopleCount], found: &mut Vec<Finding>) {
        let opens_with_a_whole = |c: &PeopleCount| {
            let start = self.reading.text.sentence_of(c.tokens.start).start;
            matches!(self.reading.text.word(start), "of" | "out" | "из" | "among")
                && c.tokens.start < start + 4
        };
        let whole_first = counts.iter().find(|c| opens_with_a_whole(c));
        let same = |c: &PeopleCount| {
            whole_first.is_some_and(|w| {
                w.tokens != c.tokens
                    && self.reading.text.tokens()[w.tokens.start].sentence
                        == self.reading.text.tokens()[c.tokens.start].sentence
            })
        };
        for part in counts.iter().filter(|c| (c.part || same(c)) && c.exact) {
            let here = counts
                .iter()
                .filter(|c| {
                    (!c.part || whole_first.is_some_and(|w| w.tokens == c.tokens))
                        && c.value > part.value
                })
                .map(|c| c.value);
            let earlier = self
                .before
                .published
                .iter()
                .filter(|p| !p.count.part && p.count.exact && p.count.value > part.value)
                .filter(|p| p.count.counted == part.counted || p.count.counted == Counted::InCare)
                .max_by_key(|p| (p.count.counted == part.counted, p.day))
                .map(|p| p.count.value);
            let Some(whole) = here.min_by_key(|w| w - part.value).or(earlier) else {
                continue;
            };
            let Some(rest) = whole.checked_sub(part.value) else {
                continue;
            };
            if self.is_small(rest) {
                self.add(
                    found,
                    part.tokens.clone(),
                    Severity::Medium,
                    Reason::Remainder {
                        whole,
                        part: part.value,
                        rest,
                    },
                    false,
                );
            }
        }
    }

    fn vague(&self, found: &mut Vec<Finding>) {
        let r = self.reading;
        for hit in r
            .hits
            .iter()
            .filter(|h| h.kind == Kind::Context && Lexicon::shipped().name(h.concept) == "handful")
        {
            let sentence = r.text.tokens()[hit.tokens.start].sentence;
            let end = (hit.tokens.end + 4).min(r.text.sentence_of(hit.tokens.start).end);
            let after = hit.tokens.end..end;
            let people = r.context_hit(after.clone(), "guest").is_some()
                || r.context_hit(after.clone(), "people").is_some() && is_ours(r, sentence)
                || r.says(sentence, "guest")
                || r.says_any(sentence, &["visa", "leave", "detain", "release"])
                    && r.says_any(sentence, &["own", "people", "care"]);
            let of_ours = after
                .clone()
                .any(|t| matches!(r.text.word(t), "ours" | "наших"));
            let came = after.start < end
                && after.start < r.text.sentence_of(hit.tokens.start).end
                && is_verb_of_people(r.text.word(after.start));
            let people = people || of_ours || came || answers_how_many(r, sentence);
            let people = people || after.clone().any(|t| stands_for_somebody(r, t));
            let others = r.context_hit(after, "outsider").is_some();
            if people && !others {
                self.add(
                    found,
                    hit.tokens.start..end.max(hit.tokens.end),
                    Severity::Low,
                    Reason::Vague,
                    false,
                );
            }
        }
    }

    /// `all but two`, `кроме одной`, `with one exception`.
    fn exceptions(&self, found: &mut Vec<Finding>) {
        let r = self.reading;
        for hit in r
            .hits
            .iter()
            .filter(|h| h.kind == Kind::Context && Lexicon::shipped().name(h.concept) == "except")
        {
            let sentence = r.text.sentence_of(hit.tokens.start);
            let index = r.text.tokens()[hit.tokens.start].sentence;
            let window = hit.tokens.start..(hit.tokens.end + 2).min(sentence.end);
            let number = r
                .numbers
                .iter()
                .find(|(t, n)| window.contains(t) && !n.ordinal && self.is_small(n.value));
            let Some((at, number)) = number else { continue };
            let ours = r.says_any(index, &["guest", "care", "hide", "protect_total"])
                || r.says(index, "people") && is_ours(r, index);
            let next = at + number.tokens;
            // `All but one sleep badly`: whoever sleeps is somebody.
            let does = next < sentence.end
                && (is_verb_of_people(r.text.word(next)) || stands_for_somebody(r, next));
            let ours = ours || does && !r.says_any(index, &["gov", "outsider", "public_event"]);
            let things = r
                .context_hit(next..(next + 1).min(sentence.end), "outsider")
                .is_some();
            if ours && !things {
                let whole = self.whole();
                let end = (at + number.tokens + 2).min(sentence.end);
                self.add(
                    found,
                    hit.tokens.start..end,
                    Severity::Medium,
                    Reason::Remainder {
                        whole,
                        part: whole.saturating_sub(number.value),
                        rest: number.value,
                    },
                    false,
                );
            }
        }
    }

    /// Everyone in our care, as last published, else as the vault has it.
    fn whole(&self) -> u32 {
        let published = self
            .before
            .published
            .iter()
            .filter(|p| p.count.counted == Counted::InCare && !p.count.part)
            .max_by_key(|p| p.day);
        published.map_or_else(
            || u32::try_from(self.world.persons.len()).unwrap_or(u32::MAX),
            |p| p.count.value,
        )
    }

    fn shares(&self, found: &mut Vec<Finding>) {
        let r = self.reading;
        for (tokens, top, bottom) in shares_said(r) {
            let sentence = r.text.tokens()[tokens.start].sentence;
            let ours = r.says_any(sentence, &["care", "hide", "protect_total"])
                || r.says_any(sentence, &["people", "guest"]) && r.says(sentence, "own");
            let named = self.known_whole_in(sentence, &tokens);
            if !ours && named.is_none() || bottom == 0 {
                continue;
            }
            let whole = named.unwrap_or_else(|| self.whole());
            let part = (whole * top + bottom / 2) / bottom;
            if self.is_small(part) || self.is_small(whole.saturating_sub(part)) {
                let end = (tokens.end + 5).min(r.text.sentence_of(tokens.start).end);
                self.add(
                    found,
                    tokens.start..end,
                    Severity::Medium,
                    Reason::Share { whole, part },
                    false,
                );
            }
        }
    }
}
