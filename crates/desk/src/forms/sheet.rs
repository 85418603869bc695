use super::{Fault, Typed};
use crate::Speech;
use crate::view::{Choice, FieldKind, FormFault, FormField, FormPage};

/// Lays a form out, field by field, with what was typed so far.
pub(crate) struct Sheet<'f> {
    typed: &'f Typed,
    faults: &'f [Fault],
    speech: &'static Speech,
    page: FormPage,
}

impl<'f> Sheet<'f> {
    pub fn new(typed: &'f Typed, faults: &'f [Fault], speech: &'static Speech) -> Sheet<'f> {
        let fault = |fault: &Fault| FormFault {
            field: fault.field.to_owned(),
            says: speech.say(fault.says),
        };
        let page = FormPage {
            faults: faults.iter().map(fault).collect(),
            button: speech.say("form-record"),
            ..FormPage::default()
        };
        Sheet {
            typed,
            faults,
            speech,
            page,
        }
    }

    pub fn done(self) -> FormPage {
        self.page
    }

    /// The head of the form, and what should be known before it is filled in.
    pub fn head(&mut self, head: &str, leads: &[&str]) {
        self.page.head = self.speech.say(head);
        self.page.lead = leads.iter().map(|id| self.speech.say(id)).collect();
    }

    /// Offers to restore a vault from a backup instead.
    pub fn may_restore(&mut self) {
        self.page.may_restore = true;
    }

    /// Words of the reader's language.
    pub fn say(&self, id: &str) -> String {
        self.speech.say(id)
    }

    /// Sentences before everything else, in words that stand in no file of words.
    pub fn say_first(&mut self, words: Vec<String>) {
        let said = words.into_iter().filter(|words| !words.is_empty());
        self.page.lead.extend(said);
    }

    /// What was typed into a field so far.
    pub fn typed(&self, name: &str) -> &str {
        self.typed.get(name)
    }

    /// Another word on its button.
    pub fn button(&mut self, words: &str) {
        self.page.button = self.speech.say(words);
    }

    /// A field in the words of the vocabulary.
    pub fn worded(&mut self, name: &'static str, label: String, hint: String, kind: FieldKind) {
        self.field(name, "", "", kind);
        if let Some(field) = self.page.fields.last_mut() {
            field.label = label;
            field.hint = hint;
        }
    }

    /// A line of text.
    pub fn line(&mut self, name: &'static str, label: &str, hint: &str) {
        self.field(name, label, hint, FieldKind::Line);
    }

    /// Some lines of text.
    pub fn area(&mut self, name: &'static str, label: &str, hint: &str) {
        self.field(name, label, hint, FieldKind::Area);
    }

    /// A day; `suggested` stands in it until something is typed.
    pub fn day(&mut self, name: &'static str, label: &str, suggested: &str) {
        self.field(name, label, "", FieldKind::Day);
        self.suggest(suggested);
    }

    /// A day and a time of day.
    pub fn moment(&mut self, name: &'static str, label: &str, hint: &str, suggested: &str) {
        self.field(name, label, hint, FieldKind::Moment);
        self.suggest(suggested);
    }

    /// A passphrase: what was typed is never shown again.
    pub fn passphrase(&mut self, name: &'static str, label: &str, hint: &str) {
        self.field(name, label, hint, FieldKind::Passphrase);
        if let Some(field) = self.page.fields.last_mut() {
            zeroize::Zeroize::zeroize(&mut field.value);
        }
    }

    /// A number.
    pub fn number(&mut self, name: &'static str, label: &str, hint: &str, suggested: &str) {
        self.field(name, label, hint, FieldKind::Number);
        self.suggest(suggested);
    }

    /// One of a few, all in sight. Each is its value and its words.
    pub fn one_of(
        &mut self,
        name: &'static str,
        label: &str,
        hint: &str,
        of: Vec<(String, String)>,
    ) {
        let kind = FieldKind::OneOf(self.choices(name, of));
        self.field(name, label, hint, kind);
    }

    /// One of many, in a list; the first entry is for none.
    pub fn picked(
        &mut self,
        name: &'static str,
        label: &str,
        hint: &str,
        of: Vec<(String, String)>,
    ) {
        let kind = FieldKind::Picked(self.choices(name, of));
        self.field(name, label, hint, kind);
    }

    /// Any of a few.
    pub fn several(
        &mut self,
        name: &'static str,
        label: &str,
        hint: &str,
        of: Vec<(String, String)>,
    ) {
        let kind = FieldKind::Several(self.choices(name, of));
        self.field(name, label, hint, kind);
    }

    /// A value that the form carries along.
    pub fn carried(&mut self, name: &'static str, value: &str) {
        self.field(name, "", "", FieldKind::Carried);
        if let Some(field) = self.page.fields.last_mut() {
            value.clone_into(&mut field.value);
        }
    }

    /// Words for a few choices, by the ids of their words.
    pub fn named<T: crate::InWords>(
        &self,
        id: impl Fn(T) -> &'static str,
    ) -> Vec<(String, String)> {
        let named = |one: &T| (one.word().to_owned(), self.speech.say(id(*one)));
        T::ALL.iter().map(named).collect()
    }

    fn suggest(&mut self, suggested: &str) {
        if let Some(field) = self.page.fields.last_mut()
            && field.value.is_empty()
        {
            suggested.clone_into(&mut field.value);
        }
    }

    /// Choices of a field, with those that were chosen so far.
    pub fn choices(&self, name: &str, of: Vec<(String, String)>) -> Vec<Choice> {
        let chosen = |value: &str| self.typed.all(name).any(|typed| typed == value);
        let choice = |(value, label): (String, String)| Choice {
            chosen: chosen(&value),
            value,
            label,
        };
        of.into_iter().map(choice).collect()
    }

    fn field(&mut self, name: &'static str, label: &str, hint: &str, kind: FieldKind) {
        let say = |id: &str| match id.is_empty() {
            true => String::new(),
            false => self.speech.say(id),
        };
        let fault = self.faults.iter().find(|fault| fault.field == name);
        let field = FormField {
            name: name.to_owned(),
            label: say(label),
            hint: say(hint),
            fault: fault.map(|fault| self.speech.say(fault.says)),
            value: self.typed.get(name).to_owned(),
            kind,
        };
        self.page.fields.push(field);
    }
}
