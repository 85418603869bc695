//! A file of judgements: what people who know a way judge of its chances, each signed with a name and
//! a day. It is only ever read sealed, since it bears names.

use facts::{Code, Complaints, CountryCode, Field, Form, Node, Shape, SourceText, read_tree};
use law::{Kind, Library, Pathway};
use routes::{About, Event, Judgement, Judgements};

static ABOUT: Form = Form {
    name: "what a judgement is about",
    fields: &[
        Field::optional("grant", Shape::Text),
        Field::optional("claim", Shape::Country),
        Field::optional("entry", Shape::Text),
        Field::optional("paper", Shape::Text),
    ],
};

static JUDGEMENT: Form = Form {
    name: "a judgement",
    fields: &[
        Field::needed("about", Shape::Map(&ABOUT)),
        Field::needed(
            "event",
            Shape::OneOf(&["granted", "let_out", "boarded", "admitted", "handed_over"]),
        ),
        Field::needed("at_least", Shape::Number),
        Field::needed("at_most", Shape::Number),
        Field::needed("sure", Shape::Number),
        Field::needed("by", Shape::Text),
        Field::needed("on", Shape::Day),
        Field::needed("why", Shape::Text),
    ],
};

/// The keys of a file of judgements.
pub(crate) static JUDGEMENTS: Form = Form {
    name: "a file of judgements",
    fields: &[
        Field::needed("format", Shape::OneOf(&["safeconduct.judgements/1"])),
        Field::needed("judgements", Shape::List(&Shape::Map(&JUDGEMENT))),
    ],
};

/// Whoever trusts a range in fewer of a hundred cases should have said a wider one.
const LEAST_SURE: i64 = 50;

/// Reads a file of judgements, already opened; complains of everything that does not fit, and of every
/// judgement without a name or a day.
pub fn read_judgements(
    source: &SourceText,
    library: &Library,
    complaints: &mut Complaints,
) -> Judgements {
    let Some(root) = read_tree(source, complaints) else {
        return Judgements::default();
    };
    JUDGEMENTS.check(&root, source, complaints);
    let mut reading = Reading {
        source,
        library,
        complaints,
    };
    let all = root.list_of("judgements").iter();
    let all = all.filter_map(|node| reading.judgement(node)).collect();
    Judgements::of(all)
}

struct Reading<'r> {
    source: &'r SourceText,
    library: &'r Library,
    complaints: &'r mut Complaints,
}

