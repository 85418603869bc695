//! What the world says of a place: how dangerous it is, and whether what a person is hunted for is
//! a crime there. Classes only: nobody has counted, and nothing is ever multiplied.

use facts::{CountryCode, Truth};
use law::{Day, Library, Row};
use std::collections::BTreeMap;

/// How dangerous a place is, as a class; later classes are worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hazard {
    /// Less than elsewhere.
    MediumLow,
    /// As in many places.
    Medium,
    /// More than elsewhere.
    MediumHigh,
    /// A few searches found nothing: no finding of safety.
    NotKnown,
    /// People were returned or hunted there.
    High,
    /// It is not to be entered.
    Unsuitable,
    /// There is no way in.
    Blocked,
}

impl Hazard {
    fn of_word(word: &str) -> Hazard {
        match word {
            "medium_low" => Hazard::MediumLow,
            "medium" => Hazard::Medium,
            "medium_high" => Hazard::MediumHigh,
            "high" => Hazard::High,
            "unsuitable" => Hazard::Unsuitable,
            "blocked" => Hazard::Blocked,
            _ => Hazard::NotKnown,
        }
    }

    /// The word for it in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Hazard::MediumLow => "medium_low",
            Hazard::Medium => "medium",
            Hazard::MediumHigh => "medium_high",
            Hazard::NotKnown => "unknown",
            Hazard::High => "high",
            Hazard::Unsuitable => "unsuitable",
            Hazard::Blocked => "blocked",
        }
    }
}

/// What the world says of every place on a day.
#[derive(Clone, Debug, Default)]
pub struct Ground {
    hazards: BTreeMap<CountryCode, Hazard>,
    criminal: BTreeMap<CountryCode, bool>,
}

impl Ground {
    /// As known on the day.
    pub fn of(library: &Library, day: Day) -> Ground {
        let mut ground = Ground::default();
        for row in rows(library, "hazards").filter(|row| row.window().covers(day) != Truth::False) {
            if let (Some(country), Some(class)) = (row.country("country"), row.text("class")) {
                ground.hazards.insert(country, Hazard::of_word(class));
            }
        }
        // Two editions of one column: the later one speaks of days from 2020 on.
        let column = if day.on.year() < 2020 {
            "male_same_sex_criminal_2017"
        } else {
            "male_same_sex_criminal_latest"
        };
        for row in rows(library, "countries") {
            if let (Some(country), Some(word)) = (row.country("iso3"), row.text(column)) {
                ground.criminal.insert(country, word != "no");
            }
        }
        ground
    }

    /// How dangerous a place is; where nobody looked, not known.
    pub fn hazard(&self, country: CountryCode) -> Hazard {
        self.hazards
            .get(&country)
            .copied()
            .unwrap_or(Hazard::NotKnown)
    }

    /// Whether love between men is a crime there, or may be: what nobody looked up counts as one.
    pub fn may_be_criminal(&self, country: CountryCode) -> bool {
        self.criminal.get(&country).copied().unwrap_or(true)
    }
}

fn rows<'l>(library: &'l Library, table: &str) -> impl Iterator<Item = &'l Row> {
    library
        .tables
        .get(table)
        .into_iter()
        .flat_map(|table| &table.rows)
}
