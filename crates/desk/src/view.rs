//! What the pages show: plain structures, worded in the chosen language. Nothing is decided here.

use crate::sign::Signed;

/// The first page.
#[derive(Clone, Debug)]
pub struct Wall {
    /// Figures with what they count: "40 | in hiding."
    pub figures: Vec<Figure>,
    /// The whole sentence.
    pub sentence: String,
    /// A line for each government that was asked, or that spoke.
    pub governments: Vec<GovernmentLine>,
    /// How many governments could open a way if asked.
    pub could_open: CouldOpen,
    /// The columns of the grid.
    pub columns: Vec<Column>,
    /// The rows of the grid.
    pub rows: Vec<Row>,
    /// What the signs of the grid mean.
    pub legend: Vec<LegendEntry>,
}

/// A number and its words.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The number.
    pub number: usize,
    /// What it counts.
    pub words: String,
}

/// What one government was asked, and answered.
#[derive(Clone, Debug)]
pub struct GovernmentLine {
    /// The country.
    pub country: String,
    /// Its code.
    pub code: String,
    /// How many people asked whether they may apply, or applied.
    pub asked: usize,
    /// How many applied in form.
    pub applied: usize,
    /// How many were refused.
    pub refused: usize,
    /// To how many it was said: better not.
    pub discouraged: usize,
    /// To how many it was said: ask us.
    pub encouraged: usize,
    /// How many were granted.
    pub granted: usize,
    /// In one sentence: nothing was formally refused, for instance.
    pub sum: String,
    /// What its officials said, and on what terms.
    pub said: Vec<Quote>,
}

/// What somebody said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words, in quotation marks if they are the very words.
    pub words: String,
    /// Who, when, on what terms.
    pub by: String,
}

/// Governments that could open a way, if asked.
#[derive(Clone, Debug)]
pub struct CouldOpen {
    /// How many.
    pub count: usize,
    /// In a sentence.
    pub sentence: String,
}

/// The ask: who could open a door that no right opens.
#[derive(Clone, Debug)]
pub struct AskPage {
    /// What the page is, with its day.
    pub lead: String,
    /// Each power, the one that reaches most people first.
    pub powers: Vec<Power>,
}

/// One power that a law gives to a minister or a government.
#[derive(Clone, Debug)]
pub struct Power {
    /// The pathway's book.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The governments that have it; several where one text gives it to each of them.
    pub countries: String,
    /// Who decides: "a minister may, and need not".
    pub decides: String,
    /// How many people it would reach.
    pub reaches: String,
    /// The number itself.
    pub people: usize,
    /// The articles that give it on the day.
    pub articles: Vec<Article>,
    /// What is done with it.
    pub practice: Vec<Noted>,
    /// Who would have to lift what, where a text stands in the way of some of them.
    pub lifted: Vec<Noted>,
    /// What was asked of these governments before, and what came back.
    pub before: Vec<AskedBefore>,
    /// What would be enough.
    pub enough: Vec<Enough>,
}

/// What one government was asked, and what came back.
#[derive(Clone, Debug)]
pub struct AskedBefore {
    /// In one line: how many asked, applied, were refused, were granted.
    pub counts: String,
    /// What its officials said.
    pub said: Vec<Quote>,
}

/// What the nearest opening needs, of one sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enough {
    /// "Still to be found out".
    pub sort: String,
    /// Each thing, with for how many people.
    pub things: Vec<String>,
}

/// A column of the grid: one destination.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name.
    pub name: String,
}

/// A row of the grid: one person.
#[derive(Clone, Debug)]
pub struct Row {
    /// The case's number.
    pub number: u32,
    /// The code name.
    pub code: String,
    /// Where and how far.
    pub stage: String,
    /// Whether the generator drew this person.
    pub drawn: bool,
    /// One cell for each column.
    pub cells: Vec<Cell>,
}

/// A cell of the grid.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The sign's class.
    pub class: &'static str,
    /// The sign's mark.
    pub mark: &'static str,
    /// The letter beside it.
    pub letter: String,
}

