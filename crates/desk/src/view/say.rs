//! A draft, and what it would expose.

use super::{BoardSection, FormPage};

/// The page on which a draft is checked.
#[derive(Clone, Debug)]
pub struct SayPage {
    /// The draft, and who is to read it.
    pub form: FormPage,
    /// What the check came to, once there was a draft.
    pub answer: Option<SayAnswer>,
    /// What went out, the latest first.
    pub before: Vec<SaidBefore>,
    /// Drafts in work: those that wait for whoever reads this, and the others.
    pub drafts: Vec<BoardSection>,
    /// Why a check here is not enough, where it is not.
    pub not_everything: Option<String>,
    /// Whether the draft corrects what was said.
    pub corrects: bool,
}

/// What a check came to.
#[derive(Clone, Debug, Default)]
pub struct SayAnswer {
    /// Why the check could not be finished; empty where it was.
    pub stopped: String,
    /// What to do.
    pub verdict: String,
    /// Whether nothing may be sent.
    pub is_grave: bool,
    /// What was found, gravest first.
    pub found: Vec<SayFinding>,
    /// Other wordings.
    pub rewrites: Vec<SayRewrite>,
    /// Why none is offered.
    pub no_rewrites: Option<String>,
}

/// One thing that a draft exposes.
#[derive(Clone, Debug)]
pub struct SayFinding {
    /// The words of the draft.
    pub words: String,
    /// Whose case, where it is one.
    pub case: Option<u32>,
    /// Whom it exposes; empty where it is a figure.
    pub exposes: String,
    /// What kind of thing.
    pub part: String,
    /// How much it gives away.
    pub grave: String,
    /// Why, with the steps.
    pub why: String,
    /// That it is already known.
    pub out: Option<String>,
}

/// Another wording, checked again.
#[derive(Clone, Debug)]
pub struct SayRewrite {
    /// What was done.
    pub rule: String,
    /// The whole draft with the change.
    pub draft: String,
    /// What is left in it.
    pub left: String,
}

/// Something that went out.
#[derive(Clone, Debug)]
pub struct SaidBefore {
    /// Its words.
    pub text: String,
    /// Their language, by its code.
    pub language: String,
    /// When.
    pub day: String,
    /// To whom.
    pub to: String,
    /// Its entry, as a form carries it.
    pub id: String,
    /// In a sentence, where others said it; empty where we did.
    pub source: String,
}

/// The page of a draft in work.
#[derive(Clone, Debug)]
pub struct DraftPage {
    /// Its text, its readers and its terms, to be changed.
    pub form: FormPage,
    /// Where the page stands.
    pub address: String,
    /// The entry of its wording, as a form carries it.
    pub wording: String,
    /// Its words, as they were kept.
    pub text: String,
    /// The words of the statement that it corrects.
    pub corrects: Option<String>,
    /// Whether it says again what that one has exposed.
    pub repeats: bool,
    /// What the check of the kept words came to.
    pub answer: SayAnswer,
    /// What it found, with what was answered.
    pub found: Vec<DraftFinding>,
    /// What it lacks before it may go out.
    pub lacks: Vec<String>,
    /// Whether it lacks nothing.
    pub is_ready: bool,
    /// Whether the signature of whoever reads this would approve it.
    pub may_approve: bool,
    /// What the reviewers say of it.
    pub review: DraftReview,
    /// The question what each of its figures counts.
    pub figures: Vec<String>,
}

/// Something that the check found, and who answered for it.
#[derive(Clone, Debug)]
pub struct DraftFinding {
    /// Which of them.
    pub n: usize,
    /// What was found.
    pub told: SayFinding,
    /// Who answered for it.
    pub overrides: Vec<DraftOverride>,
    /// Whether anybody may: not where the answer would tell colleagues of what they may not open.
    pub may_override: bool,
}

/// A member who answers for a finding.
#[derive(Clone, Debug)]
pub struct DraftOverride {
    /// Its entry, as a form carries it.
    pub id: String,
    /// Why.
    pub because: String,
    /// Who, and when.
    pub by: String,
    /// How it stands.
    pub state: String,
    /// Whether the signature of whoever reads this would settle it.
    pub may_second: bool,
}

/// A draft before the reviewers.
#[derive(Clone, Debug)]
pub struct DraftReview {
    /// Why a check here is not enough, where it is not.
    pub lead: Option<String>,
    /// Who put it before them, and when.
    pub asked: Option<String>,
    /// What they answered.
    pub answers: Vec<ReviewLine>,
    /// What should be known before it is put before them.
    pub ask_hint: String,
    /// Whether whoever reads this could put it before them.
    pub may_ask: bool,
    /// Whether whoever reads this is asked for an answer.
    pub may_answer: bool,
}

impl DraftReview {
    /// Whether there is anything to show or to do.
    pub fn is_shown(&self) -> bool {
        self.asked.is_some() || self.may_ask
    }
}

/// A reviewer's answer.
#[derive(Clone, Debug)]
pub struct ReviewLine {
    /// Whether it may go.
    pub says: String,
    /// What the reviewer wrote.
    pub words: String,
    /// Who, and when.
    pub by: String,
}

/// Who reads drafts for those who may not open everything.
#[derive(Clone, Debug)]
pub struct ReviewersPage {
    /// Everybody who belongs, and whether they review.
    pub people: Vec<ReviewerLine>,
    /// What waits for a second signature, and whether theirs who read this would settle it.
    pub waiting: Vec<ReviewerLine>,
}

/// A member who reviews or could, or a word on one that waits.
#[derive(Clone, Debug)]
pub struct ReviewerLine {
    /// Whose, or of which entry, as a form carries it.
    pub id: String,
    /// Who, or what was said of them.
    pub says: String,
    /// Who said it, and when; empty where two have signed.
    pub by: String,
    /// Whether they review; of what waits, whether it waits for whoever reads this.
    pub is_theirs: bool,
}

/// A text that is made to leave the house, as it was read before.
#[derive(Clone, Debug)]
pub struct BeforeLeaving {
    /// All of it, so that it can be taken over as a draft.
    pub text: String,
    /// The government that is to read it, by its code; empty where anyone may.
    pub country: String,
    /// What its readers would learn that they must not.
    pub found: Vec<SayFinding>,
    /// What was found in the words of the sheet and of the law alone: any house could have printed them.
    pub of_any_house: Vec<SayFinding>,
    /// Why it could not be read, or not by this device alone.
    pub stopped: Option<String>,
}

impl BeforeLeaving {
    /// Whether it may leave as it is: it was read to the end, and nothing was found.
    pub fn is_open(&self) -> bool {
        self.found.is_empty() && self.stopped.is_none()
    }
}
