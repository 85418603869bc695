//! Which change of law would open most, as JSON: words for programs, sentences in both languages.

use crate::Lang;
use crate::desk::{Desk, Reading};
use crate::json::{citation, words};
use crate::level::Level;
use crate::reforms::{Alike, FoundReforms};
use crate::struck_part::{Asks, OfWhich};
use facts::Date;
use law::{Citation, Role, Struck};
use routes::{Ground, Hazard};
use serde_json::{Value, json};

/// Which change of law would open most on a day, of the format `safeconduct.reforms/1`: every change
/// that opens a way for somebody, those that open most first. People are only counted.
pub fn reforms_json(desk: &Desk, on: Date, level: Level) -> Value {
    let reading = desk.reading(on, Lang::En);
    let ground = Ground::of(desk.library(), reading.program.day);
    let list = |found: &FoundReforms| {
        let reforms = |list: &[Alike]| -> Vec<Value> {
            let reform = |alike| reading.reform_json(&ground, alike);
            list.iter().map(reform).collect()
        };
        json!({
            "places": if found.is_counted() { "of_the_level" } else { "nobody_looked" },
            "conditions": reforms(&found.conditions),
            "parts": reforms(&found.parts),
            "pairs": reforms(&found.pairs),
            "orders": reforms(&found.orders),
        })
    };
    let lists = reading.found_reforms(level);
    json!({
        "format": "safeconduct.reforms/1",
        "informs": "those who argue for a change of law; the people counted are invented",
        "on": on.to_string(),
        "known_on": reading.program.day.known_on.to_string(),
        "level": level.word(),
        "people": desk.caseload().cases.len(),
        "lists": lists.iter().map(list).collect::<Vec<_>>(),
    })
}

/// A fact that is asked, and of which country: `this` is the one to which the way leads.
fn asked(asks: &Asks) -> String {
    match &asks.of {
        OfWhich::None => asks.fact.to_string(),
        OfWhich::Destination => format!("{}[this]", asks.fact),
        OfWhich::Of(key) => format!("{}[{key}]", asks.fact),
    }
}

impl Reading<'_> {
    fn reform_json(&self, ground: &Ground, alike: &Alike) -> Value {
        let way = |rule: &usize| {
            let rule = &self.program.rules[*rule];
            let danger = rule.destination.map(|country| ground.hazard(country));
            json!({
                "pathway": rule.id,
                "destination": rule.destination.map(|code| code.to_string()),
                "danger": danger.unwrap_or(Hazard::NotKnown).word(),
            })
        };
        let struck = alike.struck.iter().zip(&alike.citations);
        json!({
            "struck": struck.map(|(struck, article)| self.struck_json(alike, *struck, article)).collect::<Vec<_>>(),
            "ways": alike.rules.iter().map(way).collect::<Vec<_>>(),
            "from_closed": alike.from_closed.count(),
            "from_undecided": alike.from_undecided.count(),
        })
    }

    fn struck_json(&self, alike: &Alike, struck: Struck, article: &Citation) -> Value {
        let named = self.name_of(alike, struck);
        let kind = match named.role {
            Some(Role::Requirement) => "requirement",
            Some(Role::Bar) => "bar",
            None => "order",
        };
        let mut value = json!({ "kind": kind, "id": named.id, "says": words(named.says), "article": citation(article) });
        if let Struck::Part { part, .. } = struck {
            value["part"] = json!({
                "number": part + 1,
                "asks": alike.asks.iter().map(asked).collect::<Vec<_>>(),
            });
        }
        value
    }
}
