//! What can be known about a person: the ground floor of Safeconduct.
//!
//! Pure: no clock, no files, no network. A date is always an argument, and text is parsed once,
//! at the edge, into a type that cannot be wrong. In reading order:
//!
//! * [`Truth`]: yes, no, or nobody knows; the program never guesses.
//! * [`PartialDate`]: a day, a month or a year, compared in three values.
//! * [`CountryCode`]: ISO 3166-1 alpha-3.
//! * [`SourceText`], [`Complaints`]: a file and everything that is wrong with it, with places.
//! * [`Node`]: a YAML file as a tree in which every value knows its place.
//! * [`Form`]: which keys a mapping may have; reading and the published schemas share it.
//! * [`Words`]: a sentence in both languages.
//! * [`Scalar`], [`Recorded`]: a value, and what is recorded of a fact.
//! * [`Vocabulary`]: every fact there is, with its question.
//! * [`Facts`]: what is known of one person.

mod complaint;
mod country;
mod date;
mod form;
mod person;
mod recorded;
mod tree;
mod truth;
mod value;
mod vocabulary;
mod words;

pub use complaint::{Code, Complaint, Complaints, Place, SourceText, nearest};
pub use country::{CountryCode, NotACountryCode};
pub use date::{NotADate, PartialDate, Span, add_span};
pub use form::{Field, Form, Shape};
pub use person::{Facts, read_facts};
pub use recorded::{Basis, Known, Record, Recorded};
pub use tree::{Content, Entry, Node, read_tree};
pub use truth::Truth;
pub use value::Scalar;
pub use vocabulary::{
    AskedOf, Changes, Derivation, Fact, FactId, FieldType, OpensBy, SetBy, Topic, Type, Vocabulary,
};
pub use words::Words;

pub use jiff::civil::Date;
