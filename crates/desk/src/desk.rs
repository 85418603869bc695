use crate::ahead::Ahead;
use crate::case::{Case, CaseNumber};
use crate::caseload::Caseload;
use crate::history::History;
use crate::shift::PlaceInWriting;
use crate::shipped;
use crate::{Lang, Speech};
use facts::{Complaints, CountryCode, Date, Words};
use law::{Day, Library, Program, Residual};
use routes::Judgements;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// A caseworker's desk: the law and the caseload, side by side.
pub struct Desk {
    library: Arc<Library>,
    caseload: Caseload,
    countries: Arc<BTreeMap<CountryCode, [String; 2]>>,
    /// What was known on which day; nothing: on the day asked about.
    known_on: Option<Date>,
    /// What people judge of chances: from a user's own sealed file.
    judgements: Judgements,
    /// Places offered in writing that may enter a person's routes.
    places: BTreeMap<CaseNumber, Vec<PlaceInWriting>>,
    /// The last days asked about: working out a day's law takes longer than asking it.
    programs: Mutex<Vec<Arc<Program>>>,
    /// What time brings after the last days asked about.
    ahead: Mutex<Vec<Arc<Ahead>>>,
    /// Everyone on every day, once somebody has asked for it.
    history: OnceLock<History>,
}

/// So many days are kept worked out.
const KEPT_DAYS: usize = 12;

impl Desk {
    /// A desk with these books and this caseload.
    pub fn open(library: Library, caseload: Caseload) -> Desk {
        let countries = Arc::new(country_names(&library));
        Desk {
            library: Arc::new(library),
            caseload,
            countries,
            known_on: None,
            judgements: Judgements::default(),
            places: BTreeMap::new(),
            programs: Mutex::default(),
            ahead: Mutex::default(),
            history: OnceLock::new(),
        }
    }

    /// The same law and the same judgements beside another caseload: what was worked out of the law
    /// alone is kept.
    #[must_use]
    pub fn beside(&self, caseload: Caseload) -> Desk {
        let programs = self.programs.lock();
        let programs = programs.unwrap_or_else(PoisonError::into_inner).clone();
        Desk {
            library: Arc::clone(&self.library),
            caseload,
            countries: Arc::clone(&self.countries),
            known_on: self.known_on,
            judgements: self.judgements.clone(),
            places: BTreeMap::new(),
            programs: Mutex::new(programs),
            ahead: Mutex::default(),
            history: OnceLock::new(),
        }
    }

    /// The shipped books, and nobody in the caseload.
    ///
    /// # Errors
    /// Everything that is wrong with the shipped books.
    pub fn empty(title: Words, date: Date) -> Result<Desk, Complaints> {
        let (library, complaints) = shipped_library();
        let cases = Vec::new();
        match complaints.is_empty() {
            true => Ok(Desk::open(library, Caseload { title, date, cases })),
            false => Err(complaints),
        }
    }

    /// The desk of the demonstration: the shipped books, and 47 invented people.
    ///
    /// # Errors
    /// Everything that is wrong with the shipped books or the example.
    pub fn demo() -> Result<Desk, Complaints> {
        let (library, mut complaints) = shipped_library();
        let caseload = demo_caseload(&library, &mut complaints);
        match caseload {
            Some(caseload) if complaints.is_empty() => Ok(Desk::open(library, caseload)),
            _ => Err(complaints),
        }
    }

    /// The same desk with no knowledge later than this day: no hindsight.
    #[must_use]
    pub fn knowing_until(mut self, known_on: Option<Date>) -> Desk {
        self.known_on = known_on;
        self
    }

    /// The same desk with these judgements of chances.
    #[must_use]
    pub fn judging(mut self, judgements: Judgements) -> Desk {
        self.judgements = judgements;
        self
    }

    /// The same desk with these places offered in writing.
    #[must_use]
    pub(crate) fn offering(mut self, places: BTreeMap<CaseNumber, Vec<PlaceInWriting>>) -> Desk {
        self.places = places;
        self
    }

    /// The places offered in writing that may enter a person's routes on a day.
    pub(crate) fn places(&self, number: CaseNumber, on: Date) -> Vec<CountryCode> {
        let all = self.places.get(&number).into_iter().flatten();
        let holding = all.filter(|place| place.until.is_none_or(|until| on < until));
        holding.map(|place| place.country).collect()
    }

    pub(crate) fn judgements(&self) -> &Judgements {
        &self.judgements
    }

    /// The caseload.
    pub fn caseload(&self) -> &Caseload {
        &self.caseload
    }

    /// The books.
    pub fn library(&self) -> &Library {
        &self.library
    }

    fn day(&self, on: Date) -> Day {
        Day {
            on,
            known_on: self.known_on.unwrap_or(on),
        }
    }

    /// Everyone on every day: worked out at the first call, or ahead of it in a thread of its own.
    pub(crate) fn history(&self) -> &History {
        self.history
            .get_or_init(|| History::of(&self.library, &self.caseload, self.known_on))
    }

