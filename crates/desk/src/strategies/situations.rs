//! The situations that plans reach in their first steps, and the steps with their fates between them:
//! what a picture and a table of the same routes are made of.

use super::first_way;
use super::trail::Trail;
use routes::{Graph, Place, Plan};
use std::collections::BTreeSet;

/// So many steps of each plan are followed.
const STEPS: usize = 2;
/// So many situations can be looked at together.
pub(super) const MOST: usize = 40;

/// Situations, each once however many plans come to it, and what leads from one to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reached {
    /// In the order in which they are found; the first is where the plans begin.
    pub(super) situations: Vec<Situation>,
    /// In the order in which they are found.
    pub(super) arrows: Vec<Arrow>,
    /// How many situations more there are.
    pub(super) left_out: usize,
}

/// A situation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Situation {
    pub(super) place: Place,
    /// How many steps it is from the beginning, at least.
    pub(super) layer: usize,
    /// What happens until one comes here, as first found.
    pub(super) trail: Trail,
}

/// A step and one of its fates: from one situation to another, by their numbers in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Arrow {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) way: usize,
    pub(super) fate: usize,
}

/// What plans reach that all begin where a trail leads.
pub(super) fn reached(graph: &Graph, plans: &[&Plan], start: &Trail) -> Reached {
    let mut finding = Finding {
        graph,
        reached: Reached {
            situations: vec![Situation {
                place: start.place(graph),
                layer: 0,
                trail: start.clone(),
            }],
            arrows: Vec::new(),
            left_out: 0,
        },
        left_out: BTreeSet::new(),
    };
    let mut front: Vec<(usize, &Plan)> = plans.iter().map(|plan| (0, *plan)).collect();
    for _ in 0..STEPS {
        front = front
            .into_iter()
            .flat_map(|(from, plan)| finding.follow(from, plan))
            .collect();
    }
    finding.reached.left_out = finding.left_out.len();
    finding.reached
}

struct Finding<'g> {
    graph: &'g Graph,
    reached: Reached,
    left_out: BTreeSet<Place>,
}

impl Finding<'_> {
    /// One step of a plan: to which situations its fates lead, and what is planned there.
    fn follow<'p>(&mut self, from: usize, plan: &'p Plan) -> Vec<(usize, &'p Plan)> {
        let (Some(way), Some(taken)) = (first_way(self.graph, plan), plan.way) else {
            return Vec::new();
        };
        let mut next = Vec::new();
        for (fate, (branch, then)) in way.fates.iter().zip(&plan.then).enumerate() {
            let Some(to) = self.situation(branch.to, from, taken, fate) else {
                self.left_out.insert(branch.to);
                continue;
            };
            let arrow = Arrow {
                from,
                to,
                way: taken,
                fate,
            };
            // Two plans may come here and go on by the same step.
            if !self.reached.arrows.contains(&arrow) {
                self.reached.arrows.push(arrow);
            }
            next.push((to, then.as_ref()));
        }
        next
    }

    /// The number of a situation, which may be a new one; nothing, where there are too many.
    fn situation(&mut self, place: Place, from: usize, way: usize, fate: usize) -> Option<usize> {
        let situations = &mut self.reached.situations;
        let known = situations.iter().position(|one| one.place == place);
        if known.is_some() || situations.len() == MOST {
            return known;
        }
        let (layer, trail) = (situations[from].layer + 1, &situations[from].trail);
        let trail = trail.and(way, fate);
        situations.push(Situation {
            place,
            layer,
            trail,
        });
        Some(situations.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use routes::{Branch, Fate, Hazard, Node, Standing, Step, Tolerance, Way, strategies};
    use std::rc::Rc;

    /// A situation where each step leads to some others: well to the first, badly to the rest. Every
    /// step has a rule of its own, so that no answer hangs on another.
    fn node(standing: Standing, ways: &[(usize, &[Place])]) -> Node {
        let fate = |rule: usize, index: usize, to: Place| match index {
            0 => Branch {
                by: vec![rule],
                ..Branch::new(Fate::Well, to)
            },
            _ => Branch::new(Fate::Badly, to),
        };
        let way = |(rule, to): &(usize, &[Place])| {
            let fates = to.iter().enumerate();
            let fates = fates.map(|(index, to)| fate(*rule, index, *to));
            Way::new(Step::Ask(*rule), fates.collect())
        };
        Node {
            here: None,
            piece: 0,
            hunted: false,
            standing,
            hazard: Hazard::NotKnown,
            facts: Rc::default(),
            ways: ways.iter().map(way).collect(),
        }
    }

    fn found(nodes: Vec<Node>) -> Reached {
        let graph = Graph {
            nodes,
            ..Graph::default()
        };
        let all = strategies(&graph, Tolerance::NONE).all;
        let plans: Vec<&Plan> = all.iter().map(|one| one.plan.as_ref()).collect();
        reached(&graph, &plans, &Trail::default())
    }

    #[test]
    fn a_situation_stands_once_and_two_steps_are_followed() {
        // From 0 by two steps to 1; refused, to 2 or 3; from 2 to 1 or 3; from 3 to 4 or 6; from 4 to 5 or 6.
        let found = found(vec![
            node(Standing::OnTheWay, &[(0, &[1, 2]), (1, &[1, 3])]),
            node(Standing::Safe, &[]),
            node(Standing::OnTheWay, &[(2, &[1, 3])]),
            node(Standing::OnTheWay, &[(3, &[4, 6])]),
            node(Standing::OnTheWay, &[(4, &[5, 6])]),
            node(Standing::Safe, &[]),
            node(Standing::OnTheWay, &[]),
        ]);
        let mut places: Vec<(Place, usize)> = found
            .situations
            .iter()
            .map(|one| (one.place, one.layer))
            .collect();
        places.sort_unstable();
        assert_eq!(places, [(0, 0), (1, 1), (2, 1), (3, 1), (4, 2), (6, 2)]);
        let mut arrows: Vec<(Place, Place)> = found
            .arrows
            .iter()
            .map(|arrow| {
                let place = |index: usize| found.situations[index].place;
                (place(arrow.from), place(arrow.to))
            })
            .collect();
        arrows.sort_unstable();
        let expected = [
            (0, 1),
            (0, 1),
            (0, 2),
            (0, 3),
            (2, 1),
            (2, 3),
            (3, 4),
            (3, 6),
        ];
        assert_eq!(arrows, expected);
        assert_eq!(found.left_out, 0);
    }

    #[test]
    fn where_there_are_too_many_it_says_how_many_are_left_out() {
        let more = MOST + 7;
        let all: Vec<Place> = (1..=more).collect();
        let mut nodes = vec![node(Standing::OnTheWay, &[(0, &all)])];
        nodes.extend((0..more).map(|_| node(Standing::Safe, &[])));
        let found = found(nodes);
        assert_eq!(found.situations.len(), MOST);
        assert_eq!(found.arrows.len(), MOST - 1);
        assert_eq!(found.left_out, 8, "one of forty is the beginning");
    }
}