/// One sign, explained.
#[derive(Clone, Debug)]
pub struct LegendEntry {
    /// The sign and its word.
    pub sign: Signed,
    /// The letter in narrow cells.
    pub letter: String,
    /// What it means.
    pub meaning: String,
}

/// One person's page.
#[derive(Clone, Debug)]
pub struct PersonPage {
    /// Who.
    pub head: PersonHead,
    /// What is known, fact by fact.
    pub known: Vec<KnownTopic>,
    /// What changed against the day of the report; nothing, if that is the day asked about.
    pub changed: Vec<String>,
    /// Whether another day than the report's is asked about.
    pub compared: bool,
    /// Destinations with a law of their own.
    pub destinations: Vec<Destination>,
    /// Families of pathways that read the same in many countries.
    pub families: Vec<FamilyWay>,
    /// What could stop a return.
    pub against_return: Vec<Way>,
    /// Countries where a visitor is let in without a visa.
    pub entries: Vec<EntryLine>,
    /// How many entries there are, in a sentence.
    pub entries_sentence: String,
    /// Entries that nobody had looked at by that day, in a sentence.
    pub entries_unseen: String,
}

/// Who a page is about.
#[derive(Clone, Debug)]
pub struct PersonHead {
    /// The case's number.
    pub number: u32,
    /// The code name.
    pub code: String,
    /// The story.
    pub story: String,
    /// How far.
    pub stage: String,
    /// Drawn by the generator.
    pub drawn: bool,
}

/// What is known about one topic.
#[derive(Clone, Debug)]
pub struct KnownTopic {
    /// The topic.
    pub name: String,
    /// Its facts.
    pub facts: Vec<KnownFact>,
}

/// One fact as it is known.
#[derive(Clone, Debug)]
pub struct KnownFact {
    /// What it is.
    pub label: String,
    /// What is known of it.
    pub value: String,
    /// On what it rests.
    pub basis: String,
}

/// One destination and everything about it.
#[derive(Clone, Debug)]
pub struct Destination {
    /// Its code: the place on the page.
    pub code: String,
    /// Its name.
    pub country: String,
    /// What reads at once: *no class for it · may be asked today · told … · not refused, not applied*.
    pub at_once: Vec<Signed>,
    /// Ways that people look for and that the law does not have.
    pub absences: Vec<AbsenceNote>,
    /// What officials said about ways that no book has.
    pub told: Vec<Quote>,
    /// The ways, the most hopeful first.
    pub ways: Vec<Way>,
}

/// A way that is not there.
#[derive(Clone, Debug)]
pub struct AbsenceNote {
    /// What is not there.
    pub what: String,
    /// By which article.
    pub article: Article,
}

/// One pathway for one person.
#[derive(Clone, Debug)]
pub struct Way {
    /// The pathway.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The verdict.
    pub sign: Signed,
    /// "may be asked today: yes".
    pub asked_today: Signed,
    /// The line of the law: the verdict with what carries it.
    pub law: String,
    /// What is done, beside what is written.
    pub practice: Vec<Noted>,
    /// What we were told, and what was done.
    pub told: Vec<Quote>,
    /// Steps so far, or that nothing was asked yet.
    pub so_far: Vec<String>,
    /// Reasons that decide, down to the article.
    pub reasons: Vec<Reason>,
    /// What somebody weighs, for and against.
    pub weighed: Vec<Reason>,
    /// Conditions that are met.
    pub met: Vec<Reason>,
    /// Discretion, room, trust, age of what was seen: each a short note.
    pub notes: Vec<Noted>,
    /// For an entry: return and pursuit there.
    pub beside_entry: Option<BesideEntry>,
}

/// A note with its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// In a few words, what the note is about.
    pub about: String,
    /// The note.
    pub text: String,
    /// Where it comes from.
    pub article: Option<Article>,
}

/// An article and how far its text can be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// As lawyers write it.
    pub cite: String,
    /// How it was seen: "official text, read 22 November 2026".
    pub seen: String,
    /// Whether that is the legal text itself.
    pub official: bool,
}

