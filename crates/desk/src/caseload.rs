use crate::case::{Case, CaseNumber, Stage};
use crate::generate::draw_cases;
use crate::person_file::read_case;
use facts::{Code, Complaints, Date, SourceText, Words, read_tree};
use law::Library;

/// Everyone whom a group of caseworkers looks after.
#[derive(Clone, Debug)]
pub struct Caseload {
    /// What it is.
    pub title: Words,
    /// The day of which it tells.
    pub date: Date,
    /// Everyone, by number.
    pub cases: Vec<Case>,
}

impl Caseload {
    /// Reads `caseload.yaml`; `file` gives the text of a person file by the name that
    /// `detailed:` uses. People who are not written in detail are drawn.
    pub fn read(
        source: &SourceText,
        file: impl Fn(&str) -> Option<SourceText>,
        library: &Library,
        complaints: &mut Complaints,
    ) -> Option<Caseload> {
        let root = read_tree(source, complaints)?;
        if !root.is_yes("invented") {
            complaints.add(
                Code::NotInvented,
                source,
                &root.at,
                "this caseload does not say `invented: true`",
                "read no further",
            );
            return None;
        }
        let mut cases = Vec::new();
        for name in root.list_of("detailed") {
            let number = CaseNumber(u32::try_from(cases.len() + 1).unwrap_or(u32::MAX));
            match name.text().and_then(&file) {
                Some(person) => {
                    cases.extend(read_case(number, &person, library, false, complaints))
                }
                None => {
                    let message = format!(
                        "no person file is called `{}`",
                        name.text().unwrap_or("this")
                    );
                    complaints.add(
                        Code::UnknownReference,
                        source,
                        &name.at,
                        message,
                        "named here",
                    );
                }
            }
        }
        let first = u32::try_from(cases.len() + 1).unwrap_or(u32::MAX);
        cases.extend(draw_cases(&root, first, &library.vocabulary, complaints));
        let Some(date) = root.day_of("date") else {
            complaints.add(
                Code::MissingKey,
                source,
                &root.at,
                "a caseload needs the day of which it tells: `date:`",
                "here",
            );
            return None;
        };
        Some(Caseload {
            title: root.words_of("title").unwrap_or_default(),
            date,
            cases,
        })
    }

    /// A case by its number.
    pub fn case(&self, number: CaseNumber) -> Option<&Case> {
        self.cases.iter().find(|case| case.number == number)
    }

    /// How many are at a stage.
    pub fn count(&self, stage: Stage) -> usize {
        self.cases.iter().filter(|case| case.stage == stage).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Desk;
    use crate::person_file::read_case;
    use proptest::prelude::*;

    #[test]
    fn the_demonstration_has_the_numbers_of_the_report() {
        let desk = Desk::demo().expect("the shipped books and people are whole");
        let caseload = desk.caseload();
        let counted = [Stage::Hidden, Stage::VisaGranted, Stage::LeftWithoutVisa]
            .map(|stage| caseload.count(stage));
        assert_eq!(counted, [40, 2, 5]);
        assert_eq!(caseload.cases.len(), 47);
    }

    #[test]
    fn the_same_people_are_drawn_every_time() {
        let people = || {
            Desk::demo()
                .expect("whole")
                .caseload()
                .cases
                .iter()
                .map(|case| case.facts.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(people(), people());
    }

    #[test]
    fn nobody_real_is_read_from_a_plain_file() {
        let mut complaints = Complaints::new();
        let source = SourceText::new("someone.yaml", "id: someone\nfacts: { here: RUS }\n");
        let read = read_case(
            CaseNumber(1),
            &source,
            &Library::default(),
            false,
            &mut complaints,
        );
        assert!(read.is_none());
        assert_eq!(
            complaints.iter().next().map(|complaint| complaint.code),
            Some(Code::NotInvented)
        );
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_of_person_files_panic(text in "[ -~\n\u{400}-\u{4ff}]{0,200}") {
            let mut complaints = Complaints::new();
            let source = SourceText::new("p.yaml", format!("invented: true\n{text}"));
            let read = read_case(CaseNumber(1), &source, &Library::default(), false, &mut complaints);
            prop_assert!(read.is_none() || !complaints.is_empty());
        }
    }
}
