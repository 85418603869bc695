use crate::approval::Found;
use crate::{
    Approval, Assertion, Body, Content, DeviceId, Dispute, Key, Kind, Moment, NotAnEntry, Noted,
    OperationId, Read, Replaced, Retraction, Signed, Standing, Text, Why,
};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// A case: everything that was signed, and how it stands.
///
/// A pure function of the set of signed entries: the same in whatever order they arrive, however
/// often. Two cases of the same set are equal.
///
/// ```
/// use casework::{Case, CodeName, DeviceId, Entry, Key, MemberId, Moment, OperationId, PersonId};
/// use casework::{Read, Signed, read, write};
///
/// let person = PersonId([7; 16]);
/// let name = CodeName { person, en: "Rowan".into(), ru: "Рябина".into() };
/// let signed = Signed {
///     id: OperationId([1; 32]), // The hash of the operation, from the vault.
///     member: MemberId([2; 32]),
///     device: DeviceId([3; 32]),
///     number: 1,
///     written: Moment::from_seconds(1_495_000_000).expect("a moment"),
///     content: read(&write(&Entry::new(name))?),
/// };
/// let case = Case::of([signed.clone(), signed]);
/// let name = case.thing::<CodeName>(&Key::Person(person)).expect("a code name");
/// assert_eq!(name.settled().map(|name| name.en.as_str()), Some("Rowan"));
/// assert_eq!(case.history().len(), 1);
/// # Ok::<(), casework::NotWritable>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    noted: BTreeMap<OperationId, Noted>,
    /// What is kept but cannot be read.
    pub unread: BTreeMap<OperationId, Unread>,
    /// What was read but cannot be applied, and why.
    pub unapplied: BTreeSet<Unapplied>,
    /// What should never be.
    pub alarms: BTreeSet<Alarm>,
}

/// Why an entry is kept but not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// A newer program wrote it.
    Newer {
        /// The edition in which it is written.
        edition: u32,
    },
    /// It cannot be read.
    Damaged(NotAnEntry),
}

/// An entry, or a part of one, that cannot be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unapplied {
    /// The entry.
    pub id: OperationId,
    /// Of which other it speaks.
    pub of: OperationId,
    /// Why it cannot be applied.
    pub reason: Reason,
}

/// Why an entry cannot be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// What it speaks of is not here, or not yet.
    Missing,
    /// Only its author may say this of it.
    NotTheirs,
    /// Nobody approves their own entry.
    Own,
    /// A retraction cannot be taken back, and nothing stands in its place.
    Final,
    /// A correction says why.
    NoReason,
    /// One can only stand in the place of another about the same thing.
    AnotherThing,
    /// It was copied from what the other person has not shown, or what stands no more.
    NotShown,
}

/// What should never be: a device or a program misbehaves, or somebody has copied a device.
///
/// Both operations of one number are read. Of two entries under one id, which no honest hash gives,
/// the same one is read on every device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alarm {
    /// Two different entries under one id.
    OneId(OperationId),
    /// Two operations of one device under one number.
    OneNumber(DeviceId, u64),
}

impl Case {
    /// The case of a set of entries.
    pub fn of(signed: impl IntoIterator<Item = Signed<Read>>) -> Case {
        let mut case = Case::default();
        let mut numbers = BTreeMap::new();
        for signed in signed.into_iter().collect::<BTreeSet<_>>() {
            let number = (signed.device, signed.number);
            if *numbers.entry(number).or_insert(signed.id) != signed.id {
                case.alarms.insert(Alarm::OneNumber(number.0, number.1));
            }
            case.keep(signed);
        }
        case.take_back();
        case.replace();
        case.doubt();
        case.approve();
        case.let_copies_lapse();
        case
    }

    /// The case as it was known at a moment: of what was learnt until then.
    pub fn known_on(signed: impl IntoIterator<Item = Signed<Read>>, moment: Moment) -> Case {
        let known = |signed: &Signed<Read>| match &signed.content {
            Read::Entry(entry) => entry.learnt.unwrap_or(signed.written) <= moment,
            Read::Newer { .. } | Read::Damaged(_) => signed.written <= moment,
        };
        Case::of(signed.into_iter().filter(known))
    }

    /// An entry, whether it stands or not.
    pub fn noted(&self, id: &OperationId) -> Option<&Noted> {
        self.noted.get(id)
    }

