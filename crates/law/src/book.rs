//! A law book as its author wrote it: structures, read from checked trees.

use facts::{Date, Node, PartialDate, Place, SourceText, Words};
use std::collections::BTreeMap;

macro_rules! word_enum {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $vdoc:literal])+ $variant:ident = $word:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[doc = $vdoc])+ $variant,)+ }

        impl $name {
            /// Every one, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// From its word in a book.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some($name::$variant),)+ _ => None }
            }

            /// Its word in a book.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }
        }
    };
}

word_enum! {
    /// What kind of way it is.
    Kind {
        /// Permission to travel there.
        Visa = "visa",
        /// Entry without a visa.
        Entry = "entry",
        /// Being brought there as a refugee.
        Resettlement = "resettlement",
        /// Asking for protection there.
        Asylum = "asylum",
        /// Permission to stay.
        Permit = "permit",
        /// Joining family.
        Family = "family",
        /// Work.
        Work = "work",
        /// Study.
        Study = "study",
        /// Being brought out as part of a group.
        Evacuation = "evacuation",
        /// A remedy against a decision.
        Remedy = "remedy",
        /// Something that stops a return.
        ProtectionFromReturn = "protection_from_return",
    }
}

word_enum! {
    /// How much the one who decides may weigh.
    Discretion {
        /// It must be granted if everything is shown.
        None = "none",
        /// An officer weighs.
        Adjudicator = "adjudicator",
        /// A minister may, and need not.
        Minister = "minister",
        /// A government must decide about a group or a quota.
        Political = "political",
    }
}

word_enum! {
    /// Who can start it: nobody *applies* for resettlement.
    StartedBy {
        /// The person.
        Person = "person",
        /// An organisation.
        Organisation = "organisation",
        /// UNHCR.
        Unhcr = "unhcr",
        /// A government.
        Government = "government",
    }
}

word_enum! {
    /// What a condition rests on. Only text can close.
    RestsOn {
        /// The text of the law.
        Text = "text",
        /// Somebody weighs it.
        Appreciation = "appreciation",
        /// It is done so.
        Practice = "practice",
    }
}

word_enum! {
    /// When a requirement must be met.
    Needed {
        /// On the day of asking.
        ToAsk = "to_ask",
        /// On the day of the grant.
        ToBeGranted = "to_be_granted",
        /// On both.
        Both = "both",
    }
}

word_enum! {
    /// Who could show a bar not to apply.
    ShownBy {
        /// The person.
        Person = "person",
        /// A document.
        Document = "document",
        /// A lawyer.
        Lawyer = "lawyer",
        /// Nobody: a secret list.
        CannotBeShown = "cannot_be_shown",
    }
}

word_enum! {
    /// How the text was seen. In order of trust, least first.
    How {
        /// Believed right, not checked.
        Unverified = "unverified",
        /// Somebody else's account.
        Secondary = "secondary",
        /// The opening of the official text, not the paragraph itself.
        OfficialOpening = "official_opening",
        /// The legal text itself.
        Official = "official",
    }
}

word_enum! {
    /// What practice does.
    PracticeEffect {
        /// Rarely granted.
        RarelyGranted = "rarely_granted",
        /// Refused at the window.
        RefusedAtTheWindow = "refused_at_the_window",
        /// Suspended in fact.
        SuspendedInFact = "suspended_in_fact",
        /// In the law, and nobody operates it.
        NotOperated = "not_operated",
        /// Grants are on record.
        GrantedOnRecord = "granted_on_record",
        /// Worth knowing.
        Note = "note",
    }
}

word_enum! {
    /// What an overlay does to the pathways it touches.
    OverlayEffect {
        /// Closes them.
        Closes = "closes",
        /// Suspends them for a time.
        Suspends = "suspends",
        /// Leaves only named exceptions.
        Limits = "limits",
    }
}

/// Where a text was seen, how and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// How far it can be trusted.
    pub how: How,
    /// The id of the source, if one is named.
    pub source: Option<String>,
    /// The day on which it was looked at.
    pub day: Date,
}

/// An article, and where its text was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The article as lawyers write it.
    pub cite: String,
    /// Where it was seen; nothing means: as the row of the family says.
    pub seen: Option<Seen>,
}

