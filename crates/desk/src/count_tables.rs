//! Tables of counts for donors and reports: each is printed so that nobody can work out a small count
//! from it and from every table that has left the house, and one that leaves is kept.
//!
//! The sheet of what can be shown (`shown`) tells how many people there are, so it counts as published
//! before any table.

use crate::cabinet::Drawer;
use crate::case::{Case, Means, Stage};
use crate::forms::{Clock, NotTaken, Reading, Typed};
use crate::in_words::in_words;
use crate::office::Office;
use crate::safe_count::{SafeCount, THRESHOLD};
use crate::speak::{AnyHouse, SaidTo};
use crate::speech::say;
use crate::view::{CountBar, CountLine, CountedTable, TakenOut};
use crate::{InWords, Lang, Speech, day};
use casework::{CountCell, CountTable, Counts, Entry, MergedCells, PrintedCount, Readers, What};
use disclosure::{Breakdown, Cell, Merged, NotPrinted, Parts, PrintedTable, Rules, safe_table};
use facts::{Date, FactId, Scalar};
use std::ops::Range;

/// Every table counts the same people: those whose cases this vault keeps.
const EVERYONE: &str = "everyone";
/// How wide the longest bar of a chart is.
const BAR: u32 = 320;

/// A category, by the word that the ledger keeps, and who belongs to it.
type Category = (&'static str, fn(&Case, Date) -> bool);

/// By what people are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CountedBy {
    /// How far they have come.
    Stage,
    /// What was asked for them, and what came of it.
    Outcome,
    /// How old they are.
    Age,
}

in_words!(CountedBy {
    Stage = "stage",
    Outcome = "outcome",
    Age = "age",
});

impl CountedBy {
    fn caption(self) -> &'static str {
        match self {
            CountedBy::Stage => "count-by-stage",
            CountedBy::Outcome => "count-by-outcome",
            CountedBy::Age => "count-by-age",
        }
    }

    fn parts(self) -> Parts {
        match self {
            CountedBy::Stage | CountedBy::Age => Parts::Whole,
            CountedBy::Outcome => Parts::Overlapping,
        }
    }

    /// Its categories, by the words that the ledger keeps, and who belongs to each.
    fn categories(self) -> Vec<Category> {
        match self {
            CountedBy::Stage => vec![
                ("hiding", |case, _| case.stage == Stage::Hidden),
                ("visa", |case, _| case.stage == Stage::VisaGranted),
                ("left", |case, _| case.stage == Stage::LeftWithoutVisa),
            ],
            CountedBy::Outcome => vec![
                ("granted", |case, _| came_to(case, Counts::Granted)),
                ("refused", |case, _| came_to(case, Counts::RefusedOnPaper)),
                ("stopped", |case, _| came_to(case, Counts::RefusedOnTheWay)),
                ("discouraged", |case, _| is_discouraged(case)),
                ("not_asked", |case, _| {
                    !case.steps.iter().any(|it| is_asking(it.what))
                }),
            ],
            CountedBy::Age => vec![
                ("minor", |case, on| is_aged(case, on, 0..18)),
                ("young", |case, on| is_aged(case, on, 18..25)),
                ("grown", |case, on| is_aged(case, on, 25..40)),
                ("middle", |case, on| is_aged(case, on, 40..60)),
                ("old", |case, on| is_aged(case, on, 60..150)),
                ("age_unknown", |case, on| age(case, on).is_none()),
            ],
        }
    }
}

fn came_to(case: &Case, outcome: Counts) -> bool {
    case.steps.iter().any(|step| step.what.counts() == outcome)
}

/// Whole years on a day, where somebody's day of birth is recorded.
fn age(case: &Case, on: Date) -> Option<i32> {
    let born = case.facts.get(&FactId("born".into()), None)?;
    match born.value()? {
        Scalar::Date(born) => {
            let born = born.earliest();
            let had = (on.month(), on.day()) >= (born.month(), born.day());
            Some(i32::from(on.year()) - i32::from(born.year()) - i32::from(!had))
        }
        Scalar::Bool(_) | Scalar::Number(_) | Scalar::Country(_) | Scalar::Text(_) => None,
    }
}

