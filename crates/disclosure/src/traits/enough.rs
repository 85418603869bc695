//! Whether what a sentence says of somebody is enough to tell of one of ours.

use super::{PERSONAL, Traits};
use crate::gazetteer::{Handle, Mention};
use crate::lexicon::{Hit, Kind};
use crate::said_traits::{Said, counts};

/// Works that an organisation like ours has on its staff.
const STAFF: &[&str] = &[
    "lawyer",
    "doctor",
    "specialist_doctor",
    "nurse",
    "psychologist",
    "translator",
    "driver",
    "accountant",
    "secretary",
    "cook",
    "guard",
    "programmer",
    "system_administrator",
    "manager",
    "teacher",
    "activist",
    "social_worker",
    "cleaner",
    "official",
    "bank_clerk",
    "courier",
    "journalist",
    "sound_technician",
    "graphic_designer",
    "painter",
    "university_teacher",
    "student",
    "call_centre_worker",
    "personnel_officer",
    "advertiser",
    "sociologist",
];

/// Words after which a Russian sentence that begins with somebody's work goes on about them.
const GO_ON: &[&str] = &[
    "больше",
    "все",
    "давно",
    "еще",
    "из",
    "не",
    "никогда",
    "ничего",
    "опять",
    "по-прежнему",
    "с",
    "скоро",
    "снова",
    "со",
    "сам",
    "сама",
    "теперь",
    "тоже",
    "уже",
];

/// Verbs by which a sentence tells of somebody now, and not of a rule or of news.
const NOW: &[&str] = &[
    "and", "asks", "bakes", "can't", "cannot", "carves", "cooks", "does", "draws", "dreams",
    "fixes", "has", "hides", "hopes", "is", "keeps", "learns", "lives", "mends", "misses", "needs",
    "now", "paints", "plays", "reads", "repairs", "sews", "shares", "sings", "sits", "sleeps",
    "speaks", "stays", "still", "talks", "teaches", "thanks", "waits", "wants", "who", "will",
    "with", "without", "works", "would", "writes",
];

/// What a sentence says beside the traits.
struct Told {
    /// Here or in the next sentence.
    pronoun: bool,
    event: bool,
    /// Somebody works, or is no longer allowed to: a place of work alone is also where others go.
    works: bool,
    /// A name of one of ours stands near.
    named: bool,
}

