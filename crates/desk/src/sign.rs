use crate::Speech;

/// How an answer is shown at a glance: never by colour alone, always mark and word together.
///
/// In order of what it means for a person, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// Everything is shown.
    Open,
    /// Everything is shown, and somebody may grant it and need not: never the tick.
    MayAsk,
    /// Everything is shown, but for what nobody can check.
    NoObstacle,
    /// The border would let the person in: never the same as open.
    LetsIn,
    /// Open only by named exception, or as last seen some time ago.
    Reserved,
    /// Some facts still decide.
    Undecided,
    /// The law says no.
    Closed,
    /// No book has a way there for this person.
    Nothing,
}

impl Sign {
    /// Every sign, in order.
    pub const ALL: [Sign; 8] = [
        Sign::Open,
        Sign::MayAsk,
        Sign::NoObstacle,
        Sign::LetsIn,
        Sign::Reserved,
        Sign::Undecided,
        Sign::Closed,
        Sign::Nothing,
    ];

    /// The mark.
    pub fn mark(self) -> &'static str {
        match self {
            Sign::Open => "✓",
            Sign::MayAsk => "◆",
            Sign::NoObstacle => "◇",
            Sign::LetsIn => "→",
            Sign::Reserved => "!",
            Sign::Undecided => "?",
            Sign::Closed => "✗",
            Sign::Nothing => "·",
        }
    }

    /// One letter, for the style and for narrow cells' class.
    pub fn class(self) -> &'static str {
        match self {
            Sign::Open => "o",
            Sign::MayAsk => "a",
            Sign::NoObstacle => "n",
            Sign::LetsIn => "e",
            Sign::Reserved => "r",
            Sign::Undecided => "u",
            Sign::Closed => "c",
            Sign::Nothing => "x",
        }
    }

    /// The word.
    pub fn word(self, speech: &Speech) -> String {
        speech.say(match self {
            Sign::Open => "word-open",
            Sign::MayAsk => "word-may-ask",
            Sign::NoObstacle => "word-no-obstacle",
            Sign::LetsIn => "word-lets-in",
            Sign::Reserved => "word-reserved",
            Sign::Undecided => "word-undecided",
            Sign::Closed => "word-closed",
            Sign::Nothing => "word-nothing",
        })
    }

    /// A letter or two that stand for the word in a narrow cell.
    pub fn letter(self, speech: &Speech) -> String {
        speech.say(match self {
            Sign::Open => "letter-open",
            Sign::MayAsk => "letter-may-ask",
            Sign::NoObstacle => "letter-no-obstacle",
            Sign::LetsIn => "letter-lets-in",
            Sign::Reserved => "letter-reserved",
            Sign::Undecided => "letter-undecided",
            Sign::Closed => "letter-closed",
            Sign::Nothing => "letter-nothing",
        })
    }

    /// What the word means, in a sentence.
    pub fn meaning(self, speech: &Speech) -> String {
        speech.say(match self {
            Sign::Open => "meaning-open",
            Sign::MayAsk => "meaning-may-ask",
            Sign::NoObstacle => "meaning-no-obstacle",
            Sign::LetsIn => "meaning-lets-in",
            Sign::Reserved => "meaning-reserved",
            Sign::Undecided => "meaning-undecided",
            Sign::Closed => "meaning-closed",
            Sign::Nothing => "meaning-nothing",
        })
    }
}

/// A sign with its word, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The mark.
    pub mark: &'static str,
    /// The class.
    pub class: &'static str,
    /// The word.
    pub word: String,
}

impl Signed {
    /// A sign with its own word.
    pub fn of(sign: Sign, speech: &Speech) -> Signed {
        Signed {
            mark: sign.mark(),
            class: sign.class(),
            word: sign.word(speech),
        }
    }

    /// A sign with another word.
    pub fn saying(sign: Sign, word: impl Into<String>) -> Signed {
        Signed {
            mark: sign.mark(),
            class: sign.class(),
            word: word.into(),
        }
    }
}
