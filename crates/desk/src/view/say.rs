//! A draft, and what it would expose.

use super::FormPage;

/// The page on which a draft is checked.
#[derive(Clone, Debug)]
pub struct SayPage {
    /// The draft, and who is to read it.
    pub form: FormPage,
    /// What the check came to, once there was a draft.
    pub answer: Option<SayAnswer>,
    /// What went out, the latest first.
    pub before: Vec<SaidBefore>,
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
}
