//! Pages of the shift: what stands, section by section, each line with its words and its marks.

/// One page of the shift.
#[derive(Clone, Debug, Default)]
pub struct Board {
    /// What it is. It tells nothing of a case.
    pub head: String,
    /// What should be known before it is read.
    pub lead: Vec<String>,
    /// What can be recorded here: the form's address, and what it is called.
    pub forms: Vec<(String, String)>,
    /// What stands.
    pub sections: Vec<BoardSection>,
}

/// Everything of one kind.
#[derive(Clone, Debug, Default)]
pub struct BoardSection {
    /// Its place on the page.
    pub id: String,
    /// What it is.
    pub head: String,
    /// What stands there where there is nothing; without it the section is left out then.
    pub none: String,
    /// Whether its lines are names alone, and stand beside one another.
    pub short: bool,
    /// Its lines.
    pub lines: Vec<BoardLine>,
}

/// One line.
#[derive(Clone, Debug, Default)]
pub struct BoardLine {
    /// How urgent it is, in a word.
    pub sign: Option<BoardSign>,
    /// Whom or what it is about.
    pub label: String,
    /// Where more is to be read; empty where nothing is.
    pub address: String,
    /// What is so, sentence by sentence.
    pub says: Vec<String>,
    /// What is to be known of it.
    pub marks: Vec<String>,
    /// Who recorded it, and when.
    pub source: String,
}

/// How urgent something is: a word, and a colour that says no more than the word.
#[derive(Clone, Debug)]
pub struct BoardSign {
    /// The colour's class.
    pub class: &'static str,
    /// The word.
    pub says: String,
}

impl Board {
    /// Adds a section, unless it has neither lines nor words for having none.
    pub(crate) fn add(&mut self, section: BoardSection) {
        if !section.lines.is_empty() || !section.none.is_empty() {
            self.sections.push(section);
        }
    }
}