/// A stretch of time in which something applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first day; a month or year where no day is known. Nothing: not known when it began.
    pub from: Option<PartialDate>,
    /// The first day on which it no longer applies.
    pub until: Option<PartialDate>,
    /// Only by named exception.
    pub limited: bool,
    /// The day on which one could know of it.
    pub known: Option<PartialDate>,
    /// Why it began or was limited.
    pub why: Option<Words>,
    /// The article.
    pub citation: Citation,
    /// Days on which a source showed it in force, earliest first.
    pub seen_on: Vec<Date>,
    /// Where it stands in the file.
    pub at: Place,
}

/// A condition's text and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionText {
    /// As typed.
    pub text: String,
    /// The place of its first character in the file.
    pub start: usize,
    /// The place of the whole value.
    pub at: Place,
}

/// Whether a condition must be so, or must not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// A requirement.
    Requirement,
    /// A bar.
    Bar,
}

/// A requirement or a bar.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Unique in its pathway.
    pub id: String,
    /// Requirement or bar.
    pub role: Role,
    /// The condition.
    pub when: ConditionText,
    /// It applies only where this is true.
    pub only_if: Option<ConditionText>,
    /// Text, appreciation or practice.
    pub rests_on: RestsOn,
    /// Whether `rests_on` was written, or is the default that a lawyer has not confirmed.
    pub rests_on_written: bool,
    /// When it must be met (requirements).
    pub needed: Needed,
    /// Only time brings it.
    pub opens_by_wait: bool,
    /// Who could show it (bars).
    pub shown_by: ShownBy,
    /// The article.
    pub citation: Citation,
    /// What it means when it fails (requirement) or applies (bar).
    pub says: Words,
    /// The group it comes from, if it was included.
    pub group: Option<String>,
    /// The file it stands in (a group's own, if it was included).
    pub source: SourceText,
    /// Where it stands.
    pub at: Place,
}

/// What lifts a bar.
#[derive(Clone, Debug)]
pub struct Waiver {
    /// The ids of the bars it lifts.
    pub lifts: Vec<String>,
    /// Who decides.
    pub by: Discretion,
    /// A test in the law; without one it is that person's discretion and lifts nothing by itself.
    pub when: Option<ConditionText>,
    /// The article.
    pub citation: Citation,
    /// What it says.
    pub says: Option<Words>,
    /// Where it stands.
    pub at: Place,
    /// The file it stands in.
    pub source: SourceText,
}

/// What is done beside what is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    /// What it does.
    pub effect: PracticeEffect,
    /// When.
    pub window: Window,
    /// In one sentence.
    pub says: Words,
}

/// A ceiling or quota whose state nobody knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// What is limited.
    pub what: Words,
    /// The article.
    pub citation: Citation,
    /// From when, if only for a time.
    pub from: Option<PartialDate>,
    /// Until when.
    pub until: Option<PartialDate>,
}

/// A number or list that changes with time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedValue {
    /// When it holds.
    pub window: Window,
    /// Its members; one for a single value.
    pub is: Vec<String>,
    /// Whether it was written as a list.
    pub is_list: bool,
}

/// Who learns what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exposure {
    /// Who.
    pub to: String,
    /// What.
    pub what: String,
}

/// A fact that an event sets to yes: `refused_visa["USA"]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// As typed.
    pub text: String,
    /// Where.
    pub at: Place,
}

/// What an event changes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Event {
    /// Facts set to yes.
    pub writes: Vec<Write>,
    /// A paper that the person then holds.
    pub holds: Option<String>,
    /// Where the person then is: a country code, or `this`, or `destination`.
    pub place: Option<String>,
    /// As what.
    pub standing: Option<String>,
    /// For how many days; `row.days` in a family.
    pub days: Option<String>,
    /// What it says.
    pub says: Option<Words>,
}

/// A family: one member a row of a world table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Each {
    /// The table.
    pub table: String,
    /// Which rows.
    pub filter: Option<ConditionText>,
    /// The column that names the member.
    pub key: String,
    /// Where it stands.
    pub at: Place,
}

/// Decisions that somebody counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedDecisions {
    /// Granted.
    pub granted: u64,
    /// Decided: granted and refused.
    pub decided: u64,
    /// Whose.
    pub nationality: String,
    /// When.
    pub year: String,
    /// Where it was seen.
    pub citation: Citation,
}

/// Months that somebody counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedTime {
    /// From and to, in months, as written.
    pub months: (String, String),
    /// Where it was seen.
    pub seen: Option<Seen>,
}

