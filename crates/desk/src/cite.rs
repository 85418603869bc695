//! Articles, and how far what was seen of them can be trusted.

use crate::day;
use crate::desk::Reading;
use crate::speech::say;
use crate::view::Article;
use law::{Citation, How, Row, Seen, citation_of};

impl Reading<'_> {
    /// The article of a citation; where the book says "as the row", the row's.
    pub(crate) fn article(&self, citation: &Citation, row: Option<&Row>) -> Article {
        let citation = citation_of(citation, row);
        Article {
            seen: self.seen(citation.seen.as_ref()),
            official: self.is_official(citation.seen.as_ref()),
            cite: citation.cite,
        }
    }

    fn is_official(&self, seen: Option<&Seen>) -> bool {
        seen.is_some_and(|seen| seen.how == How::Official)
    }

    fn seen(&self, seen: Option<&Seen>) -> String {
        let Some(seen) = seen else {
            return self.trust(How::Unverified);
        };
        let day = day::in_words(seen.day, self.speech);
        match seen.how {
            How::Unverified => self.trust(How::Unverified),
            how => say!(self.speech, "seen-on", how = &self.trust(how), day = &day),
        }
    }

    /// How far a text can be trusted.
    pub(crate) fn trust(&self, how: How) -> String {
        self.speech.say(match how {
            How::Official => "trust-official",
            How::OfficialOpening => "trust-official-opening",
            How::Secondary => "trust-secondary",
            How::Unverified => "trust-unverified",
        })
    }
}
