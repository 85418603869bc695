use crate::{
    Audience, Category, Helper, Hiding, Name, Person, Relative, Rules, Severity, Sex, Staff,
    Statement, Stop, Talk, Withheld, World,
};
use facts::Date;
use serde_json::Value;
use std::ops::Range;

/// A labelled set: an invented world, what it published, and drafts with what each exposes.
///
/// One JSON object a line; keys that are not known are passed over.
#[derive(Default)]
pub struct LabelledSet {
    /// The vault.
    pub world: World,
    /// Earlier statements.
    pub published: Vec<Statement>,
    /// What is to be judged.
    pub drafts: Vec<LabelledDraft>,
}

/// A draft and what it exposes.
pub struct LabelledDraft {
    /// Its id in the set.
    pub id: String,
    /// `en` or `ru`.
    pub lang: String,
    /// For whom.
    pub audience: Audience,
    /// Relative dates count from it.
    pub day: Date,
    /// Its words.
    pub text: String,
    /// Nothing in it exposes anybody.
    pub harmless: bool,
    /// What it exposes.
    pub exposures: Vec<Exposure>,
}

/// What a reader of the set marked.
pub struct Exposure {
    /// Whose.
    pub subject: String,
    /// What kind.
    pub category: Category,
    /// How grave.
    pub severity: Severity,
    /// Where, in code points.
    pub at: Range<usize>,
}

