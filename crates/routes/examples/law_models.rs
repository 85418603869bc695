//! Writes the models that the law makes of the twelve detailed people, for an independent checker:
//! as the program has them, and with chances drawn by so many seeds.
//!
//! `cargo run --release -p routes --example law_models -- FOLDER SEEDS`

#[path = "../tests/law_models/mod.rs"]
mod law_models;

use law_models::{Demonstration, Named, QUESTIONS};
use routes::{pair, solve};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let mut arguments = env::args().skip(1);
    let folder = PathBuf::from(arguments.next().expect("FOLDER"));
    let seeds: u64 = arguments
        .next()
        .and_then(|n| n.parse().ok())
        .expect("SEEDS");
    fs::create_dir_all(&folder).expect("a folder");
    let demonstration = Demonstration::read();
    for (person, _) in &demonstration.people {
        let graph = demonstration.graph(person);
        for seed in 0..=seeds {
            write(&folder, &Named::of(person, &graph, seed));
        }
    }
}

/// The intervals, and for each question the pair.
fn write(folder: &Path, named: &Named) {
    let name = named.name();
    let write = |file: &str, text: &str| {
        fs::write(folder.join(format!("{name}-{file}.drn")), text).expect("written")
    };
    write("intervals", &named.for_storm());
    for (asked, question) in QUESTIONS {
        let pair = pair(&named.model, question, &solve(&named.model, question));
        write(&format!("{asked}-nature"), &pair.nature);
        match pair.plan {
            Some(plan) => write(&format!("{asked}-plan"), &plan),
            None => eprintln!("{name}: an action has too many outcomes to write the plan down"),
        }
    }
}
