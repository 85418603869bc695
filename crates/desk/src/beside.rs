//! What stands beside every entry: return and pursuit, and getting there.

use crate::day;
use crate::desk::Reading;
use crate::sign::{Sign, Signed};
use crate::speech::say;
use crate::view::BesideEntry;
use facts::{CountryCode, Truth};
use law::{GettingThere, Row};

impl Reading<'_> {
    /// Return and pursuit in a country as known on the day, and what is known of the way there.
    pub(crate) fn beside_entry(
        &self,
        country: CountryCode,
        there: Option<GettingThere>,
    ) -> BesideEntry {
        let means: Vec<&Row> = self
            .rows("return_means", country)
            .filter(|row| self.holds(row))
            .collect();
        let cases: Vec<&Row> = self
            .rows("return_cases", country)
            .filter(|row| self.is_known(row))
            .collect();
        let searched = self.rows("return_searched", country).next();
        let search_system = means
            .iter()
            .any(|row| row.text("kind") == Some("search_system"));
        let harmed = cases
            .iter()
            .any(|row| !matches!(row.text("kind"), Some("refused_return")));
        BesideEntry {
            at_a_glance: self.at_a_glance(harmed, search_system, searched),
            warns: harmed || search_system,
            short: say!(
                self.speech,
                "beside-short",
                means = means.len(),
                cases = cases.len()
            ),
            means: self.means_lines(&means),
            cases: self.case_lines(&cases, searched),
            getting_there: self.getting_there(there),
        }
    }

    fn rows(&self, table: &str, country: CountryCode) -> impl Iterator<Item = &Row> {
        let of_it = move |row: &&Row| row.country("country") == Some(country);
        self.table(table).iter().filter(of_it)
    }

    /// In force on the day, as far as is known: what may be in force warns already.
    fn holds(&self, row: &Row) -> bool {
        let begun = row
            .date("from")
            .is_none_or(|from| from.earliest() <= self.on);
        let ended = row
            .date("until")
            .is_some_and(|until| until.latest() <= self.on);
        begun && !ended
    }

    /// No hindsight: a case counts from the day on which one could know of it.
    fn is_known(&self, row: &Row) -> bool {
        row.date("known")
            .or(row.date("date"))
            .is_some_and(|known| known.earliest() <= self.on)
    }

    fn at_a_glance(&self, harmed: bool, search_system: bool, searched: Option<&Row>) -> Signed {
        let looked = searched.is_some_and(|row| row.text("searched") == Some("yes"));
        let (sign, word) = match (harmed, search_system, looked) {
            (true, _, _) => (Sign::Reserved, "warn-cases"),
            (false, true, _) => (Sign::Reserved, "warn-search"),
            (false, false, true) => (Sign::Undecided, "warn-none-found"),
            (false, false, false) => (Sign::Undecided, "warn-not-looked"),
        };
        Signed::saying(sign, self.speech.say(word))
    }

    fn means_lines(&self, means: &[&Row]) -> Vec<String> {
        if means.is_empty() {
            return vec![self.speech.say("means-none")];
        }
        let line = |row: &&Row| {
            let instrument = row
                .words("instrument")
                .map(|words| self.lang.of(&words).to_owned())
                .unwrap_or_default();
            match row.date("from") {
                Some(from) => say!(
                    self.speech,
                    "means-since",
                    what = &instrument,
                    day = &day::partial_in_words(from, self.speech)
                ),
                None => instrument,
            }
        };
        means.iter().map(line).collect()
    }

    fn case_lines(&self, cases: &[&Row], searched: Option<&Row>) -> Vec<String> {
        let mut lines: Vec<String> = cases
            .iter()
            .filter_map(|row| {
                let what = row.words("what")?;
                let known = row.date("date").or(row.date("known"))?;
                Some(say!(
                    self.speech,
                    "case-line",
                    day = &day::partial_in_words(known, self.speech),
                    what = self.lang.of(&what)
                ))
            })
            .collect();
        let looked = searched.is_some_and(|row| row.text("searched") == Some("yes"));
        match (lines.is_empty(), looked) {
            (true, true) => lines.push(self.speech.say("cases-none-found")),
            (true, false) => lines.push(self.speech.say("cases-not-looked")),
            (false, _) => {}
        }
        lines
    }

    fn getting_there(&self, there: Option<GettingThere>) -> Vec<Signed> {
        let unknown = GettingThere {
            exit: Truth::Unknown,
            boarding: Truth::Unknown,
            transit: Truth::Unknown,
        };
        let there = there.unwrap_or(unknown);
        let legs = [
            (there.exit, ["exit-yes", "exit-no", "exit-unknown"]),
            (
                there.boarding,
                ["boarding-yes", "boarding-no", "boarding-unknown"],
            ),
            (
                there.transit,
                ["transit-yes", "transit-no", "transit-unknown"],
            ),
        ];
        legs.map(|(truth, [yes, no, unknown])| match truth {
            Truth::True => Signed::saying(Sign::LetsIn, self.speech.say(yes)),
            Truth::False => Signed::saying(Sign::Closed, self.speech.say(no)),
            Truth::Unknown => Signed::saying(Sign::Undecided, self.speech.say(unknown)),
        })
        .into()
    }
}