impl LabelledSet {
    /// Reads a set from its lines.
    ///
    /// # Errors
    /// [`Stop::NotASet`] with the line, never with its words.
    pub fn read(text: &str) -> Result<LabelledSet, Stop> {
        let mut set = LabelledSet::default();
        for (i, line) in text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
        {
            let not = |what| Stop::NotASet { line: i + 1, what };
            let value: Value = serde_json::from_str(line).map_err(|_| not("not JSON"))?;
            match value["kind"].as_str() {
                Some("world") => set.world = world(&value),
                Some("published") => set
                    .published
                    .push(statement(&value).ok_or(not("a statement without a day"))?),
                Some("draft") => set.drafts.push(
                    draft(&value).ok_or(not("a draft without a day, text or sound exposure"))?,
                ),
                _ => return Err(not("no kind that is known")),
            }
        }
        Ok(set)
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Strings of an array, or the one string.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(one) if !one.is_empty() => vec![one.clone()],
        Value::Array(all) => all.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

fn each(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn world(value: &Value) -> World {
    let rules = &value["rules"];
    let number = |key: &str| rules[key].as_u64().and_then(|n| u32::try_from(n).ok());
    let usual = Rules::default();
    let mut world = World::default();
    world.organisation = texts(&value["organisation"]["names"]);
    world.public_people = texts(&value["organisation"]["public_people"]);
    world.public_phones = texts(&value["organisation"]["public_phones"]);
    world.rules = Rules {
        min_count: number("min_count").unwrap_or(usual.min_count),
        min_group: number("min_group").map_or(usual.min_group, |n| n as usize),
    };
    world.persons = each(&value["persons"]).map(person).collect();
    world.talks = each(&value["countries"]).map(talk).collect();
    world.staff = each(&value["staff"]).map(staff).collect();
    world.helpers = each(&value["helpers"])
        .map(|h| Helper {
            id: text(&h["id"]),
            names: texts(&h["names"]),
            role: [texts(&h["role"]), texts(&h["role_ru"])]
                .concat()
                .join("; "),
        })
        .collect();
    world
}

fn sex(value: &Value) -> Option<Sex> {
    match value["sex"].as_str() {
        Some("f") => Some(Sex::Female),
        Some("m") => Some(Sex::Male),
        _ => None,
    }
}

fn person(value: &Value) -> Person {
    let name = |n: &Value| Name {
        given: text(&n["given"]),
        patronymic: text(&n["patronymic"]),
        family: text(&n["family"]),
    };
    let with_ru = |key: &str| [texts(&value[key]), texts(&value[format!("{key}_ru")])].concat();
    let extras = [
        "attributes",
        "note",
        "background",
        "attributes_ru",
        "religion",
        "faith",
        "education",
        "studies",
        "health",
        "hobby",
        "hobbies",
        "skills",
        "former_occupation",
        "features",
        "nationality",
        "ethnicity",
    ];
    Person {
        id: text(&value["id"]),
        sex: sex(value),
        born: value["born"].as_str().and_then(|day| day.parse().ok()),
        names: each(&value["names"]).map(name).collect(),
        aliases: [
            texts(&value["aliases"]),
            texts(&value["usernames"]),
            texts(&value["handles"]),
        ]
        .concat(),
        numbers: [
            texts(&value["phones"]),
            texts(&value["documents"]),
            texts(&value["passports"]),
            texts(&value["passport"]),
        ]
        .concat(),
        mail: texts(&value["emails"]),
        origin: [with_ru("origin"), with_ru("origin_region")].concat(),
        hiding: [hiding(&value["hiding"])]
            .into_iter()
            .filter(|h| !h.town.is_empty() || !h.detail.is_empty())
            .collect(),
        employer: with_ru("employer").join("; "),
        occupation: with_ru("occupation").join("; "),
        languages: texts(&value["languages"]),
        days: value["dates"]
            .as_object()
            .into_iter()
            .flatten()
            .filter_map(|(what, day)| Some((what.clone(), day.as_str()?.parse().ok()?)))
            .collect(),
        relatives: each(&value["relatives"])
            .map(|r| Relative {
                relation: [texts(&r["relation"]), texts(&r["note"])]
                    .concat()
                    .join("; "),
                names: [texts(&r["name"]), texts(&r["name_ru"]), texts(&r["names"])].concat(),
            })
            .collect(),
        attributes: extras.iter().flat_map(|key| texts(&value[*key])).collect(),
    }
}

fn hiding(value: &Value) -> Hiding {
    Hiding {
        town: [texts(&value["town"]), texts(&value["town_ru"])].concat(),
        region: [texts(&value["region"]), texts(&value["region_ru"])].concat(),
        address: [texts(&value["address"]), texts(&value["address_ru"])]
            .concat()
            .join("; "),
        detail: [
            texts(&value["detail"]),
            texts(&value["detail_ru"]),
            texts(&value["note"]),
        ]
        .concat()
        .join("; "),
    }
}

fn talk(value: &Value) -> Talk {
    let handles = [
        "demonyms",
        "capital",
        "capital_ru",
        "demonyms_ru",
        "adjectives",
        "adjectives_ru",
        "seat",
        "handles",
    ];
    Talk {
        id: text(&value["id"]),
        names: texts(&value["names"]),
        handles: handles.iter().flat_map(|key| texts(&value[*key])).collect(),
    }
}

fn staff(value: &Value) -> Staff {
    let listed = texts(&value["withheld"]);
    let withheld = listed.iter().filter_map(|what| match what.as_str() {
        "name" => Some(Withheld::Name),
        "sex" => Some(Withheld::Sex),
        "role" => Some(Withheld::Role),
        _ => None,
    });
    Staff {
        id: text(&value["id"]),
        sex: sex(value),
        names: texts(&value["names"]),
        withheld: withheld.collect(),
        role: [texts(&value["role"]), texts(&value["role_ru"])]
            .concat()
            .join("; "),
        agreed: None,
    }
}

fn audience(value: &Value) -> Audience {
    match value["audience"].as_str() {
        Some("journalist") => Audience::Journalist,
        Some("donor") => Audience::Donor,
        Some("government") => Audience::Government,
        _ => Audience::Press,
    }
}

fn statement(value: &Value) -> Option<Statement> {
    Some(Statement {
        id: text(&value["id"]),
        day: value["date"].as_str()?.parse().ok()?,
        audience: audience(value),
        text: text(&value["text"]),
    })
}

fn draft(value: &Value) -> Option<LabelledDraft> {
    let exposures = each(&value["exposures"])
        .map(exposure)
        .collect::<Option<Vec<_>>>()?;
    Some(LabelledDraft {
        id: text(&value["id"]),
        lang: text(&value["lang"]),
        audience: audience(value),
        day: value["date"].as_str()?.parse().ok()?,
        text: value["text"].as_str()?.to_owned(),
        harmless: value["harmless"].as_bool().unwrap_or(exposures.is_empty()),
        exposures,
    })
}

fn exposure(value: &Value) -> Option<Exposure> {
    let place = |key: &str| value[key].as_u64().and_then(|n| usize::try_from(n).ok());
    Some(Exposure {
        subject: text(&value["subject"]),
        category: match value["category"].as_str()? {
            "identity" => Category::Identity,
            "attributes" => Category::Attributes,
            "date" => Category::Date,
            "place" => Category::Place,
            "relative" => Category::Relative,
            "helper" => Category::Helper,
            "staff" => Category::Staff,
            "negotiation" => Category::Negotiation,
            "count" => Category::Count,
            _ => return None,
        },
        severity: match value["severity"].as_str()? {
            "high" => Severity::High,
            "medium" => Severity::Medium,
            "low" => Severity::Low,
            _ => return None,
        },
        at: place("start")?..place("end")?,
    })
}
