//! What somebody who is stopped says first: in the officials' language, in English and in Russian.

use crate::desk::Reading;
use crate::view::{FirstWords, SaidAloud};
use facts::CountryCode;
use law::{How, Row};

/// Said in every country: many officials and many travellers know one of them.
const EVERYWHERE: [&str; 2] = ["en", "ru"];

impl Reading<'_> {
    /// The first words in a country: those in its officials' languages, then English and Russian.
    pub(crate) fn first_words(&self, country: CountryCode) -> FirstWords {
        let spoken_there = |row: &&Row| row.countries("countries").any(|code| code == country);
        let table = self.table("first_words");
        let local: Vec<&Row> = table.iter().filter(spoken_there).collect();
        let everywhere = EVERYWHERE.iter().filter_map(|language| {
            let is_it = |row: &&Row| row.text("language") == Some(*language);
            table.iter().find(is_it)
        });
        let mut rows = local.clone();
        rows.extend(everywhere.filter(|row| !local.contains(row)));
        FirstWords {
            local: !local.is_empty(),
            unverified: rows.iter().any(|row| is_unverified(row)),
            said: rows.into_iter().filter_map(|row| self.said(row)).collect(),
        }
    }

    fn said(&self, row: &Row) -> Option<SaidAloud> {
        let in_this_language = |column: &str| {
            let words = row.words(column)?;
            Some(self.lang.of(&words).to_owned())
        };
        Some(SaidAloud {
            language: row.text("language")?.to_owned(),
            name: in_this_language("name")?,
            words: row.text("words")?.to_owned(),
            aloud: in_this_language("aloud"),
        })
    }
}

fn is_unverified(row: &Row) -> bool {
    row.seen().is_none_or(|seen| seen.how == How::Unverified)
}
