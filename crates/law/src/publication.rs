//! Data sets in the form in which others publish them, read from the user's own disk.
//!
//! Two are known: the *tidy* files of the passport-index data set (`Passport,Destination,Requirement`)
//! and UNHCR's decisions on asylum claims, under the headings of its site or of its packages.
//! Every row is checked. Nothing of what is read goes into the books by itself.

use crate::load::Library;
use facts::{Code, Complaints, CountryCode, Place, SourceText};
use std::collections::{BTreeMap, BTreeSet};

/// A published data set, read row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Publication {
    /// Who may enter where: one row for each passport and destination.
    PassportIndex(Vec<EntryReport>),
    /// Decisions on asylum claims by year, origin, country of asylum, kind of procedure and stage.
    UnhcrDecisions(Vec<DecisionCount>),
}

/// What a passport is said to need for a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryReport {
    /// Whose passport.
    pub nationality: CountryCode,
    /// Where to.
    pub destination: CountryCode,
    /// The rule.
    pub rule: PublishedRule,
}

/// A rule, in the words of the table `entry_rules`; it has none for a closed border.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishedRule {
    /// No visa; for so many days, where they are published.
    VisaFree(Option<i64>),
    /// A visa at the border.
    OnArrival,
    /// An electronic visa or authorisation before the journey.
    Electronic,
    /// A visa before the journey.
    Required,
    /// Nobody with this passport is let in.
    NoAdmission,
}

impl PublishedRule {
    /// Its word in the table `entry_rules`.
    pub fn word(self) -> &'static str {
        match self {
            PublishedRule::VisaFree(_) => "visa_free",
            PublishedRule::OnArrival => "visa_on_arrival",
            PublishedRule::Electronic => "e_visa",
            PublishedRule::Required => "visa_required",
            PublishedRule::NoAdmission => "no_admission",
        }
    }

    /// For how many days, where that is published.
    pub fn days(self) -> Option<i64> {
        match self {
            PublishedRule::VisaFree(days) => days,
            _ => None,
        }
    }

    /// From a cell of the data set; nothing for what it has never held.
    fn from_cell(cell: &str) -> Option<PublishedRule> {
        match cell {
            "visa free" => Some(PublishedRule::VisaFree(None)),
            "visa on arrival" => Some(PublishedRule::OnArrival),
            "e-visa" | "eta" => Some(PublishedRule::Electronic),
            "visa required" => Some(PublishedRule::Required),
            "no admission" | "covid ban" => Some(PublishedRule::NoAdmission),
            days => {
                let days = days.parse().ok().filter(|days| (1..=3660).contains(days))?;
                Some(PublishedRule::VisaFree(Some(days)))
            }
        }
    }
}

/// Decisions of one year, stage and kind of procedure. UNHCR rounds: a 5 may be 1 to 5.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionCount {
    /// Where the people came from.
    pub origin: CountryCode,
    /// Where they asked.
    pub asylum: CountryCode,
    /// In which year it was decided.
    pub year: i64,
    /// The stage, as UNHCR codes it: `FI` is the first instance.
    pub level: String,
    /// `persons` or `cases`.
    pub unit: &'static str,
    /// How many were decided how.
    pub counts: Counts,
    /// Whether the parts make up the published total.
    pub adds_up: bool,
}

/// How many were decided how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Recognised as refugees.
    pub recognised: i64,
    /// Protected in another form.
    pub complementary: i64,
    /// Rejected.
    pub rejected: i64,
    /// Closed without a decision on the merits.
    pub otherwise_closed: i64,
}

impl Counts {
    /// Two counts together.
    #[must_use]
    pub fn plus(self, other: Counts) -> Counts {
        Counts {
            recognised: self.recognised.saturating_add(other.recognised),
            complementary: self.complementary.saturating_add(other.complementary),
            rejected: self.rejected.saturating_add(other.rejected),
            otherwise_closed: self.otherwise_closed.saturating_add(other.otherwise_closed),
        }
    }

    fn total(self) -> i64 {
        [self.complementary, self.rejected, self.otherwise_closed]
            .into_iter()
            .fold(self.recognised, i64::saturating_add)
    }
}

/// Columns of the passport-index data set.
const PASSPORT_INDEX: [&[&str]; 3] = [&["Passport"], &["Destination"], &["Requirement"]];

