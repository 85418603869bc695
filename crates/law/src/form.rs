//! Every key that a book may have, as tables: one for the checker, the reader and the schemas.

use facts::{Field, Form, Shape};

/// The forms of books, by the kind of file: for the published schemas.
pub fn forms() -> Vec<(&'static str, &'static Form)> {
    vec![
        ("pathway", &PATHWAY),
        ("group", &GROUP),
        ("overlay", &OVERLAY),
        ("absence", &ABSENT),
        ("sources", &SOURCES),
        ("areas", &AREAS),
        ("tables", &TABLES),
    ]
}

pub(crate) const KINDS: &[&str] = &[
    "visa",
    "entry",
    "resettlement",
    "asylum",
    "permit",
    "family",
    "work",
    "study",
    "evacuation",
    "remedy",
    "protection_from_return",
];
pub(crate) const DISCRETION: &[&str] = &["none", "adjudicator", "minister", "political"];
pub(crate) const HOW: &[&str] = &["official", "official_opening", "secondary", "unverified"];
pub(crate) const EXPECT: &[&str] = &["open", "no_obstacle", "undecided", "closed"];
pub(crate) const PRACTICE: &[&str] = &[
    "rarely_granted",
    "refused_at_the_window",
    "suspended_in_fact",
    "not_operated",
    "granted_on_record",
    "note",
];

pub(crate) static SEEN: Form = Form {
    name: "`seen`",
    fields: &[
        Field::needed("how", Shape::OneOf(HOW)),
        Field::optional("source", Shape::Text),
        Field::needed("day", Shape::Day),
    ],
};

/// `seen: row.seen` stands for the row's own source in a family.
const SEEN_SHAPE: Shape = Shape::Either(&[Shape::OneOf(&["row.seen"]), Shape::Map(&SEEN)]);

static WINDOW: Form = Form {
    name: "a window",
    fields: &[
        Field::needed("from", Shape::Date),
        Field::optional("until", Shape::Date),
        Field::optional("mode", Shape::OneOf(&["full", "limited"])),
        Field::optional(
            "governed_by",
            Shape::OneOf(&["applied", "decided", "departed", "arrived"]),
        ),
        Field::optional("zone", Shape::Text),
        Field::optional("known", Shape::Date),
        Field::optional("why", Shape::Words),
        Field::needed("cite", Shape::Text),
        Field::needed("seen", SEEN_SHAPE),
        Field::optional("seen_on", Shape::List(&Shape::Day)),
    ],
};

static REQUIREMENT: Form = Form {
    name: "a requirement",
    fields: &[
        Field::needed("id", Shape::Id),
        Field::needed("when", Shape::Condition),
        Field::optional("only_if", Shape::Condition),
        Field::optional(
            "rests_on",
            Shape::OneOf(&["text", "appreciation", "practice"]),
        ),
        Field::optional("needed", Shape::OneOf(&["to_ask", "to_be_granted", "both"])),
        Field::optional("opens_by", Shape::OneOf(&["wait"])),
        Field::needed("cite", Shape::Text),
        Field::needed("seen", SEEN_SHAPE),
        Field::needed("fails", Shape::Words),
    ],
};

static BAR: Form = Form {
    name: "a bar",
    fields: &[
        Field::needed("id", Shape::Id),
        Field::needed("when", Shape::Condition),
        Field::optional("only_if", Shape::Condition),
        Field::optional(
            "rests_on",
            Shape::OneOf(&["text", "appreciation", "practice"]),
        ),
        Field::optional(
            "shown_by",
            Shape::OneOf(&["person", "document", "lawyer", "cannot_be_shown"]),
        ),
        Field::needed("cite", Shape::Text),
        Field::needed("seen", SEEN_SHAPE),
        Field::needed("applies", Shape::Words),
    ],
};

static WAIVER: Form = Form {
    name: "a waiver",
    fields: &[
        Field::needed(
            "lifts",
            Shape::Either(&[Shape::Text, Shape::List(&Shape::Text)]),
        ),
        Field::needed("by", Shape::OneOf(DISCRETION)),
        Field::optional("when", Shape::Condition),
        Field::needed("cite", Shape::Text),
        Field::needed("seen", SEEN_SHAPE),
        Field::optional("says", Shape::Words),
    ],
};

