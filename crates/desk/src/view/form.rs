//! A form, ready to be shown.

use super::Choice;

/// A form: what it asks, what was typed so far, what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct FormPage {
    /// Whether a vault may be restored from a backup instead.
    pub may_restore: bool,
    /// What it is for.
    pub head: String,
    /// What should be known before it is filled in.
    pub lead: Vec<String>,
    /// Everything that is wrong, with the field.
    pub faults: Vec<FormFault>,
    /// Its fields.
    pub fields: Vec<FormField>,
    /// The word on its button.
    pub button: String,
}

/// What is wrong with a field, and how to mend it.
#[derive(Clone, Debug)]
pub struct FormFault {
    /// The field's name.
    pub field: String,
    /// The sentence.
    pub says: String,
}

/// One field of a form.
#[derive(Clone, Debug)]
pub struct FormField {
    /// Its name.
    pub name: String,
    /// What is asked.
    pub label: String,
    /// What helps to answer; empty where nothing does.
    pub hint: String,
    /// What is wrong with it.
    pub fault: Option<String>,
    /// What was typed, or is suggested.
    pub value: String,
    /// What is typed into it.
    pub kind: FieldKind,
}

/// What is typed into a field.
#[derive(Clone, Debug)]
pub enum FieldKind {
    /// A line.
    Line,
    /// Some lines.
    Area,
    /// A day.
    Day,
    /// A day and a time of day.
    Moment,
    /// A number.
    Number,
    /// A passphrase.
    Passphrase,
    /// One of a few, all in sight.
    OneOf(Vec<Choice>),
    /// One of many, in a list.
    Picked(Vec<Choice>),
    /// Any of a few.
    Several(Vec<Choice>),
    /// Nothing: the form carries it along.
    Carried,
}
