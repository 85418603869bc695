//! Where boxes and arrows of a picture stand: layers from left to right, and in a layer from the top
//! down. Whole units; nothing of it hangs on words, so that it is the same in every language.

use std::fmt;

/// How wide a box is.
const WIDTH: usize = 284;
/// What stands free between two layers: arrows run there and nowhere else.
const BETWEEN: usize = 112;
/// What stands free between two boxes of a layer.
const UNDER: usize = 16;
/// What stands free around everything.
const AROUND: usize = 8;
/// A box without any line of its own, and what each line adds.
const BARE: usize = 54;
const ROW: usize = 18;

/// A box that is to be placed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub(super) layer: usize,
    /// How many lines of its own it has.
    pub(super) rows: usize,
}

/// A box that has its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) width: usize,
    pub(super) height: usize,
}

/// An arrow: it leaves and arrives level, and bends between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Curve([(usize, usize); 4]);

/// As the path of a picture.
impl fmt::Display for Curve {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [(ax, ay), (bx, by), (cx, cy), (dx, dy)] = self.0;
        write!(f, "M{ax} {ay}C{bx} {by} {cx} {cy} {dx} {dy}")
    }
}

/// A whole picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Laid {
    /// In the order of the slots.
    pub(super) boxes: Vec<Placed>,
    /// In the order of the arrows.
    pub(super) curves: Vec<Curve>,
    pub(super) width: usize,
    pub(super) height: usize,
}

/// Lays boxes out, and arrows by the numbers of the boxes that they join. The first arrow to a box
/// says beside which other it belongs.
pub(super) fn laid(slots: &[Slot], arrows: &[(usize, usize)]) -> Laid {
    let boxes = Placing::all(slots, arrows);
    let curves = curves(slots, &boxes, arrows);
    let right = boxes.iter().map(|one| one.x + one.width).max();
    let bottom = boxes.iter().map(|one| one.y + one.height).max();
    // An arrow inside the last layer bends beyond it.
    let bends = slots
        .iter()
        .map(|slot| slot.layer)
        .max()
        .is_some_and(|last| {
            let mut within = arrows.iter();
            within.any(|(from, to)| slots[*from].layer == last && slots[*to].layer == last)
        });
    Laid {
        boxes,
        curves,
        width: right.unwrap_or_default() + AROUND + if bends { BETWEEN } else { 0 },
        height: bottom.unwrap_or_default() + AROUND,
    }
}

struct Placing<'s> {
    slots: &'s [Slot],
    /// What belongs beside each box, in the next layer.
    beside: Vec<Vec<usize>>,
    /// Where each layer is still free.
    free: Vec<usize>,
    boxes: Vec<Placed>,
}

impl Placing<'_> {
    fn all(slots: &[Slot], arrows: &[(usize, usize)]) -> Vec<Placed> {
        let layers = slots.iter().map(|slot| slot.layer + 1).max();
        let first = |to: usize| arrows.iter().find(|arrow| arrow.1 == to);
        let mut beside = vec![Vec::new(); slots.len()];
        let mut alone = Vec::new();
        for (to, slot) in slots.iter().enumerate() {
            match first(to).filter(|(from, _)| slots[*from].layer + 1 == slot.layer) {
                Some((from, _)) => beside[*from].push(to),
                None => alone.push(to),
            }
        }
        let mut placing = Placing {
            slots,
            beside,
            free: vec![AROUND; layers.unwrap_or_default()],
            boxes: vec![Placed::default(); slots.len()],
        };
        for one in alone {
            placing.place(one);
        }
        placing.boxes
    }

    /// A box, and to its right, level with it, what belongs beside it.
    fn place(&mut self, one: usize) {
        let Slot { layer, rows } = self.slots[one];
        // Low enough for the first beside it, and the first beside that, to be level with it.
        let (mut y, mut last) = (self.free[layer], one);
        while let Some(first) = self.beside[last].first() {
            y = y.max(self.free[self.slots[*first].layer]);
            last = *first;
        }
        let beside = std::mem::take(&mut self.beside[one]);
        if !beside.is_empty() {
            self.free[layer + 1] = y;
        }
        let height = BARE + rows * ROW;
        self.boxes[one] = Placed {
            x: AROUND + layer * (WIDTH + BETWEEN),
            y,
            width: WIDTH,
            height,
        };
        self.free[layer] = y + height + UNDER;
        for other in beside {
            self.place(other);
        }
    }
}