/// A test beside the law.
#[derive(Clone, Debug)]
pub struct BookTest {
    /// A sentence.
    pub name: String,
    /// The day asked about.
    pub date: Date,
    /// What was known on this day.
    pub known_on: Option<Date>,
    /// The member of a family.
    pub member: Option<String>,
    /// Facts over the file's `test_base`.
    pub given: Option<Node>,
    /// The verdict's word.
    pub expect: Option<String>,
    /// Ids that must be among the reasons.
    pub because: Vec<String>,
    /// Whether it may be asked that day.
    pub asked_today: Option<String>,
    /// Whether it is open only by named exception.
    pub limited: Option<bool>,
    /// An event, and what it must write.
    pub event: Option<String>,
    /// What the event must write.
    pub expect_writes: Vec<String>,
    /// Where it stands.
    pub at: Place,
}

/// One pathway, or one family of them.
#[derive(Clone, Debug)]
pub struct Pathway {
    /// `us.visa.b`.
    pub id: String,
    /// Its name.
    pub title: Words,
    /// A country code; `this` in a family.
    pub destination: String,
    /// What kind of way.
    pub kind: Kind,
    /// Who can start it.
    pub started_by: Vec<StartedBy>,
    /// How much is weighed.
    pub discretion: Discretion,
    /// May one hope to stay?
    pub dual_intent: bool,
    /// Whether it rests wholly on practice.
    pub rests_on_practice: bool,
    /// Where it leads.
    pub leads_to: Option<Words>,
    /// Worth knowing.
    pub note: Option<Words>,
    /// The family, if it is one.
    pub each: Option<Each>,
    /// Groups it includes.
    pub includes: Vec<String>,
    /// When it is in force.
    pub in_force: Vec<Window>,
    /// Requirements and bars, included ones first.
    pub clauses: Vec<Clause>,
    /// What lifts bars.
    pub waivers: Vec<Waiver>,
    /// What is done.
    pub practice: Vec<Practice>,
    /// Who learns what by asking.
    pub exposes: Vec<Exposure>,
    /// A ceiling that nobody knows.
    pub room: Option<Room>,
    /// Dated values.
    pub values: BTreeMap<String, Vec<DatedValue>>,
    /// What events change, by name.
    pub events: BTreeMap<String, Event>,
    /// Whether return and pursuit are shown beside it.
    pub return_and_pursuit: bool,
    /// Counted decisions.
    pub odds: Vec<CountedDecisions>,
    /// Counted months.
    pub time: Option<CountedTime>,
    /// Facts that every test starts from.
    pub test_base: Option<Node>,
    /// Tests.
    pub tests: Vec<BookTest>,
    /// The file.
    pub source: SourceText,
}

/// Conditions that several pathways share.
#[derive(Clone, Debug)]
pub struct Group {
    /// `hum.core`.
    pub id: String,
    /// Its name.
    pub title: Words,
    /// Requirements and bars.
    pub clauses: Vec<Clause>,
    /// What lifts its bars.
    pub waivers: Vec<Waiver>,
}

/// Whom an overlay does not touch.
#[derive(Clone, Debug)]
pub struct Spare {
    /// Unique in its overlay.
    pub id: String,
    /// The condition.
    pub when: ConditionText,
    /// The article.
    pub citation: Citation,
    /// In one sentence.
    pub says: Option<Words>,
}

/// A test of an overlay.
#[derive(Clone, Debug)]
pub struct OverlayTest {
    /// A sentence.
    pub name: String,
    /// The day.
    pub date: Date,
    /// `active`, `enjoined` or `inactive`.
    pub expect: String,
    /// Where it stands.
    pub at: Place,
}

/// An order or suspension that touches many pathways.
#[derive(Clone, Debug)]
pub struct Overlay {
    /// `us.overlay.eo13780.refugees`.
    pub id: String,
    /// Its name.
    pub title: Words,
    /// Worth knowing.
    pub note: Option<Words>,
    /// What it does.
    pub effect: OverlayEffect,
    /// Pathway ids; a trailing `*` stands for any ending.
    pub applies_to: Vec<String>,
    /// When it is in force.
    pub in_force: Vec<Window>,
    /// When it does nothing though in force.
    pub enjoined: Vec<Window>,
    /// Whom it does not touch.
    pub spares: Vec<Spare>,
    /// Tests.
    pub tests: Vec<OverlayTest>,
    /// The file.
    pub source: SourceText,
}