fn is_aged(case: &Case, on: Date, years: Range<i32>) -> bool {
    age(case, on).is_some_and(|age| years.contains(&age))
}

/// An official spoke against it, or somebody advised against it: that refuses nothing.
fn is_discouraged(case: &Case) -> bool {
    let by_step = case.steps.iter().any(|it| it.what == What::Discouraged);
    by_step || case.signals.iter().any(|it| it.means == Means::Discouraged)
}

fn is_asking(what: What) -> bool {
    what == What::Asked || what == What::Applied || what.counts() != Counts::Nothing
}

/// What a category is called.
fn called(category: &str, speech: &Speech) -> String {
    speech.say(match category {
        "hiding" => "count-hiding",
        "visa" => "count-visa",
        "left" => "count-left",
        "granted" => "count-granted",
        "refused" => "count-refused",
        "stopped" => "count-stopped",
        "discouraged" => "count-discouraged",
        "not_asked" => "count-not-asked",
        "minor" => "count-minor",
        "young" => "count-young",
        "grown" => "count-grown",
        "middle" => "count-middle",
        "old" => "count-old",
        "age_unknown" => "count-age-unknown",
        _ => "count-other",
    })
}

impl Office {
    /// Every table as it would leave the house today.
    pub(crate) fn count_tables(&self, lang: Lang) -> Vec<CountedTable> {
        let speech = Speech::of(lang);
        let table = |by: &CountedBy| match self.printed(*by) {
            Ok(printed) if !self.is_held_back(*by, &printed, lang) => shown(*by, &printed, speech),
            Ok(_) => withheld(*by, "count-held-back", speech),
            Err(NotPrinted::GivesAway) => withheld(*by, "count-gives-away", speech),
            Err(NotPrinted::NotProved(_)) => withheld(*by, "count-not-proved", speech),
        };
        let told = CountedBy::ALL.iter().filter(|by| self.is_recorded(**by));
        told.map(table).collect()
    }

    /// Which tables have left, the latest first.
    pub(crate) fn taken_out(&self, lang: Lang) -> Vec<TakenOut> {
        let speech = Speech::of(lang);
        let mut ledger = self.count_ledger();
        ledger.sort_by_key(|table| std::cmp::Reverse((table.on, table.by.clone())));
        let told = ledger.into_iter().map(|table| TakenOut {
            day: day::in_words(table.on.0, speech),
            by: CountedBy::from_word(&table.by)
                .map_or_else(|| speech.say("count-other"), |by| speech.say(by.caption())),
            to: match table.to {
                Readers::Press => speech.say("say-to-press"),
                Readers::Journalist => speech.say("say-to-journalist"),
                Readers::Donor => speech.say("say-to-donor"),
                Readers::Government(country) => self.desk().country(country.0, lang),
            },
        });
        told.collect()
    }

    /// Takes a table out: it is kept as it was printed, and then given as lines of a file. Whether it
    /// may leave is decided anew, from what is recorded now.
    ///
    /// # Errors
    /// [`NotTaken`]: then nothing was kept and nothing is given.
    pub fn take_out(
        &mut self,
        typed: &Typed,
        clock: Clock,
        lang: Lang,
    ) -> Result<Vec<u8>, NotTaken> {
        let mut reading = Reading::of(typed);
        let taken = reading
            .one_of::<CountedBy>("by")
            .zip(donor_or_press(&mut reading));
        let (by, to) = reading.ended(taken).map_err(NotTaken::Faults)?;
        // The page does not offer what may not leave.
        let printed = self.printed(by).map_err(|_| NotTaken::NotFound)?;
        if self.is_held_back(by, &printed, lang) {
            return Err(NotTaken::NotFound);
        }
        let kept = kept(&printed, to);
        if !self.count_ledger().contains(&kept) {
            let own = self.cabinet().vault().own_compartment();
            let entries = [Entry::new(kept)];
            self.change(|cabinet| cabinet.record_in(own, &entries, clock.now))
                .map_err(NotTaken::NotRecorded)?;
        }
        Ok(csv(by, &printed, Speech::of(lang)))
    }