impl Traits<'_> {
    pub(super) fn is_enough(&self, weight: usize, mine: &[Said], sentence: usize) -> bool {
        let r = self.reading;
        if mine.iter().any(|s| self.is_of_another_place(s, mine)) {
            return false;
        }
        if mine.iter().any(|s| self.is_of_a_rule(s, sentence)) {
            return false;
        }
        if mine.iter().all(|s| self.is_seen_by_others(s) || !counts(s)) {
            return false;
        }
        let pronoun = r.says_any(sentence, &["he", "she"])
            || r.says_any(sentence + 1, &["he", "she"]) && r.sentence_count() > sentence + 1;
        if is_of_many(mine) && !pronoun && !r.says(sentence, "guest") {
            return false;
        }
        let languages = mine
            .iter()
            .all(|s| s.kind == Some(Kind::Language) || s.label == "origin");
        if languages && !pronoun && r.says_any(sentence, &["outsider", "staffword"]) {
            return false;
        }
        let told = Told {
            pronoun,
            event: r.says_any(sentence, &PERSONAL[..9]),
            works: r.says_any(sentence, &["work", "fire"]),
            named: self.is_beside_a_name(mine),
        };
        match weight {
            0 | 1 => false,
            2 | 3 => self.one_trait_is_enough(&told, mine, sentence),
            _ => {
                let family_at_home = mine.iter().any(|s| s.label == "origin")
                    && mine.iter().any(|s| s.kind == Some(Kind::Kin));
                told.pronoun
                    || told.event
                    || told.named
                    || mine.iter().any(is_one_person)
                    || family_at_home
                    || r.says(sentence, "own")
                    || self.tells_of_one(sentence)
                    || mine.iter().any(|s| self.is_one_who(s))
            }
        }
    }

    fn one_trait_is_enough(&self, told: &Told, mine: &[Said], sentence: usize) -> bool {
        let r = self.reading;
        let tokens = r.text.sentences()[sentence].clone();
        let only = r.hits_in(tokens.clone()).any(|h| h.kind == Kind::Only) && told.event;
        let strong = |s: &Said| match s.kind {
            Some(Kind::Body) => is_telling_of_a_body(s),
            // `The youngest member state` is none of ours.
            Some(Kind::Superlative) => {
                !r.says(sentence, "gov") || r.says_any(sentence, &["own", "guest"])
            }
            Some(Kind::Language) => {
                told.pronoun || self.tells_of_one(sentence) || self.is_spoken(sentence)
            }
            Some(Kind::Occupation) if s.person && !s.plural => true,
            Some(Kind::Occupation) if (told.pronoun || told.event) && !s.hint => {
                told.works || !self.is_a_public_place(s)
            }
            Some(Kind::Kin) if s.label == "twin" => {
                told.pronoun || mine.iter().filter(|s| s.kind == Some(Kind::Kin)).count() > 1
            }
            Some(Kind::Event | Kind::Faith) if told.pronoun => true,
            _ => s.label == "work" || only && counts(s),
        };
        // `A man with a swallow on his neck`: words that only the vault has, of one thing.
        let words = mine.iter().filter(|s| s.label == "word").count();
        let body_part = mine.iter().any(|s| s.kind == Some(Kind::Body));
        let young = mine.iter().any(|s| matches!(s.label, "boy" | "girl"));
        let pieced = (words > 1 || words > 0 && (body_part || young))
            && (told.pronoun || r.says(sentence, "someone") || self.tells_of_one(sentence));
        // A place that is none of theirs: the news of somebody else.
        let elsewhere = r
            .mentions_in(tokens)
            .any(|m| !mine.iter().any(|s| s.tokens.start == m.tokens.start))
            && !r.says_any(sentence, &["own", "guest"]);
        // `The lawyer said that she would appeal`: there are lawyers everywhere.
        let common = mine.iter().all(|s| STAFF.contains(&s.label))
            && (!r.text_says(&["own", "guest", "hide", "care"]) || r.says(sentence, "outsider"));
        let one_of_ours = (told.pronoun && !elsewhere || told.event) && !common
            || told.named
            || self.is_one_of_ours(mine);
        let dated = r.text.sentences()[sentence]
            .clone()
            .any(|t| r.text.tokens()[t].number && r.text.tokens()[t].at.len() == 4);
        let home = !dated
            && mine
                .iter()
                .any(|s| s.label == "origin" && !self.stands_by_itself(s))
            && (told.pronoun || r.says(sentence, "guest"))
            && r.says_any(sentence, &["guest", "leave", "he", "she"]);
        let body = mine
            .iter()
            .any(|s| s.kind == Some(Kind::Body) && is_telling_of_a_body(s));
        let one_of_ours = one_of_ours
            || mine
                .iter()
                .any(|s| self.is_one_who(s) || !common && self.is_the_one(s))
            || body && self.tells_of_one(sentence);
        let one_of_ours = one_of_ours
            || pieced && !elsewhere
            || !elsewhere
                && mine
                    .iter()
                    .any(|s| self.begins_with_a_rare_trade(s, sentence));
        (mine.iter().any(strong) || pieced) && one_of_ours && !r.says(sentence, "generic") || home
    }

    /// A word between two marks, as an entry of a list: it is said of nobody.
    fn stands_by_itself(&self, said: &Said) -> bool {
        let text = &self.reading.text;
        let sentence = text.sentence_of(said.tokens.start);
        let breaks = |t: usize| text.tokens()[t].after_break;
        let begins = said.tokens.start == sentence.start || breaks(said.tokens.start);
        let ends = said.tokens.end >= sentence.end || breaks(said.tokens.end);
        begins && ends
    }

    /// `The bank froze us`, `taken to hospital`: a place of work where anybody may go.
    fn is_a_public_place(&self, said: &Said) -> bool {
        const PLACES: &[&str] = &[
            "bank",
            "church",
            "clinic",
            "college",
            "court",
            "hospital",
            "market",
            "mosque",
            "office",
            "police",
            "school",
            "schools",
            "shop",
            "station",
            "train",
            "trains",
            "tram",
            "trams",
            "university",
        ];
        const PLACES_RU: &[&str] = &[
            "банк",
            "больниц",
            "вокзал",
            "магазин",
            "мечет",
            "поезд",
            "полици",
            "почт",
            "рынк",
            "рынок",
            "суд",
            "трамва",
            "университет",
            "церк",
            "школ",
        ];
        let word = self.reading.text.word(said.tokens.start);
        said.tokens.len() == 1
            && (PLACES.contains(&word) || PLACES_RU.iter().any(|stem| word.starts_with(stem)))
    }

    /// `Have now seen a doctor`, `у врача`: the work of somebody whose help others have.
    fn is_seen_by_others(&self, said: &Said) -> bool {
        const BEFORE: &[&str] = &[
            "asked",
            "by",
            "call",
            "called",
            "consult",
            "consulted",
            "from",
            "hired",
            "need",
            "needed",
            "needs",
            "offered",
            "paid",
            "pay",
            "saw",
            "see",
            "seen",
            "sees",
            "to",
            "visit",
            "visited",
            "visits",
            "with",
            "для",
            "к",
            "от",
            "с",
            "со",
            "у",
        ];
        let text = &self.reading.text;
        let sentence = text.sentence_of(said.tokens.start);
        let mut before = said.tokens.start;
        while before > sentence.start && matches!(text.word(before - 1), "a" | "an" | "the" | "our")
        {
            before -= 1;
        }
        STAFF.contains(&said.label)
            && said.person
            && before > sentence.start
            && BEFORE.contains(&text.word(before - 1))
    }

    /// `A dental student may not pull teeth`: what anybody of that work may or must.
    fn is_of_a_rule(&self, said: &Said, sentence: usize) -> bool {
        const MAY: &[&str] = &[
            "may",
            "must",
            "shall",
            "should",
            "вправе",
            "должен",
            "должна",
            "может",
            "обязан",
            "обязана",
        ];
        let r = self.reading;
        let next = said.tokens.end;
        let work = matches!(said.kind, Some(Kind::Occupation | Kind::Study)) && said.person;
        work && next < r.text.sentences()[sentence].end
            && MAY.contains(&r.text.word(next))
            && !r.says_any(sentence, &["own", "guest", "he", "she"])
    }

    /// `A librarian in Helsinki`: somebody who works where the person never was.
    fn is_of_another_place(&self, said: &Said, mine: &[Said]) -> bool {
        let r = self.reading;
        let at = said.tokens.end;
        let work = said.kind == Some(Kind::Occupation) && said.person;
        if !work || at + 1 >= r.text.tokens().len() || r.text.tokens()[at].after_break {
            return false;
        }
        let works_in = matches!(r.text.word(at), "in" | "at" | "в" | "во");
        // A home town may be spelled in another way; a country or a capital is known.
        let comes_from = matches!(r.text.word(at), "from" | "of" | "из");
        let known = |m: &Mention| matches!(m.handle, Handle::Country(_) | Handle::Seat(_));
        r.mentions_in(at + 1..at + 2)
            .any(|m| works_in || comes_from && known(m))
            && !mine.iter().any(|s| s.tokens.start == at + 1)
            && !self.is_a_hiding_town(at + 1)
    }

    fn is_a_hiding_town(&self, token: usize) -> bool {
        let hits = self.index.towns.hits(&self.reading.sounds);
        hits.iter().any(|hit| hit.tokens.contains(&token))
    }

    /// `A Pamiri who …`, `пекарь, которого …`.
    fn is_one_who(&self, said: &Said) -> bool {
        let text = &self.reading.text;
        let next = said.tokens.end;
        let word = if next < text.tokens().len() {
            text.word(next)
        } else {
            ""
        };
        !said.plural
            && (matches!(word, "who" | "whose" | "whom" | "чей" | "чья" | "чье")
                || word.starts_with("котор"))
    }

    /// `The receptionist has …`, `Вратарь улетел`: one whom the text takes for known, and of no other place.
    fn is_the_one(&self, said: &Said) -> bool {
        let r = self.reading;
        let work = said.kind == Some(Kind::Occupation) && said.person || said.label == "work";
        let start = r.text.sentence_of(said.tokens.start).start;
        let sentence = r.text.tokens()[said.tokens.start].sentence;
        let others = ["outsider", "gov", "title", "generic", "public_event"];
        if !work || said.plural || said.hint || r.says_any(sentence, &others) {
            return false;
        }
        let next = said.tokens.end;
        let apart = r.text.tokens().get(next).is_none_or(|n| n.after_break);
        let word = if apart { "" } else { r.text.word(next) };
        if r.text.tokens()[said.tokens.start].cyrillic {
            let verb = is_verb_of_one(word);
            let goes_on = apart || verb || GO_ON.contains(&word);
            return said.tokens.start == start && goes_on;
        }
        let the = said.tokens.start > start && r.text.word(said.tokens.start - 1) == "the";
        // `The jockey club`: a body of many.
        let body = matches!(
            word,
            "association"
                | "club"
                | "federation"
                | "guild"
                | "school"
                | "society"
                | "strike"
                | "union"
        );
        the && !body
            && !matches!(word, "of" | "in" | "at" | "for" | "and" | "who")
            && !r.text.tokens()[next - 1].possessive
    }

    /// `A lift mechanic is afraid of stairs now`: a work that few do, as the subject of a sentence that is no news.
    fn begins_with_a_rare_trade(&self, said: &Said, sentence: usize) -> bool {
        let r = self.reading;
        let start = r.text.sentences()[sentence].start;
        let work = said.kind == Some(Kind::Occupation) && said.person && !said.plural && !said.hint;
        let article = matches!(r.text.word(start), "a" | "an" | "one" | "our");
        let first = start + usize::from(article);
        let others = ["outsider", "gov", "title", "generic", "public_event"];
        let next = said.tokens.end;
        let goes_on = next + 1 < r.text.sentences()[sentence].end
            && !r.text.tokens()[next].after_break
            && NOW.contains(&r.text.word(next))
            && !matches!(r.text.word(next + 1), "a" | "an" | "the");
        work && article
            && said.tokens.start <= first + 1
            && goes_on
            && !STAFF.contains(&said.label)
            && !r.says_any(sentence, &others)
    }

    /// Somebody speaks a language.
    fn is_spoken(&self, sentence: usize) -> bool {
        let tokens = self.reading.text.sentences()[sentence].clone();
        tokens.into_iter().any(|t| {
            let word = self.reading.text.word(t);
            word.starts_with("speak") || word.starts_with("говор") || word.starts_with("interpret")
        })
    }

    fn is_beside_a_name(&self, mine: &[Said]) -> bool {
        mine.iter().any(|s| {
            self.identified
                .persons
                .values()
                .any(|t| t.start.abs_diff(s.tokens.start) < 25)
        })
    }

    /// `Our welder`: a work that no staff of ours does.
    fn is_one_of_ours(&self, mine: &[Said]) -> bool {
        let work = mine
            .iter()
            .filter(|s| s.kind == Some(Kind::Occupation) && s.person && !s.plural);
        work.filter(|s| !STAFF.contains(&s.label)).any(|s| {
            let before = s
                .tokens
                .start
                .checked_sub(1)
                .map(|t| self.reading.text.word(t));
            let first = s
                .tokens
                .start
                .checked_sub(2)
                .map(|t| self.reading.text.word(t));
            let the = before == Some("the") || first == Some("the");
            let ours = self.reading.text_says(&["own"]);
            before.is_some_and(|word| word == "our" || word.starts_with("наш")) || the && ours
        })
    }

    /// One person is spoken of: `a girl`, `оператор`.
    fn tells_of_one(&self, sentence: usize) -> bool {
        let tokens = self.reading.text.sentences()[sentence].clone();
        let one = |h: &Hit| {
            let kinds = [Kind::Person, Kind::Occupation, Kind::Study];
            kinds.contains(&h.kind) && h.person && !h.hint && !h.plural
        };
        self.reading.hits_in(tokens).any(one)
            && !self
                .reading
                .says_any(sentence, &["outsider", "staffword", "gov"])
    }
}