/// A way that the law does not have, where people look for it.
#[derive(Clone, Debug)]
pub struct Absence {
    /// `us.absent.humanitarian_visa`.
    pub id: String,
    /// Where one looks.
    pub destination: String,
    /// What is not there.
    pub what: Words,
    /// Worth knowing.
    pub note: Option<Words>,
    /// When, and by which article.
    pub window: Window,
    /// The file.
    pub source: SourceText,
}

/// A source: what it is and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceEntry {
    /// What it is.
    pub what: String,
    /// Where it stands.
    pub stands: String,
    /// Which edition was read.
    pub edition: String,
    /// Its licence, if it has rows here.
    pub licence: Option<String>,
}

/// A dated set of countries.
#[derive(Clone, Debug)]
pub struct Area {
    /// Its name.
    pub title: Words,
    /// Members, with when they belong to it.
    pub members: Vec<(facts::CountryCode, Window)>,
}

pub(crate) fn partial(node: &Node, key: &str) -> Option<PartialDate> {
    node.text_of(key)?.parse().ok()
}

pub(crate) fn seen(node: &Node) -> Option<Seen> {
    let seen = node.get("seen")?;
    Some(Seen {
        how: How::from_word(seen.text_of("how")?)?,
        source: seen.text_of("source").map(str::to_owned),
        day: seen.day_of("day")?,
    })
}

fn citation(node: &Node) -> Citation {
    Citation {
        cite: node.text_of("cite").unwrap_or_default().to_owned(),
        seen: seen(node),
    }
}

pub(crate) fn window(node: &Node) -> Window {
    let citation = citation(node);
    let mut seen_on: Vec<Date> = node
        .list_of("seen_on")
        .iter()
        .filter_map(|day| {
            day.text()?
                .parse::<PartialDate>()
                .ok()
                .map(PartialDate::latest)
        })
        .collect();
    seen_on.sort();
    if seen_on.is_empty() {
        seen_on.extend(citation.seen.as_ref().map(|seen| seen.day));
    }
    Window {
        from: partial(node, "from"),
        until: partial(node, "until"),
        limited: node.text_of("mode") == Some("limited"),
        known: partial(node, "known"),
        why: node.words_of("why"),
        citation,
        seen_on,
        at: node.at.clone(),
    }
}

fn condition_text(node: &Node) -> ConditionText {
    ConditionText {
        text: node.text().unwrap_or_default().to_owned(),
        start: node.text_start(),
        at: node.at.clone(),
    }
}

fn clause(node: &Node, role: Role, source: &SourceText) -> Clause {
    let word = |key: &str| node.text_of(key).unwrap_or_default();
    let says = match role {
        Role::Requirement => "fails",
        Role::Bar => "applies",
    };
    Clause {
        id: word("id").to_owned(),
        role,
        when: node
            .get("when")
            .map(condition_text)
            .unwrap_or_else(|| condition_text(node)),
        only_if: node.get("only_if").map(condition_text),
        rests_on: RestsOn::from_word(word("rests_on")).unwrap_or(RestsOn::Text),
        rests_on_written: node.get("rests_on").is_some(),
        needed: Needed::from_word(word("needed")).unwrap_or(Needed::Both),
        opens_by_wait: word("opens_by") == "wait",
        shown_by: ShownBy::from_word(word("shown_by")).unwrap_or(ShownBy::Person),
        citation: citation(node),
        says: node.words_of(says).unwrap_or_default(),
        group: None,
        source: source.clone(),
        at: node.at.clone(),
    }
}

fn clauses(root: &Node, source: &SourceText) -> Vec<Clause> {
    let of = |key: &str, role: Role| {
        root.list_of(key)
            .iter()
            .map(move |node| clause(node, role, source))
            .collect::<Vec<_>>()
    };
    [of("requires", Role::Requirement), of("bars", Role::Bar)].concat()
}

fn waivers(root: &Node, source: &SourceText) -> Vec<Waiver> {
    let read = |node: &Node| Waiver {
        lifts: node.texts_of("lifts"),
        by: Discretion::from_word(node.text_of("by").unwrap_or_default())
            .unwrap_or(Discretion::Adjudicator),
        when: node.get("when").map(condition_text),
        citation: citation(node),
        says: node.words_of("says"),
        at: node.at.clone(),
        source: source.clone(),
    };
    root.list_of("waivers").iter().map(read).collect()
}

