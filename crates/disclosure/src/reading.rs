use crate::calendar::{SaidDay, said_days};
use crate::foreign::{ForeignWord, foreign_words};
use crate::gazetteer::{Gazetteer, Handle, Mention};
use crate::given_names::is_a_small_word;
use crate::key::{Key, stem_key};
use crate::lexicon::{Hit, Kind, Lexicon};
use crate::number::{Number, number_at};
use crate::role_words::Roles;
use crate::sounds::Sounds;
use crate::text::Text;
use facts::Date;
use std::ops::Range;

/// A draft with everything that can be read in it without the vault.
pub(crate) struct Reading {
    pub text: Text,
    pub sounds: Sounds,
    /// Hashtags by their token, and the words of which they are made: `#StandWithUs`.
    pub tags: Vec<(usize, Sounds)>,
    /// Words of scripts that are not read by their sound.
    pub foreign: Vec<ForeignWord>,
    /// By token: the key of its stem, and the roles that it tells of.
    words: Vec<(Option<Key>, Roles)>,
    pub day: Date,
    pub hits: Vec<Hit>,
    pub mentions: Vec<Mention>,
    pub days: Vec<SaidDay>,
    pub numbers: Vec<(usize, Number)>,
    /// By sentence: the context concepts that stand in it.
    context: Vec<Vec<&'static str>>,
    /// No letter is a capital, or nearly all are: case says nothing.
    pub caseless: bool,
}

impl Reading {
    pub(crate) fn of(draft: &str, day: Date) -> Reading {
        let text = Text::read(draft);
        let lexicon = Lexicon::shipped();
        let hits = lexicon.hits(&text);
        let mentions = Gazetteer::shipped().mentions(&text);
        let days = said_days(&text, day);
        let mut numbers = Vec::new();
        let mut token = 0;
        while token < text.tokens().len() {
            match number_at(&text, token) {
                Some(number) => {
                    numbers.push((token, number));
                    token += number.tokens;
                }
                None => token += 1,
            }
        }
        let mut context = vec![Vec::new(); text.sentences().len()];
        for hit in hits.iter().filter(|hit| hit.kind == Kind::Context) {
            context[text.tokens()[hit.tokens.start].sentence].push(lexicon.name(hit.concept));
        }
        let capitals = text.tokens().iter().filter(|t| t.capital).count();
        let caseless = capitals == 0
            || text
                .tokens()
                .iter()
                .filter(|t| t.at.len() > 1 && !t.number)
                .all(|t| t.all_capitals);
        let sounds = Sounds::of(&text);
        let words = (0..text.tokens().len())
            .map(|token| text.word(token))
            .map(|word| (stem_key(word), Roles::said_by(word)))
            .collect();
        Reading {
            tags: tags(draft, &text),
            text,
            sounds,
            foreign: foreign_words(draft),
            words,
            day,
            hits,
            mentions,
            days,
            numbers,
            context,
            caseless,
        }
    }

    /// Counts sentences that name the organisation among those that say `we`: by all words of a name,
    /// or by one with `the` before it (`the Fund`).
    pub(crate) fn note_ours(&mut self, names: &[Vec<String>]) {
        let text = &self.text;
        let whole = |at: usize, name: &[String]| {
            at + name.len() <= text.tokens().len()
                && name
                    .iter()
                    .enumerate()
                    .all(|(i, word)| text.word(at + i) == word)
        };
        let in_short = |at: usize, name: &[String]| {
            let before = at.checked_sub(1).map_or("", |t| text.word(t));
            before == "the" && text.tokens()[at].capital && name.iter().any(|w| w == text.word(at))
        };
        let named = |at: &usize| {
            let mut names = names.iter().filter(|name| !name.is_empty());
            names.any(|name| whole(*at, name) || in_short(*at, name))
        };
        let sentences: Vec<usize> = (0..text.tokens().len())
            .filter(named)
            .map(|at| text.tokens()[at].sentence)
            .collect();
        for sentence in sentences {
            self.context[sentence].push("own");
        }
    }

    /// The key of a word's stem, where it may tell something.
    pub(crate) fn stem(&self, token: usize) -> Option<Key> {
        self.words[token].0
    }

