//! Addresses of pages: opaque numbers of cases, and ids of books.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What must not stand bare in a path or in a query's value.
const BARE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'/')
    .add(b'<')
    .add(b'=')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b']');

/// A piece of an address, safely written.
pub(crate) fn piece(text: &str) -> String {
    utf8_percent_encode(text, BARE).to_string()
}

/// One person's page.
pub(crate) fn person(number: &u32) -> String {
    format!("/person/{number}")
}

/// The doors of one person.
pub(crate) fn doors(number: &u32) -> String {
    format!("/person/{number}/doors")
}

/// The routes of one person.
pub(crate) fn routes(number: &u32) -> String {
    format!("/person/{number}/routes")
}

/// The ask for one person.
pub(crate) fn ask(number: &u32) -> String {
    format!("/person/{number}/ask")
}

/// One way of one person.
pub(crate) fn way(number: &u32, id: &str) -> String {
    format!("/person/{number}/way/{}", piece(id))
}

/// One law book.
pub(crate) fn book(id: &str) -> String {
    format!("/law/{}", piece(id))
}
