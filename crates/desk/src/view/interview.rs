//! Somebody new, and the interview.

use super::FormPage;

/// The form by which somebody is entered.
#[derive(Clone, Debug)]
pub struct NewcomerPage {
    /// Whose case it may be already.
    pub same: Vec<MayBeSame>,
    /// The form.
    pub form: FormPage,
}

/// Somebody who may be the one who is being entered.
#[derive(Clone, Debug)]
pub struct MayBeSame {
    /// The case's number.
    pub number: u32,
    /// Why it may be the same person.
    pub says: String,
}

/// One page of the interview: a question, or what stands between two topics.
#[derive(Clone, Debug, Default)]
pub struct InterviewPage {
    /// The case's number.
    pub number: u32,
    /// The question; between topics, what comes next.
    pub head: String,
    /// Where in the sitting it stands.
    pub now: String,
    /// What the caseworker should know.
    pub lead: Vec<String>,
    /// What stands against going on.
    pub warned: Vec<String>,
    /// Why it is asked; empty between topics.
    pub why: String,
    /// The answer.
    pub form: Option<FormPage>,
    /// What else can be done: the word that the form sends, and the word on the button.
    pub acts: Vec<(&'static str, String)>,
    /// Where else to go: the address after the case's own, and the words.
    pub links: Vec<(String, String)>,
    /// How many questions are open, topic by topic.
    pub still_open: Vec<String>,
}