    /// Every entry, in the order in which it was learnt.
    pub fn history(&self) -> Vec<&Noted> {
        let mut all: Vec<&Noted> = self.noted.values().collect();
        all.sort_by_key(|noted| (noted.learnt, noted.id));
        all
    }

    /// Every entry of a kind, whether it stands or not, by its id.
    pub fn every<T: Kind>(&self) -> impl Iterator<Item = (&Noted, &T)> {
        self.noted
            .values()
            .filter_map(|noted| T::of(&noted.content).map(|body| (noted, body)))
    }

    /// Every entry of a kind that stands, by its id.
    pub fn standing<T: Kind>(&self) -> impl Iterator<Item = (&Noted, &T)> {
        self.every::<T>().filter(|(noted, _)| noted.stands())
    }

    /// The latest word on everything of a kind that has one.
    pub fn things<T: Kind>(&self) -> BTreeMap<Key, Standing<'_, T>> {
        let mut of: BTreeMap<Key, Vec<(&Noted, &T)>> = BTreeMap::new();
        for (noted, body) in self.every::<T>().filter(|(noted, _)| noted.was_so()) {
            of.entry(body.key()).or_default().push((noted, body));
        }
        let standing = |(key, all)| Some((key, Standing::of(all)?));
        of.into_iter().filter_map(standing).collect()
    }

    /// The latest word on one thing.
    pub fn thing<T: Kind>(&self, key: &Key) -> Option<Standing<'_, T>> {
        let of_it = self
            .every::<T>()
            .filter(|(noted, body)| noted.was_so() && body.key() == *key);
        Standing::of(of_it.collect())
    }

    fn keep(&mut self, signed: Signed<Read>) {
        let id = signed.id;
        let unread = match signed.content {
            Read::Entry(entry) => {
                let noted = Noted {
                    id,
                    member: signed.member,
                    device: signed.device,
                    written: signed.written,
                    learnt: entry.learnt.unwrap_or(signed.written),
                    replaces: entry.replaces,
                    reason: entry.reason,
                    content: entry.content,
                    taken_back: None,
                    corrected_by: BTreeSet::new(),
                    changed_by: BTreeSet::new(),
                    disputed_by: BTreeSet::new(),
                    agreed: BTreeSet::new(),
                    opposed: BTreeSet::new(),
                    lapsed: false,
                };
                return self.keep_noted(noted);
            }
            Read::Newer { edition } => Unread::Newer { edition },
            Read::Damaged(why) => Unread::Damaged(why),
        };
        if self.noted.contains_key(&id) || self.unread.insert(id, unread).is_some() {
            self.alarms.insert(Alarm::OneId(id));
        }
    }

    fn keep_noted(&mut self, noted: Noted) {
        match self.noted.entry(noted.id) {
            Entry::Vacant(place) => {
                place.insert(noted);
            }
            Entry::Occupied(_) => {
                self.alarms.insert(Alarm::OneId(noted.id));
            }
        }
    }

    /// The entries of a kind that speak of another, and of which.
    fn spoken_of<T: Kind>(&self, of: impl Fn(&T) -> OperationId) -> Vec<Unapplied> {
        let spoken = |(noted, body): (&Noted, &T)| Unapplied {
            id: noted.id,
            of: of(body),
            reason: Reason::Missing,
        };
        self.standing::<T>().map(spoken).collect()
    }

    fn refuse(&mut self, spoken: Unapplied, reason: Reason) {
        self.unapplied.insert(Unapplied { reason, ..spoken });
    }

    /// Whether both were signed by one member; nothing if one is missing.
    fn of_one_member(&self, spoken: &Unapplied) -> Option<bool> {
        let (one, other) = (self.noted.get(&spoken.id)?, self.noted.get(&spoken.of)?);
        Some(one.member == other.member)
    }

    fn take_back(&mut self) {
        for spoken in self.spoken_of(|it: &Retraction| it.of) {
            match (self.of_one_member(&spoken), self.noted.get_mut(&spoken.of)) {
                (_, None) | (None, _) => self.refuse(spoken, Reason::Missing),
                (_, Some(noted)) if matches!(noted.content, Content::Retraction(_)) => {
                    self.refuse(spoken, Reason::Final)
                }
                (Some(false), _) => self.refuse(spoken, Reason::NotTheirs),
                (Some(true), Some(noted)) => {
                    noted.taken_back.get_or_insert(spoken.id);
                }
            }
        }
    }

    /// A replaced entry stays replaced for as long as what replaced it is not taken back: also
    /// when that one has been replaced in its turn.
    fn replace(&mut self) {
        let taken = |noted: &&Noted| noted.taken_back.is_none();
        let pairs = |noted: &Noted| -> Vec<(OperationId, Replaced)> {
            noted.replaces.iter().map(|of| (noted.id, *of)).collect()
        };
        let all: Vec<_> = self.noted.values().filter(taken).flat_map(pairs).collect();
        for (id, Replaced { id: of, why }) in all {
            let spoken = Unapplied {
                id,
                of,
                reason: Reason::Missing,
            };
            match self.may_replace(&spoken, why) {
                Err(reason) => self.refuse(spoken, reason),
                Ok(()) => {
                    let Some(noted) = self.noted.get_mut(&of) else {
                        continue;
                    };
                    match why {
                        Why::Changed => noted.changed_by.insert(id),
                        Why::Corrected => noted.corrected_by.insert(id),
                    };
                }
            }
        }
    }

    fn may_replace(&self, spoken: &Unapplied, why: Why) -> Result<(), Reason> {
        let (Some(new), Some(old)) = (self.noted.get(&spoken.id), self.noted.get(&spoken.of))
        else {
            return Err(Reason::Missing);
        };
        let same = |a: &Content, b: &Content| {
            a.kind() == b.kind() && a.key() == b.key() && a.about() == b.about()
        };
        if matches!(old.content, Content::Retraction(_)) {
            Err(Reason::Final)
        } else if new.id == old.id || !same(&new.content, &old.content) {
            Err(Reason::AnotherThing)
        } else if why == Why::Corrected && new.member != old.member {
            Err(Reason::NotTheirs)
        } else if why == Why::Corrected && new.reason.as_ref().is_none_or(Text::is_empty) {
            Err(Reason::NoReason)
        } else {
            Ok(())
        }
    }

    fn doubt(&mut self) {
        for spoken in self.spoken_of(|it: &Dispute| it.of) {
            match self.noted.get_mut(&spoken.of) {
                None => self.refuse(spoken, Reason::Missing),
                Some(noted) => {
                    noted.disputed_by.insert(spoken.id);
                }
            }
        }
    }

    fn approve(&mut self) {
        let approvals: Vec<_> = self
            .standing::<Approval>()
            .map(|(noted, it)| (noted.id, noted.member, it.clone()))
            .collect();
        for (
            id,
            member,
            Approval {
                of, found, role, ..
            },
        ) in approvals
        {
            let spoken = Unapplied {
                id,
                of,
                reason: Reason::Missing,
            };
            match self.noted.get_mut(&of) {
                None => self.refuse(spoken, Reason::Missing),
                Some(noted) if noted.member == member => self.refuse(spoken, Reason::Own),
                Some(noted) => {
                    match found {
                        Found::Agrees => noted.agreed.insert((member, role)),
                        Found::Opposes => noted.opposed.insert(member),
                    };
                }
            }
        }
    }

    /// What was copied from another person's secrets lapses when that person has not shown it.
    /// What was copied from an entry that is not here cannot be judged, and stands.
    fn let_copies_lapse(&mut self) {
        let copies: Vec<_> = self
            .every::<Assertion>()
            .filter_map(|(noted, it)| Some((noted.id, it.copied_from?, it.person)))
            .collect();
        for (id, of, person) in copies {
            let shown = self.noted.get(&of).is_none_or(|origin| {
                let shown_to = |it: &Assertion| it.shown_to.contains(&person);
                origin.taken_back.is_none()
                    && origin.corrected_by.is_empty()
                    && Assertion::of(&origin.content).is_some_and(shown_to)
            });
            if let (false, Some(copy)) = (shown, self.noted.get_mut(&id)) {
                copy.lapsed = true;
                let reason = Reason::NotShown;
                self.unapplied.insert(Unapplied { id, of, reason });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn::{a_thing, rounds};
    use crate::{
        Entry, MemberId, Minutes, OfferedPlace, PersonId, Purpose, ThingId, assertions_of, read,
        write,
    };
    use arbitrary::Arbitrary;
    use facts::{Changes, Date, Span, Truth, Vocabulary};
    use proptest::prelude::*;

    #[derive(Clone, Debug, Arbitrary)]
    struct Line {
        id: OperationId,
        member: MemberId,
        written: Moment,
        entry: Entry,
    }

    fn signed(lines: Vec<Line>) -> Vec<Signed<Read>> {
        let numbered = (1u64..).zip(lines);
        let sign = |(number, line): (u64, Line)| {
            // Some ids are of entries that others speak of; the rest differ.
            let mut id = line.id;
            if number > 4 {
                id.0[..8].copy_from_slice(&number.to_be_bytes());
            }
            Signed {
                id,
                member: line.member,
                device: DeviceId(line.member.0),
                number,
                written: line.written,
                content: read(&write(&line.entry).expect("a drawn entry can be written")),
            }
        };
        numbered.map(sign).collect()
    }

    /// Asks a case everything that can be asked of it.
    fn ask_everything(case: &Case, now: Moment, vocabulary: &Vocabulary) {
        let day = now.day();
        let within = Minutes::hours(12);
        for n in 0..4 {
            let (person, thing) = (PersonId([n; 16]), ThingId([n; 16]));
            let packet = case.packet(person, day, vocabulary);
            assert!(assertions_of(person, &packet.fold.facts).len() < 1_000);
            case.seen_by(person);
            case.consents(person, Purpose::Record, None, day);
            case.border_gaps(person, Truth::Unknown);
            case.asked(person, "us.visa.b", day);
            case.referral_faults(person, day);
            case.told_of(thing, day);
            case.exposed_by(person, day);
            case.places_for(person, MemberId([n; 32]), day);
            case.triage(person, now);
            case.support(person);
            case.choice(person);
            case.costs(person);
            case.money_runs_out(person);
            case.must_return(person);
            case.custody(thing);
            case.room(thing, day);
            case.act(OperationId([n; 32]), within, now);
            case.hand_over(OperationId([n; 32]), now);
        }
        case.shared_code_names();
        case.promises_due(day);
        case.papers_ending(day, Span::Months(6));
        case.without_a_bed(day);
        case.too_close(day);
        case.loose_tasks();
        case.overdue_tasks(day);
        case.to_be_reviewed(within, now);
        case.journeys(now);
        assert_eq!(case.things::<OfferedPlace>().len(), {
            let keys: BTreeSet<Key> = case
                .every::<OfferedPlace>()
                .filter(|(noted, _)| noted.was_so())
                .map(|(_, place)| place.key())
                .collect();
            keys.len()
        });
    }

    proptest! {
        #![proptest_config(rounds(300))]

        #[test]
        fn whatever_is_recorded_every_question_has_an_answer(
            lines in prop::collection::vec(a_thing::<Line>(), 0..20), now in a_thing::<Moment>(),
        ) {
            let case = Case::of(signed(lines));
            ask_everything(&case, now, &Vocabulary::default());
        }

        #[test]
        fn of_whatever_is_recorded_the_order_of_arrival_changes_nothing(
            (lines, arrived) in prop::collection::vec(a_thing::<Line>(), 0..20)
                .prop_map(signed)
                .prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        ) {
            prop_assert!(Case::of(lines) == Case::of(arrived));
        }
    }

    /// Every correction of a correction once took a frame of the stack.
    #[test]
    fn a_hundred_thousand_corrections_of_a_change_are_read() {
        let said = || crate::Says::Value(facts::Scalar::Bool(true).into());
        let person = PersonId([1; 16]);
        let mut signed = Vec::new();
        for n in 0u64..100_000 {
            let mut id = OperationId([0; 32]);
            id.0[..8].copy_from_slice(&n.to_be_bytes());
            let why = if n == 1 { Why::Changed } else { Why::Corrected };
            let mut entry = Entry::new(Assertion::new(person, "minor", said()));
            if let Some(Signed { id: earlier, .. }) = signed.last() {
                entry = entry.in_place_of(why, [*earlier]).because("A slip.");
            }
            signed.push(Signed {
                id,
                member: MemberId([1; 32]),
                device: DeviceId([1; 32]),
                number: n,
                written: Moment::start_of(Date::constant(2017, 5, 17)),
                content: Read::Entry(Box::new(entry)),
            });
        }
        let case = Case::of(signed);
        let first = case.noted(&OperationId([0; 32])).expect("the first");
        let assertion = Assertion::of(&first.content).expect("an assertion");
        let so = case.was_so(
            first,
            assertion,
            Changes::ByItself,
            Date::constant(2017, 5, 17),
        );
        assert_eq!(so, Truth::False);
    }
}
