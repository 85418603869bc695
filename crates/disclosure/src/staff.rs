//! D8: what is withheld of staff.

use crate::finding::{Category, Finding, NameMatch, Reason, Severity};
use crate::given_names::{is_a_small_word, is_also_a_word, is_given_name, same_initial};
use crate::index::Index;
use crate::lexicon::{Hit, Kind};
use crate::likeness::likeness;
use crate::names::{NameHit, Owner, Part};
use crate::reading::Reading;
use crate::role_words::{Roles, role_words};
use crate::world::{Sex, Staff as Member, Withheld, World};
use std::ops::Range;

pub(crate) struct StaffCheck<'a> {
    pub world: &'a World,
    pub index: &'a Index,
    pub reading: &'a Reading,
    pub hits: &'a [NameHit],
    pub public: &'a std::collections::BTreeSet<usize>,
}

impl StaffCheck<'_> {
    pub(crate) fn find(&self, found: &mut Vec<Finding>) {
        for (i, member) in self.world.staff.iter().enumerate() {
            let named = self.named(i, member, found);
            for sentence in 0..self.reading.sentence_count() {
                self.role(i, member, sentence, &named, found);
            }
        }
    }

    fn add(
        &self,
        found: &mut Vec<Finding>,
        member: &Member,
        at: Range<usize>,
        severity: Severity,
        reason: Reason,
    ) {
        found.push(Finding {
            at: self.reading.text.place(at),
            subject: member.id.clone(),
            category: Category::Staff,
            severity,
            reason,
            already_out: false,
        });
    }

    /// Where a member is named; a finding for each place when the name is withheld.
    fn named(&self, i: usize, member: &Member, found: &mut Vec<Finding>) -> Vec<Range<usize>> {
        let owner = Owner::Staff(u32::try_from(i).unwrap_or(u32::MAX));
        let public = |h: &NameHit| h.tokens.clone().any(|t| self.public.contains(&t));
        let own: Vec<&NameHit> = self
            .hits
            .iter()
            .filter(|h| h.owner == owner && !public(h))
            .collect();
        let places: Vec<Range<usize>> = own
            .iter()
            .filter_map(|hit| self.name_at(member, hit, &own))
            .collect();
        if member.withheld.contains(&Withheld::Name) {
            for at in &places {
                let reason = Reason::StaffName(NameMatch::Form);
                self.add(found, member, at.clone(), Severity::High, reason);
            }
        }
        places
    }

    /// Family name; given name with an initial, or beside a word for staff.
    fn name_at(&self, member: &Member, hit: &NameHit, own: &[&NameHit]) -> Option<Range<usize>> {
        let r = self.reading;
        let inside = r.is_capital_inside(hit.tokens.start);
        if !inside && is_a_small_word(r.text.word(hit.tokens.start)) {
            return None;
        }
        let cased = r.text.tokens()[hit.tokens.start].capital || r.caseless;
        let beside = own.iter().any(|o| {
            o.part != hit.part
                && (o.tokens.end == hit.tokens.start || o.tokens.start == hit.tokens.end)
        });
        let initial = self.is_initial_of(member, hit.tokens.end);
        let counts = match hit.part {
            Part::Family => (cased || self.is_in_a_user_name(hit)) && !self.is_another(hit, own),
            Part::Given if beside || initial => cased,
            Part::Given => {
                cased
                    && !self.is_followed_by_a_stranger(hit)
                    && !self.is_told_as_a_name(hit)
                    && (self.is_told_of_staff(member, hit) || self.can_be_no_other(hit))
            }
            Part::Patronymic | Part::Word { .. } => beside,
        };
        counts.then(|| hit.tokens.start..hit.tokens.end + usize::from(initial))
    }

    /// `i.drozdetsky`: an initial is joined to it.
    fn is_in_a_user_name(&self, hit: &NameHit) -> bool {
        let tokens = self.reading.text.tokens();
        let joined = matches!(
            tokens[hit.tokens.start].joined_by,
            Some('.' | '_' | '-' | '@')
        );
        let before = hit.tokens.start.checked_sub(1);
        joined
            && before.is_some_and(|b| {
                tokens[b].at.len() == 1 && tokens[b].at.end + 1 == tokens[hit.tokens.start].at.start
            })
    }

    /// The initial of the member's family name stands here.
    fn is_initial_of(&self, member: &Member, token: usize) -> bool {
        let text = &self.reading.text;
        token < text.tokens().len()
            && text.word(token).chars().count() <= 2
            && text.tokens()[token].capital
            && member.names.iter().any(|n| {
                n.split_whitespace()
                    .last()
                    .is_some_and(|family| same_initial(text.word(token), family))
            })
    }

    /// `Oksana is a Ukrainian name`.
    fn is_told_as_a_name(&self, hit: &NameHit) -> bool {
        let text = &self.reading.text;
        let end = text.sentence_of(hit.tokens.start).end;
        let word = |t: usize| if t < end { text.word(t) } else { "" };
        let is = matches!(word(hit.tokens.end), "is" | "was" | "and" | "это");
        is && (hit.tokens.end..end)
            .any(|t| matches!(text.word(t), "name" | "names" | "имя" | "имена"))
    }

    /// A family name that the vault does not know follows.
    fn is_followed_by_a_stranger(&self, hit: &NameHit) -> bool {
        let tokens = self.reading.text.tokens();
        let next = hit.tokens.end;
        tokens.get(next).is_some_and(|n| {
            n.capital && !n.after_break && n.sentence == tokens[hit.tokens.start].sentence
        }) && !self.reading.is_known_name(next)
    }

    /// A given name that is no word, stands by itself in a text that is not about the great and the past, and belongs
    /// to nobody else whom we know.
    fn can_be_no_other(&self, hit: &NameHit) -> bool {
        let r = self.reading;
        let token = &r.text.tokens()[hit.tokens.start];
        let another = self
            .hits
            .iter()
            .any(|h| h.owner != hit.owner && h.tokens == hit.tokens);
        let stranger = hit.tokens.start.checked_sub(1).is_some_and(|b| {
            r.text.tokens()[b].capital && !token.after_break && r.is_capital_inside(b)
        });
        let common =
            r.hits_in(hit.tokens.clone()).next().is_some() || r.is_known_name(hit.tokens.start);
        let told = r.says_any(token.sentence, &["he", "she", "own", "number_word"]);
        let rare = !is_given_name(r.text.word(hit.tokens.start));
        let least = if told || rare { 3 } else { 4 };
        token.capital
            && !token.quoted
            && hit.how == NameMatch::Form
            && !is_also_a_word(r.text.word(hit.tokens.start))
            && r.text.word(hit.tokens.start).chars().count() > least
            && !another
            && !stranger
            && !common
            && !r.says(token.sentence, "title")
            && (told || !r.says(token.sentence, "generic"))
    }

    fn is_told_of_staff(&self, member: &Member, hit: &NameHit) -> bool {
        let r = self.reading;
        let token = &r.text.tokens()[hit.tokens.start];
        let role = Roles::of_member(&member.role);
        let work = |sentence: usize| {
            r.says(sentence, "staffword")
                || r.text
                    .sentences()
                    .get(sentence)
                    .is_some_and(|tokens| !role_words(r, tokens.clone(), role).is_empty())
        };
        // `Tickets? Write to Denis`: the work may stand in the sentence before.
        let told = work(token.sentence) || token.sentence > 0 && work(token.sentence - 1);
        let of_art = r.says(token.sentence, "title")
            && !r.says_any(token.sentence, &["own", "he", "she", "number_word"]);
        told && !of_art && !token.quoted
    }

    fn is_another(&self, hit: &NameHit, own: &[&NameHit]) -> bool {
        let Some(before) = hit.tokens.start.checked_sub(1) else {
            return false;
        };
        let text = &self.reading.text;
        !own.iter().any(|o| o.tokens.contains(&before))
            && !text.tokens()[hit.tokens.start].after_break
            && text.word(before).chars().count() > 1
            && text.tokens()[before].capital
            && is_given_name(text.word(before))
    }

    /// The role in words, and what a pronoun or an ending beside it shows.
    fn role(
        &self,
        i: usize,
        member: &Member,
        sentence: usize,
        named: &[Range<usize>],
        found: &mut Vec<Finding>,
    ) {
        let r = self.reading;
        let tokens = r.text.sentences()[sentence].clone();
        if tokens.clone().any(|t| self.public.contains(&t)) {
            return;
        }
        let mut said = likeness(r, tokens.clone(), &self.index.staff_roles[i]);
        // `Our lawyers` are none of them.
        said.retain(|c| !c.plural);
        let mut words = role_words(r, tokens.clone(), self.index.roles[i]);
        let are_many = |h: &Hit| h.kind == Kind::Occupation && h.person && h.plural;
        words.retain(|t| !r.hits_in(t.clone()).any(are_many));
        let role_at: Option<Range<usize>> = said
            .iter()
            .map(|c| c.tokens.clone())
            .chain(words.iter().cloned())
            .reduce(|a, b| a.start.min(b.start)..a.end.max(b.end));
        let here = named.iter().any(|t| tokens.contains(&t.start));
        let ours = r.says(sentence, "own") || r.text_says(&["own"]) && r.sentence_count() <= 3;
        let before = role_at.as_ref().and_then(|t| t.start.checked_sub(1));
        let word = |t: Option<usize>| t.map_or("", |t| r.text.word(t));
        let one_before = word(before);
        let two_before = word(before.and_then(|b| b.checked_sub(1)));
        let of = |word: &str, whose: &[&str], stem: &str| {
            whose.contains(&word) || word.starts_with(stem)
        };
        // `The colleague who handles your visa files` is ours, whosever the files are.
        let told_of_staff = role_at.as_ref().is_some_and(|role| {
            r.context_hit(tokens.start..role.start, "staffword")
                .is_some_and(|word| word.tokens.end < role.start.saturating_sub(1))
        });
        let of_another = !told_of_staff
            && [one_before, two_before]
                .iter()
                .any(|w| of(w, &["your", "their"], "ваш"));
        let of_us = of(one_before, &["our"], "наш")
            && role_at.as_ref().is_some_and(|role| self.is_somebody(role));
        let outsider = of_another
            || r.says(sentence, "gov") && !ours
            || before.is_some_and(|b| r.mentions_in(tokens.clone()).any(|m| m.tokens.contains(&b)));
        if member.withheld.contains(&Withheld::Role) {
            if here {
                let verb = self
                    .reading
                    .context_hit(tokens.clone(), "staffword")
                    .map(|h| h.tokens.clone());
                if let Some(at) = role_at.clone().or(verb) {
                    self.add(found, member, at, Severity::Medium, Reason::StaffRole);
                }
            } else if let Some(at) = role_at.clone().filter(|_| {
                (self.is_told_of_a_colleague(i, sentence) || of_us) && ours && !outsider
            }) {
                self.add(found, member, at, Severity::Medium, Reason::StaffRole);
            }
        }
        if member.withheld.contains(&Withheld::Sex) && !outsider {
            let speaks = self.index.roles[i].speak_for_all()
                && (r.says(sentence, "speaks_for_us")
                    || tokens
                        .clone()
                        .any(|t| r.text.word(t).starts_with("представител")));
            let about = role_at.is_some() || here || speaks;
            if let Some(at) = self.shown_sex(member, sentence, about, here) {
                self.add(found, member, at, Severity::Medium, Reason::StaffSex);
            }
        }
    }

    /// A word for staff that is of no other role: what `our spokesperson` says of governments tells of no negotiator.
    fn is_told_of_a_colleague(&self, i: usize, sentence: usize) -> bool {
        let r = self.reading;
        let lexicon = crate::lexicon::Lexicon::shipped();
        let tokens = r.text.sentences()[sentence].clone();
        let mut words = r
            .hits_in(tokens)
            .filter(|h| h.kind == Kind::Context && lexicon.name(h.concept) == "staffword");
        words.any(|h| {
            h.tokens
                .clone()
                .all(|t| r.roles(t).may_be(self.index.roles[i]))
        })
    }

    /// `Our documents` are no member of staff; `our documents officer` is.
    fn is_somebody(&self, role: &Range<usize>) -> bool {
        let r = self.reading;
        let around = role.start..(role.end + 2).min(r.text.tokens().len());
        let one = |h: &Hit| h.kind == Kind::Occupation && h.person && !h.plural;
        let named_by_work = r.hits_in(around.clone()).any(one);
        named_by_work
            || r.context_hit(around, "staffword").is_some()
            || role.clone().any(|t| does_it(r.text.word(t)))
    }

    /// A pronoun or an ending of the withheld sex, near the role.
    fn shown_sex(
        &self,
        member: &Member,
        sentence: usize,
        about: bool,
        named: bool,
    ) -> Option<Range<usize>> {
        if !about {
            return None;
        }
        let feminine = member.sex == Some(Sex::Female);
        self.pronoun_of(feminine, sentence, named)
            .or_else(|| feminine.then(|| self.feminine_ending(sentence)).flatten())
    }

    /// In this sentence or the next.
    fn pronoun_of(&self, feminine: bool, sentence: usize, named: bool) -> Option<Range<usize>> {
        let r = self.reading;
        let tokens = r.text.sentences()[sentence].clone();
        let next = r.text.sentences().get(sentence + 1);
        let reach = tokens.start..next.map_or(tokens.end, |next| next.end);
        let hit = r.context_hit(reach, if feminine { "she" } else { "he" })?;
        // Masculine is what Russian says of an office whoever holds it; of somebody by name it tells.
        let shows = feminine || named || !r.text.tokens()[hit.tokens.start].cyrillic;
        let start = tokens.start.max(hit.tokens.start.saturating_sub(3));
        shows.then_some(start..hit.tokens.end)
    }

    fn feminine_ending(&self, sentence: usize) -> Option<Range<usize>> {
        let mut tokens = self.reading.text.sentences()[sentence].clone();
        // A noun tells more surely than a verb, whose subject may be another word.
        let at = tokens
            .clone()
            .find(|t| self.is_feminine_noun(*t))
            .or_else(|| tokens.find(|t| self.is_feminine_past(*t)))?;
        Some(at..at + 1)
    }

    fn is_feminine_noun(&self, token: usize) -> bool {
        const ENDINGS: &[&str] = &[
            "ница",
            "ницу",
            "ницей",
            "нице",
            "ницы",
            "щица",
            "щицу",
            "женщина",
        ];
        const WORDS: &[&str] = &["spokeswoman", "woman", "lady", "сама"];
        let word = self.reading.text.word(token);
        let of_work = |h: &Hit| matches!(h.kind, Kind::Context | Kind::Occupation);
        let noun = self.reading.text.tokens()[token].cyrillic
            && ENDINGS.iter().any(|ending| word.ends_with(ending));
        WORDS.contains(&word)
            || is_feminine_staff(word)
            || noun && self.reading.hits_in(token..token + 1).any(of_work)
    }

    fn is_feminine_past(&self, token: usize) -> bool {
        let word = self.reading.text.word(token);
        self.reading.text.tokens()[token].cyrillic
            && ["ла", "лась", "вшая", "вшую", "вшаяся"]
                .iter()
                .any(|ending| word.ends_with(ending))
            && word.chars().count() > 4
    }
}

/// A word for whoever does something: `fundraiser`, `перевозчик`.
fn does_it(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "er", "or", "ist", "man", "woman", "lead", "head", "ник", "тор", "ист", "щик", "чик",
        "лог", "ик", "ница", "рша", "ар", "тель",
    ];
    ENDINGS.iter().any(|ending| word.ends_with(ending))
}

fn is_feminine_staff(word: &str) -> bool {
    matches!(
        word,
        "сотрудница" | "сотрудницу" | "сотрудницей" | "сотруднице" | "представительница"
    )
}