static PRACTICE_ENTRY: Form = Form {
    name: "an entry of practice",
    fields: &[
        Field::needed("effect", Shape::OneOf(PRACTICE)),
        Field::needed("from", Shape::Date),
        Field::optional("until", Shape::Date),
        Field::needed("says", Shape::Words),
        Field::optional("known", Shape::Date),
        Field::optional("cite", Shape::Text),
        Field::needed("seen", SEEN_SHAPE),
        Field::optional("seen_on", Shape::List(&Shape::Day)),
    ],
};

static EXPOSES: Form = Form {
    name: "an exposure",
    fields: &[
        Field::needed(
            "to",
            Shape::OneOf(&[
                "authority_home",
                "family",
                "diaspora",
                "contractor",
                "host_police",
                "embassy",
                "sponsor",
                "public",
            ]),
        ),
        Field::needed(
            "what",
            Shape::OneOf(&["name", "place", "ground", "intention"]),
        ),
    ],
};

static ROOM: Form = Form {
    name: "`room`",
    fields: &[
        Field::needed("what", Shape::Words),
        Field::needed("cite", Shape::Text),
        Field::needed("seen", SEEN_SHAPE),
        Field::optional("from", Shape::Date),
        Field::optional("until", Shape::Date),
    ],
};

static DATED_VALUE: Form = Form {
    name: "a dated value",
    fields: &[
        Field::needed("from", Shape::Date),
        Field::optional("until", Shape::Date),
        Field::optional("known", Shape::Date),
        Field::needed(
            "is",
            Shape::Either(&[Shape::Text, Shape::List(&Shape::Text)]),
        ),
        Field::needed("cite", Shape::Text),
        Field::needed("seen", SEEN_SHAPE),
        Field::optional("seen_on", Shape::List(&Shape::Day)),
    ],
};

static EVENT: Form = Form {
    name: "an event",
    fields: &[
        Field::optional("writes", Shape::List(&Shape::Text)),
        Field::optional("holds", Shape::Text),
        Field::optional("place", Shape::Text),
        Field::optional("standing", Shape::Text),
        Field::optional("days", Shape::Text),
        Field::optional("remedies", Shape::List(&Shape::Map(&REMEDY))),
        Field::optional("says", Shape::Words),
        Field::optional("uses_by", Shape::Text),
    ],
};

static REMEDY: Form = Form {
    name: "a remedy",
    fields: &[
        Field::needed("id", Shape::Id),
        Field::optional("within", Shape::Text),
        Field::optional("counts_from", Shape::Text),
        Field::needed(
            "suspends_return",
            Shape::OneOf(&["yes", "no", "on_request", "unknown"]),
        ),
        Field::needed("to", Shape::Words),
        Field::needed("cite", Shape::Text),
        Field::needed("seen", SEEN_SHAPE),
    ],
};

static EACH: Form = Form {
    name: "`each`",
    fields: &[
        Field::needed("row", Shape::Text),
        Field::optional("where", Shape::Condition),
        Field::needed("key", Shape::Text),
    ],
};

static TIME: Form = Form {
    name: "`time`",
    fields: &[
        Field::needed("months", Shape::List(&Shape::Text)),
        Field::needed("seen", SEEN_SHAPE),
    ],
};

static ODDS: Form = Form {
    name: "counted decisions",
    fields: &[
        Field::needed("granted", Shape::Number),
        Field::needed("decided", Shape::Number),
        Field::needed("nationality", Shape::Text),
        Field::needed("year", Shape::Text),
        Field::optional(
            "unit",
            Shape::OneOf(&["persons", "cases", "applications", "decisions"]),
        ),
        Field::optional("stage", Shape::Text),
        Field::optional("cite", Shape::Text),
        Field::needed("seen", SEEN_SHAPE),
        Field::optional("note", Shape::Words),
    ],
};

static COST: Form = Form {
    name: "a cost",
    fields: &[
        Field::needed("what", Shape::Words),
        Field::needed("amount", Shape::Number),
        Field::needed("currency", Shape::Text),
        Field::optional("from", Shape::Date),
        Field::optional("until", Shape::Date),
        Field::needed("cite", Shape::Text),
        Field::needed("seen", SEEN_SHAPE),
    ],
};

static AGAIN: Form = Form {
    name: "`again`",
    fields: &[
        Field::optional("after", Shape::Text),
        Field::optional("when", Shape::Condition),
    ],
};

