//! Writes numbered random models for an independent checker: the plan and nature pair of two
//! questions each, and the intervals.
//!
//! `cargo run --release -p routes --example random_models -- FOLDER COUNT`

#[path = "../tests/random/mod.rs"]
mod random;

use routes::{Question, drn, pair, solve};
use std::{env, fs, path::PathBuf};

fn main() {
    let mut arguments = env::args().skip(1);
    let folder = PathBuf::from(arguments.next().expect("FOLDER"));
    let count: u32 = arguments
        .next()
        .and_then(|n| n.parse().ok())
        .expect("COUNT");
    fs::create_dir_all(&folder).expect("a folder");
    for number in 0..count {
        let model = random::model(u64::from(number), random::kind(number));
        let write = |name: &str, text: &str| {
            fs::write(folder.join(format!("{number}-{name}.drn")), text).expect("written")
        };
        write("intervals", &drn::write_intervals(&model, 1));
        for (name, question) in [
            ("safe", Question::SAFE_AT_WORST),
            ("returned", Question::RETURNED_AT_WORST),
        ] {
            let pair = pair(&model, question, &solve(&model, question));
            write(&format!("{name}-plan"), &pair.plan.expect("few outcomes"));
            write(&format!("{name}-nature"), &pair.nature);
        }
    }
}
