use crate::Speech;
use crate::forms::Typed;
use crate::speech::say;
use crate::view::ShareField;
use vault::{RecoveryShare, ShareError};
use zeroize::Zeroizing;

/// What is wrong where shares were typed, and in which field: none, where it is all of them together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slip {
    pub(crate) field: Option<usize>,
    pub(crate) why: Wrong,
}

/// What can be wrong with shares, or with the backup that they ought to open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    Share(ShareError),
    /// One file of a backup without the other.
    OneFile,
    /// The shares fit each other, and do not open these files.
    Backup,
    /// Something else, by the id of its sentence.
    Other(&'static str),
}

impl Slip {
    /// Something wrong with all of it together.
    pub(crate) fn together(why: Wrong) -> Vec<Slip> {
        vec![Slip { field: None, why }]
    }
}

/// The shares that were typed, field by field; fields that were left empty are left out.
///
/// # Errors
/// Every slip at once, each with its field.
pub(crate) fn shares_of(typed: &Typed, fields: usize) -> Result<Vec<RecoveryShare>, Vec<Slip>> {
    let (mut shares, mut slips) = (Vec::new(), Vec::new());
    for number in 1..=fields {
        let text = typed.get(&name(number));
        if text.is_empty() {
            continue;
        }
        match RecoveryShare::typed(text) {
            Ok(share) => shares.push(share),
            Err(error) => slips.push(Slip {
                field: Some(number),
                why: Wrong::Share(error),
            }),
        }
    }
    match slips.is_empty() {
        true => Ok(shares),
        false => Err(slips),
    }
}

/// Fields for so many shares, with what was typed and what is wrong with it.
pub(crate) fn fields(
    number: usize,
    typed: &Typed,
    slips: &[Slip],
    speech: &Speech,
) -> Vec<ShareField> {
    let field = |number: usize| {
        let slip = slips.iter().find(|slip| slip.field == Some(number));
        ShareField {
            number,
            typed: Zeroizing::new(typed.get(&name(number)).to_owned()),
            fault: slip.map(|slip| slip.sentence(speech)),
        }
    };
    (1..=number).map(field).collect()
}

/// What is wrong with all of them together.
pub(crate) fn faults(slips: &[Slip], speech: &Speech) -> Vec<String> {
    let together = slips.iter().filter(|slip| slip.field.is_none());
    together.map(|slip| slip.sentence(speech)).collect()
}

fn name(number: usize) -> String {
    format!("share-{number}")
}

impl Slip {
    fn sentence(&self, speech: &Speech) -> String {
        match self.why {
            Wrong::Share(error) => sentence(error, speech),
            Wrong::OneFile => speech.say("recovery-slip-one-file"),
            Wrong::Backup => speech.say("recovery-slip-backup"),
            Wrong::Other(id) => speech.say(id),
        }
    }
}

fn sentence(error: ShareError, speech: &Speech) -> String {
    match error {
        ShareError::Groups(found) => say!(speech, "recovery-slip-groups", n = found),
        ShareError::Group(group) => say!(speech, "recovery-slip-group", n = group),
        ShareError::Order => speech.say("recovery-slip-order"),
        ShareError::Form => speech.say("recovery-slip-form"),
        ShareError::TooFew { needed, found } => {
            let needed = usize::from(needed);
            say!(speech, "recovery-slip-few", needed = needed, found = found)
        }
        ShareError::Twice(share) => {
            say!(speech, "recovery-slip-twice", n = usize::from(share))
        }
        ShareError::Mixed(share) => {
            say!(speech, "recovery-slip-mixed", n = usize::from(share))
        }
        ShareError::Another(_) => speech.say("recovery-slip-another"),
        ShareError::Split => speech.say("recovery-slip-split"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;
    use proptest::prelude::*;

    fn typed(shares: &[&str]) -> Typed {
        let named = (1..).zip(shares);
        Typed::of(named.map(|(number, text)| (name(number), (*text).to_owned())))
    }

    #[test]
    fn a_slip_is_named_by_its_field_and_its_group() {
        let good = "000000 000011 000022";
        let slips = shares_of(&typed(&[good, "", "000000 000012"]), 3).expect_err("two slips");
        let said = fields(3, &Typed::default(), &slips, Speech::of(Lang::En));
        let faults: Vec<_> = said.iter().map(|it| it.fault.as_deref()).collect();
        assert_eq!(faults[1], None);
        assert!(faults[0].is_some_and(|it| it.contains("24 groups") && it.contains('3')));
        assert!(
            faults[2].is_some_and(|it| it.starts_with("Group 2 ")),
            "{faults:?}"
        );
    }

    proptest! {
        #[test]
        fn nothing_typed_as_a_share_makes_a_panic(text in "\\PC{0,300}|[0-9 \n-]{0,300}") {
            let typed = typed(&[&text]);
            match shares_of(&typed, 1) {
                Ok(shares) => prop_assert_eq!(shares.len(), usize::from(!text.trim().is_empty())),
                Err(slips) => {
                    let said = fields(1, &typed, &slips, Speech::of(Lang::Ru));
                    prop_assert!(said[0].fault.is_some());
                }
            }
        }
    }
}