/// The endings of Russian verbs of which one person is the subject.
fn is_verb_of_one(word: &str) -> bool {
    const ENDINGS: &[&str] = &["л", "ла", "лся", "лась", "ет", "ит", "ется", "ится"];
    word.chars().count() > 3 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// A mark that few bear, and not a part that everyone has.
fn is_telling_of_a_body(said: &Said) -> bool {
    const PARTS: &[&str] = &[
        "hand",
        "left_hand",
        "right_hand",
        "leg",
        "back",
        "broken",
        "eyes",
        "face",
        "nose",
        "neck",
        "shoulder",
        "ribs",
        "ear",
    ];
    !said.hint && !PARTS.contains(&said.label)
}

fn is_one_person(said: &Said) -> bool {
    said.person
        && !said.plural
        && matches!(
            said.kind,
            Some(Kind::Occupation | Kind::Superlative | Kind::Study | Kind::Person)
        )
}

/// Works in the plural, and none in the singular.
fn is_of_many(mine: &[Said]) -> bool {
    let mut works = mine
        .iter()
        .filter(|s| s.kind == Some(Kind::Occupation))
        .peekable();
    let persons = works.clone().any(|s| s.person);
    // `Дочь муллы`: after kin the ending is a genitive.
    let of_kin = |said: &Said| {
        let kin = |s: &&Said| s.kind == Some(Kind::Kin) && s.tokens.end == said.tokens.start;
        mine.iter().any(|s| kin(&s))
    };
    works.peek().is_some() && works.all(|s| s.plural && !of_kin(s) || persons && !s.person)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn works_of_staff_are_works_of_the_table() {
        // A row got another name, and our own journalist then counted as a person in our care.
        let listed: BTreeSet<&str> =
            crate::lexicon::rows(include_str!("../../data/occupations.txt"))
                .filter_map(|columns| columns[0].split_once(' '))
                .map(|(_, name)| name)
                .collect();
        let missing: Vec<_> = STAFF
            .iter()
            .filter(|work| !listed.contains(*work))
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
