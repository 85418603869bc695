use super::{At, ColumnIs, Terms};
use crate::speech::say;
use crate::{Lang, Speech};
use facts::{FieldType, Known, Recorded, Scalar, SetBy, Type};
use std::collections::BTreeSet;
use std::fmt;

/// What one cell would change.
#[derive(Clone, PartialEq, Eq)]
pub struct Difference {
    /// In which cell.
    pub at: At,
    /// What the cell speaks of.
    pub of: ColumnIs,
    /// How it compares with what is known.
    pub is: Is,
    /// What the cell says, where it speaks of a fact.
    pub says: Option<Recorded>,
    /// What is recorded, where it speaks of a fact.
    pub recorded: Option<Recorded>,
}

/// How a cell compares with what is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Is {
    /// It says nothing new.
    Same,
    /// It would be added. For facts that one person alone may not set, it counts only once the
    /// second, or a lawyer, has signed.
    Added(SetBy),
    /// Something else is recorded. Nothing is proposed: somebody has to look.
    Contradicted,
}

impl Difference {
    /// The difference in a sentence.
    pub fn sentence(&self, terms: &Terms<'_>, speech: &Speech) -> String {
        let at = self.at.to_string();
        let of = self.of.name(terms, speech);
        let told = |recorded: &Option<Recorded>| match (recorded, &self.of) {
            (Some(recorded), ColumnIs::Fact { id, .. }) => {
                let fact = terms.vocabulary.get(&id.0);
                fact.map(|fact| told(recorded, &fact.of, terms, speech))
            }
            _ => None,
        };
        let says = told(&self.says).unwrap_or_else(|| speech.say("import-what-the-cell-says"));
        let recorded = told(&self.recorded);
        let recorded = recorded.unwrap_or_else(|| speech.say("import-something-else"));
        match self.is {
            Is::Same => say!(speech, "import-same", at = &at, of = &of),
            Is::Added(SetBy::One) => {
                say!(speech, "import-added", at = &at, of = &of, says = &says)
            }
            Is::Added(SetBy::Two) => {
                say!(
                    speech,
                    "import-added-second",
                    at = &at,
                    of = &of,
                    says = &says
                )
            }
            Is::Added(SetBy::Lawyer) => {
                say!(
                    speech,
                    "import-added-lawyer",
                    at = &at,
                    of = &of,
                    says = &says
                )
            }
            Is::Contradicted => say!(
                speech,
                "import-contradicted",
                at = &at,
                of = &of,
                says = &says,
                recorded = &recorded
            ),
        }
    }
}

impl ColumnIs {
    /// What the column speaks of, in words.
    pub fn name(&self, terms: &Terms<'_>, speech: &Speech) -> String {
        match self {
            ColumnIs::RowKey => speech.say("import-row-key"),
            ColumnIs::CodeName(Lang::En) => speech.say("import-code-name-en"),
            ColumnIs::CodeName(Lang::Ru) => speech.say("import-code-name-ru"),
            ColumnIs::Language => speech.say("import-language"),
            ColumnIs::Note => speech.say("import-note"),
            ColumnIs::Fact { id, under } => {
                let label = terms.label(id, speech.lang());
                match under {
                    Some(code) => {
                        let country = terms.country_name(*code, speech.lang());
                        label.replace("{country}", &country)
                    }
                    None => label,
                }
            }
        }
    }
}

/// What is recorded of a fact, in words.
fn told(recorded: &Recorded, of: &Type, terms: &Terms<'_>, speech: &Speech) -> String {
    let (Type::One(field) | Type::Set(field)) = of else {
        return speech.say("import-something-else");
    };
    let one = |value: &Scalar| value_told(value, field, terms, speech);
    let all = |values: &BTreeSet<Scalar>| values.iter().map(one).collect::<Vec<_>>();
    match recorded {
        Recorded::One(Known::Unknown) => speech.say("import-unknown"),
        Recorded::One(Known::RatherNotSay) => speech.say("import-rather-not-say"),
        Recorded::One(Known::Value(value)) => one(value),
        Recorded::One(Known::Contested(values)) => {
            let values: Vec<String> = values.iter().map(one).collect();
            say!(speech, "import-contested", values = &values.join("; "))
        }
        Recorded::Set {
            shown,
            denied,
            complete,
        } => {
            let mut parts = all(shown);
            let not = |name: String| say!(speech, "import-not", name = &name);
            parts.extend(all(denied).into_iter().map(not));
            parts.extend(complete.then(|| speech.say("import-no-others")));
            parts.join("; ")
        }
        Recorded::List { .. } => speech.say("import-something-else"),
    }
}

fn value_told(value: &Scalar, field: &FieldType, terms: &Terms<'_>, speech: &Speech) -> String {
    match (value, field) {
        (Scalar::Bool(true), _) => speech.say("import-yes"),
        (Scalar::Bool(false), _) => speech.say("import-no"),
        (Scalar::Country(code), _) => terms.country_name(*code, speech.lang()),
        (Scalar::Text(word), FieldType::Enum(values)) => {
            let names = values.get(word);
            names.map_or_else(|| word.clone(), |names| speech.lang().of(names).to_owned())
        }
        (plain, _) => plain.to_string(),
    }
}

impl fmt::Debug for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Difference({}, {:?}, [sealed])", self.at, self.is)
    }
}
