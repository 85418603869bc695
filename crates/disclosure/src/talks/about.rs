//! Whether a sentence that names or describes a country speaks of our talks with it.

use super::{Fitting, Talks};
use crate::gazetteer::Handle;

/// How governments speak and decide, by the beginnings of words.
const SPEAK: &[&str] = &[
    "accept",
    "declin",
    "answer",
    "repl",
    "respond",
    "wrote",
    "writ",
    "rang",
    "ring",
    "call",
    "wait",
    "ask",
    "said",
    "say",
    "offer",
    "promis",
    "hesitat",
    "think",
    "thought",
    "agree",
    "refus",
    "reject",
    "silent",
    "listen",
    "hint",
    "nod",
    "confirm",
    "want",
    "postpon",
    "sign",
    "sent",
    "send",
    "consider",
    "decid",
    "kind",
    "slow",
    "patient",
    "generous",
    "helpful",
    "cautious",
    "hesitant",
    "reluctant",
    "stubborn",
    "polite",
    "willing",
    "ready",
    "добр",
    "медлен",
    "терпелив",
    "осторожн",
    "вежлив",
    "молч",
    "ждет",
    "ждут",
    "ждал",
    "ответ",
    "отвеч",
    "звон",
    "позвон",
    "напис",
    "пишет",
    "пишут",
    "соглас",
    "отказ",
    "отверг",
    "дума",
    "обеща",
    "прос",
    "попрос",
    "хот",
    "хоче",
    "реш",
    "колеб",
    "слуша",
    "выслуш",
    "кива",
    "кивн",
    "подтверд",
    "подпис",
    "прислал",
    "готов",
    "предлаг",
    "предлож",
    "назва",
    "примет",
    "примут",
    "принять",
    "возьмет",
    "возьмут",
];

