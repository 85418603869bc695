//! Whether the words after a number make people of it.

use crate::gazetteer::Handle;
use crate::number::Number;
use crate::people_count::{answers_how_many, is_ours};
use crate::reading::Reading;

/// What follows a number in its sentence.
pub(crate) struct AfterNumber<'a> {
    pub r: &'a Reading,
    pub number: Number,
    /// The first token after the number, and the end of the sentence.
    pub after: usize,
    pub end: usize,
    pub sentence: usize,
}

impl AfterNumber<'_> {
    /// The end of the words that make people of a number, and whether it is a part of a whole.
    pub(crate) fn people(&self) -> Option<(usize, bool)> {
        if matches!(self.word(self.after), "of" | "из" | "out") {
            return self.of_a_whole();
        }
        match self.noun() {
            Noun::People { end, part } => Some((end, part)),
            Noun::Others => None,
            Noun::None if self.is_said_of_us() => Some((self.after, false)),
            Noun::None if self.is_after_its_noun() => Some((self.after, false)),
            Noun::None if self.is_a_total_of_ours() => {
                Some((self.after, self.is_of_those_before()))
            }
            Noun::None => self.alone().map(|end| (end, false)),
        }
    }

    fn word(&self, token: usize) -> &str {
        if token < self.end {
            self.r.text.word(token)
        } else {
            ""
        }
    }

    fn is(&self, token: usize, what: &str) -> bool {
        token < self.end && self.r.context_hit(token..token + 1, what).is_some()
    }

    fn is_people(&self, token: usize) -> bool {
        (self.is(token, "people") || self.is(token, "guest") || self.is_a_nation(token))
            && self.word(token) != "lives"
    }

    /// `Seventeen applications`, `two visas`: papers that each stand for somebody of ours.
    fn is_a_case(&self, token: usize) -> bool {
        token < self.end && stands_for_somebody(self.r, token)
    }

    /// `Three Ukrainians`, `пять украинцев`: people by where they come from.
    fn is_a_nation(&self, token: usize) -> bool {
        const ENDINGS: &[&str] = &[
            "цев", "цы", "цам", "ков", "ки", "нок", "нки", "ян", "яне", "ан",
        ];
        let mut mentions = self.r.mentions_in(token..(token + 1).min(self.end));
        let word = self.word(token);
        let several = if self.r.text.tokens().get(token).is_some_and(|t| t.cyrillic) {
            ENDINGS.iter().any(|ending| word.ends_with(ending))
        } else {
            word.ends_with('s')
                && !self
                    .r
                    .text
                    .tokens()
                    .get(token)
                    .is_some_and(|t| t.possessive)
        };
        mentions.any(|m| matches!(m.handle, Handle::Country(_))) && several
    }

    /// The end of the words for people that begin there: `our people`.
    fn end_of_people(&self, token: usize) -> usize {
        let hits = ["guest", "people"].map(|what| self.r.context_hit(token..token + 1, what));
        let ends = hits.into_iter().flatten().map(|hit| hit.tokens.end);
        ends.max().unwrap_or(token + 1).min(self.end)
    }

    /// `16 of them`, `three out of our guests`.
    fn of_a_whole(&self) -> Option<(usize, bool)> {
        let at = self.after + 1 + usize::from(self.word(self.after) == "out");
        let pronoun = matches!(
            self.word(at),
            "them"
                | "these"
                | "those"
                | "us"
                | "ours"
                | "whom"
                | "них"
                | "нас"
                | "наших"
                | "тех"
                | "которых"
        );
        if pronoun && (is_ours(self.r, self.sentence) || self.r.says(self.sentence, "people")) {
            return Some((at + 1, true));
        }
        if let Some(whole) = self.bare_whole() {
            return Some((whole, true));
        }
        (at..(at + 4).min(self.end))
            .find(|t| self.is_people(*t))
            .filter(|t| !(at..*t).any(|x| self.is(x, "outsider")))
            .map(|t| (self.end_of_people(t), true))
    }

    /// The end of `ten of the 14`, where a verb of people or nothing follows the whole.
    fn bare_whole(&self) -> Option<usize> {
        let at = self.after + 1 + usize::from(self.word(self.after) == "out");
        let at = at + usize::from(matches!(self.word(at), "of" | "the" | "our" | "наших"));
        let at = at + usize::from(matches!(self.word(at), "the" | "our"));
        let (_, whole) = self.r.numbers.iter().find(|(token, _)| *token == at)?;
        let next = at + whole.tokens;
        let larger = !whole.ordinal && whole.value > self.number.value;
        let told = is_verb_of_people(self.word(next)) && is_told_of_us(self.r, self.sentence);
        (larger && told && next <= self.end).then_some(next.min(self.end))
    }

    /// `Two more have come`: added to those whom one knows of.
    pub(crate) fn tells_of_more(&self) -> bool {
        let next = self.after_more();
        next > self.after && next < self.end && is_verb_of_people(self.word(next))
    }

    /// `We have taken in four since April`, `приняли четверых`: whoever is taken in is somebody.
    fn is_taken_in(&self) -> bool {
        const TOOK: &[&str] = &[
            "accommodated",
            "admitted",
            "evacuated",
            "hid",
            "hidden",
            "hosted",
            "housed",
            "received",
            "sheltered",
            "welcomed",
            "вывезли",
            "поселили",
            "приняли",
            "приютили",
            "разместили",
            "спрятали",
            "укрыли",
            "эвакуировали",
        ];
        let first = self.after.saturating_sub(self.number.tokens);
        let before = |n: usize| first.checked_sub(n).map_or("", |t| self.r.text.word(t));
        let taken = before(1) == "in" && matches!(before(2), "taken" | "took" | "take");
        let next = self.word(self.after_more());
        let ends = self.after_more() >= self.end
            || matches!(
                next,
                "already" | "by" | "from" | "in" | "last" | "since" | "so" | "this"
            )
            || matches!(next, "в" | "за" | "из" | "на" | "с" | "уже");
        (taken || TOOK.contains(&before(1))) && ends && self.r.says(self.sentence, "own")
    }

    /// After `more` and the like, if it stands there.
    fn after_more(&self) -> usize {
        let more = matches!(
            self.word(self.after),
            "more" | "others" | "other" | "еще" | "новых"
        );
        self.after + usize::from(more)
    }

    fn noun(&self) -> Noun {
        let first = self.after_more();
        for t in first..(first + 3).min(self.end) {
            let token = &self.r.text.tokens()[t];
            let apart = token.after_break && t > first;
            if apart || self.is(t, "outsider") && !self.is(t, "guest") {
                return Noun::Others;
            }
            if self.is_a_case(t) {
                return Noun::People {
                    end: t + 1,
                    part: false,
                };
            }
            if self.is_people(t) {
                let part = matches!(self.word(t + 1), "of" | "из")
                    && matches!(self.word(t + 2), "them" | "those" | "них" | "the");
                let end = self.end_of_people(t);
                return Noun::People { end, part };
            }
            if matches!(self.word(t), "of" | "and" | "in" | "и" | "в" | "на")
                || !token.cyrillic && self.word(t).ends_with('s')
            {
                break;
            }
        }
        Noun::None
    }

    /// `We are fourteen`, `нас было семеро`; in a text about us also `now there are twelve`, `теперь их двенадцать`.
    pub(crate) fn is_said_of_us(&self) -> bool {
        let Some(token) = self.after.checked_sub(self.number.tokens) else {
            return false;
        };
        let before = |n: usize| token.checked_sub(n).map_or("", |t| self.r.text.word(t));
        let now = |word: &str| matches!(word, "now" | "already" | "теперь" | "уже" | "сейчас");
        let was = |word: &str| matches!(word, "было" | "стало") || now(word);
        let skipped = usize::from(now(before(1)));
        let text_of_ours = self.r.text_says(&["own"]);
        let who = |word: &str| word == "we" || word == "there" && text_of_ours;
        let are = |word: &str| matches!(word, "are" | "were");
        let english = who(before(2 + skipped)) && are(before(1 + skipped))
            || before(2) == "we" && now(before(1));
        let whose = |word: &str| word == "нас" || word == "их" && text_of_ours;
        let russian = whose(before(1)) || whose(before(2)) && was(before(1));
        (english || russian) && (!self.goes_on_as_a_thing() || self.number.collective)
    }

    /// What follows the number is a noun that it counts, and not `of them`, a time or an end.
    fn goes_on_as_a_thing(&self) -> bool {
        const NO_THING: &[&str] = &[
            "again",
            "and",
            "at",
            "in",
            "now",
            "today",
            "в",
            "за",
            "и",
            "сейчас",
            "теперь",
            "уже",
        ];
        let next = self.word(self.after);
        let of_them = next == "of" && matches!(self.word(self.after + 1), "them" | "us");
        self.after < self.end
            && !self.r.text.tokens()[self.after].after_break
            && !of_them
            && !NO_THING.contains(&next)
    }

    /// `Гостей у нас четверо`, `Guests: four`.
    fn is_after_its_noun(&self) -> bool {
        let first = self.after.saturating_sub(self.number.tokens);
        let start = self.r.text.sentences()[self.sentence].start;
        let ends = self.after >= self.end || self.r.text.tokens()[self.after].after_break;
        let noun = (start.max(first.saturating_sub(4))..first).any(|t| self.is_people(t));
        ends && noun && self.r.says(self.sentence, "own")
    }

    /// `Our household has grown to fourteen`, `наша семья выросла до 14`: the number of all of us.
    pub(crate) fn is_a_total_of_ours(&self) -> bool {
        const ALL_OF_US: &[&str] = &[
            "household",
            "family",
            "circle",
            "group",
            "community",
            "number",
            "total",
            "headcount",
            "roll",
            "tally",
            "count",
            "table",
            "семь",
            "групп",
            "общин",
            "число",
            "счет",
            "круг",
        ];
        let first = self.after.saturating_sub(self.number.tokens);
        let before = first.checked_sub(1).map_or("", |t| self.r.text.word(t));
        let leads = matches!(
            before,
            "to" | "at" | "is" | "now" | "reached" | "numbers" | "до" | "уже"
        );
        let ends = self.after >= self.end
            || self.r.text.tokens()[self.after].after_break
            || matches!(
                self.word(self.after),
                "now" | "since" | "by" | "at" | "in" | "again"
            );
        let start = self.r.text.sentences()[self.sentence].start;
        let all = (start..first).any(|t| {
            let word = self.r.text.word(t);
            ALL_OF_US.iter().any(|stem| word.starts_with(stem))
        });
        leads && ends && all && self.r.says(self.sentence, "own")
    }

    /// `The number of those twelve who …`: a larger number of people stands before it.
    fn is_of_those_before(&self) -> bool {
        let sentence = self.r.text.sentences()[self.sentence].clone();
        let first = self.after.saturating_sub(self.number.tokens);
        let those = |t: &usize| {
            let before = t.checked_sub(1).map_or("", |b| self.r.text.word(b));
            matches!(before, "those" | "these" | "тех" | "этих")
        };
        let mut numbers = self.r.numbers.iter();
        numbers.any(|(t, n)| {
            sentence.start <= *t && *t < first && those(t) && n.value > self.number.value
        })
    }

    /// `The five who …`: only people are spoken of so.
    pub(crate) fn is_told_by_who(&self) -> bool {
        let word = self.word(self.after_more());
        matches!(
            word,
            "who" | "whose" | "которые" | "которых" | "кто" | "чьи"
        )
    }

    /// `Four have left`: no noun, but a verb of people, or a number that only people take.
    fn alone(&self) -> Option<usize> {
        let at = self.after_more();
        let told = is_told_of_us(self.r, self.sentence);
        let before_a_name = at < self.end && self.r.text.tokens()[at].capital;
        // `Both` may be of things: papers, sides, newspapers.
        let first = self.after.saturating_sub(self.number.tokens);
        let verb = matches!(
            self.word(first.saturating_sub(1)),
            "have" | "has" | "had" | "are" | "were" | "would" | "will"
        );
        let of_others =
            self.word(first) == "both" && (verb || self.r.says(self.sentence, "outsider"));
        let people = self.number.collective && !before_a_name && !of_others
            || is_verb_of_people(self.word(at)) && !self.ends_as_a_thing(at)
            || self.tells_of_more()
            || self.is_taken_in()
            || self.number.collective && matches!(self.word(at), "наших" | "наши");
        if self.is_told_by_who() && self.number.value < 1_000 {
            return Some(at);
        }
        let place = self
            .r
            .mentions_in(at..(at + 1).min(self.end))
            .next()
            .is_some();
        let told = told || self.tells_of_more() || self.is_taken_in();
        (people && told && at <= self.end && self.number.value < 1_000 && !place)
            .then_some(at.min(self.end))
    }
}