/// One reason.
#[derive(Clone, Debug)]
pub struct Reason {
    /// How it stands.
    pub sign: Signed,
    /// In a whole sentence.
    pub text: String,
    /// The question that would settle it, if one would.
    pub question: Option<String>,
    /// The article.
    pub article: Article,
}

/// What stands beside every entry.
#[derive(Clone, Debug)]
pub struct BesideEntry {
    /// How many means and cases there are, in a few words.
    pub short: String,
    /// Legal means by which a person can be searched for and returned there.
    pub means: Vec<String>,
    /// Cases: on record, none found, or not looked for.
    pub cases: Vec<String>,
    /// Getting there: exit, boarding, transit.
    pub getting_there: Vec<Signed>,
    /// What is known of return and pursuit, at a glance.
    pub at_a_glance: Signed,
    /// Whether that warns.
    pub warns: bool,
}

/// One pathway of a family, the same in several countries.
#[derive(Clone, Debug)]
pub struct FamilyWay {
    /// The countries, in words.
    pub countries: String,
    /// How many, in words.
    pub count: String,
    /// The way, as it reads in each of them.
    pub way: Way,
}

/// A country that may let visitors in: never shown without return and pursuit.
#[derive(Clone, Debug)]
pub struct EntryLine {
    /// The pathway.
    pub id: String,
    /// The country.
    pub country: String,
    /// The verdict.
    pub sign: Signed,
    /// The line of the law.
    pub law: String,
    /// Return and pursuit there, and the way there.
    pub beside: BesideEntry,
}

impl PersonPage {
    /// The entries, those of countries together that read the same and of which as much is known: return
    /// and pursuit stand beside each of them all the same.
    pub fn alike_entries(&self) -> Vec<AlikeEntries<'_>> {
        let mut groups: Vec<AlikeEntries<'_>> = Vec::new();
        for entry in &self.entries {
            let alike = |group: &&mut AlikeEntries<'_>| {
                let (a, b) = (&group.first.beside, &entry.beside);
                group.first.sign == entry.sign
                    && a.at_a_glance == b.at_a_glance
                    && a.short == b.short
            };
            match groups.iter_mut().find(alike) {
                Some(group) => group.all.push(entry),
                None => groups.push(AlikeEntries {
                    first: entry,
                    all: vec![entry],
                }),
            }
        }
        groups
    }
}

/// Entries that read the same, with what is known beside them.
#[derive(Clone, Debug)]
pub struct AlikeEntries<'p> {
    /// What stands for all.
    pub first: &'p EntryLine,
    /// Each.
    pub all: Vec<&'p EntryLine>,
}

/// Everything about one way for one person.
#[derive(Clone, Debug)]
pub struct WayPage {
    /// Who.
    pub head: PersonHead,
    /// Where the way leads.
    pub country: String,
    /// The way.
    pub way: Way,
}

/// What events close and open for one person.
#[derive(Clone, Debug)]
pub struct DoorsPage {
    /// Who.
    pub head: PersonHead,
    /// Whether the person is in hiding in the country of origin: then the two ways stand side by side.
    pub hidden: bool,
    /// Ask from where they are.
    pub ask_first: AskFirst,
    /// Leave first.
    pub leave_first: LeaveFirst,
    /// Pathways to choose from.
    pub pathways: Vec<Choice>,
    /// Events to choose from.
    pub events: Vec<Choice>,
    /// What the chosen event does.
    pub chosen: Option<EventDoors>,
}

/// Asking from where the person is.
#[derive(Clone, Debug)]
pub struct AskFirst {
    /// What may be asked today, from there.
    pub ways: Vec<WayLink>,
    /// What it would mean if each of them were refused on paper.
    pub if_refused: EventDoors,
}

/// Leaving first.
#[derive(Clone, Debug)]
pub struct LeaveFirst {
    /// For which country.
    pub country: String,
    /// The countries to choose from.
    pub choices: Vec<Choice>,
    /// What leaving does.
    pub doors: EventDoors,
    /// Return and pursuit there.
    pub beside: BesideEntry,
}

