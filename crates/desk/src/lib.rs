//! What a caseworker does, as functions; the only place where the parts meet.
//!
//! Knows no HTTP and no terminal. Everything that a person reads is worded here, in English and in
//! Russian; `law` and `facts` give typed reasons. In reading order:
//!
//! * [`Desk`]: the books and the caseload, side by side; [`Desk::demo`] opens the shipped ones.
//! * [`Desk::wall`], [`Desk::person`], [`Desk::doors`]: the pages of a caseload.
//! * [`Desk::stopped`]: the minutes in which somebody may be handed back.
//! * [`Desk::sheet`]: the routes on paper, in plain words, for the person.
//! * [`Desk::ask`], [`Desk::person_ask`]: who could open a door that no right opens; [`Desk::brief`]:
//!   the same on a sheet that may leave the room.
//! * [`Desk::reforms`]: which change of law would open most.
//! * [`Desk::law_list`], [`Desk::law_book`]: the law, readable.
//! * [`Cabinet`], [`CaseFile`]: the sealed vault as a caseworker knows it; everything that is recorded
//!   goes through it. [`Office`]: the desk with a cabinet beside it;
//!   [`Door`]: the way to a vault of one's own.
//! * [`Office::case_page`], [`Office::form`], [`Office::take`]: what is recorded of a case, with its source
//!   and doubts, and what can be added.
//! * [`Office::team`], [`Office::sharing`]: the organisation's people and devices, bundles, erasure.
//! * [`Office::attributions`]: how staff and sources are spoken of outside.
//! * [`Office::recovery`]: shares among people, rehearsed; the two files of a backup, and [`Door::restore`].
//! * [`Office::travel`]: a laptop for a journey, with a few cases on it.
//! * [`Office::newcomer`], [`Office::interview`]: somebody new, for safety first; then the law asks. [`EntryForm`]: what
//!   can be done about one entry. [`Office::search`]: a case by whatever is typed.
//! * [`Office::today`], [`Office::shelters`], [`Office::talks`], [`Board`]: what the people on shift look at:
//!   who has been heard from, where everyone sleeps, who offers what; [`DrawerForm`]: what can be added.
//! * [`Caseload`], [`Case`]: people, what was said to them, what was done.
//! * [`Sign`]: how an answer looks at a glance; [`view`]: what the pages show.
//! * [`import`]: a spreadsheet of people, compared with what is known; [`Office::hold_import`] and
//!   [`Office::record_import`]: the rows that were chosen of it.
//! * [`Lang`], [`Speech`]: the words; [`day`]: dates as people read them.

mod ahead;
mod ask;
mod attribution;
mod beside;
mod brief;
mod brief_text;
mod cabinet;
mod case;
mod case_page;
mod caseload;
mod changes;
mod cite;
mod closer;
mod coming;
mod count_tables;
pub mod day;
mod days;
mod decide;
mod desk;
mod door;
mod doors;
mod draw;
mod edition;
mod explain;
mod first_words;
mod forms;
mod generate;
mod hex;
mod history;
pub mod import;
mod import_page;
mod importing;
mod in_words;
mod intake;
mod interview;
mod invitation;
mod json;
mod judgement_file;
mod known_as;
mod lang;
mod law_pages;
mod law_report;
mod level;
mod name_index;
mod office;
mod papers;
mod person;
mod person_file;
mod reach;
mod recovery;
mod reforms;
mod reforms_json;
mod rehearsal;
mod remedy;
mod restore;
mod safe_count;
mod schema;
mod search;
mod shares_typed;
mod sheet_text;
mod shift;
pub mod shipped;
mod shown;
mod sign;
mod speak;
mod speech;
mod stopped;
mod strategies;
mod struck_part;
mod team;
mod travel;
pub mod view;
mod wall;

pub use attribution::AttributionId;
pub use cabinet::{Cabinet, CaseFile, Drawer, NoDemonstration, NotRecorded};
pub use case::{Case, CaseNumber, Means, Said, Signal, Stage, Step, Terms, What};
pub use caseload::Caseload;
pub use casework::{Minutes, Moment};
pub use changes::changes_text;
pub use closer::EntryForm;
pub use decide::{decision_text, questions_text};
pub use desk::Desk;
pub use door::{Door, NotOpened};
pub use edition::{EditionReport, NoEdition};
pub use facts::{Complaint, Complaints, Date, PartialDate, SourceText};
pub use forms::{CaseForm, Clock, DrawerAt, DrawerForm, Fault, NotTaken, Typed};
pub use importing::NotImported;
pub use in_words::InWords;
pub use intake::NotEntered;
pub use invitation::read_invitation;
pub use json::decision_json;
pub use judgement_file::read_judgements;
pub use lang::Lang;
pub use law::{Failure, Library, MutationReport, TestReport, mutate, run_tests};
pub use law_report::{
    BookState, book_states, checked_library, day_differences, table_text, trust_text,
};
pub use level::Level;
pub use office::{NoOffice, Office};
pub use person_file::read_case;
pub use reforms::reforms_text;
pub use reforms_json::reforms_json;
pub use restore::NotRestored;
pub use routes::Judgements;
pub use schema::{schema, schema_names};
pub use shares_typed::Slip;
pub use shift::TalkNumber;
pub use sign::{Sign, Signed};
pub use speak::{DraftId, SaidText, SaidTo};
pub use speech::{Arg, Speech, ids};
pub use strategies::{LeftOut, Models, RoutesAsked, WhatIf, WhyLeftOut, routes_text};
pub use team::TeamFault;
pub use view::*;
