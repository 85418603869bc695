//! A spreadsheet of people, compared with what is known of them: a dry run, and what it would record.
//!
//! Pure: bytes come in, typed differences and entries go out, nothing is written. What nobody may
//! collect is refused with its reason ([`NeverCollect`](casework::NeverCollect)). In reading order:
//!
//! * [`read_csv`], [`read_xlsx`]: bytes → [`Sheet`]s, whose cells know their place ([`At`]).
//! * [`Mapping`], [`ColumnIs`]: what each column means; proposed from its heading.
//! * [`dry_run`]: rows against [`KnownPerson`]s → [`DryRun`].
//! * [`Difference`], [`Trouble`], [`Reason`]: what is new, what contradicts, what cannot be read and
//!   how to mend it, with a sentence in both languages.

mod answer;
mod at;
mod compared;
mod difference;
mod heading;
mod known_person;
mod language;
mod mapping;
mod packed;
mod person_run;
mod read_csv;
mod read_xlsx;
mod run;
mod sheet;
mod terms;
mod trouble;

pub use at::At;
pub use difference::{Difference, Is};
pub use known_person::KnownPerson;
pub use mapping::{ColumnIs, Mapping};
pub use person_run::{PersonRun, Whom};
pub use read_csv::read_csv;
pub use read_xlsx::read_xlsx;
pub use run::{DryRun, dry_run};
pub use sheet::{CannotRead, Cell, CellFault, Row, Sheet};
pub use terms::Terms;
pub use trouble::{Reason, Trouble};

/// Two words are one word here if they differ in case, in `ё`, in spaces or in underscores.
fn folded(words: &str) -> String {
    let plain = words.to_lowercase().replace('ё', "е").replace('_', " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
