use crate::attribution::Attributions;
use crate::counted_before::CountedBefore;
use crate::counts::Counts;
use crate::dates::Dates;
use crate::finding::{Audience, Finding, Stop, Verdict};
use crate::helpers::Helpers;
use crate::identity::Identity;
use crate::index::Index;
use crate::ledger::{Consent, Reader, same_exposure};
use crate::mosaic::SaidBefore;
use crate::names::NameHit;
use crate::outcomes::Outcomes;
use crate::people_count::{Published, people_counts};
use crate::places::Places;
use crate::reading::Reading;
use crate::said_traits::SaidTraits;
use crate::staff::StaffCheck;
use crate::talks::Talks;
use crate::traits::Traits;
use crate::world::{Statement, World};
use facts::Date;

/// No statement is longer: a book is checked chapter by chapter.
const MOST_POINTS: usize = 4_000_000;

/// Checks drafts against a vault and everything said before.
///
/// Made once when the vault opens, dropped and wiped when it locks.
///
/// ```
/// use disclosure::{Checker, Name, Person, Verdict, World};
/// use facts::Date;
///
/// let mut world = World::default();
/// let name = Name { given: "Ильяс".into(), family: "Царнов".into(), ..Name::default() };
/// world.persons.push(Person { id: "p1".into(), names: vec![name], ..Person::default() });
/// let today = Date::constant(2032, 5, 20);
/// let checker = Checker::new(world, &[], today)?;
/// // The passport spelling of 2010.
/// assert!(matches!(checker.check("We met Mr Tcarnov.", today)?, Verdict::DoNotSend(_)));
/// assert_eq!(checker.check("We met nobody.", today)?, Verdict::NothingFound);
/// # Ok::<(), disclosure::Stop>(())
/// ```
pub struct Checker {
    world: World,
    index: Index,
    counted_before: CountedBefore,
    earlier: Vec<(Audience, Finding)>,
    said_before: Vec<SaidBefore>,
}

impl Checker {
    /// Reads the vault and the ledger. `today` decides ages.
    ///
    /// # Errors
    /// [`Stop`] when an earlier statement cannot be read.
    pub fn new(world: World, ledger: &[Statement], today: Date) -> Result<Checker, Stop> {
        let index = Index::of(&world, today);
        let mut checker = Checker {
            world,
            index,
            counted_before: CountedBefore::of(Vec::new()),
            earlier: Vec::new(),
            said_before: Vec::new(),
        };
        let read = |statement: &Statement| checker.read(&statement.text, statement.day);
        let readings: Vec<Reading> = ledger.iter().map(read).collect();
        checker.counted_before = CountedBefore::of(published(ledger, &readings));
        for (statement, reading) in ledger.iter().zip(&readings) {
            let found = checker.findings(reading).into_iter();
            checker
                .earlier
                .extend(found.map(|finding| (statement.audience, finding)));
            let said = SaidBefore::of(&statement.id, reading, &checker.index);
            checker.said_before.extend(said);
        }
        Ok(checker)
    }

    /// What a draft of that day would expose.
    ///
    /// # Errors
    /// [`Stop`] when the draft cannot be judged: then nothing may be sent.
    pub fn check(&self, draft: &str, day: Date) -> Result<Verdict, Stop> {
        self.check_for(draft, day, Reader::of(Audience::Press), &[])
    }

    /// The same for one reader, with what that reader may know and what is already out told apart.
    ///
    /// # Errors
    /// [`Stop`] when the draft cannot be judged: then nothing may be sent.
    pub fn check_for(
        &self,
        draft: &str,
        day: Date,
        reader: Reader,
        consents: &[Consent],
    ) -> Result<Verdict, Stop> {
        if draft.len() > MOST_POINTS * 4 {
            return Err(Stop::TooLong { most: MOST_POINTS });
        }
        let mut found = Vec::new();
        for (start, part) in parts(draft) {
            for mut finding in self.findings(&self.read(part, day)) {
                finding.at = finding.at.start + start..finding.at.end + start;
                found.push(finding);
            }
        }
        found.retain(|finding| !reader.may_know(finding, self.country_of(finding), consents, day));
        for finding in &mut found {
            let out = |(audience, earlier): &(Audience, Finding)| {
                audience.reaches(reader.audience) && same_exposure(finding, earlier)
            };
            finding.already_out |= self.earlier.iter().any(out);
        }
        Ok(Verdict::of(found))
    }

    /// The vault that drafts are checked against.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// A text as it is read by those who know the organisation's name.
    fn read(&self, text: &str, day: Date) -> Reading {
        let mut reading = Reading::of(text, day);
        reading.note_ours(&self.index.our_names);
        reading
    }

