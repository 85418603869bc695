//! A verdict in words: what the law says, what is done, what we were told, and why.

use crate::case::{Case, Said, Signal, Step, Terms, What};
use crate::day;
use crate::desk::Reading;
use crate::sign::{Sign, Signed};
use crate::speech::say;
use crate::view::{Noted, Quote, Reason, Way};
use facts::{AskedOf, FactId, Truth};
use law::{
    Condition, Discretion, InForce, Kind, Pathway, PracticeEffect, Rule, Verdict, WhyUnknown, Word,
};
use std::collections::BTreeSet;

/// How a verdict looks at a glance.
pub(crate) fn sign_of(verdict: &Verdict, kind: Kind) -> Sign {
    let reserved = verdict.limited || verdict.not_operated || verdict.as_last_seen.is_some();
    match verdict.word {
        Word::Closed if verdict.reasons == [law::Reason::OnlyByException] => Sign::Reserved,
        word => sign_of_word(word, kind, verdict.discretion, reserved),
    }
}

/// The same from a word alone, where nothing but the word depends on the person.
pub(crate) fn sign_of_word(word: Word, kind: Kind, discretion: Discretion, reserved: bool) -> Sign {
    match word {
        Word::Closed => Sign::Closed,
        Word::Undecided => Sign::Undecided,
        Word::Open | Word::NoObstacle if reserved => Sign::Reserved,
        Word::Open | Word::NoObstacle if kind == Kind::Entry => Sign::LetsIn,
        Word::NoObstacle => Sign::NoObstacle,
        Word::Open if discretion == Discretion::None => Sign::Open,
        Word::Open => Sign::MayAsk,
    }
}

/// Everything about one rule for one person.
pub(crate) struct Explaining<'r, 'd> {
    pub(crate) reading: &'r Reading<'d>,
    pub(crate) case: &'r Case,
    pub(crate) verdict: &'r Verdict,
}