    /// A table in which everybody stands under *not recorded* tells nothing.
    fn is_recorded(&self, by: CountedBy) -> bool {
        let on = self.desk().caseload().date;
        let aged = || self.everyone().iter().any(|case| age(case, on).is_some());
        by != CountedBy::Age || aged()
    }

    /// Whether anyone who reads the table, and every statement that went out, would learn a small
    /// count by it. A table for donors is read as if it were for anyone.
    fn is_held_back(&self, by: CountedBy, printed: &PrintedTable, lang: Lang) -> bool {
        let text = in_sentences(by, printed, Speech::of(lang));
        !self
            .read_before_leaving(text, AnyHouse::Words(""), Readers::Press, lang)
            .is_open()
    }

    fn printed(&self, by: CountedBy) -> Result<PrintedTable, NotPrinted> {
        let (people, on) = (self.everyone(), self.desk().caseload().date);
        let of = |(name, belongs): Category| {
            let count = people.iter().filter(|it| belongs(it, on)).count();
            (name.to_owned(), u32::try_from(count).unwrap_or(u32::MAX))
        };
        let asked = Breakdown {
            whom: EVERYONE.to_owned(),
            by: by.word().to_owned(),
            parts: by.parts(),
            on,
            counts: by.categories().into_iter().map(of).collect(),
        };
        let ledger = self.count_ledger();
        let mut earlier: Vec<PrintedTable> = ledger.into_iter().map(read).collect();
        earlier.push(self.sheet_of_today());
        safe_table(&asked, &earlier, Rules::default().min_count)
    }

    /// How many there are, as the sheet of what can be shown tells it to anybody.
    fn sheet_of_today(&self) -> PrintedTable {
        let cell = match SafeCount::of(self.everyone().len()) {
            SafeCount::AtLeast(people) => Cell::Rounded(u32::try_from(people).unwrap_or(u32::MAX)),
            SafeCount::Few | SafeCount::Untold => Cell::Few,
        };
        PrintedTable {
            whom: EVERYONE.to_owned(),
            by: "people".to_owned(),
            adds_up: true,
            on: self.desk().caseload().date,
            step: match cell {
                Cell::Few => u32::try_from(THRESHOLD).unwrap_or(u32::MAX),
                Cell::Exact(_) | Cell::Rounded(_) => disclosure::step(Rules::default().min_count),
            },
            cells: vec![("people".to_owned(), cell)],
            merged: Vec::new(),
        }
    }

    /// Whom the sheet of what can be shown counts: one person for each case.
    fn everyone(&self) -> Vec<&Case> {
        let files = self.cabinet().cases();
        let known = files.filter(|file| file.principal().is_some());
        known
            .filter_map(|file| self.desk().caseload().case(file.number))
            .collect()
    }

    fn count_ledger(&self) -> Vec<CountTable> {
        let own = self.cabinet().drawers(Drawer::Organisation);
        let tables = own.flat_map(|(_, folded)| folded.standing::<CountTable>());
        tables.map(|(_, table)| table.clone()).collect()
    }
}

fn donor_or_press(reading: &mut Reading<'_>) -> Option<Readers> {
    match reading.one_of::<SaidTo>("to")? {
        SaidTo::Donor => Some(Readers::Donor),
        SaidTo::Press | SaidTo::Journalist | SaidTo::Government => Some(Readers::Press),
    }
}

/// From a printed table to what the ledger keeps of it.
fn kept(printed: &PrintedTable, to: Readers) -> CountTable {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let cell = |(category, cell): &(String, Cell)| CountCell {
        category: category.clone(),
        printed: match cell {
            Cell::Exact(n) => PrintedCount::Exact(*n),
            Cell::Rounded(n) => PrintedCount::Rounded(*n),
            Cell::Few => PrintedCount::Few,
        },
    };
    let merged = |it: &Merged| MergedCells {
        first: number(it.first),
        categories: number(it.categories),
        least: it.least,
        most: it.most,
    };
    CountTable {
        whom: printed.whom.clone(),
        by: printed.by.clone(),
        adds_up: printed.adds_up,
        on: printed.on.into(),
        step: printed.step,
        cells: printed.cells.iter().map(cell).collect(),
        merged: printed.merged.iter().map(merged).collect(),
        to,
    }
}