fn curves(slots: &[Slot], boxes: &[Placed], arrows: &[(usize, usize)]) -> Vec<Curve> {
    // Along each side arrows stand in the order of what they lead to, so that fewer cross.
    let leaving = ports(boxes, arrows, |(from, to)| (from, to));
    let arriving = ports(boxes, arrows, |(from, to)| (to, from));
    let curve = |(index, (from, to)): (usize, &(usize, usize))| {
        let (left, right) = (
            |one: usize| boxes[one].x,
            |one: usize| boxes[one].x + boxes[one].width,
        );
        let (from_layer, to_layer) = (slots[*from].layer, slots[*to].layer);
        let (ax, dx) = match from_layer.cmp(&to_layer) {
            std::cmp::Ordering::Less => (right(*from), left(*to)),
            std::cmp::Ordering::Equal => (right(*from), right(*to)),
            std::cmp::Ordering::Greater => (left(*from), right(*to)),
        };
        let (ay, dy) = (leaving[index], arriving[index]);
        let middle = match from_layer.cmp(&to_layer) {
            std::cmp::Ordering::Equal => ax + BETWEEN * 3 / 4,
            _ => ax.midpoint(dx),
        };
        Curve([(ax, ay), (middle, ay), (middle, dy), (dx, dy)])
    };
    arrows.iter().enumerate().map(curve).collect()
}

/// How high each arrow meets one of the two boxes that it joins: evenly along its side.
fn ports(
    boxes: &[Placed],
    arrows: &[(usize, usize)],
    ends: impl Fn((usize, usize)) -> (usize, usize),
) -> Vec<usize> {
    let mut order: Vec<(usize, usize, usize)> = arrows
        .iter()
        .enumerate()
        .map(|(index, arrow)| {
            let (here, there) = ends(*arrow);
            (here, boxes[there].y, index)
        })
        .collect();
    order.sort_unstable();
    let mut heights = vec![0; arrows.len()];
    for side in order.chunk_by(|a, b| a.0 == b.0) {
        for (turn, (here, _, index)) in side.iter().enumerate() {
            let Placed { y, height, .. } = boxes[*here];
            heights[*index] = y + height * (turn + 1) / (side.len() + 1);
        }
    }
    heights
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Some boxes, each found from one before it, and more arrows of at most one layer.
    fn drawing() -> impl Strategy<Value = (Vec<Slot>, Vec<(usize, usize)>)> {
        let found = prop::collection::vec((any::<prop::sample::Index>(), 0_usize..5), 0..50);
        let more = prop::collection::vec(any::<[prop::sample::Index; 2]>(), 0..30);
        (found, more).prop_map(|(found, more)| {
            let mut slots = vec![Slot { layer: 0, rows: 1 }];
            let mut arrows = Vec::new();
            for (from, rows) in found {
                let from = from.index(slots.len());
                let layer = slots[from].layer + 1;
                arrows.push((from, slots.len()));
                slots.push(Slot { layer, rows });
            }
            let more = more.into_iter().map(|ends| {
                let [from, to] = ends.map(|end| end.index(slots.len()));
                (from, to)
            });
            arrows.extend(more.filter(|(from, to)| {
                from != to && slots[*from].layer.abs_diff(slots[*to].layer) < 2
            }));
            (slots, arrows)
        })
    }

    fn overlap(a: &Placed, b: &Placed) -> bool {
        a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
    }

    proptest! {
        #[test]
        fn no_two_boxes_overlap_and_none_stands_outside((slots, arrows) in drawing()) {
            let laid = laid(&slots, &arrows);
            for (index, a) in laid.boxes.iter().enumerate() {
                prop_assert!(a.x + a.width <= laid.width && a.y + a.height <= laid.height);
                for b in &laid.boxes[index + 1..] {
                    prop_assert!(!overlap(a, b), "{a:?} {b:?}");
                }
            }
        }

        #[test]
        fn every_arrow_joins_its_two_boxes_and_runs_over_none((slots, arrows) in drawing()) {
            let laid = laid(&slots, &arrows);
            prop_assert_eq!(laid.curves.len(), arrows.len());
            for (Curve(points), (from, to)) in laid.curves.iter().zip(&arrows) {
                for (point, one) in [(points[0], *from), (points[3], *to)] {
                    let Placed { x, y, width, height } = laid.boxes[one];
                    prop_assert!(point.0 == x || point.0 == x + width);
                    prop_assert!(y < point.1 && point.1 < y + height);
                }
                // A curve stays between its outermost points, and these between two layers.
                for point in points {
                    prop_assert!(point.0 <= laid.width);
                    let inside = |one: &Placed| one.x < point.0 && point.0 < one.x + one.width;
                    prop_assert!(!laid.boxes.iter().any(inside), "{points:?}");
                }
            }
        }

        #[test]
        fn the_first_beside_a_box_is_level_with_it((slots, arrows) in drawing()) {
            let laid = laid(&slots, &arrows);
            for (from, one) in laid.boxes.iter().enumerate() {
                let belongs = |to: &usize| arrows.iter().find(|arrow| arrow.1 == *to).map(|arrow| arrow.0) == Some(from);
                if let Some(first) = (1..slots.len()).find(belongs) {
                    prop_assert_eq!(laid.boxes[first].y, one.y);
                }
            }
        }
    }

    #[test]
    fn a_path_is_written_as_pictures_have_it() {
        let curve = Curve([(1, 2), (3, 2), (3, 4), (5, 4)]);
        assert_eq!(curve.to_string(), "M1 2C3 2 3 4 5 4");
    }
}
