use crate::finding::{Audience, Category, Finding, Reason};
use facts::{CountryCode, Date};

/// Who reads, and what they know already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Which kind of reader.
    pub audience: Audience,
    /// Which government, when it is one.
    pub country: Option<CountryCode>,
}

/// A person's own leave to be spoken of, as signed in the vault.
///
/// Without it, identity is closed to every audience.
#[derive(Clone, PartialEq, Eq)]
pub struct Consent {
    /// Whose.
    pub subject: String,
    /// What may be said.
    pub categories: Vec<Category>,
    /// To whom.
    pub audiences: Vec<Audience>,
    /// From this day.
    pub from: Date,
    /// Until the day before this one.
    pub until: Date,
}

impl Reader {
    /// A reader of that kind, of no government.
    pub fn of(audience: Audience) -> Reader {
        Reader {
            audience,
            country: None,
        }
    }

    /// Whether this reader may know what a finding exposes.
    ///
    /// A government may read of its own talks, never of another's. A person's consent opens what it
    /// names, to whom it names, while it lasts.
    pub(crate) fn may_know(
        &self,
        finding: &Finding,
        talks_with: Option<&str>,
        consents: &[Consent],
        on: Date,
    ) -> bool {
        let own_talks = finding.category == Category::Negotiation
            && self.audience == Audience::Government
            && !matches!(
                finding.reason,
                Reason::Country(
                    crate::CountryHandle::UnevenDenial | crate::CountryHandle::NothingRefused
                )
            )
            && self
                .country
                .is_some_and(|country| talks_with == Some(country.as_str()));
        let consented = consents.iter().any(|c| {
            c.subject == finding.subject
                && c.categories.contains(&finding.category)
                && c.audiences.contains(&self.audience)
                && c.from <= on
                && on < c.until
        });
        own_talks || consented
    }
}

impl Audience {
    /// Whether whoever belongs to `other` could have read what was said to this audience.
    pub fn reaches(self, other: Audience) -> bool {
        self == Audience::Press || self == other
    }
}

/// The two findings tell the same thing of the same subject.
pub(crate) fn same_exposure(one: &Finding, other: &Finding) -> bool {
    one.subject == other.subject
        && one.category == other.category
        && std::mem::discriminant(&one.reason) == std::mem::discriminant(&other.reason)
        && {
            match (&one.reason, &other.reason) {
                (Reason::Traits { traits: now, .. }, Reason::Traits { traits: before, .. }) => {
                    now.iter().all(|t| before.contains(t))
                }
                (Reason::SmallCount(now), Reason::SmallCount(before)) => now == before,
                (Reason::Day(now), Reason::Day(before)) => now == before,
                (Reason::Difference { .. }, _)
                | (Reason::Remainder { .. }, _)
                | (Reason::Share { .. }, _) => one.reason == other.reason,
                _ => true,
            }
        }
}
