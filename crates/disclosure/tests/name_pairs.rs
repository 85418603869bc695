//! Names by their sound: fifty names in two spellings, and every pair of different ones.

use disclosure::same_name;

fn pairs() -> Vec<(&'static str, &'static str)> {
    include_str!("data/name_pairs.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('|'))
        .map(|(a, b)| (a.trim(), b.trim()))
        .collect()
}

#[test]
fn at_least_47_of_50_names_are_known_in_their_other_spelling() {
    let missed: Vec<_> = pairs()
        .into_iter()
        .filter(|(one, other)| !same_name(one, other))
        .collect();
    assert_eq!(pairs().len(), 50);
    assert!(missed.len() <= 3, "{missed:?}");
}

#[test]
fn at_most_2_of_1225_pairs_of_different_names_are_taken_for_one() {
    let pairs = pairs();
    let mut taken = Vec::new();
    for (i, (one, _)) in pairs.iter().enumerate() {
        for (_, other) in &pairs[i + 1..] {
            if same_name(one, other) {
                taken.push((one, other));
            }
        }
    }
    assert!(taken.len() <= 2, "{taken:?}");
}
