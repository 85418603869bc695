use crate::Text;
use crate::content::sealed;
use minicbor::{Decode, Encode};

/// Words that colleagues read, in one language or in both: an empty one was not written.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Phrase {
    /// In English.
    #[n(0)]
    pub en: Text,
    /// In Russian.
    #[n(1)]
    pub ru: Text,
}

impl Phrase {
    /// Words that were written in English alone.
    pub fn english(words: &str) -> Phrase {
        Phrase {
            en: words.into(),
            ru: Text::default(),
        }
    }

    /// Words that were written in Russian alone.
    pub fn russian(words: &str) -> Phrase {
        Phrase {
            en: Text::default(),
            ru: words.into(),
        }
    }

    /// Whether nothing was written in either language.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.ru.is_empty()
    }

    /// The English words; the Russian ones where there are no others.
    pub fn in_english(&self) -> &Text {
        match self.en.is_empty() {
            true => &self.ru,
            false => &self.en,
        }
    }

    /// The Russian words; the English ones where there are no others.
    pub fn in_russian(&self) -> &Text {
        match self.ru.is_empty() {
            true => &self.en,
            false => &self.ru,
        }
    }
}

sealed!(Phrase);
