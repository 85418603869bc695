use crate::content::{About, Key, body, sealed};
use crate::{Country, Day, PersonId, Phrase, ThingId};
use minicbor::{Decode, Encode};

/// What an official said. It is neither law nor a refusal: it never changes a verdict, only the
/// advice beside it.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Signal {
    /// When.
    #[n(0)]
    pub on: Day,
    /// Whose official.
    #[n(1)]
    pub government: Country,
    /// Who, and in what capacity.
    #[n(2)]
    pub who: Phrase,
    /// On what terms.
    #[n(3)]
    pub terms: Terms,
    /// About which pathways, by their ids in the books.
    #[n(4)]
    pub pathways: Vec<String>,
    /// About whom, if about one person.
    #[n(5)]
    pub person: Option<PersonId>,
    /// In which talk.
    #[n(6)]
    pub talk: Option<ThingId>,
    /// What was said.
    #[n(7)]
    pub said: Said,
    /// What it means for whoever asks.
    #[n(8)]
    pub means: Means,
}

/// The terms on which somebody spoke.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Terms {
    /// May be quoted by name.
    #[n(0)]
    OnRecord,
    /// May be used under a description of their position.
    #[n(1)]
    Background,
    /// May be used without a source.
    #[n(2)]
    DeepBackground,
    /// Not for any use outside.
    #[n(3)]
    OffRecord,
}

/// A quotation, or an account of it.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub enum Said {
    /// The very words, and the language in which they were said, by its BCP 47 tag.
    #[n(0)]
    Words(#[n(0)] Phrase, #[n(1)] String),
    /// In our words.
    #[n(1)]
    Account(#[n(0)] Phrase),
}

/// What a signal means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Means {
    /// Better not.
    #[n(0)]
    Discouraged,
    /// They would look at it.
    #[n(1)]
    Encouraged,
}

impl Terms {
    /// Whether what was said may be repeated with its source.
    pub fn may_be_repeated(self) -> bool {
        match self {
            Terms::OnRecord => true,
            Terms::Background | Terms::DeepBackground | Terms::OffRecord => false,
        }
    }
}

body!(Signal, about | _ | About::Work, key | _ | Key::Event);
sealed!(Said);
