//! Some of many people, by their places.

/// Some of many people: a bit for each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct People {
    /// 64 people a word; the last word is never empty, so that the same people are equal.
    words: Vec<u64>,
}

impl People {
    /// How many.
    pub fn count(&self) -> usize {
        self.words
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Their places, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        let bits = |word: u64| (0..64).filter(move |bit| word >> bit & 1 == 1);
        let words = self.words.iter().enumerate();
        words.flat_map(move |(index, word)| bits(*word).map(move |bit| index * 64 + bit))
    }

    /// These and those.
    #[must_use]
    pub fn and(&self, others: &People) -> People {
        let mut joined = self.clone();
        joined.add_words(0, &others.words);
        joined
    }

    /// Adds those of 64 people a word, from this word on.
    pub(crate) fn add_words(&mut self, first: usize, words: &[u64]) {
        let Some(last) = words.iter().rposition(|word| *word != 0) else {
            return;
        };
        if self.words.len() <= first + last {
            self.words.resize(first + last + 1, 0);
        }
        for (word, more) in self.words[first..].iter_mut().zip(words) {
            *word |= more;
        }
    }
}

impl FromIterator<usize> for People {
    fn from_iter<I: IntoIterator<Item = usize>>(places: I) -> People {
        let mut people = People::default();
        for place in places {
            people.add_words(place / 64, &[1 << (place % 64)]);
        }
        people
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_the_same_in_whatever_order_they_come() {
        let people = |places: [usize; 3]| places.into_iter().collect::<People>();
        assert_eq!(people([3, 64, 200]), people([200, 3, 64]));
        assert_eq!(
            people([200, 3, 64]).iter().collect::<Vec<_>>(),
            [3, 64, 200]
        );
    }
}