impl<'r> Explaining<'r, '_> {
    pub(crate) fn rule(&self) -> &'r Rule {
        &self.reading.program.rules[self.verdict.rule]
    }

    pub(crate) fn book(&self) -> &'r Pathway {
        self.reading.book(self.rule())
    }

    pub(crate) fn sign(&self) -> Sign {
        sign_of(self.verdict, self.book().kind)
    }

    pub(crate) fn row(&self) -> Option<&'r law::Row> {
        self.rule().row(self.reading.desk.library())
    }

    /// The sign with its word; where it holds as last seen only, the word says so.
    pub(crate) fn signed(&self) -> Signed {
        let speech = self.reading.speech;
        let sign = self.sign();
        match (sign, self.verdict.as_last_seen) {
            (Sign::Reserved, Some(seen)) => Signed::saying(
                sign,
                say!(speech, "as-last-seen", day = &day::in_words(seen, speech)),
            ),
            (Sign::Reserved, None) if self.verdict.not_operated => {
                Signed::saying(sign, speech.say("not-operated"))
            }
            _ => Signed::of(sign, speech),
        }
    }

    pub(crate) fn asked_today(&self) -> Signed {
        let speech = self.reading.speech;
        match self.verdict.asked_today {
            Truth::True => Signed::saying(Sign::NoObstacle, speech.say("asked-yes")),
            Truth::False => Signed::saying(Sign::Closed, speech.say("asked-no")),
            Truth::Unknown => Signed::saying(Sign::Undecided, speech.say("asked-unknown")),
        }
    }

    /// The whole way.
    pub(crate) fn way(&self) -> Way {
        Way {
            id: self.rule().id.clone(),
            title: self.reading.lang.of(&self.book().title).to_owned(),
            sign: self.signed(),
            asked_today: self.asked_today(),
            law: self.law_line(),
            practice: self.practice(),
            told: self.told(),
            so_far: self.so_far(),
            reasons: self.reasons(|reason| !matches!(reason, law::Reason::Carried(_))),
            weighed: self.weighed(),
            met: self.reasons(|reason| matches!(reason, law::Reason::Carried(_))),
            notes: self.notes(),
            beside_entry: self.beside_entry(),
        }
    }

    fn beside_entry(&self) -> Option<crate::view::BesideEntry> {
        let book = self.book();
        let country = self
            .rule()
            .destination
            .filter(|_| book.kind == Kind::Entry || book.return_and_pursuit)?;
        Some(
            self.reading
                .beside_entry(country, self.verdict.getting_there),
        )
    }

    pub(crate) fn law_line(&self) -> String {
        let speech = self.reading.speech;
        match self.sign() {
            Sign::Open => speech.say("law-open"),
            Sign::MayAsk => say!(
                speech,
                "law-may-ask",
                who = &self.reading.decides(self.verdict.discretion)
            ),
            Sign::LetsIn if self.verdict.word == Word::Open => speech.say("law-lets-in"),
            Sign::NoObstacle | Sign::LetsIn => self.nobody_can_check(),
            Sign::Reserved => self.reserved_line(),
            Sign::Undecided => self.undecided_line(),
            Sign::Closed | Sign::Nothing => self.closed_line(),
        }
    }

    fn nobody_can_check(&self) -> String {
        let speech = self.reading.speech;
        let bars: Vec<String> = self
            .verdict
            .reasons
            .iter()
            .filter_map(|reason| match reason {
                law::Reason::NobodyCanCheck(index) => Some(self.says(*index)),
                _ => None,
            })
            .collect();
        say!(speech, "law-nobody-can-check", what = &bars.join(" "))
    }

    fn reserved_line(&self) -> String {
        let speech = self.reading.speech;
        if let Some(seen) = self.verdict.as_last_seen {
            return say!(
                speech,
                "law-as-last-seen",
                day = &day::in_words(seen, speech)
            );
        }
        speech.say(if self.verdict.not_operated {
            "law-not-operated"
        } else {
            "law-limited"
        })
    }

    fn undecided_line(&self) -> String {
        let speech = self.reading.speech;
        let labels: BTreeSet<String> = self
            .verdict
            .missing
            .iter()
            .map(|missing| self.reading.label(&missing.fact, missing.key.as_deref()))
            .collect();
        if labels.is_empty() {
            return self
                .verdict
                .reasons
                .first()
                .map_or_else(|| speech.say("law-undecided"), |first| self.sentence(first));
        }
        let listed: Vec<String> = labels.iter().take(4).cloned().collect();
        let sentence = say!(
            speech,
            "law-undecided-facts",
            n = labels.len(),
            what = &listed.join("; ")
        );
        if labels.len() > listed.len() {
            format!("{sentence}; …")
        } else {
            sentence
        }
    }

    pub(crate) fn closed_line(&self) -> String {
        let speech = self.reading.speech;
        let Some(first) = self.verdict.reasons.first() else {
            return speech.say("law-closed");
        };
        let sentence = self.sentence(first);
        let cite = self.article_of(first).cite;
        let more = self.verdict.reasons.len() - 1;
        let first = if cite.is_empty() {
            sentence
        } else {
            format!("{sentence} ({cite})")
        };
        if more == 0 {
            first
        } else {
            format!("{first} {}", speech.count("law-more-reasons", more))
        }
    }

    fn says(&self, clause: usize) -> String {
        self.book()
            .clauses
            .get(clause)
            .map(|clause| self.reading.lang.of(&clause.says).to_owned())
            .unwrap_or_default()
    }

    pub(crate) fn reasons(&self, wanted: impl Fn(&law::Reason) -> bool) -> Vec<Reason> {
        self.verdict
            .reasons
            .iter()
            .filter(|reason| wanted(reason))
            .map(|reason| self.reason(reason))
            .collect()
    }

    fn reason(&self, reason: &law::Reason) -> Reason {
        let speech = self.reading.speech;
        let (sign, word) = match reason {
            law::Reason::NotInForce(InForce::NotKnown(_)) | law::Reason::OverlayPerhaps(_) => {
                (Sign::Undecided, "reason-not-known")
            }
            law::Reason::NotInForce(_) => (Sign::Closed, "reason-not-in-force"),
            law::Reason::OnlyByException => (Sign::Reserved, "reason-exception"),
            law::Reason::Overlay(_) => (Sign::Closed, "reason-overlay"),
            law::Reason::Fails(_) => (Sign::Closed, "reason-fails"),
            law::Reason::Applies(_) => (Sign::Closed, "reason-applies"),
            law::Reason::CannotAllHold(_) => (Sign::Closed, "reason-cannot-all"),
            law::Reason::NotShown(_) => (Sign::Undecided, "reason-not-shown"),
            law::Reason::NotRuledOut(_) => (Sign::Undecided, "reason-not-ruled-out"),
            law::Reason::NobodyCanCheck(_) => (Sign::Reserved, "reason-nobody-can-check"),
            law::Reason::Carried(_) => (Sign::Open, "reason-met"),
        };
        Reason {
            sign: Signed::saying(sign, speech.say(word)),
            text: self.sentence(reason),
            question: self.question(reason),
            article: self.article_of(reason),
        }
    }

    /// A reason as a whole sentence.
    fn sentence(&self, reason: &law::Reason) -> String {
        let (speech, lang) = (self.reading.speech, self.reading.lang);
        let overlay = |index: usize| {
            self.reading
                .desk
                .library()
                .overlays
                .get(index)
                .map(|overlay| lang.of(&overlay.title).to_owned())
        };
        match reason {
            law::Reason::NotInForce(state) => self.reading.in_force_sentence(state),
            law::Reason::OnlyByException => speech.say("text-exception"),
            law::Reason::Overlay(index) => say!(
                speech,
                "text-overlay",
                what = &overlay(*index).unwrap_or_default()
            ),
            law::Reason::OverlayPerhaps(index) => say!(
                speech,
                "text-overlay-perhaps",
                what = &overlay(*index).unwrap_or_default()
            ),
            law::Reason::Fails(index)
            | law::Reason::Applies(index)
            | law::Reason::NobodyCanCheck(index) => self.says(*index),
            law::Reason::NotShown(index) => {
                say!(speech, "text-if-not-shown", what = &self.says(*index))
            }
            law::Reason::NotRuledOut(index) => {
                say!(speech, "text-if-applies", what = &self.says(*index))
            }
            law::Reason::CannotAllHold(indices) => {
                let all: Vec<String> = indices.iter().map(|index| self.says(*index)).collect();
                say!(speech, "text-cannot-all", what = &all.join(" "))
            }
            law::Reason::Carried(index) => self.labels(*index),
        }
    }

    /// What a condition reads, by the labels of its facts.
    fn labels(&self, clause: usize) -> String {
        let facts = self.facts_of(clause);
        let labels: BTreeSet<String> = facts
            .iter()
            .map(|(fact, key)| self.reading.label(fact, key.as_deref()))
            .collect();
        if labels.is_empty() {
            return self.reading.speech.say("text-met-by-itself");
        }
        labels.into_iter().collect::<Vec<_>>().join("; ")
    }

    fn facts_of(&self, clause: usize) -> BTreeSet<(FactId, Option<String>)> {
        let conditions = self
            .rule()
            .clauses
            .iter()
            .filter(|rule_clause| rule_clause.index == clause);
        let atoms = conditions.flat_map(|rule_clause| Condition::atoms(&rule_clause.holds));
        let atoms = atoms.filter_map(|id| self.reading.program.atoms.get(id.0 as usize));
        atoms
            .map(|atom| (atom.fact.clone(), atom.key.clone()))
            .collect()
    }

    /// The question that would settle an unknown condition, or why nobody should put it.
    fn question(&self, reason: &law::Reason) -> Option<String> {
        let (law::Reason::NotShown(index) | law::Reason::NotRuledOut(index)) = reason else {
            return None;
        };
        let facts = self.facts_of(*index);
        let missing = self
            .verdict
            .missing
            .iter()
            .find(|missing| facts.contains(&(missing.fact.clone(), missing.key.clone())))?;
        let fact = self
            .reading
            .desk
            .library()
            .vocabulary
            .get(&missing.fact.0)?;
        let speech = self.reading.speech;
        let asked = self.reading.filled(&fact.ask, missing.key.as_deref());
        Some(match (missing.why, fact.asked_of) {
            (WhyUnknown::RatherNotSay, _) => speech.say("question-rather-not"),
            (WhyUnknown::Contested, _) => say!(speech, "question-contested", what = &asked),
            (_, AskedOf::Person) => asked,
            (_, AskedOf::Caseworker) => say!(speech, "question-caseworker", what = &asked),
            (_, AskedOf::Lawyer) => say!(speech, "question-lawyer", what = &asked),
            (_, AskedOf::Nobody) => return None,
        })
    }

    fn article_of(&self, reason: &law::Reason) -> crate::view::Article {
        let book = self.book();
        let library = self.reading.desk.library();
        let citation = match reason {
            law::Reason::Fails(index)
            | law::Reason::Applies(index)
            | law::Reason::NotShown(index)
            | law::Reason::NotRuledOut(index)
            | law::Reason::NobodyCanCheck(index)
            | law::Reason::Carried(index) => {
                book.clauses.get(*index).map(|clause| &clause.citation)
            }
            law::Reason::CannotAllHold(indices) => indices
                .first()
                .and_then(|index| book.clauses.get(*index))
                .map(|clause| &clause.citation),
            law::Reason::Overlay(index) | law::Reason::OverlayPerhaps(index) => library
                .overlays
                .get(*index)
                .and_then(|overlay| overlay.in_force.first())
                .map(|window| &window.citation),
            law::Reason::NotInForce(_) | law::Reason::OnlyByException => {
                book.in_force.last().map(|window| &window.citation)
            }
        };
        match citation {
            Some(citation) => self.reading.article(citation, self.row()),
            None => crate::view::Article {
                cite: String::new(),
                seen: String::new(),
                official: false,
            },
        }
    }

    /// The article of one clause.
    pub(crate) fn clause_note(&self, clause: usize, about: String) -> Noted {
        let article = self
            .book()
            .clauses
            .get(clause)
            .map(|clause| self.reading.article(&clause.citation, self.row()));
        Noted {
            about,
            text: self.says(clause),
            article,
        }
    }

    pub(crate) fn weighed(&self) -> Vec<Reason> {
        let speech = self.reading.speech;
        let piece = |index: &usize, sign: Sign, word: &str, says: bool| Reason {
            sign: Signed::saying(sign, speech.say(word)),
            text: if says {
                self.says(*index)
            } else {
                self.labels(*index)
            },
            question: None,
            article: self.article_of(&law::Reason::Fails(*index)),
        };
        let verdict = self.verdict;
        let against = verdict
            .unlikely
            .iter()
            .map(|index| piece(index, Sign::Reserved, "weighed-against", true));
        let argue = verdict
            .to_argue
            .iter()
            .map(|index| piece(index, Sign::Undecided, "weighed-to-argue", true));
        let speaks_for = verdict
            .speaks_for
            .iter()
            .map(|index| piece(index, Sign::MayAsk, "weighed-for", false));
        against.chain(argue).chain(speaks_for).collect()
    }

    pub(crate) fn practice(&self) -> Vec<Noted> {
        let practice = self
            .verdict
            .practice
            .iter()
            .filter_map(|index| self.book().practice.get(*index));
        practice
            .map(|practice| self.reading.practised(practice, self.row()))
            .collect()
    }

    fn is_about(&self, id: &str) -> bool {
        self.reading.is_about(self.rule(), id)
    }

    /// What officials said to this person about it.
    pub(crate) fn told(&self) -> Vec<Quote> {
        let signals = self.case.signals_until(self.reading.on);
        signals
            .filter(|signal| signal.about.iter().any(|id| self.is_about(id)))
            .map(|signal| self.reading.quote(signal))
            .collect()
    }

    /// What was done about it for this person.
    pub(crate) fn steps(&self) -> Vec<String> {
        self.case
            .steps_until(self.reading.on)
            .filter(|step| self.is_about(&step.pathway))
            .map(|step| self.reading.step(step))
            .collect()
    }

    fn so_far(&self) -> Vec<String> {
        let steps = self.steps();
        if steps.is_empty() {
            vec![self.reading.speech.say("nothing-yet")]
        } else {
            steps
        }
    }

    fn notes(&self) -> Vec<Noted> {
        let (speech, lang, book) = (self.reading.speech, self.reading.lang, self.book());
        let plain = |about: &str, text: String| Noted {
            about: speech.say(about),
            text,
            article: None,
        };
        let mut notes = vec![plain(
            "note-discretion",
            self.reading.decides(book.discretion),
        )];
        notes.extend(
            book.leads_to
                .as_ref()
                .map(|words| plain("note-leads-to", lang.of(words).to_owned())),
        );
        notes.extend(
            book.note
                .as_ref()
                .map(|words| plain("note-note", lang.of(words).to_owned())),
        );
        if book.rests_on_practice {
            notes.push(plain("note-basis", speech.say("basis-practice")));
        }
        if let Some(room) = book.room.as_ref().filter(|_| self.verdict.room_unknown) {
            let text = say!(speech, "room-unknown", what = lang.of(&room.what));
            notes.push(Noted {
                about: speech.say("note-room"),
                text,
                article: Some(self.reading.article(&room.citation, self.row())),
            });
        }
        for waiver in self
            .verdict
            .may_be_lifted_by
            .iter()
            .filter_map(|index| book.waivers.get(*index))
        {
            let text = say!(speech, "lifted-by", who = &self.reading.decides(waiver.by));
            let article = Some(self.reading.article(&waiver.citation, self.row()));
            notes.push(Noted {
                about: speech.say("note-lifted"),
                text,
                article,
            });
        }
        notes.push(plain("note-trust", self.reading.trust(self.verdict.trust)));
        notes
    }
}