/// And back. What a newer or a careless program has written is read as it stands, and binds.
fn read(kept: CountTable) -> PrintedTable {
    let cell = |it: CountCell| {
        let cell = match it.printed {
            PrintedCount::Exact(n) => Cell::Exact(n),
            PrintedCount::Rounded(n) => Cell::Rounded(n),
            PrintedCount::Few => Cell::Few,
        };
        (it.category, cell)
    };
    let number = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let merged = |it: MergedCells| Merged {
        first: number(it.first),
        categories: number(it.categories),
        least: it.least,
        most: it.most,
    };
    PrintedTable {
        whom: kept.whom,
        by: kept.by,
        adds_up: kept.adds_up,
        on: kept.on.0,
        step: kept.step,
        cells: kept.cells.into_iter().map(cell).collect(),
        merged: kept.merged.into_iter().map(merged).collect(),
    }
}

/// A count as it is printed: in words, so that a rounded one is never read as counted.
fn in_print(cell: Cell, step: u32, speech: &Speech) -> String {
    match cell {
        Cell::Exact(n) => n.to_string(),
        Cell::Rounded(_) => {
            let (least, most) = cell.bounds(step);
            say!(speech, "count-rounded", least = least, most = most)
        }
        Cell::Few => say!(speech, "count-few", n = step),
    }
}

fn shown(by: CountedBy, printed: &PrintedTable, speech: &Speech) -> CountedTable {
    let step = printed.step;
    let longest = printed.cells.iter().map(|(_, cell)| cell.bounds(step).1);
    let longest = u64::from(longest.max().unwrap_or(1).max(1));
    let width = |n: u32| u32::try_from(u64::from(n) * u64::from(BAR) / longest).unwrap_or(BAR);
    let line = |(nth, (category, cell)): (u32, &(String, Cell))| {
        let (least, most) = cell.bounds(step);
        CountLine {
            what: called(category, speech),
            count: in_print(*cell, step, speech),
            bar: CountBar {
                top: nth * 44,
                sure: width(least),
                possible: width(most) - width(least),
            },
        }
    };
    CountedTable {
        by: by.word(),
        caption: speech.say(by.caption()),
        chart: say!(speech, "count-chart", what = &speech.say(by.caption())),
        lines: (0..).zip(&printed.cells).map(line).collect(),
        why: vec![
            say!(speech, "count-why", step = step),
            speech.say(match by.parts() {
                Parts::Whole => "count-whole",
                Parts::Overlapping => "count-overlapping",
            }),
        ],
        may_leave: true,
    }
}

fn withheld(by: CountedBy, why: &str, speech: &Speech) -> CountedTable {
    CountedTable {
        by: by.word(),
        caption: speech.say(by.caption()),
        chart: String::new(),
        lines: Vec::new(),
        why: vec![speech.say(why)],
        may_leave: false,
    }
}

/// The table as a text that can be read as a draft is: whom each line counts, and how many people.
fn in_sentences(by: CountedBy, printed: &PrintedTable, speech: &Speech) -> String {
    let line = |(category, cell): &(String, Cell)| {
        let (what, count) = (
            called(category, speech),
            in_print(*cell, printed.step, speech),
        );
        say!(speech, "count-line-read", what = &what, count = &count)
    };
    let lines: Vec<String> = printed.cells.iter().map(line).collect();
    format!("{}\n{}", speech.say(by.caption()), lines.join("\n"))
}

/// The table as lines of a file that a spreadsheet reads.
fn csv(by: CountedBy, printed: &PrintedTable, speech: &Speech) -> Vec<u8> {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let head = [speech.say(by.caption()), speech.say("count-count")];
    let lines = printed.cells.iter().map(|(category, cell)| {
        [
            called(category, speech),
            in_print(*cell, printed.step, speech),
        ]
    });
    let mut file = String::from('\u{feff}');
    for [what, count] in std::iter::once(head).chain(lines) {
        file.push_str(&format!("{},{}\r\n", quoted(&what), quoted(&count)));
    }
    file.into_bytes()
}
