//! What is recorded of a case, with who recorded it and who doubts it.

use super::PersonHead;

/// What is recorded of one case.
#[derive(Clone, Debug)]
pub struct CaseFilePage {
    /// Who.
    pub head: PersonHead,
    /// What somebody should look at first.
    pub alarms: Vec<String>,
    /// What can be added: a form's word in the address, and what it is called.
    pub forms: Vec<(&'static str, String)>,
    /// Everything recorded, kind by kind.
    pub sections: Vec<RecordedSection>,
}

/// Everything recorded of one kind.
#[derive(Clone, Debug)]
pub struct RecordedSection {
    /// Its place on the page.
    pub id: String,
    /// What it is.
    pub head: String,
    /// What stands there where nothing is recorded; without it the section is left out then.
    pub none: String,
    /// What is recorded.
    pub lines: Vec<RecordedLine>,
}

/// One entry, or what several about one thing come to.
#[derive(Clone, Debug, Default)]
pub struct RecordedLine {
    /// What it is about.
    pub label: String,
    /// What it says.
    pub says: String,
    /// Who says so, who recorded it, and when.
    pub source: String,
    /// What is to be known of it: *contested*, *waits for a second signature*.
    pub marks: Vec<String>,
    /// What can be done about it: the address after the case's own, and the words.
    pub actions: Vec<(String, String)>,
}