/// Columns of UNHCR's decisions: on its site, and in its packages and interface.
const UNHCR_DECISIONS: [&[&str]; 10] = [
    &["Year", "year"],
    &["Country of origin (ISO)", "coo_iso"],
    &["Country of asylum (ISO)", "coa_iso"],
    &["Stage of procedure", "dec_level"],
    &["Cases / Persons", "dec_pc"],
    &["Recognized decisions", "dec_recognized"],
    &["Complementary protection", "dec_other"],
    &["Rejected decisions", "dec_rejected"],
    &["Otherwise closed", "dec_closed"],
    &["Total decisions", "dec_total"],
];

/// After so many wrong rows the file is something else than it says, and no more are shown.
const MOST_COMPLAINTS: usize = 20;

/// Reads a published file; the books' table of countries tells two-letter codes.
///
/// Complains of each wrong row, up to twenty; gives nothing where the file is none of the two
/// data sets.
pub fn read_publication(
    library: &Library,
    source: &SourceText,
    complaints: &mut Complaints,
) -> Option<Publication> {
    let codes = two_letter_codes(library);
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(&source.text);
    let skipped = source.text.len() - text.len();
    let mut csv = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let heads: Vec<String> = match csv.headers() {
        Ok(heads) => heads.iter().map(|head| head.trim().to_owned()).collect(),
        Err(_) => Vec::new(),
    };
    let records = csv.into_records();
    let mut rows = Rows {
        codes: &codes,
        source,
        skipped,
        complaints,
        complained: 0,
    };
    if let Some(columns) = columns(&heads, &PASSPORT_INDEX) {
        let read = rows.each(records, &columns, Rows::entry);
        rows.complain_of_twice(&read, |(row, _)| (row.nationality, row.destination));
        let read = read.into_iter().map(|(row, _)| row).collect();
        return Some(Publication::PassportIndex(read));
    }
    if let Some(columns) = columns(&heads, &UNHCR_DECISIONS) {
        let read = rows.each(records, &columns, Rows::decision);
        let read = read.into_iter().map(|(row, _)| row).collect();
        return Some(Publication::UnhcrDecisions(read));
    }
    rows.complain_of_the_file();
    None
}

fn two_letter_codes(library: &Library) -> BTreeMap<String, CountryCode> {
    let rows = library.tables.get("countries").map(|table| &table.rows);
    let rows = rows.into_iter().flatten();
    rows.filter_map(|row| Some((row.text("iso2")?.to_owned(), row.country("iso3")?)))
        .collect()
}

/// Where each wanted column stands in the first line; nothing, if one is missing.
fn columns<const N: usize>(heads: &[String], wanted: &[&[&str]; N]) -> Option<[usize; N]> {
    let mut found = [0; N];
    for (place, names) in found.iter_mut().zip(wanted) {
        *place = heads
            .iter()
            .position(|head| names.contains(&head.as_str()))?;
    }
    Some(found)
}

struct Rows<'s> {
    codes: &'s BTreeMap<String, CountryCode>,
    source: &'s SourceText,
    /// Bytes before the first line.
    skipped: usize,
    complaints: &'s mut Complaints,
    complained: usize,
}

