//! D7: what can be derived from published counts. Exact: whatever an attacker could subtract, this subtracts.
//!
//! People fall into disjoint *atoms* (came in April and is a woman, …); a group is a set of atoms; a
//! published figure bounds the size of a group. What follows for another group are the least and the
//! greatest size that any assignment of whole numbers to the atoms allows. Bounds are first narrowed
//! by propagation, then proved by search with propagation at every node.

use crate::finding::Stop;

/// A set of atoms, one bit each.
pub type Group = u32;

/// A published figure: the group has at least `least` and at most `most` members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Whom it counts.
    pub group: Group,
    /// At least so many.
    pub least: u32,
    /// At most so many.
    pub most: u32,
}

/// Figures over a number of atoms.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    atoms: usize,
    figures: Vec<Figure>,
}

/// The search gives up after so many nodes rather than keep a person waiting.
const MOST_NODES: usize = 200_000;
/// More people than any organisation of this kind looks after.
const MOST_PEOPLE: u32 = 1_000_000;

impl Figures {
    /// Figures over `atoms` disjoint groups, 32 at most.
    pub fn over(atoms: usize) -> Figures {
        Figures {
            atoms: atoms.min(32),
            figures: Vec::new(),
        }
    }

    /// One more figure is public.
    pub fn publish(&mut self, figure: Figure) {
        self.figures.push(figure);
    }

    /// The least and the greatest size that a group can have.
    ///
    /// # Errors
    /// [`Stop::Contradiction`] when no counts satisfy the figures, [`Stop::TooManyGroups`] when the search would take too long.
    pub fn bounds(&self, group: Group) -> Result<(u32, u32), Stop> {
        let mut boxes = vec![(0, MOST_PEOPLE); self.atoms];
        if !self.narrow(&mut boxes) {
            return Err(Stop::Contradiction);
        }
        let mut nodes = 0;
        let first = self
            .witness(&boxes, &mut nodes)?
            .ok_or(Stop::Contradiction)?;
        let size = |values: &[u32]| self.members(group).map(|a| values[a]).sum::<u32>();
        let least = self.extreme(&boxes, group, size(&first), false, &mut nodes)?;
        let most = self.extreme(&boxes, group, size(&first), true, &mut nodes)?;
        Ok((least, most))
    }

    /// Whether the group is known to hold some people, but fewer than `min_count`.
    ///
    /// # Errors
    /// As for [`Figures::bounds`].
    pub fn gives_away(&self, group: Group, min_count: u32) -> Result<bool, Stop> {
        let (least, most) = self.bounds(group)?;
        Ok(least >= 1 && most < min_count)
    }

    fn members(&self, group: Group) -> impl Iterator<Item = usize> + '_ {
        (0..self.atoms).filter(move |atom| group >> atom & 1 == 1)
    }

    /// Moves the bound outwards from a known size by halving what is still in doubt.
    fn extreme(
        &self,
        boxes: &[(u32, u32)],
        group: Group,
        known: u32,
        upwards: bool,
        nodes: &mut usize,
    ) -> Result<u32, Stop> {
        let sum = |pick: fn(&(u32, u32)) -> u32| {
            self.members(group)
                .map(|a| pick(&boxes[a]))
                .fold(0_u32, u32::saturating_add)
        };
        let limit = if upwards { sum(|b| b.1) } else { sum(|b| b.0) };
        let (mut reached, mut beyond) = (known, limit);
        while reached != beyond {
            let middle = if upwards {
                reached + (beyond - reached).div_ceil(2)
            } else {
                reached - (reached - beyond).div_ceil(2)
            };
            let mut asked = self.clone();
            asked.publish(if upwards {
                Figure {
                    group,
                    least: middle,
                    most: u32::MAX,
                }
            } else {
                Figure {
                    group,
                    least: 0,
                    most: middle,
                }
            });
            let mut narrowed = boxes.to_vec();
            let found = if asked.narrow(&mut narrowed) {
                asked.witness(&narrowed, nodes)?
            } else {
                None
            };
            match found {
                Some(values) => reached = self.members(group).map(|a| values[a]).sum(),
                None if upwards => beyond = middle - 1,
                None => beyond = middle + 1,
            }
        }
        Ok(reached)
    }

    /// Narrows each atom's box by every figure until nothing changes; false when a box is empty.
    fn narrow(&self, boxes: &mut [(u32, u32)]) -> bool {
        let mut changed = true;
        while changed {
            changed = false;
            for figure in &self.figures {
                let low: u64 = self
                    .members(figure.group)
                    .map(|a| u64::from(boxes[a].0))
                    .sum();
                let high: u64 = self
                    .members(figure.group)
                    .map(|a| u64::from(boxes[a].1))
                    .sum();
                if low > u64::from(figure.most) || high < u64::from(figure.least) {
                    return false;
                }
                for atom in self.members(figure.group) {
                    let (own_low, own_high) = boxes[atom];
                    let most = u64::from(figure.most) - (low - u64::from(own_low));
                    let least = u64::from(figure.least).saturating_sub(high - u64::from(own_high));
                    let new = (
                        own_low.max(u32::try_from(least).unwrap_or(u32::MAX)),
                        own_high.min(u32::try_from(most).unwrap_or(u32::MAX)),
                    );
                    if new.0 > new.1 {
                        return false;
                    }
                    if new != (own_low, own_high) {
                        boxes[atom] = new;
                        changed = true;
                        // The sums of this figure are stale now.
                        break;
                    }
                }
            }
        }
        true
    }

    /// Counts that satisfy every figure, if there are any.
    fn witness(&self, boxes: &[(u32, u32)], nodes: &mut usize) -> Result<Option<Vec<u32>>, Stop> {
        *nodes += 1;
        if *nodes > MOST_NODES {
            return Err(Stop::TooManyGroups);
        }
        let open = (0..boxes.len())
            .filter(|a| boxes[*a].0 < boxes[*a].1)
            .min_by_key(|a| boxes[*a].1 - boxes[*a].0);
        let Some(atom) = open else {
            return Ok(Some(boxes.iter().map(|b| b.0).collect()));
        };
        let middle = boxes[atom].0 + (boxes[atom].1 - boxes[atom].0) / 2;
        for half in [(boxes[atom].0, middle), (middle + 1, boxes[atom].1)] {
            let mut narrowed = boxes.to_vec();
            narrowed[atom] = half;
            if self.narrow(&mut narrowed)
                && let Some(values) = self.witness(&narrowed, nodes)?
            {
                return Ok(Some(values));
            }
        }
        Ok(None)
    }
}