static TEST: Form = Form {
    name: "a test",
    fields: &[
        Field::needed("name", Shape::Text),
        Field::needed("date", Shape::Day),
        Field::optional("known_on", Shape::Day),
        Field::optional("each", Shape::List(&Shape::Text)),
        Field::optional("member", Shape::Text),
        Field::optional("given", Shape::Keyed(&Shape::Any)),
        Field::optional("expect", Shape::OneOf(EXPECT)),
        Field::optional("because", Shape::List(&Shape::Text)),
        Field::optional("not_because", Shape::List(&Shape::Text)),
        Field::optional("asked_today", Shape::OneOf(&["yes", "no", "unknown"])),
        Field::optional("limited", Shape::YesNo),
        Field::optional("window", Shape::Number),
        Field::optional("event", Shape::OneOf(EVENTS)),
        Field::optional("expect_writes", Shape::List(&Shape::Text)),
    ],
};

pub(crate) const EVENTS: &[&str] = &["granted", "refused", "turned_back", "lodged"];

pub(crate) static PATHWAY: Form = Form {
    name: "a pathway",
    fields: &[
        Field::needed("format", Shape::OneOf(&["safeconduct.pathway/1"])),
        Field::needed("id", Shape::Id),
        Field::needed("title", Shape::Words),
        Field::needed("destination", Shape::Either(&[Shape::Text])),
        Field::needed("kind", Shape::OneOf(KINDS)),
        Field::needed(
            "started_by",
            Shape::List(&Shape::OneOf(&[
                "person",
                "organisation",
                "unhcr",
                "government",
            ])),
        ),
        Field::needed("discretion", Shape::OneOf(DISCRETION)),
        Field::optional("dual_intent", Shape::YesNo),
        Field::optional("basis", Shape::OneOf(&["law", "practice"])),
        Field::optional("leads_to", Shape::Words),
        Field::optional("note", Shape::Words),
        Field::optional("each", Shape::Map(&EACH)),
        Field::optional("includes", Shape::List(&Shape::Id)),
        Field::needed("in_force", Shape::List(&Shape::Map(&WINDOW))),
        Field::optional("requires", Shape::List(&Shape::Map(&REQUIREMENT))),
        Field::optional("bars", Shape::List(&Shape::Map(&BAR))),
        Field::optional("waivers", Shape::List(&Shape::Map(&WAIVER))),
        Field::optional("practice", Shape::List(&Shape::Map(&PRACTICE_ENTRY))),
        Field::optional("exposes", Shape::List(&Shape::Map(&EXPOSES))),
        Field::optional("room", Shape::Map(&ROOM)),
        Field::optional(
            "values",
            Shape::Keyed(&Shape::List(&Shape::Map(&DATED_VALUE))),
        ),
        Field::optional("granted", Shape::Map(&EVENT)),
        Field::optional("refused", Shape::Map(&EVENT)),
        Field::optional("turned_back", Shape::Map(&EVENT)),
        Field::optional("lodged", Shape::Map(&EVENT)),
        Field::optional("covers", Shape::List(&Shape::Text)),
        Field::optional("again", Shape::Map(&AGAIN)),
        Field::optional("remedies", Shape::List(&Shape::Map(&REMEDY))),
        Field::optional("return_and_pursuit", Shape::YesNo),
        Field::optional(
            "time",
            Shape::Either(&[Shape::OneOf(&["unknown"]), Shape::Map(&TIME)]),
        ),
        Field::optional("odds", Shape::List(&Shape::Map(&ODDS))),
        Field::optional("costs", Shape::List(&Shape::Map(&COST))),
        Field::optional("test_base", Shape::Keyed(&Shape::Any)),
        Field::optional("tests", Shape::List(&Shape::Map(&TEST))),
    ],
};

pub(crate) static GROUP: Form = Form {
    name: "a group",
    fields: &[
        Field::needed("format", Shape::OneOf(&["safeconduct.group/1"])),
        Field::needed("id", Shape::Id),
        Field::needed("title", Shape::Words),
        Field::optional("note", Shape::Words),
        Field::optional("requires", Shape::List(&Shape::Map(&REQUIREMENT))),
        Field::optional("bars", Shape::List(&Shape::Map(&BAR))),
        Field::optional("waivers", Shape::List(&Shape::Map(&WAIVER))),
    ],
};

static OVERLAY_TEST: Form = Form {
    name: "a test of an overlay",
    fields: &[
        Field::needed("name", Shape::Text),
        Field::needed("date", Shape::Day),
        Field::needed("expect", Shape::OneOf(&["active", "enjoined", "inactive"])),
    ],
};

