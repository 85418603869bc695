//! What may we say, and to whom, without exposing anyone.
//!
//! Pure: no clock, no files, no network; the day of a draft is an argument. In reading order:
//!
//! * [`World`]: what the vault protects, as far as a statement could expose it.
//! * [`Checker`]: a draft against the vault and everything said before.
//! * [`Verdict`], [`Finding`], [`Reason`]: what was found, whose, where and why. Nothing found is never "safe".
//! * [`Reader`], [`Consent`]: who may know what; what is already out.
//! * [`Agreed`]: by which words one of us, or a source, is told of, and what a draft says [`Beyond`] them.
//! * [`Answer`], [`Outcome`]: what authorities did, so that *refused* is not said where nobody refused.
//! * [`Rewrite`]: other wordings, checked again. [`Leftover`]: what a file gives away beside its words.
//! * [`Text`]: a draft as the detectors read it, with its places.
//! * [`same_name`]: names of every script and scheme by their sound. [`Scheme`]: which one spelled it so.
//! * [`SearchIndex`]: people of the vault by whatever is typed, and who may stand in it already.
//! * [`History`], [`Figures`]: what can be derived from published counts, over time and by category.
//! * [`safe_table`], [`PrintedTable`]: a table that may leave the house, whatever left it before.
//! * [`LabelledSet`]: drafts with what each exposes, for measurement.

mod after_number;
mod attack;
mod attribution;
mod calendar;
mod case_forms;
mod check;
mod counted_before;
mod counts;
mod dates;
mod denial;
mod eastern;
mod endings;
mod entry;
mod feasts;
mod finding;
mod fold;
mod foreign;
mod form;
mod gazetteer;
mod given_names;
mod helpers;
mod history;
mod hygiene;
mod identity;
mod index;
mod key;
mod ledger;
mod lexicon;
mod likeness;
mod memo;
mod mosaic;
mod name_forms;
mod names;
mod number;
mod odd_words;
mod outcomes;
mod parts;
mod people_count;
mod person_traits;
mod place_stems;
mod places;
mod reading;
mod record;
mod relative_days;
mod relatives;
mod rewrite;
mod role_words;
mod safe_table;
mod said_traits;
mod scheme;
mod search;
mod set;
mod share;
mod site;
mod solver;
mod sound;
mod sounds;
mod staff;
mod table;
mod talks;
mod text;
mod traits;
mod verb_forms;
mod within_a_month;
mod world;
mod written_days;

pub use attribution::{Agreed, Beyond, Wording};
pub use check::Checker;
pub use finding::{
    Audience, Category, CountryHandle, Finding, NameMatch, Reason, Severity, Stop, Verdict,
};
pub use history::{DatedFigure, History, Inclusion};
pub use hygiene::{Document, FilePart, Leftover};
pub use ledger::{Consent, Reader};
pub use outcomes::Outcome;
pub use people_count::Counted;
pub use rewrite::{Rewrite, RewriteRule};
pub use safe_table::{
    Breakdown, Cell, Merged, NotPrinted, Parts, PrintedTable, gives_nothing_away, safe_table, step,
};
pub use scheme::{Scheme, Schemes};
pub use search::{Closeness, Duplicate, Found, SameReason, SearchIndex, SearchKeys};
pub use set::{Exposure, LabelledDraft, LabelledSet};
pub use solver::{Figure, Figures, Group};
pub use sound::same_name;
pub use text::Text;
pub use world::{
    Answer, Helper, Hiding, Name, Person, Relative, Rules, Sex, Staff, Statement, Talk, Withheld,
    World,
};