impl Reading<'_> {
    /// Words with their country filled in.
    pub(crate) fn filled(&self, words: &facts::Words, key: Option<&str>) -> String {
        let country = key.map(|key| self.place(key)).unwrap_or_default();
        self.lang.of(words).replace("{country}", &country)
    }

    /// The label of a fact.
    pub(crate) fn label(&self, fact: &FactId, key: Option<&str>) -> String {
        let found = self.desk.library().vocabulary.get(&fact.0);
        found.map_or_else(|| fact.to_string(), |found| self.filled(&found.label, key))
    }

    /// Who decides, and how freely.
    pub(crate) fn decides(&self, discretion: Discretion) -> String {
        self.speech.say(match discretion {
            Discretion::None => "decides-none",
            Discretion::Adjudicator => "decides-adjudicator",
            Discretion::Minister => "decides-minister",
            Discretion::Political => "decides-political",
        })
    }

    pub(crate) fn practice_word(&self, effect: PracticeEffect) -> String {
        self.speech.say(match effect {
            PracticeEffect::RarelyGranted => "practice-rarely",
            PracticeEffect::RefusedAtTheWindow => "practice-window",
            PracticeEffect::SuspendedInFact => "practice-suspended",
            PracticeEffect::NotOperated => "practice-not-operated",
            PracticeEffect::GrantedOnRecord => "practice-granted",
            PracticeEffect::Note => "practice-note",
        })
    }

    /// What is done with a pathway, beside what its text says.
    pub(crate) fn practised(&self, practice: &law::Practice, row: Option<&law::Row>) -> Noted {
        Noted {
            about: self.practice_word(practice.effect),
            text: self.lang.of(&practice.says).to_owned(),
            article: Some(self.article(&practice.window.citation, row)),
        }
    }

    /// Who may lift a bar, and which.
    pub(crate) fn waived(&self, waiver: &law::Waiver, article: crate::view::Article) -> Noted {
        let says = waiver.says.as_ref().map(|words| self.lang.of(words));
        let lifts = || say!(self.speech, "waiver-lifts", what = &waiver.lifts.join(", "));
        Noted {
            about: self.decides(waiver.by),
            text: says.map_or_else(lifts, str::to_owned),
            article: Some(article),
        }
    }

    pub(crate) fn in_force_sentence(&self, state: &InForce) -> String {
        let speech = self.speech;
        let words = |day: facts::Date| day::in_words(day, speech);
        match state {
            InForce::Yes { .. } => speech.say("force-yes"),
            InForce::NotYet(Some(day)) => say!(speech, "force-from", day = &words(*day)),
            InForce::NotYet(None) => speech.say("force-not-yet"),
            InForce::Ended(Some(day)) => say!(speech, "force-ended", day = &words(*day)),
            InForce::Ended(None) => speech.say("force-over"),
            InForce::NotKnown(Some(day)) => say!(speech, "force-seen-later", day = &words(*day)),
            InForce::NotKnown(None) => speech.say("force-not-known"),
        }
    }

    /// What an official said, with who and on what terms.
    pub(crate) fn quote(&self, signal: &Signal) -> Quote {
        let words = match &signal.said {
            Said::Words(words) => say!(self.speech, "quoted", words = self.lang.of(words)),
            Said::Account(words) => self.lang.of(words).to_owned(),
        };
        let terms = self.speech.say(match signal.terms {
            Terms::OnRecord => "terms-on-record",
            Terms::Background => "terms-background",
            Terms::DeepBackground => "terms-deep-background",
            Terms::OffRecord => "terms-off-record",
        });
        let day = day::in_words(signal.date, self.speech);
        let country = self.country(signal.government);
        let by = say!(
            self.speech,
            "said-by",
            who = self.lang.of(&signal.who),
            country = &country,
            day = &day,
            terms = &terms
        );
        Quote { words, by }
    }

    /// A step in words.
    pub(crate) fn step(&self, step: &Step) -> String {
        let what = self.speech.say(step_id(step.what));
        let day = day::partial_in_words(step.date, self.speech);
        let line = say!(self.speech, "step-line", what = &what, day = &day);
        match &step.note {
            Some(note) => format!("{line} {}", self.lang.of(note)),
            None => line,
        }
    }
}

/// The id of the words for what a step was.
pub(crate) fn step_id(what: What) -> &'static str {
    match what {
        What::Asked => "step-asked",
        What::Applied => "step-applied",
        What::Refused => "step-refused",
        What::Granted => "step-granted",
        What::Discouraged => "step-discouraged",
        What::NotApplied => "step-not-applied",
        What::Withdrawn => "step-withdrawn",
        What::Left => "step-left",
        What::NotLetOut => "step-not-let-out",
        What::NotBoarded => "step-not-boarded",
        What::Stopped => "step-stopped",
        What::SentBack => "step-sent-back",
        What::Detained => "step-detained",
        What::Arrived => "step-arrived",
        What::Returned => "step-returned",
        What::ClaimLodged => "step-claim-lodged",
        What::ClaimRefused => "step-claim-refused",
        What::Protected => "step-protected",
    }
}
