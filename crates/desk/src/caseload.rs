use crate::case::{Case, CaseNumber, Stage};
use crate::generate::draw_cases;
use crate::person_file::read_case;
use facts::{Code, Complaints, Date, SourceText, Vocabulary, Words, read_tree};

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
        vocabulary: &Vocabulary,
        complaints: &mut Complaints,
    ) -> Option<Caseload> {
        let root = read_tree(source, complaints)?;
        if !root.is_yes("invented") {
            complaints.add(Code::NotInvented, source, &root.at, "this caseload does not say `invented: true`", "read no further");
            return None;
        }
        let mut cases = Vec::new();
        for name in root.list_of("detailed") {
            let number = CaseNumber(u32::try_from(cases.len() + 1).unwrap_or(u32::MAX));
            match name.text().and_then(&file) {
                Some(person) => cases.extend(read_case(number, &person, vocabulary, complaints)),
                None => {
                    let message = format!("no person file is called `{}`", name.text().unwrap_or("this"));
                    complaints.add(Code::UnknownReference, source, &name.at, message, "named here");
                }
            }
        }
        let first = u32::try_from(cases.len() + 1).unwrap_or(u32::MAX);
        cases.extend(draw_cases(&root, first, vocabulary, complaints));
        let Some(date) = root.day_of("date") else {
            complaints.add(Code::MissingKey, source, &root.at, "a caseload needs the day of which it tells: `date:`", "here");
            return None;
        };
        Some(Caseload { title: root.words_of("title").unwrap_or_default(), date, cases })
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