static SPARE: Form = Form {
    name: "`spares`",
    fields: &[
        Field::needed("id", Shape::Id),
        Field::needed("when", Shape::Condition),
        Field::needed("cite", Shape::Text),
        Field::needed("seen", SEEN_SHAPE),
        Field::optional("says", Shape::Words),
    ],
};

pub(crate) static OVERLAY: Form = Form {
    name: "an overlay",
    fields: &[
        Field::needed("format", Shape::OneOf(&["safeconduct.overlay/1"])),
        Field::needed("id", Shape::Id),
        Field::needed("title", Shape::Words),
        Field::optional("note", Shape::Words),
        Field::needed("effect", Shape::OneOf(&["closes", "suspends", "limits"])),
        Field::needed("applies_to", Shape::List(&Shape::Text)),
        Field::needed("in_force", Shape::List(&Shape::Map(&WINDOW))),
        Field::optional("enjoined", Shape::List(&Shape::Map(&WINDOW))),
        Field::optional("spares", Shape::List(&Shape::Map(&SPARE))),
        Field::optional("tests", Shape::List(&Shape::Map(&OVERLAY_TEST))),
    ],
};

static ABSENCE_WINDOW: Form = Form {
    name: "the window of an absence",
    fields: &[
        Field::needed("from", Shape::Date),
        Field::optional("until", Shape::Date),
    ],
};

pub(crate) static ABSENT: Form = Form {
    name: "an absence",
    fields: &[
        Field::needed("format", Shape::OneOf(&["safeconduct.absent/1"])),
        Field::needed("id", Shape::Id),
        Field::needed("destination", Shape::Country),
        Field::needed("what", Shape::Words),
        Field::optional("note", Shape::Words),
        Field::needed("cite", Shape::Text),
        Field::needed("window", Shape::Map(&ABSENCE_WINDOW)),
        Field::needed("seen", Shape::Map(&SEEN)),
        Field::optional("seen_on", Shape::List(&Shape::Day)),
    ],
};

static SOURCE: Form = Form {
    name: "a source",
    fields: &[
        Field::needed("what", Shape::Text),
        Field::optional("where", Shape::Text),
        Field::optional("edition", Shape::Text),
        Field::optional("licence", Shape::Text),
        Field::optional("note", Shape::Any),
    ],
};

pub(crate) static SOURCES: Form = Form {
    name: "a list of sources",
    fields: &[
        Field::needed("format", Shape::OneOf(&["safeconduct.sources/1"])),
        Field::needed("sources", Shape::Keyed(&Shape::Map(&SOURCE))),
    ],
};

static AREA_MEMBER: Form = Form {
    name: "a member of an area",
    fields: &[
        Field::needed("country", Shape::Country),
        Field::optional("from", Shape::Date),
        Field::optional("until", Shape::Date),
        Field::needed("seen", Shape::Map(&SEEN)),
        Field::optional("cite", Shape::Text),
        Field::optional("note", Shape::Any),
    ],
};

static AREA: Form = Form {
    name: "an area",
    fields: &[
        Field::needed("title", Shape::Words),
        Field::optional("title_in", Shape::Words),
        Field::optional("note", Shape::Words),
        Field::needed("members", Shape::List(&Shape::Map(&AREA_MEMBER))),
    ],
};

pub(crate) static AREAS: Form = Form {
    name: "a list of areas",
    fields: &[
        Field::needed("format", Shape::OneOf(&["safeconduct.areas/1"])),
        Field::needed("areas", Shape::Keyed(&Shape::Map(&AREA))),
    ],
};

static ENUM_COLUMN: Form = Form {
    name: "a column",
    fields: &[
        Field::needed("type", Shape::OneOf(&["enum"])),
        Field::needed("values", Shape::List(&Shape::Text)),
    ],
};

static TABLE: Form = Form {
    name: "a table",
    fields: &[
        Field::needed("title", Shape::Words),
        Field::optional("note", Shape::Words),
        Field::needed(
            "columns",
            Shape::Keyed(&Shape::Either(&[
                Shape::Map(&ENUM_COLUMN),
                Shape::OneOf(&[
                    "country",
                    "number",
                    "date",
                    "text",
                    "set of text",
                    "set of date",
                    "set of country",
                ]),
            ])),
        ),
    ],
};

pub(crate) static TABLES: Form = Form {
    name: "a list of tables",
    fields: &[
        Field::needed("format", Shape::OneOf(&["safeconduct.tables/1"])),
        Field::needed("tables", Shape::Keyed(&Shape::Map(&TABLE))),
    ],
};
