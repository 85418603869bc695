use crate::Speech;
use casework::Text;
use facts::Date;
use std::collections::BTreeMap;
use std::fmt;

/// The largest file that is read, in bytes.
pub(super) const LARGEST: usize = 8 << 20;
/// A sheet may have so many rows with something in them.
pub(super) const ROWS: usize = 10_000;
/// The last column that is read.
pub(super) const COLUMNS: u32 = 200;
/// So many characters a cell may have.
pub(super) const LONGEST: usize = 4_000;

/// One table of a spreadsheet: its first row with anything in it is the row of headings.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Its name; CSV has none.
    pub name: Text,
    /// The rows with something in them, from above.
    pub rows: Vec<Row>,
}

/// A row of a sheet.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Its number, from one.
    pub number: u32,
    /// What stands in it, by column, from one. Empty cells are not there.
    pub cells: BTreeMap<u32, Cell>,
}

/// What stands in a cell. Formulas are never worked out: what their program saw last is taken.
#[derive(Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words, without the spaces around them. In CSV everything is words, whatever it begins with.
    Words(Text),
    /// A whole number.
    Whole(i64),
    /// Yes or no.
    YesNo(bool),
    /// A day.
    Day(Date),
    /// Nothing that can be read.
    Fault(CellFault),
}

/// Why a cell has nothing that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CellFault {
    /// Its program shows an error: `#REF!`.
    Error,
    /// A formula that no program has worked out yet.
    NeverWorkedOut,
    /// A moment before 1900 or after 9999, or a length of time.
    NoDay,
    /// More than a cell may hold.
    TooLong,
}

/// Why nothing at all could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CannotRead {
    /// The file is larger than anything that people write by hand, or unpacks to it.
    TooLarge,
    /// The file is no spreadsheet, or damaged.
    NoSpreadsheet,
    /// The file is locked with a password, or of a kind older than XLSX.
    LockedOrOld,
    /// CSV that is not in UTF-8.
    NotUtf8,
}

impl CannotRead {
    /// What is wrong, and how to mend it.
    pub fn sentence(self, speech: &Speech) -> String {
        speech.say(match self {
            CannotRead::TooLarge => "import-too-large",
            CannotRead::NoSpreadsheet => "import-no-spreadsheet",
            CannotRead::LockedOrOld => "import-locked-or-old",
            CannotRead::NotUtf8 => "import-not-utf8",
        })
    }
}

impl Cell {
    /// Words as a cell: nothing, where there is nothing but spaces.
    pub(super) fn of_words(words: &str) -> Option<Cell> {
        let words = words.trim();
        match words.chars().nth(LONGEST) {
            Some(_) => Some(Cell::Fault(CellFault::TooLong)),
            None => (!words.is_empty()).then(|| Cell::Words(words.into())),
        }
    }

    /// As words, whatever its program took it for: numbers that name rows.
    pub(super) fn as_words(&self) -> Option<Text> {
        match self {
            Cell::Words(words) => Some(words.clone()),
            Cell::Whole(n) => Some(n.to_string().as_str().into()),
            Cell::YesNo(_) | Cell::Day(_) | Cell::Fault(_) => None,
        }
    }
}

impl Sheet {
    /// The row of headings and those below it.
    pub(super) fn split(&self) -> Option<(&Row, &[Row])> {
        self.rows.split_first()
    }
}

/// What stands in a spreadsheet of people prints nowhere.
macro_rules! sealed {
    ($($kind:ident),+) => {
        $(impl fmt::Debug for $kind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($kind), "([sealed])"))
            }
        })+
    };
}

sealed!(Sheet, Row, Cell);
