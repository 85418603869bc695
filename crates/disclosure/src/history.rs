//! D7 over time: everything that was published about counts, as one system.
//!
//! A figure bounds the size of a group on a day. Groups that only grow, and groups that lie within others, put the sets
//! of people in an order: what is earlier or inside is contained in what is later or around it. With bounds on sizes and
//! an order of inclusion nothing else is a constraint, so the bounds that follow are exact: sizes that respect the order
//! are borne out by people, each set being the first so many of one row. Every difference that anyone could subtract
//! follows from the narrowed bounds and the order alone (a system of difference constraints whose order costs nothing;
//! R. Dechter, I. Meiri, J. Pearl, Temporal constraint networks, Artificial Intelligence 49 (1991) 61).

use crate::finding::Stop;
use facts::Date;

/// Which groups only grow, and which lie within others.
#[derive(Clone, Debug)]
pub struct Inclusion {
    grows: Vec<bool>,
    /// `within[inner][outer]`, closed under passing on; each group lies within itself.
    within: Vec<Vec<bool>>,
}

/// The size of a group on a day lies between two bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedFigure {
    /// Whom it counts: the place of the group.
    pub group: usize,
    /// When.
    pub day: Date,
    /// At least so many.
    pub least: u32,
    /// At most so many.
    pub most: u32,
}

/// Everything that was published, with the narrowest bounds that follow.
#[derive(Clone, Debug)]
pub struct History {
    inclusion: Inclusion,
    figures: Vec<Node>,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    figure: DatedFigure,
    /// The narrowed bounds.
    size: (u32, u32),
    /// It contradicts the rest and binds nothing.
    alone: bool,
}

impl Inclusion {
    /// Of so many groups, of which none grows only and none lies within another.
    pub fn of(groups: usize) -> Inclusion {
        Inclusion {
            grows: vec![false; groups],
            within: (0..groups)
                .map(|inner| (0..groups).map(|outer| inner == outer).collect())
                .collect(),
        }
    }

    /// Whoever once belongs to the group belongs to it for ever.
    #[must_use]
    pub fn growing(mut self, group: usize) -> Inclusion {
        self.grows[group] = true;
        self
    }

    /// Whoever belongs to one group belongs on that day to the other.
    #[must_use]
    pub fn within(mut self, inner: usize, outer: usize) -> Inclusion {
        let groups = self.grows.len();
        for a in 0..groups {
            for b in 0..groups {
                self.within[a][b] |= self.within[a][inner] && self.within[outer][b];
            }
        }
        self
    }

    /// Whether everyone counted by one figure belongs to those whom the other counts.
    fn contained(&self, one: &DatedFigure, other: &DatedFigure) -> bool {
        let inside = |inner: usize, outer: usize| self.within[inner][outer];
        let carried = || {
            let mut between = (0..self.grows.len()).filter(|g| self.grows[*g]);
            between.any(|g| inside(one.group, g) && inside(g, other.group))
        };
        inside(one.group, other.group) && (one.day == other.day || one.day < other.day && carried())
    }
}

impl History {
    /// Nothing was published yet.
    pub fn over(inclusion: Inclusion) -> History {
        History {
            inclusion,
            figures: Vec::new(),
        }
    }

    /// One more figure is public. Gives its place.
    ///
    /// # Errors
    /// [`Stop::Contradiction`] when no people could be counted so; then the figure is not taken.
    pub fn publish(&mut self, figure: DatedFigure) -> Result<usize, Stop> {
        let (mut least, mut most) = (figure.least, figure.most);
        for node in self.figures.iter().filter(|node| !node.alone) {
            if self.inclusion.contained(&node.figure, &figure) {
                least = least.max(node.size.0);
            }
            if self.inclusion.contained(&figure, &node.figure) {
                most = most.min(node.size.1);
            }
        }
        if least > most {
            return Err(Stop::Contradiction);
        }
        // What is contained in one of two is contained in the other where these are in order: one round narrows all.
        for node in self.figures.iter_mut().filter(|node| !node.alone) {
            if self.inclusion.contained(&figure, &node.figure) {
                node.size.0 = node.size.0.max(least);
            }
            if self.inclusion.contained(&node.figure, &figure) {
                node.size.1 = node.size.1.min(most);
            }
        }
        Ok(self.push(figure, (least, most), false))
    }

    /// The same for a figure that may contradict the rest, as one of another time or of other people: it stands by itself.
    pub fn publish_whatever(&mut self, figure: DatedFigure) -> usize {
        match self.publish(figure) {
            Ok(place) => place,
            Err(_) => self.push(figure, (figure.least, figure.most.max(figure.least)), true),
        }
    }

    fn push(&mut self, figure: DatedFigure, size: (u32, u32), alone: bool) -> usize {
        self.figures.push(Node {
            figure,
            size,
            alone,
        });
        self.figures.len() - 1
    }

    /// The least and the greatest size that a counted group can have.
    ///
    /// # Panics
    /// When nothing was published at that place.
    pub fn size(&self, place: usize) -> (u32, u32) {
        self.figures[place].size
    }

    /// By how many the second of two counted groups is larger than the first: at least, and at most.
    ///
    /// # Panics
    /// When nothing was published at one of the places.
    pub fn difference(&self, first: usize, second: usize) -> (i64, i64) {
        let (a, b) = (&self.figures[first], &self.figures[second]);
        let least = i64::from(b.size.0) - i64::from(a.size.1);
        let most = i64::from(b.size.1) - i64::from(a.size.0);
        let ordered = !a.alone && !b.alone;
        let up = ordered && self.inclusion.contained(&a.figure, &b.figure);
        let down = ordered && self.inclusion.contained(&b.figure, &a.figure);
        (
            if up { least.max(0) } else { least },
            if down { most.min(0) } else { most },
        )
    }
}
