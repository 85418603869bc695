//! The same work on many things, on all cores.

use std::num::NonZero;
use std::thread;

/// Fewer things are done here and now: to start a thread takes as long as to open some rows.
const WORTH_A_THREAD: usize = 64;

/// Does the same with each of these things, and gives the answers in their order.
pub(crate) fn side_by_side<T: Sync, A: Send>(
    things: &[T],
    work: impl Fn(&T) -> A + Sync,
) -> Vec<A> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let share = things.len().div_ceil(cores).max(WORTH_A_THREAD);
    if things.len() <= share {
        return things.iter().map(work).collect();
    }
    let work = &work;
    thread::scope(|scope| {
        let shares = things.chunks(share);
        let started: Vec<_> = shares
            .map(|share| scope.spawn(move || share.iter().map(work).collect::<Vec<A>>()))
            .collect();
        let answers = started.into_iter().map(|worker| {
            let answered = worker.join();
            answered.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        answers.flatten().collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_in_the_order_of_the_questions() {
        for count in [0, 1, WORTH_A_THREAD, 10 * WORTH_A_THREAD + 7] {
            let things: Vec<usize> = (0..count).collect();
            let answers = side_by_side(&things, |thing| thing * 3);
            assert!(
                answers
                    .iter()
                    .enumerate()
                    .all(|(at, answer)| *answer == at * 3)
            );
            assert_eq!(answers.len(), count);
        }
    }
}
