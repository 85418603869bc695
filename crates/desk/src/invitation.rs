use data_encoding::BASE64;
use vault::membership::PersonId;
use vault::{DeviceId, OrganisationId, Vault};

/// What somebody needs to begin a vault that joins an organisation: its name, and who invites. With a
/// person it is for a further device of that person, and for nobody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Invitation {
    pub organisation: OrganisationId,
    pub introducer: DeviceId,
    pub person: Option<PersonId>,
}

impl Invitation {
    /// For somebody who joins.
    pub fn of(vault: &Vault) -> Invitation {
        Invitation {
            organisation: vault.organisation(),
            introducer: vault.device(),
            person: None,
        }
    }

    /// For a further device of whoever sits here.
    pub fn for_own_device(vault: &Vault) -> Invitation {
        Invitation {
            person: Some(vault.person()),
            ..Invitation::of(vault)
        }
    }

    /// As it is handed over: no secret is in it.
    pub fn text(&self) -> String {
        let mut bytes = [self.organisation.0, self.introducer.0].concat();
        bytes.extend(self.person.iter().flat_map(|person| person.0));
        BASE64.encode(&bytes)
    }

    /// What was pasted; nothing, if it is not whole.
    pub fn typed(text: &str) -> Option<Invitation> {
        let text: String = text.split_whitespace().collect();
        let bytes = BASE64.decode(text.as_bytes()).ok()?;
        let mut ids = bytes.chunks(32).map(|id| id.try_into().ok());
        let (organisation, introducer) = (ids.next()??, ids.next()??);
        let person = match ids.next() {
            Some(person) => Some(PersonId(person?)),
            None => None,
        };
        let invitation = Invitation {
            organisation: OrganisationId(organisation),
            introducer: DeviceId(introducer),
            person,
        };
        ids.next().is_none().then_some(invitation)
    }
}

/// The text of an invitation that was pasted, as this program writes it; nothing, if it is not whole.
pub fn read_invitation(pasted: &str) -> Option<String> {
    Invitation::typed(pasted).map(|invitation| invitation.text())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_invitation_that_was_handed_over_is_the_same(a: [u8; 32], b: [u8; 32], c: Option<[u8; 32]>) {
            let invitation = Invitation {
                organisation: OrganisationId(a),
                introducer: DeviceId(b),
                person: c.map(PersonId),
            };
            let text = invitation.text();
            prop_assert_eq!(Invitation::typed(&text), Some(invitation));
            prop_assert_eq!(Invitation::typed(&text[..text.len() - 4]), None);
        }

        #[test]
        fn nothing_pasted_as_an_invitation_makes_a_panic(typed in "\\PC{0,120}|[A-Za-z0-9+/= \n]{0,160}") {
            if let Some(invitation) = Invitation::typed(&typed) {
                prop_assert_eq!(Invitation::typed(&invitation.text()), Some(invitation));
            }
        }
    }
}
