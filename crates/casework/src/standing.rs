use crate::Noted;

/// The latest word on a thing.
///
/// Two members who work apart may both have written one. Then it is contested until somebody who
/// has seen both writes another in their place; whatever depends on it for safety reads each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing<'c, T> {
    /// One word, or several that say the same.
    Settled(&'c Noted, &'c T),
    /// Several that differ.
    Contested(Vec<(&'c Noted, &'c T)>),
}

impl<'c, T: Ord> Standing<'c, T> {
    /// Of all that was said of a thing and not taken back; nothing, if nothing was.
    pub(crate) fn of(all: Vec<(&'c Noted, &'c T)>) -> Option<Standing<'c, T>> {
        let latest: Vec<_> = all
            .iter()
            .copied()
            .filter(|(noted, _)| noted.stands())
            .collect();
        // Entries that all stand in each other's place can only be forged: each is shown.
        let mut words = if latest.is_empty() { all } else { latest };
        words.sort_by_key(|(noted, _)| (noted.learnt, noted.id));
        match words.as_slice() {
            [] => None,
            [(noted, word), rest @ ..] if rest.iter().all(|(_, other)| other == word) => {
                Some(Standing::Settled(noted, word))
            }
            _ => Some(Standing::Contested(words)),
        }
    }

    /// The word, where there is one.
    pub fn settled(&self) -> Option<&'c T> {
        match self {
            Standing::Settled(_, word) => Some(word),
            Standing::Contested(_) => None,
        }
    }

    /// Every word, by the time at which it was learnt.
    pub fn each(&self) -> Vec<(&'c Noted, &'c T)> {
        match self {
            Standing::Settled(noted, word) => vec![(noted, word)],
            Standing::Contested(words) => words.clone(),
        }
    }
}
