//! Counts of people in a text: whom, how many, and how exactly.

use crate::after_number::{AfterNumber, says_what_remains};
use crate::lexicon::{Kind, Lexicon};
use crate::number::Number;
use crate::reading::Reading;
use facts::Date;
use std::ops::Range;

/// Whom a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counted {
    /// Those in our care.
    InCare,
    /// Those who asked for help.
    Asked,
    /// Those who have left.
    Left,
    /// Those with visas.
    WithVisas,
    /// Those who came.
    Arrived,
    /// Somebody else.
    Other,
}

/// A count of people in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PeopleCount {
    pub counted: Counted,
    pub value: u32,
    pub least: u32,
    pub most: u32,
    pub exact: bool,
    /// It counts a part of a whole: `16 of them`.
    pub part: bool,
    pub tokens: Range<usize>,
}

/// A count that an earlier statement published.
pub(crate) struct Published {
    pub statement: String,
    pub day: Date,
    pub count: PeopleCount,
}

/// Every count of people in a text.
pub(crate) fn people_counts(reading: &Reading) -> Vec<PeopleCount> {
    reading
        .numbers
        .iter()
        .filter_map(|(token, number)| people_count(reading, *token, *number))
        .collect()
}

fn people_count(r: &Reading, token: usize, number: Number) -> Option<PeopleCount> {
    let sentence = r.text.sentence_of(token);
    let index = r.text.tokens()[token].sentence;
    if !can_count(r, token, number, sentence.start) {
        return None;
    }
    let after = token + number.tokens;
    let following = AfterNumber {
        r,
        number,
        after,
        end: sentence.end,
        sentence: index,
    };
    let (end, part) = following.people()?;
    let part = part || is_after_of_those(r, sentence.clone(), token);
    let of_us = following.is_said_of_us();
    // `There are twelve of them now`: all of them.
    let part = part && !of_us;
    let ours = is_ours(r, index)
        || r.text_says(&["own"]) && r.sentence_count() < 4
        || says_what_remains(r, index)
        || answers_how_many(r, index)
        || part && r.says(index, "they") && !r.says_any(index, &["title", "generic", "outsider"])
        || following.tells_of_more()
            && !r.says_any(
                index,
                &["title", "generic", "gov", "outsider", "public_event"],
            )
        || following.is_told_by_who()
            && !r.says_any(index, &["title", "generic", "gov", "outsider"]);
    // `four people of each hundred` and the like are shares.
    let share = after < sentence.end
        && matches!(
            r.text.word(after),
            "percent" | "per" | "процентов" | "процента" | "in"
        );
    if !ours || share && !part {
        return None;
    }
    let (least, most, exact) = precision(r, token, number.value);
    Some(PeopleCount {
        counted: match counted(r, index, token) {
            _ if of_us => Counted::InCare,
            Counted::Other if following.is_a_total_of_ours() => Counted::InCare,
            counted => counted,
        },
        value: number.value,
        least,
        most,
        exact,
        part,
        tokens: token..end,
    })
}

/// `Of those who turned to us 41 were …`.
fn is_after_of_those(r: &Reading, sentence: Range<usize>, token: usize) -> bool {
    let word = |t: usize| if t < sentence.end { r.text.word(t) } else { "" };
    let of = matches!(word(sentence.start), "of" | "из" | "among" | "среди");
    let those = matches!(
        word(sentence.start + 1),
        "those" | "them" | "these" | "whom" | "all" | "тех" | "них" | "этих" | "всех"
    );
    of && those && token > sentence.start + 1
}

/// Whether a number counts at all: it is no day, no place in an order, no article of a law.
fn can_count(r: &Reading, token: usize, number: Number, sentence_start: usize) -> bool {
    const NUMBERED: &[&str] = &[
        "article",
        "articles",
        "no",
        "section",
        "page",
        "статье",
        "статья",
        "статьи",
        "номер",
        "line",
        "item",
        "paragraph",
        "chapter",
        "annex",
        "version",
        "volume",
        "part",
        "lesson",
        "platform",
        "track",
        "act",
        "grade",
        "том",
        "тома",
        "часть",
        "части",
        "класс",
        "класса",
        "room",
        "floor",
        "номера",
        "пункт",
        "пункте",
        "строка",
        "строке",
        "глава",
        "главе",
        "приложение",
        "приложении",
    ];
    let numbered = token > sentence_start && NUMBERED.contains(&r.text.word(token - 1));
    let joined = r.text.tokens()[token].joined_by;
    let decimal = r.text.tokens()[token].followed_by == Some('.')
        && r.text
            .tokens()
            .get(token + 1)
            .is_some_and(|next| next.number && next.at.start == r.text.tokens()[token].at.end + 1);
    !number.ordinal
        && !decimal
        && number.value > 0
        && !r.days.iter().any(|d| d.tokens.contains(&token))
        && joined.is_none_or(|c| "«\"(“„".contains(c))
        && !numbered
}