impl Talks<'_> {
    /// The sentence, or its neighbour about the same thing, speaks of talks and not of the world's news.
    pub(super) fn is_about_talks(
        &self,
        sentence: usize,
        named: bool,
        described: Option<&Fitting>,
    ) -> bool {
        let r = self.reading;
        let office = r.says(sentence, "gov") || !named;
        let own = r.says_any(sentence, &["own", "guest"])
            || r.text_says(&["own"]) && r.text.sentences().len() <= 3;
        let news = r.says(sentence, "title") && !own || self.tells_of_the_past(sentence);
        if news && !r.says(sentence, "talk") {
            return false;
        }
        let pending = r.says(sentence, "not") || r.says(sentence, "just");
        let pointed =
            !named && !news && r.says(sentence, "gov") && self.points_at_few(sentence, described);
        r.says(sentence, "talk")
            || pointed
            || !named && self.is_one_of_ours(sentence)
            || named && r.says(sentence, "gov") && self.names_a_guest(sentence)
            || named
                && (self.addresses_an_office() || self.thanks(sentence) || self.meets(sentence))
            || named && self.is_an_answer_from(sentence)
            || named && own && self.is_waited_for(sentence)
            || named && self.is_met_with_no_comment()
            || self.denies_contact(sentence)
            || self.a_seat_and_us(sentence)
            || named && self.is_a_speaker(sentence)
            || !named && self.is_one_of_a_region(sentence)
            || r.says(sentence, "reply")
                && (own || !named && office || pending || self.begins_with_a_capital_city(sentence))
            || r.says(sentence, "deal") && (own || office)
            || own
                && r.says(sentence, "gov")
                && r.says_any(sentence, &["visa", "deny", "care", "guest"])
            || own && r.says(sentence, "deny")
            || own
                && r.says_any(sentence, &["visa", "leave"])
                && r.says_any(sentence, &["guest", "gov"])
    }

    /// `Your minister`, `ваше ведомство`: the text is a letter to a government.
    fn addresses_an_office(&self) -> bool {
        let r = self.reading;
        (0..r.text.tokens().len()).any(|t| {
            let word = r.text.word(t);
            let yours = word == "your"
                || matches!(
                    word.strip_prefix("ваш"),
                    Some("" | "а" | "е" | "у" | "и" | "его" | "ей" | "ему" | "им" | "их")
                );
            let end = (t + 4).min(r.text.sentence_of(t).end).max(t + 1);
            let seat = r
                .mentions_in(t + 1..end)
                .any(|m| matches!(m.handle, Handle::Seat(_)));
            yours && (seat || r.context_hit(t + 1..end, "gov").is_some()) || is_an_address(word)
        })
    }

    /// `The Casa Rosada has been kind to us`: a seat of government and us, where nothing is held in public.
    fn a_seat_and_us(&self, sentence: usize) -> bool {
        let r = self.reading;
        let tokens = r.text.sentences()[sentence].clone();
        let seat = r
            .mentions_in(tokens)
            .any(|m| matches!(m.handle, Handle::Seat(_)));
        let elsewhere = ["title", "public_event", "outsider"];
        seat && r.says(sentence, "own") && !r.says_any(sentence, &elsewhere)
    }

    /// `The answer from Oslo`, `ответ из Осло`: something that governments give, and who gives it.
    fn is_an_answer_from(&self, sentence: usize) -> bool {
        let r = self.reading;
        let tokens = r.text.sentences()[sentence].clone();
        let mut places = r
            .mentions_in(tokens.clone())
            .filter(|m| matches!(m.handle, Handle::Country(_) | Handle::Seat(_)));
        let after_an_answer = places.any(|m| {
            let Some(before) = m.tokens.start.checked_sub(1).filter(|b| tokens.contains(b)) else {
                return false;
            };
            let the = usize::from(r.text.word(before) == "the");
            let before = before.saturating_sub(the);
            let from = matches!(r.text.word(before), "from" | "of" | "by" | "из" | "от");
            let start = before.saturating_sub(3).max(tokens.start);
            let given = ["reply", "deal"]
                .iter()
                .any(|what| r.context_hit(start..before, what).is_some());
            from && given
        });
        after_an_answer && !r.says_any(sentence, &["title", "public_event", "generic", "outsider"])
    }

    /// `We are still waiting for the Danes`, `ждём норвежцев`.
    fn is_waited_for(&self, sentence: usize) -> bool {
        const WAIT: &[&str] = &[
            "await", "awaiting", "count", "counting", "hear", "heard", "hoping",
        ];
        const STEMS: &[&str] = &["wait", "жд", "надеем", "рассчитыва"];
        let r = self.reading;
        let tokens = r.text.sentences()[sentence].clone();
        let waits = |t: usize| {
            let word = r.text.word(t);
            WAIT.contains(&word) || STEMS.iter().any(|stem| word.starts_with(stem))
        };
        let mut places = r
            .mentions_in(tokens.clone())
            .filter(|m| matches!(m.handle, Handle::Country(_) | Handle::Seat(_)));
        let near = places.any(|m| {
            (m.tokens.start.saturating_sub(4).max(tokens.start)..m.tokens.start).any(waits)
        });
        near && !r.says_any(
            sentence,
            &["title", "public_event", "generic", "outsider", "leave"],
        )
    }

    /// `The Finns have not declined`, `Хельсинки молчит`: a government is who speaks or decides.
    fn is_a_speaker(&self, sentence: usize) -> bool {
        let r = self.reading;
        let tokens = r.text.sentences()[sentence].clone();
        let speaks = |t: usize| SPEAK.iter().any(|stem| r.text.word(t).starts_with(stem));
        let first = r.mentions_in(tokens.clone()).find(|m| {
            matches!(m.handle, Handle::Country(_) | Handle::Seat(_))
                && m.tokens.start <= tokens.start + 1
        });
        let speaks =
            first.is_some_and(|m| (m.tokens.end..(m.tokens.end + 6).min(tokens.end)).any(speaks));
        let elsewhere = ["title", "public_event", "generic"];
        (speaks || self.is_said_to_speak(sentence) || self.treats_us(sentence))
            && !r.says_any(sentence, &elsewhere)
    }

    /// `It would be wrong to say that Dublin has refused`.
    fn is_said_to_speak(&self, sentence: usize) -> bool {
        let r = self.reading;
        let tokens = r.text.sentences()[sentence].clone();
        let opens = |t: usize| {
            let word = r.text.word(t);
            matches!(
                word,
                "that" | "if" | "whether" | "because" | "что" | "будто" | "если"
            )
        };
        let speaks = |t: usize| SPEAK.iter().any(|stem| r.text.word(t).starts_with(stem));
        r.mentions_in(tokens.clone()).any(|m| {
            let the = m.tokens.start.saturating_sub(2).max(tokens.start);
            matches!(m.handle, Handle::Country(_) | Handle::Seat(_))
                && (the..m.tokens.start).any(opens)
                && (m.tokens.end..(m.tokens.end + 3).min(tokens.end)).any(speaks)
        })
    }

    /// `Slovenes have been patient with us`: a people or a seat at the head of a sentence, and us as whom it meets.
    fn treats_us(&self, sentence: usize) -> bool {
        let r = self.reading;
        let tokens = r.text.sentences()[sentence].clone();
        let first = r.mentions_in(tokens.clone()).find(|m| {
            matches!(m.handle, Handle::Country(_) | Handle::Seat(_))
                && m.tokens.start <= tokens.start + 1
        });
        let us = |t: usize| matches!(r.text.word(t), "us" | "нас" | "нам" | "нами");
        let met = first.is_some_and(|m| (m.tokens.end..tokens.end).any(us));
        met && !r.says_any(sentence, &["outsider", "leave", "hide", "live"])
    }

    /// A description that fits no more than three countries, in no news of the world.
    fn points_at_few(&self, sentence: usize, described: Option<&Fitting>) -> bool {
        let few = described.is_some_and(|(codes, _)| codes.len() <= 3);
        few && !self
            .reading
            .says_any(sentence, &["title", "generic", "public_event"])
    }

    /// `One Alpine government has …`: one of some, by its region.
    fn is_one_of_a_region(&self, sentence: usize) -> bool {
        let r = self.reading;
        let tokens = r.text.sentences()[sentence].clone();
        let one = |t: usize| {
            let word = r.text.word(t);
            matches!(word, "one" | "another" | "a" | "an" | "some" | "certain")
                || ["одн", "один", "некотор", "неко"]
                    .iter()
                    .any(|stem| word.starts_with(stem))
        };
        let mut places = r
            .mentions_in(tokens.clone())
            .filter(|m| matches!(m.handle, Handle::Fits(_)));
        let after_one = places.any(|m| {
            let near = m.tokens.start.saturating_sub(2).max(tokens.start)..m.tokens.start;
            near.into_iter().any(one)
                && r.context_hit(m.tokens.start..(m.tokens.end + 3).min(tokens.end), "gov")
                    .is_some()
        });
        after_one && !r.says_any(sentence, &["title", "generic", "public_event"])
    }

    /// `One of the four lies …`: as many as we talk with.
    fn is_one_of_ours(&self, sentence: usize) -> bool {
        let r = self.reading;
        let tokens = r.text.sentences()[sentence].clone();
        let as_many = |value: u32| usize::try_from(value) == Ok(self.world.talks.len());
        r.numbers.iter().any(|(token, number)| {
            let before = |n: usize| token.checked_sub(n).map_or("", |t| r.text.word(t));
            tokens.contains(token)
                && as_many(number.value)
                && (matches!((before(2), before(1)), ("of", "the") | ("of", "our"))
                    || before(1) == "из")
        })
    }

    /// An office of a country and somebody of ours by name: `the Irish consul has seen … 's papers`.
    fn names_a_guest(&self, sentence: usize) -> bool {
        let tokens = self.reading.text.sentences()[sentence].clone();
        let mut places = self.identified.persons.values();
        places.any(|at| tokens.contains(&at.start))
    }

    /// Our people meet somebody, write or travel there: `our liaison flew to …`.
    fn meets(&self, sentence: usize) -> bool {
        let r = self.reading;
        // A minister is well known, and also whom our people meet.
        let known = r.says(sentence, "title") && !r.says(sentence, "gov");
        let ours =
            r.says_any(sentence, &["own", "staffword"]) && !known && !r.says(sentence, "generic");
        ours && r.says(sentence, "contact")
    }

    /// We thank somebody for something at a place of a government.
    fn thanks(&self, sentence: usize) -> bool {
        let r = self.reading;
        let tokens = r.text.sentences()[sentence].clone();
        tokens.clone().any(|t| {
            let next = (t + 1..tokens.end).map(|n| r.text.word(n));
            let word = r.text.word(t);
            let thanks = matches!(
                word,
                "thank" | "thanks" | "grateful" | "спасибо" | "признательны"
            ) || word.starts_with("благодар");
            let next = next.take(if r.says(sentence, "gov") { 12 } else { 2 });
            thanks && next.into_iter().any(|n| matches!(n, "for" | "за"))
        })
    }

    /// `We have never spoken with Chile`: whoever is left out was spoken with.
    fn denies_contact(&self, sentence: usize) -> bool {
        const CONTACT: &[&str] = &[
            "approached",
            "contacted",
            "spoken",
            "spoke",
            "talked",
            "met",
        ];
        const CONTACT_RU: &[&str] = &[
            "разговарива",
            "обраща",
            "встреча",
            "связыва",
            "беседова",
            "обсужда",
        ];
        const SILENCE: &[&str] = &["comment", "silence", "silent", "conclusions"];
        const SILENCE_RU: &[&str] = &["молч", "промолч", "комментир"];
        let text = &self.reading.text;
        let has = |t: usize, words: &[&str], stems: &[&str]| {
            let word = text.word(t);
            words.contains(&word) || stems.iter().any(|stem| word.starts_with(stem))
        };
        let tokens = text.sentences()[sentence].clone();
        let denied = self.reading.says_any(sentence, &["deny", "not"])
            || tokens
                .clone()
                .any(|t| has(t, &["neither", "nor", "ни"], &[]));
        let silent = (0..text.tokens().len()).any(|t| has(t, SILENCE, SILENCE_RU));
        denied
            && tokens.clone().any(|t| has(t, CONTACT, CONTACT_RU))
            && (silent || self.reading.says(sentence, "own"))
    }

    /// `Chile? No comment.`: whoever is met with silence was spoken with.
    fn is_met_with_no_comment(&self) -> bool {
        let r = self.reading;
        let word = |t: usize| r.text.word(t);
        let tokens = r.text.tokens().len();
        let ours = (1..tokens).any(|t| {
            word(t) == "comment" && word(t - 1) == "no"
                || word(t).starts_with("комментар") && word(t - 1) == "без"
                || word(t).starts_with("комментируем") && word(t - 1) == "не"
        });
        ours && r.sentence_count() <= 3 && !r.text_says(&["title", "public_event", "outsider"])
    }

    fn begins_with_a_capital_city(&self, sentence: usize) -> bool {
        let tokens = self.reading.text.sentences()[sentence].clone();
        self.reading
            .mentions_in(tokens.clone())
            .any(|m| matches!(m.handle, Handle::Seat(_)) && m.tokens.start <= tokens.start + 2)
    }

    /// A year that is over: history, not talks.
    fn tells_of_the_past(&self, sentence: usize) -> bool {
        let tokens = self.reading.text.sentences()[sentence].clone();
        let year = i32::from(self.reading.day.year());
        tokens.clone().any(|t| {
            self.reading.text.tokens()[t].number
                && self.reading.text.tokens()[t].at.len() == 4
                && self
                    .reading
                    .text
                    .word(t)
                    .parse::<i32>()
                    .is_ok_and(|y| (1000..year).contains(&y))
        }) || self.reading.says(sentence, "generic")
            && !self.reading.says_any(sentence, &["talk", "own"])
    }

    /// One is denied while the rest is met with silence.
    pub(super) fn is_uneven(&self, sentence: usize) -> bool {
        let r = self.reading;
        r.says_any(sentence, &["deny", "not"])
            && r.says(sentence, "own")
            && r.says(sentence, "talk")
            || self.denies_contact(sentence)
    }
}

/// How a minister is addressed.
fn is_an_address(word: &str) -> bool {
    matches!(word, "excellency" | "excellencies") || word.starts_with("превосходительств")
}