/// A way with its sign.
#[derive(Clone, Debug)]
pub struct WayLink {
    /// The pathway.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its sign.
    pub sign: Signed,
}

/// One of several to choose from.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What the address says.
    pub value: String,
    /// What the reader sees.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// What an event closes, opens, and only weighs against.
#[derive(Clone, Debug)]
pub struct EventDoors {
    /// The event in words.
    pub head: String,
    /// In a sentence: "No article closes anything."
    pub sum: String,
    /// What goes dark.
    pub closes: Vec<DoorLine>,
    /// What lights up.
    pub opens: Vec<DoorLine>,
    /// What is only weighed.
    pub weighs: Vec<DoorLine>,
}

/// One door that moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoorLine {
    /// Where it leads, and how it is called.
    pub title: String,
    /// How many countries it stands for, in words; empty for one.
    pub count: String,
    /// The verdict after.
    pub sign: Signed,
    /// Why, each with its own article.
    pub because: Vec<Noted>,
}

/// The list of books.
#[derive(Clone, Debug)]
pub struct LawList {
    /// How many books there are, in a sentence.
    pub sentence: String,
    /// Shelves, by destination.
    pub shelves: Vec<Shelf>,
}

/// The books of one destination.
#[derive(Clone, Debug)]
pub struct Shelf {
    /// The destination.
    pub name: String,
    /// Its books.
    pub books: Vec<BookLine>,
}

/// A line of the list of books.
#[derive(Clone, Debug)]
pub struct BookLine {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What kind of book.
    pub kind: String,
    /// Whether it is in force on the day.
    pub state: Signed,
}

/// One book, to be read.
#[derive(Clone, Debug)]
pub struct LawBook {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where it leads.
    pub destination: String,
    /// Whether it is in force on the day.
    pub state: Signed,
    /// What it is, in short lines: kind, who starts it, who decides.
    pub about: Vec<Noted>,
    /// Text worth knowing.
    pub notes: Vec<String>,
    /// When it is in force.
    pub windows: Vec<Noted>,
    /// What it requires.
    pub requires: Vec<ClauseText>,
    /// What bars it.
    pub bars: Vec<ClauseText>,
    /// What lifts a bar.
    pub waivers: Vec<Noted>,
    /// What is done.
    pub practice: Vec<Noted>,
    /// What events change.
    pub events: Vec<Noted>,
    /// Decisions that somebody counted.
    pub counted: Vec<Noted>,
    /// How many tests stand beside it, in a sentence.
    pub tests: String,
    /// The sources that it names.
    pub sources: Vec<SourceLine>,
}

/// A condition as its book has it.
#[derive(Clone, Debug)]
pub struct ClauseText {
    /// Its place on the page.
    pub id: String,
    /// What it means when it fails, or applies.
    pub says: String,
    /// The condition as the book writes it.
    pub condition: String,
    /// On what it rests, when it is needed, who could show it.
    pub marks: Vec<String>,
    /// The article.
    pub article: Article,
}

/// A source.
#[derive(Clone, Debug)]
pub struct SourceLine {
    /// Its id.
    pub id: String,
    /// What it is.
    pub what: String,
    /// Where it stands, and which edition was read.
    pub stands: String,
}

/// Every way over some years, for everyone.
#[derive(Clone, Debug)]
pub struct DaysPage {
    /// Which days, and that people's facts stay as recorded.
    pub lead: String,
    /// How many days: the width of the picture.
    pub days: usize,
    /// How many people: its height.
    pub people: usize,
    /// The chosen day, counted from the first.
    pub chosen: usize,
    /// The chosen day in words.
    pub chosen_day: String,
    /// The years.
    pub years: Vec<YearMark>,
    /// Ways that change.
    pub lanes: Vec<DayLane>,
    /// Ways that read the same on every day.
    pub still: Vec<DayLane>,
    /// The signs of the picture.
    pub legend: Vec<Signed>,
    /// "What turns in 2017".
    pub turns_head: String,
    /// The days of the chosen year on which something changes.
    pub turns: Vec<TurnDay>,
}