    /// Some words of the draft, as it says them.
    pub(crate) fn words_of(&self, tokens: &Range<usize>) -> String {
        let words: Vec<&str> = tokens.clone().map(|t| self.text.word(t)).collect();
        words.join(" ")
    }

    /// The roles that a word tells of.
    pub(crate) fn roles(&self, token: usize) -> Roles {
        self.words[token].1
    }

    /// Whether a context word of that kind stands in a sentence.
    pub(crate) fn says(&self, sentence: usize, what: &str) -> bool {
        self.context
            .get(sentence)
            .is_some_and(|said| said.contains(&what))
    }

    pub(crate) fn says_any(&self, sentence: usize, what: &[&str]) -> bool {
        what.iter().any(|w| self.says(sentence, w))
    }

    /// Whether any sentence of the text says so.
    pub(crate) fn text_says(&self, what: &[&str]) -> bool {
        (0..self.context.len()).any(|sentence| self.says_any(sentence, what))
    }

    pub(crate) fn sentence_count(&self) -> usize {
        self.context.len()
    }

    pub(crate) fn hits_in(&self, tokens: Range<usize>) -> impl Iterator<Item = &Hit> {
        let start = self
            .hits
            .partition_point(|hit| hit.tokens.start < tokens.start);
        self.hits[start..]
            .iter()
            .take_while(move |hit| hit.tokens.start < tokens.end)
    }

    pub(crate) fn mentions_in(&self, tokens: Range<usize>) -> impl Iterator<Item = &Mention> {
        let start = self
            .mentions
            .partition_point(|m| m.tokens.start < tokens.start);
        self.mentions[start..]
            .iter()
            .take_while(move |m| m.tokens.start < tokens.end)
    }

    /// A context word of that kind among some tokens.
    pub(crate) fn context_hit(&self, tokens: Range<usize>, what: &str) -> Option<&Hit> {
        let lexicon = Lexicon::shipped();
        self.hits_in(tokens)
            .find(|hit| hit.kind == Kind::Context && lexicon.name(hit.concept) == what)
    }

    /// The token is a place, month or anything else that the tables know by name.
    pub(crate) fn is_known_name(&self, token: usize) -> bool {
        self.mentions
            .iter()
            .any(|m| m.tokens.contains(&token) && !matches!(m.handle, Handle::Fits(_)))
            || self.days.iter().any(|d| d.tokens.contains(&token))
    }

    /// Only words of place stand between two things: `in`, `из-под`, `not far from`.
    pub(crate) fn is_joined(&self, between: Range<usize>) -> bool {
        const OF_PLACE: &[&str] = &[
            "a",
            "around",
            "at",
            "by",
            "close",
            "far",
            "from",
            "in",
            "near",
            "not",
            "of",
            "outside",
            "the",
            "to",
            "близ",
            "в",
            "во",
            "возле",
            "за",
            "из",
            "недалеко",
            "около",
            "от",
            "под",
            "у",
        ];
        let mut between = between;
        between.len() <= 4 && between.all(|t| OF_PLACE.contains(&self.text.word(t)))
    }

    /// A capital in the middle of a sentence, which case of letters makes a name.
    pub(crate) fn is_capital_inside(&self, token: usize) -> bool {
        let t = &self.text.tokens()[token];
        t.capital && token != self.text.sentence_of(token).start && !t.number
    }
}

fn tags(draft: &str, text: &Text) -> Vec<(usize, Sounds)> {
    let tokens = text.tokens().iter().enumerate();
    let hashed = tokens.filter(|(_, token)| token.joined_by == Some('#'));
    hashed
        .map(|(i, token)| {
            let letters = draft.chars().skip(token.at.start).take(token.at.len());
            let mut apart = String::new();
            for letter in letters {
                if letter.is_uppercase() {
                    apart.push(' ');
                }
                apart.push(letter);
            }
            // `#StandWithThem` names no Vitya.
            let words = apart.split_whitespace();
            let words: Vec<&str> = words
                .filter(|word| !is_a_small_word(&word.to_lowercase()))
                .collect();
            (i, Sounds::of(&Text::read(&words.join(" "))))
        })
        .collect()
}