    fn country_of(&self, finding: &Finding) -> Option<&'static str> {
        let talk = self
            .world
            .talks
            .iter()
            .position(|talk| talk.id == finding.subject)?;
        self.index.talks[talk]
    }

    fn findings(&self, reading: &Reading) -> Vec<Finding> {
        let (world, index) = (&self.world, &self.index);
        let mut found = Vec::new();
        let hits: Vec<NameHit> = index.names.hits(&reading.sounds);
        let said = SaidTraits::of(reading, index);
        let identified = Identity {
            world,
            index,
            reading,
            said: &said,
            hits: &hits,
        }
        .find(&mut found);
        Traits {
            world,
            index,
            reading,
            said: &said,
            identified: &identified,
            before: &self.said_before,
        }
        .find(&mut found);
        Places {
            world,
            index,
            reading,
        }
        .find(&mut found);
        Talks {
            world,
            index,
            reading,
            identified: &identified,
        }
        .find(&mut found);
        Outcomes {
            world,
            countries: &index.answers,
            reading,
        }
        .find(&mut found);
        // Before the check of staff: of two reasons for one place, this one says more.
        Attributions {
            world,
            reading,
            public: &identified.public,
        }
        .find(&mut found);
        StaffCheck {
            world,
            index,
            reading,
            hits: &hits,
            public: &identified.public,
        }
        .find(&mut found);
        Helpers {
            world,
            index,
            reading,
            hits: &hits,
        }
        .find(&mut found);
        Dates {
            world,
            index,
            reading,
            identified: &identified,
            hits: &hits,
        }
        .find(&mut found);
        Counts {
            world,
            reading,
            before: &self.counted_before,
        }
        .find(&mut found);
        merged(found)
    }
}

/// Every count that a ledger published.
fn published(ledger: &[Statement], readings: &[Reading]) -> Vec<Published> {
    let mut published = Vec::new();
    for (statement, reading) in ledger.iter().zip(readings) {
        let counts = people_counts(reading).into_iter();
        published.extend(counts.map(|count| Published {
            statement: statement.id.clone(),
            day: statement.day,
            count,
        }));
    }
    published
}

/// What is read at a time, in bytes: longer texts are cut between sentences.
const PART: usize = 4_096;

/// The parts of a text, each with the code point at which it begins.
fn parts(draft: &str) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let (mut rest, mut start) = (draft, 0);
    while rest.len() > 2 * PART {
        let from = (PART..)
            .find(|at| rest.is_char_boundary(*at))
            .unwrap_or(rest.len());
        let to = (2 * PART..)
            .find(|at| rest.is_char_boundary(*at))
            .unwrap_or(rest.len());
        let window = &rest[from..to];
        // Where no sentence ends, a space; where there is none, anywhere.
        let cut = window
            .find(". ")
            .or_else(|| window.find('\n'))
            .or_else(|| window.find(' '))
            .map_or(to, |at| from + at + 1);
        parts.push((start, &rest[..cut]));
        start += rest[..cut].chars().count();
        rest = &rest[cut..];
    }
    parts.push((start, rest));
    parts
}

/// One finding for each subject, category and place, the gravest.
fn merged(found: Vec<Finding>) -> Vec<Finding> {
    let mut kept: Vec<Finding> = Vec::new();
    for finding in found {
        let twin = kept.iter_mut().find(|k| {
            k.subject == finding.subject
                && k.category == finding.category
                && k.at.start < finding.at.end
                && finding.at.start < k.at.end
        });
        match twin {
            Some(twin) => {
                twin.at = twin.at.start.min(finding.at.start)..twin.at.end.max(finding.at.end);
                if finding.severity > twin.severity {
                    twin.severity = finding.severity;
                    twin.reason = finding.reason;
                }
            }
            None => kept.push(finding),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Category, NameMatch, Reason, Severity};

    #[test]
    fn of_two_findings_in_one_place_the_graver_stays() {
        // The first found stayed, whatever it was: a role hid the name that overlaps it, and a second person was
        // asked where nothing should have been sent.
        let finding = |at, severity, reason| Finding {
            at,
            subject: "s1".to_owned(),
            category: Category::Staff,
            severity,
            reason,
            already_out: false,
        };
        let role = finding(0..9, Severity::Medium, Reason::StaffRole);
        let name = finding(4..12, Severity::High, Reason::StaffName(NameMatch::Form));
        let both = [vec![role.clone(), name.clone()], vec![name, role]];
        for found in both {
            let kept = merged(found);
            assert_eq!(kept.len(), 1);
            assert_eq!(
                (kept[0].at.clone(), kept[0].severity),
                (0..12, Severity::High)
            );
            assert!(kept[0].reason == Reason::StaffName(NameMatch::Form));
        }
    }
}