/// A year of the picture.
#[derive(Clone, Debug)]
pub struct YearMark {
    /// The year.
    pub year: i16,
    /// Its first day, counted from the picture's.
    pub at: usize,
    /// The chosen day in that year.
    pub day: facts::Date,
    /// Whether the chosen day lies in it.
    pub chosen: bool,
}

/// One way over the days.
#[derive(Clone, Debug)]
pub struct DayLane {
    /// The pathway.
    pub id: String,
    /// Where it leads.
    pub country: String,
    /// Its title.
    pub title: String,
    /// What is not closed, as bars.
    pub bars: Vec<Bar>,
    /// How it stands on the chosen day.
    pub shares: Vec<Share>,
}

/// A bar of the picture: days wide, people high.
#[derive(Clone, Copy, Debug)]
pub struct Bar {
    /// Its first day.
    pub x: usize,
    /// How many days.
    pub width: usize,
    /// From the top.
    pub y: usize,
    /// How many people.
    pub height: usize,
    /// The sign's class.
    pub class: &'static str,
}

/// How many people have a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The word.
    pub sign: Signed,
    /// How many.
    pub count: usize,
}

/// A day on which something changes.
#[derive(Clone, Debug)]
pub struct TurnDay {
    /// The day.
    pub date: facts::Date,
    /// In words.
    pub day: String,
    /// The day before.
    pub eve: facts::Date,
    /// What changes.
    pub turns: Vec<Turn>,
}

/// A way that reads otherwise from a day on.
#[derive(Clone, Debug)]
pub struct Turn {
    /// The pathway.
    pub id: String,
    /// Where it leads.
    pub country: String,
    /// Its title.
    pub title: String,
    /// Until the day before.
    pub before: Vec<Share>,
    /// From that day.
    pub after: Vec<Share>,
    /// What in the books begins or ends then.
    pub why: Vec<String>,
}

/// Routes for a person, side by side.
#[derive(Clone, Debug)]
pub struct RoutesPage {
    /// Who.
    pub head: PersonHead,
    /// The strategies side by side, a row for each thing that is compared.
    pub compared: Vec<CompareRow>,
    /// A few of different kinds, to wait among them.
    pub strategies: Vec<StrategyView>,
    /// Other first steps.
    pub others: Vec<OtherStart>,
    /// What the routes do not know, and what was left out.
    pub limits: Vec<String>,
}

/// A row of the strategies side by side.
#[derive(Clone, Debug)]
pub struct CompareRow {
    /// What is compared.
    pub what: String,
    /// A cell for each strategy, in their order.
    pub cells: Vec<String>,
}

/// One strategy.
#[derive(Clone, Debug)]
pub struct StrategyView {
    /// "Ask from hiding first".
    pub title: String,
    /// What kind of beginning it is.
    pub sign: Signed,
    /// What is certain of it, return first.
    pub certain: Vec<String>,
    /// What the first step takes away when it goes well.
    pub closes: Vec<LawLink>,
    /// What it brings.
    pub opens: Vec<LawLink>,
    /// The plan, as lines.
    pub lines: Vec<StepLine>,
}

/// Another first step.
#[derive(Clone, Debug)]
pub struct OtherStart {
    /// In words.
    pub title: String,
    /// What kind of beginning it is.
    pub sign: Signed,
}

/// A pathway with its country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawLink {
    /// The rule.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where it leads.
    pub country: String,
    /// Facts still decide whether it is open as the person stands now: they come first.
    pub undecided: bool,
}

/// A line of a plan.
#[derive(Clone, Debug)]
pub struct StepLine {
    /// How deep it stands in the tree.
    pub depth: usize,
    /// After which fate of the step above; empty for the first.
    pub when: String,
    /// What is done; empty at an end.
    pub what: String,
    /// By which pathways.
    pub by: Vec<LawLink>,
    /// What to know before it.
    pub notes: Vec<String>,
    /// How it ends here, if it does.
    pub end: Option<Signed>,
}