/// Why a cell is not what it should be, and what helps.
type Wrong = (String, &'static str);

impl Rows<'_> {
    /// Reads each record by its wanted cells; a row that says nothing (one's own country) is left out.
    fn each<const N: usize, T>(
        &mut self,
        records: csv::StringRecordsIntoIter<&[u8]>,
        columns: &[usize; N],
        read: impl Fn(&Self, [&str; N]) -> Result<Option<T>, Wrong>,
    ) -> Vec<(T, Place)> {
        let mut rows = Vec::new();
        for record in records {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    let at = error.position().map_or(0, csv::Position::byte);
                    let wrong = (
                        format!("this row cannot be read: {error}"),
                        "download the file anew",
                    );
                    self.complain(self.place(at), wrong);
                    continue;
                }
            };
            let at = self.place(record.position().map_or(0, csv::Position::byte));
            let cells = columns.map(|column| record.get(column).unwrap_or_default().trim());
            match read(self, cells) {
                Ok(Some(row)) => rows.push((row, at)),
                Ok(None) => {}
                Err(wrong) => self.complain(at, wrong),
            }
        }
        rows
    }

    /// The line that begins at this byte of the file without its mark.
    fn place(&self, byte: u64) -> Place {
        let length = self.source.text.len();
        let start = usize::try_from(byte).unwrap_or(length);
        let start = start.saturating_add(self.skipped).min(length);
        let rest = &self.source.text.as_bytes()[start..];
        let line = rest.iter().position(|byte| *byte == b'\n');
        start..line.map_or(length, |line| start + line)
    }

    fn complain(&mut self, at: Place, (message, help): Wrong) {
        self.complained += 1;
        if self.complained > MOST_COMPLAINTS {
            return;
        }
        let message = if self.complained == MOST_COMPLAINTS {
            format!("{message}; further rows that are wrong are not shown")
        } else {
            message
        };
        self.complaints
            .add(Code::Row, self.source, &at, message, "in this row")
            .help(help);
    }

    fn complain_of_the_file(&mut self) {
        let end = self
            .source
            .text
            .find('\n')
            .unwrap_or(self.source.text.len());
        let message = "this is none of the data sets that can be read";
        self.complaints
            .add(Code::Row, self.source, &(0..end), message, "its first line")
            .help(
                "a tidy file of the passport-index data set begins with `Passport,Destination,Requirement`; \
                 UNHCR’s asylum decisions have columns such as `Country of origin (ISO)`, `Stage of procedure` \
                 and `Rejected decisions`",
            );
    }

    fn complain_of_twice<T, K: Ord>(
        &mut self,
        rows: &[(T, Place)],
        key: impl Fn(&(T, Place)) -> K,
    ) {
        let mut seen = BTreeSet::new();
        for row in rows {
            if !seen.insert(key(row)) {
                let wrong = (
                    "this passport and destination stand in the file twice".to_owned(),
                    "keep the row that the publisher means",
                );
                self.complain(row.1.clone(), wrong);
            }
        }
    }

    fn country(&self, cell: &str) -> Result<CountryCode, Wrong> {
        let code = cell.parse().ok();
        code.or_else(|| self.codes.get(cell).copied())
            .ok_or_else(|| {
                let message = format!("`{cell}` is no code of a country");
                (
                    message,
                    "take the edition of the file with ISO codes, such as RUS",
                )
            })
    }

    fn entry(
        &self,
        [passport, destination, requirement]: [&str; 3],
    ) -> Result<Option<EntryReport>, Wrong> {
        let nationality = self.country(passport)?;
        let destination = self.country(destination)?;
        // The data set says `-1` of one's own country.
        if nationality == destination {
            return Ok(None);
        }
        let rule = PublishedRule::from_cell(requirement).ok_or_else(|| {
            (
                format!("`{requirement}` is no requirement that this data set knows"),
                "expected: a number of days, visa free, visa on arrival, eta, e-visa, visa required, no admission",
            )
        })?;
        Ok(Some(EntryReport {
            nationality,
            destination,
            rule,
        }))
    }

    fn decision(&self, cells: [&str; 10]) -> Result<Option<DecisionCount>, Wrong> {
        let [
            year,
            origin,
            asylum,
            level,
            unit,
            recognised,
            complementary,
            rejected,
            closed,
            total,
        ] = cells;
        let counts = Counts {
            recognised: number(recognised)?,
            complementary: number(complementary)?,
            rejected: number(rejected)?,
            otherwise_closed: number(closed)?,
        };
        Ok(Some(DecisionCount {
            origin: self.country(origin)?,
            asylum: self.country(asylum)?,
            year: year_of(year)?,
            level: level_of(level)?,
            unit: unit_of(unit)?,
            counts,
            adds_up: counts.total() == number(total)?,
        }))
    }
}

fn number(cell: &str) -> Result<i64, Wrong> {
    let number: Option<i64> = cell
        .parse()
        .ok()
        .filter(|number| (0..=1_000_000_000).contains(number));
    number.ok_or_else(|| {
        let message = format!("`{cell}` is no count of decisions");
        (message, "a count is a whole number; 0 where there was none")
    })
}

fn year_of(cell: &str) -> Result<i64, Wrong> {
    let year: Option<i64> = cell
        .parse()
        .ok()
        .filter(|year| (1950..=2100).contains(year));
    year.ok_or_else(|| {
        (
            format!("`{cell}` is no year of such figures"),
            "a year such as 2017",
        )
    })
}

fn level_of(cell: &str) -> Result<String, Wrong> {
    let code = first_word(cell);
    if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Ok(code.to_owned());
    }
    Err((
        format!("`{cell}` is no stage of a procedure"),
        "UNHCR writes two letters, such as FI",
    ))
}

fn unit_of(cell: &str) -> Result<&'static str, Wrong> {
    match first_word(cell) {
        "P" | "Persons" => Ok("persons"),
        "C" | "Cases" => Ok("cases"),
        _ => Err((
            format!("`{cell}` is neither persons nor cases"),
            "UNHCR writes P or C",
        )),
    }
}

/// The site writes a code with its meaning behind a stroke.
fn first_word(cell: &str) -> &str {
    cell.split([' ', '/']).next().unwrap_or_default()
}