fn event(node: &Node) -> Event {
    let text = |key: &str| node.text_of(key).map(str::to_owned);
    let write = |item: &Node| {
        Some(Write {
            text: item.text()?.to_owned(),
            at: item.at.clone(),
        })
    };
    Event {
        writes: node.list_of("writes").iter().filter_map(write).collect(),
        holds: text("holds"),
        place: text("place"),
        standing: text("standing"),
        days: text("days"),
        says: node.words_of("says"),
    }
}

fn book_test(node: &Node) -> Option<BookTest> {
    let text = |key: &str| node.text_of(key).map(str::to_owned);
    Some(BookTest {
        name: text("name")?,
        date: node.day_of("date")?,
        known_on: node.day_of("known_on"),
        member: text("member"),
        given: node.get("given").cloned(),
        expect: text("expect"),
        because: node.texts_of("because"),
        asked_today: text("asked_today"),
        limited: node.get("limited").map(|_| node.is_yes("limited")),
        event: text("event"),
        expect_writes: node.texts_of("expect_writes"),
        at: node.at.clone(),
    })
}

/// A pathway from its checked tree; gives nothing where the check complained.
pub(crate) fn pathway(root: &Node, source: &SourceText) -> Option<Pathway> {
    Some(Pathway {
        id: root.text_of("id")?.to_owned(),
        title: root.words_of("title")?,
        destination: root.text_of("destination")?.to_owned(),
        kind: Kind::from_word(root.text_of("kind")?)?,
        started_by: root
            .texts_of("started_by")
            .iter()
            .filter_map(|word| StartedBy::from_word(word))
            .collect(),
        discretion: Discretion::from_word(root.text_of("discretion")?)?,
        dual_intent: root.is_yes("dual_intent"),
        rests_on_practice: root.text_of("basis") == Some("practice"),
        leads_to: root.words_of("leads_to"),
        note: root.words_of("note"),
        each: root.get("each").and_then(each),
        includes: root.texts_of("includes"),
        in_force: root.list_of("in_force").iter().map(window).collect(),
        clauses: clauses(root, source),
        waivers: waivers(root, source),
        practice: root
            .list_of("practice")
            .iter()
            .filter_map(practice)
            .collect(),
        exposes: root
            .list_of("exposes")
            .iter()
            .filter_map(exposure)
            .collect(),
        room: root.get("room").and_then(room),
        values: values(root),
        events: crate::form::EVENTS
            .iter()
            .filter_map(|name| Some(((*name).to_owned(), event(root.get(name)?))))
            .collect(),
        return_and_pursuit: root.is_yes("return_and_pursuit"),
        odds: root.list_of("odds").iter().filter_map(counted).collect(),
        time: root.get("time").and_then(counted_time),
        test_base: root.get("test_base").cloned(),
        tests: root.list_of("tests").iter().filter_map(book_test).collect(),
        source: source.clone(),
    })
}

fn each(node: &Node) -> Option<Each> {
    let strip = |text: &str, prefix: &str| text.strip_prefix(prefix).unwrap_or(text).to_owned();
    Some(Each {
        table: strip(node.text_of("row")?, "world."),
        filter: node.get("where").map(condition_text),
        key: strip(node.text_of("key")?, "row."),
        at: node.at.clone(),
    })
}

fn practice(node: &Node) -> Option<Practice> {
    Some(Practice {
        effect: PracticeEffect::from_word(node.text_of("effect")?)?,
        window: window(node),
        says: node.words_of("says")?,
    })
}

fn exposure(node: &Node) -> Option<Exposure> {
    Some(Exposure {
        to: node.text_of("to")?.to_owned(),
        what: node.text_of("what")?.to_owned(),
    })
}

fn room(node: &Node) -> Option<Room> {
    Some(Room {
        what: node.words_of("what")?,
        citation: citation(node),
        from: partial(node, "from"),
        until: partial(node, "until"),
    })
}

