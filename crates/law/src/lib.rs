//! The law of one person on one date.
//!
//! Every stage is partial evaluation of the one before it:
//!
//! ```text
//! books + world ──Library::load──▶ Library ──Program::on(day)──▶ Program ──Residual::of(facts)──▶ Residual ──verdict──▶ Verdict
//! ```
//!
//! Pure: no clock, no files, no randomness, and no words for people (those live in `desk`):
//! reasons are typed, and point into the book. In reading order:
//!
//! * [`Pathway`], [`Overlay`], [`Absence`]: a book as its author wrote it.
//! * [`Library`]: every book, read and checked, or every complaint at once.
//! * [`Condition`], [`Atom`]: what is left of a condition when everything but the person is decided.
//! * [`Program`]: the books on a day.
//! * [`Residual`]: a program for one person.
//! * [`Verdict`]: open, no obstacle found, undecided or closed, and why.
//! * [`doors`]: what an event closes, opens, or only weighs against.
//! * [`Reforms`]: which change of law opens most, and for whom.
//! * [`run_tests`]: the tests that stand beside the law.

mod ahead;
mod asked;
mod book;
mod book_test;
mod change;
mod check;
mod check_possible;
mod condition;
mod constant;
mod doors;
mod edges;
mod edition;
mod exact;
mod expression;
mod form;
mod laying;
mod load;
mod lower;
mod lower_moving;
mod lower_operand;
mod lower_record;
mod meeting;
mod mutate;
mod opening;
mod people;
mod planes;
mod planes_code;
mod program;
mod publication;
mod question;
mod read;
mod reform;
mod relaxing;
mod residual;
mod slider;
mod timeline;
mod trust;
mod verdict;
mod walk;
mod window;
mod world;

pub use ahead::{Turn, turns};
pub use book::{
    Absence, Again, Area, BookTest, Citation, Clause, ConditionText, Cost, CountedDecisions,
    CountedTime, DatedValue, Discretion, Each, Event, Exposure, Group, How, Kind, Needed, Overlay,
    OverlayEffect, OverlayTest, Pathway, Practice, PracticeEffect, Remedy, RestsOn, Role, Room,
    Seen, ShownBy, SourceEntry, Spare, StartedBy, Waiver, Window, Write,
};
pub use book_test::{Failure, TestReport, reason_ids, run_pathway_test, run_tests};
pub use change::{
    ChangedVerdict, Difference, OverlayTurn, RuleChange, Turning, changed_rules, changed_verdicts,
    turnings,
};
pub use check::unknown_countries;
pub use condition::{Atom, AtomId, Case, Condition, RecordTest, Test};
pub use doors::{
    Door, Happening, Read, Side, Swing, days_of_stay, doors, doors_between, facts_after, writes,
};
pub use edition::{DecisionsOf, Edition, EditionChange, SaidOfEntry, SpokenOf, compare_edition};
pub use form::forms;
pub use load::Library;
pub use mutate::{Mutant, MutationReport, mutate};
pub use opening::{Means, NoOpening, Opening, Step, openings};
pub use people::People;
pub use planes::{Code, Planes, Words};
pub use program::{
    InForce, Member, OverlayState, Program, Rule, RuleClause, RuleOverlay, citation_of,
    overlay_state,
};
pub use publication::{
    Counts, DecisionCount, EntryReport, Publication, PublishedRule, read_publication,
};
pub use question::{Question, Sitting, is_settled, next_topic, only_usual_bars, questions};
pub use reform::{Gain, Gained, Reform, Reforms, Struck};
pub use residual::Residual;
pub use slider::{DayWords, Slider};
pub use timeline::{KnownOn, Timeline};
pub use trust::{Defaulted, TrustReport, trust_report};
pub use verdict::{
    GettingThere, Missing, Reason, Verdict, WhyUnknown, Word, verdict, verdicts, word,
};
pub use walk::{Differing, Stands, Walk};
pub use window::Day;
pub use world::{Cell, Column, Row, Table};
