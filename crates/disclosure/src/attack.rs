//! Whoever subtracts: whole numbers that fit everything that was printed.
//!
//! Unlike [`Figures`](crate::Figures) it knows differences, so that tables of one day by different
//! categories, and counts that shrink because people leave, stand in one system. Boxes are narrowed
//! by propagation and what is left in doubt is proved by search, as there.

use crate::finding::Stop;

/// The search gives up after so many nodes rather than keep a person waiting.
const MOST_NODES: usize = 20_000;

/// Some counts added, others taken away: each by its place, with 1 or -1.
pub(crate) type Terms = Vec<(usize, i64)>;

/// What the terms come to lies between two bounds.
#[derive(Clone, Debug)]
struct Sum {
    terms: Terms,
    least: i64,
    most: i64,
}

/// Counts that nobody has told, and what is known of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Attack {
    boxes: Vec<(i64, i64)>,
    sums: Vec<Sum>,
}

impl Attack {
    /// One more count, between two bounds. Gives its place.
    pub fn count(&mut self, least: u32, most: u32) -> usize {
        self.boxes.push((i64::from(least), i64::from(most)));
        self.boxes.len() - 1
    }

    /// What some terms come to is known to lie between two bounds.
    pub fn know(&mut self, terms: Terms, least: i64, most: i64) {
        self.sums.push(Sum { terms, least, most });
    }

    /// Narrows every count by everything that is known, and gives one way in which it could be.
    ///
    /// # Errors
    /// [`Stop::Contradiction`] when no counts fit, [`Stop::TooManyGroups`] when the search would take too long.
    pub fn settle(&mut self) -> Result<Vec<i64>, Stop> {
        if !narrow(&self.sums, &mut self.boxes) {
            return Err(Stop::Contradiction);
        }
        self.witness(&self.sums, &self.boxes, &mut 0)?
            .ok_or(Stop::Contradiction)
    }

    /// Whether what some terms come to could lie between two bounds.
    ///
    /// # Errors
    /// [`Stop::TooManyGroups`] when the search would take too long.
    pub fn could_be(&self, terms: &Terms, least: i64, most: i64) -> Result<bool, Stop> {
        let mut sums = self.sums.clone();
        sums.push(Sum {
            terms: terms.clone(),
            least,
            most,
        });
        let mut boxes = self.boxes.clone();
        if !narrow(&sums, &mut boxes) {
            return Ok(false);
        }
        Ok(self.witness(&sums, &boxes, &mut 0)?.is_some())
    }

    fn witness(
        &self,
        sums: &[Sum],
        boxes: &[(i64, i64)],
        nodes: &mut usize,
    ) -> Result<Option<Vec<i64>>, Stop> {
        *nodes += 1;
        if *nodes > MOST_NODES {
            return Err(Stop::TooManyGroups);
        }
        let open = (0..boxes.len())
            .filter(|it| boxes[*it].0 < boxes[*it].1)
            .min_by_key(|it| boxes[*it].1 - boxes[*it].0);
        let Some(place) = open else {
            return Ok(Some(boxes.iter().map(|(only, _)| *only).collect()));
        };
        let (low, high) = boxes[place];
        let middle = low + (high - low) / 2;
        for half in [(low, middle), (middle + 1, high)] {
            let mut narrowed = boxes.to_vec();
            narrowed[place] = half;
            if narrow(sums, &mut narrowed)
                && let Some(found) = self.witness(sums, &narrowed, nodes)?
            {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }
}

/// What some terms come to in one way of counting.
pub(crate) fn value(terms: &Terms, counts: &[i64]) -> i64 {
    terms
        .iter()
        .map(|(place, sign)| sign * counts[*place])
        .sum()
}

/// Narrows each box by every sum until nothing changes; false when a box is empty.
fn narrow(sums: &[Sum], boxes: &mut [(i64, i64)]) -> bool {
    let mut changed = true;
    while changed {
        changed = false;
        for sum in sums {
            match narrow_by(sum, boxes) {
                None => return false,
                Some(moved) => changed |= moved,
            }
        }
    }
    true
}

/// Whether a sum moved a bound; nothing when it cannot hold.
fn narrow_by(sum: &Sum, boxes: &mut [(i64, i64)]) -> Option<bool> {
    let ends = |(low, high): (i64, i64), sign: i64| match sign {
        1 => (low, high),
        _ => (-high, -low),
    };
    let (mut low, mut high) = (0, 0);
    for (place, sign) in &sum.terms {
        let (least, most) = ends(boxes[*place], *sign);
        (low, high) = (low + least, high + most);
    }
    if low > sum.most || high < sum.least {
        return None;
    }
    let mut moved = false;
    for (place, sign) in &sum.terms {
        let own = ends(boxes[*place], *sign);
        let least = own.0.max(sum.least - (high - own.1));
        let most = own.1.min(sum.most - (low - own.0));
        if least > most {
            return None;
        }
        if (least, most) != own {
            (low, high) = (low - own.0 + least, high - own.1 + most);
            boxes[*place] = ends((least, most), *sign);
            moved = true;
        }
    }
    Some(moved)
}