fn values(root: &Node) -> BTreeMap<String, Vec<DatedValue>> {
    let entries = root.get("values").map(Node::entries).unwrap_or_default();
    let read = |node: &Node| DatedValue {
        window: window(node),
        is: node.texts_of("is"),
        is_list: node.get("is").is_some_and(|is| is.text().is_none()),
    };
    entries
        .iter()
        .map(|entry| {
            (
                entry.key.clone(),
                entry.value.items().iter().map(read).collect(),
            )
        })
        .collect()
}

fn counted(node: &Node) -> Option<CountedDecisions> {
    Some(CountedDecisions {
        granted: u64::try_from(node.number_of("granted")?).ok()?,
        decided: u64::try_from(node.number_of("decided")?).ok()?,
        nationality: node.text_of("nationality")?.to_owned(),
        year: node.text_of("year")?.to_owned(),
        citation: citation(node),
    })
}

fn counted_time(node: &Node) -> Option<CountedTime> {
    let months = node.texts_of("months");
    match months.as_slice() {
        [from, to] => Some(CountedTime {
            months: (from.clone(), to.clone()),
            seen: seen(node),
        }),
        _ => None,
    }
}

/// A group from its checked tree.
pub(crate) fn group(root: &Node, source: &SourceText) -> Option<Group> {
    let id = root.text_of("id")?.to_owned();
    let mut clauses = clauses(root, source);
    for clause in &mut clauses {
        clause.group = Some(id.clone());
    }
    Some(Group {
        id,
        title: root.words_of("title")?,
        clauses,
        waivers: waivers(root, source),
    })
}

/// An overlay from its checked tree.
pub(crate) fn overlay(root: &Node, source: &SourceText) -> Option<Overlay> {
    let spare = |node: &Node| {
        Some(Spare {
            id: node.text_of("id")?.to_owned(),
            when: condition_text(node.get("when")?),
            citation: citation(node),
            says: node.words_of("says"),
        })
    };
    let test = |node: &Node| {
        Some(OverlayTest {
            name: node.text_of("name")?.to_owned(),
            date: node.day_of("date")?,
            expect: node.text_of("expect")?.to_owned(),
            at: node.at.clone(),
        })
    };
    Some(Overlay {
        id: root.text_of("id")?.to_owned(),
        title: root.words_of("title")?,
        note: root.words_of("note"),
        effect: OverlayEffect::from_word(root.text_of("effect")?)?,
        applies_to: root.texts_of("applies_to"),
        in_force: root.list_of("in_force").iter().map(window).collect(),
        enjoined: root.list_of("enjoined").iter().map(window).collect(),
        spares: root.list_of("spares").iter().filter_map(spare).collect(),
        tests: root.list_of("tests").iter().filter_map(test).collect(),
        source: source.clone(),
    })
}

/// An absence from its checked tree.
pub(crate) fn absence(root: &Node, source: &SourceText) -> Option<Absence> {
    let dates = root.get("window")?;
    let mut window = window(root);
    window.from = partial(dates, "from");
    window.until = partial(dates, "until");
    Some(Absence {
        id: root.text_of("id")?.to_owned(),
        destination: root.text_of("destination")?.to_owned(),
        what: root.words_of("what")?,
        note: root.words_of("note"),
        window,
        source: source.clone(),
    })
}

/// The areas of a checked file, by name.
pub(crate) fn areas(root: &Node) -> BTreeMap<String, Area> {
    let member = |node: &Node| Some((node.country_of("country")?, window(node)));
    let area = |node: &Node| {
        Some(Area {
            title: node.words_of("title")?,
            members: node.list_of("members").iter().filter_map(member).collect(),
        })
    };
    let entries = root.get("areas").map(Node::entries).unwrap_or_default();
    entries
        .iter()
        .filter_map(|entry| Some((entry.key.clone(), area(&entry.value)?)))
        .collect()
}

/// The sources of a checked file, by id, with the place of each id.
pub(crate) fn sources(root: &Node) -> Vec<(String, Place, SourceEntry)> {
    let entries = root.get("sources").map(Node::entries).unwrap_or_default();
    let text = |node: &Node, key: &str| node.text_of(key).unwrap_or_default().to_owned();
    entries
        .iter()
        .map(|entry| {
            let node = &entry.value;
            let source = SourceEntry {
                what: text(node, "what"),
                stands: text(node, "where"),
                edition: text(node, "edition"),
                licence: node.text_of("licence").map(str::to_owned),
            };
            (entry.key.clone(), entry.at.clone(), source)
        })
        .collect()
}