/// Whom the clause counts: the nearest word that tells.
fn counted(r: &Reading, sentence: usize, token: usize) -> Counted {
    let tokens = r.text.sentences()[sentence].clone();
    let kinds = [
        ("asked", Counted::Asked),
        ("visa", Counted::WithVisas),
        ("protect_total", Counted::InCare),
        ("care", Counted::InCare),
        ("leave", Counted::Left),
        ("arrive", Counted::Arrived),
    ];
    let lexicon = Lexicon::shipped();
    let nearest = |tokens: Range<usize>| {
        let told = r
            .hits_in(tokens)
            .filter(|h| h.kind == Kind::Context)
            .filter_map(|h| {
                let (_, counted) = kinds
                    .iter()
                    .find(|(name, _)| *name == lexicon.name(h.concept))?;
                Some((h.tokens.start.abs_diff(token), *counted))
            });
        told.min_by_key(|(distance, _)| *distance)
            .map(|(_, counted)| counted)
    };
    // What the rest of the clause says counts before what stood in front of it.
    let tells_of_them =
        |t: usize| matches!(r.text.word(t), "who" | "whose") || r.text.word(t).starts_with("котор");
    let clause_end = (token + 1..tokens.end)
        .find(|t| r.text.tokens()[*t].after_break || tells_of_them(*t))
        .unwrap_or(tokens.end);
    nearest(token..clause_end)
        .or_else(|| nearest(tokens))
        .unwrap_or(Counted::Other)
}

/// What `about`, `more than` and `fewer than` leave open.
fn precision(r: &Reading, token: usize, value: u32) -> (u32, u32, bool) {
    let start = r.text.sentence_of(token).start.max(token.saturating_sub(3));
    if let Some(least) = range_before(r, token).filter(|least| *least < value) {
        return (least, value, false);
    }
    let said = |what: &str| r.context_hit(start..token, what).is_some();
    if said("more_than") {
        return (value, value.saturating_mul(2).max(value + 50), false);
    }
    if said("fewer_than") {
        return (0, value, false);
    }
    if said("approx") {
        let half = match value {
            v if v % 100 == 0 => 50,
            v if v % 10 == 0 => 5,
            v if v % 5 == 0 => 2,
            _ => 1,
        };
        return (value.saturating_sub(half), value + half, false);
    }
    (value, value, true)
}

/// The other end of `between thirty and forty`, `40 to 44`, `от тридцати до сорока`, for the number at `token`.
fn range_before(r: &Reading, token: usize) -> Option<u32> {
    let word = |t: Option<usize>| t.map_or("", |t| r.text.word(t));
    let joint = token.checked_sub(1);
    let (first, number) = r
        .numbers
        .iter()
        .find(|(t, n)| Some(t + n.tokens) == joint)?;
    let joined = matches!(
        (word(first.checked_sub(1)), word(joint)),
        ("between", "and") | (_, "to") | ("от", "до")
    );
    joined.then_some(number.value)
}

/// The sentence before asked how many of our people.
pub(crate) fn answers_how_many(r: &Reading, sentence: usize) -> bool {
    let Some(question) = sentence.checked_sub(1) else {
        return false;
    };
    let asks = |sentence: usize| {
        let tokens = r.text.sentences()[sentence].clone();
        tokens.clone().any(|t| {
            let word = r.text.word(t);
            word == "сколько" || word == "many" && t > tokens.start && r.text.word(t - 1) == "how"
        }) && r.says_any(
            sentence,
            &["people", "guest", "own", "visa", "hide", "care", "reply"],
        )
    };
    asks(question) || question.checked_sub(1).is_some_and(asks)
}

/// Our people rather than the world's.
pub(crate) fn is_ours(reading: &Reading, sentence: usize) -> bool {
    reading.says_any(
        sentence,
        &[
            "own",
            "guest",
            "care",
            "hide",
            "visa",
            "arrive",
            "leave",
            "protect_total",
            "asked",
            "release",
            "live",
        ],
    )
}