impl AfterNumber<'_> {
    /// `The form has room for two.`: at the end of a sentence a number counts people after a verb or
    /// a word for us, and whatever else after a noun.
    fn ends_as_a_thing(&self, at: usize) -> bool {
        const BEFORE_A_THING: &[&str] = &["for", "volume", "by", "point", "times", "раз", "на"];
        let first = self.after.saturating_sub(self.number.tokens);
        let before = first.checked_sub(1).map_or("", |t| self.r.text.word(t));
        at >= self.end && BEFORE_A_THING.contains(&before)
    }
}

/// What happens to our people, a rest of a whole, or an answer to how many they are.
fn is_told_of_us(r: &Reading, sentence: usize) -> bool {
    const TOLD: &[&str] = &[
        "visa",
        "leave",
        "arrive",
        "guest",
        "care",
        "hide",
        "live",
        "protect_total",
        "release",
        "detain",
        "asked",
        "helperword",
    ];
    r.says_any(sentence, TOLD) || says_what_remains(r, sentence) || answers_how_many(r, sentence)
}

/// What the words after a number name.
enum Noun {
    People { end: usize, part: bool },
    Others,
    None,
}

/// A paper of one person, in a sentence about asking or visas and not about money or places of work.
pub(crate) fn stands_for_somebody(r: &Reading, token: usize) -> bool {
    const PAPERS: &[&str] = &[
        "applications",
        "visas",
        "cases",
        "files",
        "заявлений",
        "заявления",
        "виз",
        "визы",
    ];
    const MONEY: &[&str] = &[
        "grant",
        "grants",
        "funding",
        "tender",
        "vacancy",
        "vacancies",
        "post",
        "posts",
        "job",
        "jobs",
        "court",
        "грант",
        "гранты",
        "грантов",
        "вакансии",
        "вакансий",
        "конкурс",
    ];
    let sentence = r.text.tokens()[token].sentence;
    let mut words = r.text.sentences()[sentence].clone().map(|t| r.text.word(t));
    PAPERS.contains(&r.text.word(token))
        && r.says_any(sentence, &["asked", "visa", "guest"])
        && !words.any(|word| MONEY.contains(&word))
}

/// A part was told apart from the rest: both are of one whole.
pub(crate) fn says_what_remains(r: &Reading, sentence: usize) -> bool {
    let mut words = r.text.sentences()[sentence].clone().map(|t| r.text.word(t));
    words.any(|word| {
        matches!(word, "rest" | "remainder" | "remaining") || word.starts_with("остальн")
    })
}

/// A verb that a bare number of people takes; nothing at the end of a sentence.
pub(crate) fn is_verb_of_people(word: &str) -> bool {
    // The past tense of the plural, whatever the verb.
    if word.chars().count() > 4 && (word.ends_with("ли") || word.ends_with("лись")) {
        return true;
    }
    const VERBS: &[&str] = &[
        "",
        "who",
        "have",
        "has",
        "had",
        "are",
        "were",
        "was",
        "is",
        "remain",
        "left",
        "arrived",
        "came",
        "got",
        "received",
        "still",
        "now",
        "already",
        "fled",
        "joined",
        "will",
        "managed",
        "made",
        "получили",
        "уехали",
        "остались",
        "живут",
        "уже",
        "еще",
        "прибыли",
        "ждут",
        "приехали",
        "выехали",
        "добрались",
    ];
    VERBS.contains(&word)
}
