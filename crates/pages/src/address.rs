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

/// What is recorded of one case.
pub(crate) fn case_file(number: &u32) -> String {
    format!("/case/{number}")
}

/// A form of one case.
pub(crate) fn record(number: &u32, form: &str) -> String {
    format!("/case/{number}/record/{}", piece(form))
}

/// A page of one case, by what stands after the case's own address.
pub(crate) fn in_case(number: &u32, path: &str) -> String {
    format!("/case/{number}/{path}")
}

/// A form over one entry of a case.
pub(crate) fn of_entry(number: &u32, entry: &str, form: &str) -> String {
    format!("/case/{number}/entry/{entry}/{form}")
}

/// The doors of one person.
pub(crate) fn doors(number: &u32) -> String {
    format!("/person/{number}/doors")
}

/// The routes of one person.
pub(crate) fn routes(number: &u32) -> String {
    format!("/person/{number}/routes")
}

/// The routes of one person as a picture.
pub(crate) fn picture(number: &u32) -> String {
    format!("/person/{number}/routes/picture")
}

/// The sheet for one person, to print.
pub(crate) fn sheet(number: &u32) -> String {
    format!("/person/{number}/sheet")
}

/// What has happened on the routes of one person, at the end of their address.
pub(crate) fn after(trail: &str) -> String {
    format!("&after={}#after", piece(trail))
}

/// Which first step is to stand beside the others then, at the end of the same address.
pub(crate) fn first(trail: &str, first: &usize) -> String {
    format!("&after={}&first={first}#compare", piece(trail))
}

/// What to say and do if one person is stopped.
pub(crate) fn stopped(number: &u32) -> String {
    format!("/person/{number}/stopped")
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