impl Reading<'_> {
    fn judgement(&mut self, node: &Node) -> Option<Judgement> {
        let about = node.get("about").and_then(|about| self.about(about));
        let event = node.text_of("event");
        let event = Event::WORDS.iter().find(|(word, _)| Some(*word) == event);
        let event = event.map(|(_, event)| *event);
        if let (Some(about), Some(event)) = (&about, event) {
            self.fits(about, event, node);
        }
        let range = self.range(node);
        let [by, why] = ["by", "why"].map(|key| self.sentence(node, key));
        let (at_least, at_most, sure) = range?;
        Some(Judgement {
            about: about?,
            event: event?,
            at_least,
            at_most,
            sure,
            by: by?,
            on: node.day_of("on")?,
            why: why?,
        })
    }

    fn complain(&mut self, code: Code, at: &Node, message: &str, help: &str) {
        self.complaints
            .add(code, self.source, &at.at, message, "here")
            .help(help);
    }

    /// One thing, which the books know.
    fn about(&mut self, node: &Node) -> Option<About> {
        let keys = ["grant", "claim", "entry", "paper"];
        let mut named = keys.into_iter().filter(|key| node.get(key).is_some());
        let (Some(key), None) = (named.next(), named.next()) else {
            let message = "a judgement is about one thing";
            let help = "name one of `grant`, `claim`, `entry` and `paper`";
            self.complain(Code::NotAJudgement, node, message, help);
            return None;
        };
        let (value, text) = (node.get(key)?, node.text_of(key)?.to_owned());
        if key == "claim" {
            return self.country(value, text.parse().ok()?);
        }
        let Some(book) = book_of(self.library, &text) else {
            let message = format!("no pathway is called `{text}`");
            let known = self.library.pathways.iter();
            let known: Vec<&str> = known.map(|book| book.id.as_str()).collect();
            let (source, code) = (self.source, Code::UnknownReference);
            let complaint = self
                .complaints
                .add(code, source, &value.at, message, "here");
            complaint.help("`safeconduct law list` has their ids; one of a family is `id[LTU]`");
            complaint.did_you_mean(&text, known);
            return None;
        };
        let journey_or_claim = matches!(book.kind, Kind::Entry | Kind::Asylum);
        let (about, is_such) = match key {
            "grant" => (About::Grant(text.clone()), !journey_or_claim),
            "entry" => (About::Entry(text.clone()), book.kind == Kind::Entry),
            _ => {
                let gives_a_paper = !journey_or_claim && book.kind != Kind::Remedy;
                (About::Paper(text.clone()), gives_a_paper)
            }
        };
        if !is_such {
            let message = format!("`{text}` is no pathway of which `{key}` can speak");
            let help = "`claim` is for asylum in a country, `entry` for entry rules, `grant` and `paper` for the rest";
            self.complain(Code::NotAJudgement, value, &message, help);
            return None;
        }
        Some(about)
    }

    fn country(&mut self, at: &Node, country: CountryCode) -> Option<About> {
        let known = &self.library.countries;
        if !known.is_empty() && !known.contains(&country) {
            let message = format!("no country has the code `{country}`");
            let help = "a code of ISO 3166-1 alpha-3 is expected, such as LTU";
            self.complain(Code::NotACountry, at, &message, help);
            return None;
        }
        Some(About::Claim(country))
    }

    /// Whether that can happen to such a step.
    fn fits(&mut self, about: &About, event: Event, node: &Node) {
        let fits = match about {
            About::Grant(_) => event == Event::Granted,
            About::Claim(_) => matches!(event, Event::Granted | Event::HandedOver),
            About::Entry(_) | About::Paper(_) => event != Event::Granted,
        };
        if let (false, Some(at)) = (fits, node.get("event")) {
            let message = "this does not happen to what the judgement is about";
            let help = "a grant: `granted`; a claim: `granted`, `handed_over`; a journey: `let_out`, `boarded`, `admitted`, `handed_over`";
            self.complain(Code::NotAJudgement, at, message, help);
        }
    }

    /// At least and at most so many of a hundred, and how sure of it.
    fn range(&mut self, node: &Node) -> Option<(u32, u32, u32)> {
        let number = |key| node.number_of(key);
        let (least, most) = (number("at_least")?, number("at_most")?);
        if !(0 <= least && least < most && most <= 100) {
            let message = format!("at least {least} and at most {most} of a hundred is no range");
            let help =
                "a judgement is a range: nobody knows one figure; from 0 to 100, the lower first";
            let at = node.get("at_least").unwrap_or(node);
            self.complain(Code::NotAJudgement, at, &message, help);
            return None;
        }
        let sure = number("sure")?;
        if !(LEAST_SURE..=100).contains(&sure) {
            let message = format!("`sure` is {sure}, and should be from {LEAST_SURE} to 100");
            let help = "of a hundred such ranges so many hold; whoever trusts theirs less says a wider one";
            let at = node.get("sure").unwrap_or(node);
            self.complain(Code::NotAJudgement, at, &message, help);
            return None;
        }
        let number = |n: i64| u32::try_from(n).ok();
        Some((number(least)?, number(most)?, number(sure)?))
    }

    /// A name or a reason; empty it would be none.
    fn sentence(&mut self, node: &Node, key: &str) -> Option<String> {
        let value = node.get(key)?;
        let text = value.text().map(str::trim).unwrap_or_default();
        if text.is_empty() {
            let message = format!("`{key}` is empty");
            let help = "a judgement says whose it is and why";
            self.complain(Code::NotAJudgement, value, &message, help);
            return None;
        }
        Some(text.to_owned())
    }
}

/// The book of a pathway, or of a member of a family.
fn book_of<'l>(library: &'l Library, id: &str) -> Option<&'l Pathway> {
    let (family, member) = match id.split_once('[') {
        Some((family, member)) => (family, Some(member.strip_suffix(']')?)),
        None => (id, None),
    };
    let book = library.pathways.iter().find(|book| book.id == family)?;
    match member {
        None => Some(book),
        Some(member) => {
            let is_country = member.parse::<CountryCode>().is_ok();
            (is_country && book.each.is_some()).then_some(book)
        }
    }
}