    /// What time brings to everyone after a day, as known on it.
    pub(crate) fn ahead(&self, on: Date) -> Arc<Ahead> {
        let kept = self.ahead.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(ahead) = kept.iter().find(|ahead| ahead.on == on) {
            return Arc::clone(ahead);
        }
        drop(kept);
        let people: Vec<_> = self
            .caseload
            .cases
            .iter()
            .map(|case| case.facts.clone())
            .collect();
        let ahead = Arc::new(Ahead::of(&self.library, &people, self.day(on)));
        let mut kept = self.ahead.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT_DAYS {
            kept.remove(0);
        }
        kept.push(Arc::clone(&ahead));
        ahead
    }

    /// Works out what takes longest, so that no page has to wait for it.
    pub fn prepare(&self) {
        self.history();
    }

    /// The law of a day, as known on it or on the day that the desk knows until.
    pub(crate) fn program(&self, on: Date) -> Arc<Program> {
        self.program_as_known(self.day(on))
    }

    /// The law of a day, as known on another.
    pub(crate) fn program_as_known(&self, day: Day) -> Arc<Program> {
        let kept = |programs: &[Arc<Program>]| {
            let mut programs = programs.iter();
            programs.find(|program| program.day == day).cloned()
        };
        if let Some(program) = kept(&self.programs.lock().unwrap_or_else(PoisonError::into_inner)) {
            return program;
        }
        let program = Arc::new(Program::on(&self.library, day));
        let mut programs = self.programs.lock().unwrap_or_else(PoisonError::into_inner);
        if programs.len() >= KEPT_DAYS {
            programs.remove(0);
        }
        programs.push(Arc::clone(&program));
        program
    }

    /// A country's name; its code, if the table does not have it.
    pub(crate) fn country(&self, code: CountryCode, lang: Lang) -> String {
        let names = self.countries.get(&code);
        names.map_or_else(
            || code.to_string(),
            |[en, ru]| {
                if lang == Lang::En {
                    en.clone()
                } else {
                    ru.clone()
                }
            },
        )
    }

    /// The code of every country of the world tables.
    pub(crate) fn country_codes(&self) -> impl Iterator<Item = CountryCode> {
        self.countries.keys().copied()
    }

    pub(crate) fn reading(&self, on: Date, lang: Lang) -> Reading<'_> {
        Reading {
            desk: self,
            speech: Speech::of(lang),
            lang,
            on,
            program: self.program(on),
        }
    }
}

fn shipped_library() -> (Library, Complaints) {
    let books = shipped::books();
    Library::load(books.iter().map(|file| (&*file.name, &*file.text)))
}

fn demo_caseload(library: &Library, complaints: &mut Complaints) -> Option<Caseload> {
    let folder = "chechnya-2017";
    let source = shipped::example(&format!("{folder}/caseload.yaml"))?;
    let person = |name: &str| shipped::example(&format!("{folder}/people/{name}.yaml"));
    Caseload::read(&source, person, library, complaints)
}

pub(crate) fn country_names(library: &Library) -> BTreeMap<CountryCode, [String; 2]> {
    let rows = library
        .tables
        .get("countries")
        .map(|table| table.rows.as_slice())
        .unwrap_or_default();
    let named = |row: &law::Row| {
        let words = row.words("name")?;
        Some((row.country("iso3")?, [words.en, words.ru]))
    };
    rows.iter().filter_map(named).collect()
}

/// The law of one day, read in one language.
pub(crate) struct Reading<'d> {
    pub(crate) desk: &'d Desk,
    pub(crate) speech: &'static Speech,
    pub(crate) lang: Lang,
    pub(crate) on: Date,
    pub(crate) program: Arc<Program>,
}

impl<'d> Reading<'d> {
    pub(crate) fn case(&self, number: CaseNumber) -> Option<&'d Case> {
        self.desk.caseload().case(number)
    }

    pub(crate) fn residual(&self, facts: &facts::Facts) -> Residual {
        Residual::of(&self.program, self.desk.library(), facts)
    }

    pub(crate) fn country(&self, code: CountryCode) -> String {
        self.desk.country(code, self.lang)
    }

    /// The rows of a table of the world; none, where there is no such table.
    pub(crate) fn table(&self, name: &str) -> &'d [law::Row] {
        let table = self.desk.library().tables.get(name);
        table.map(|table| table.rows.as_slice()).unwrap_or_default()
    }

    /// The country of a code typed in a book; areas by their title; else the text itself.
    pub(crate) fn place(&self, typed: &str) -> String {
        match typed.parse() {
            Ok(code) => self.country(code),
            Err(_) => self.area(typed).unwrap_or_else(|| typed.to_owned()),
        }
    }

    fn area(&self, typed: &str) -> Option<String> {
        let areas = &self.desk.library().areas;
        let area = areas
            .get(typed)
            .or_else(|| areas.get(typed.strip_prefix("area.")?))?;
        Some(self.lang.of(&area.title).to_owned())
    }

    pub(crate) fn book(&self, rule: &law::Rule) -> &'d law::Pathway {
        &self.desk.library().pathways[rule.book]
    }
}
