//! How many situations the law makes of each person of a folder, and what can be done first.
//!
//! `cargo run --release -p routes --example states -- BOOKS PEOPLE`

use facts::{Complaints, Facts, SourceText, read_facts, read_tree};
use law::{Day, Library, Program};
use routes::{Limits, Standing, Step, graph, strategies};
use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs};

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path
            .extension()
            .is_some_and(|end| end == "yaml" || end == "csv")
        {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn library(folder: &Path) -> Library {
    let read = |path: &PathBuf| {
        let name = path
            .strip_prefix(folder)
            .expect("below it")
            .to_string_lossy()
            .replace('\\', "/");
        (name, fs::read_to_string(path).expect("text"))
    };
    let files: Vec<(String, String)> = files(folder).iter().map(read).collect();
    Library::load(
        files
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str())),
    )
    .0
}

fn person(library: &Library, path: &Path) -> Facts {
    let source = SourceText::new("person", fs::read_to_string(path).expect("text"));
    let mut complaints = Complaints::new();
    let tree = read_tree(&source, &mut complaints).expect("YAML");
    read_facts(
        tree.get("facts").expect("facts"),
        &library.vocabulary,
        &source,
        &mut complaints,
    )
}

fn main() {
    let mut arguments = env::args().skip(1).map(PathBuf::from);
    let (books, people) = (
        arguments.next().expect("BOOKS"),
        arguments.next().expect("PEOPLE"),
    );
    let library = library(&books);
    let program = Program::on(&library, Day::of("2017-05-17".parse().expect("a day")));
    for path in files(&people)
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "yaml"))
    {
        let facts = person(&library, path);
        let begun = Instant::now();
        let graph = graph(&library, &program, &facts, Limits::default());
        let took = begun.elapsed();
        let safe = graph
            .nodes
            .iter()
            .filter(|node| node.standing == Standing::Safe)
            .count();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        println!(
            "{name}: {} situations ({safe} safe), cut: {}, {took:.0?}",
            graph.nodes.len(),
            graph.cut
        );
        for way in &graph.nodes[0].ways {
            let named = |rules: &[usize]| {
                rules
                    .iter()
                    .map(|r| program.rules[*r].id.as_str())
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            let text = match &way.step {
                Step::AskAll(rules) => format!("ask at once: {}", named(rules)),
                Step::Ask(rule) => format!("ask: {}", named(&[*rule])),
                Step::Enter(rules) => format!("enter: {}", named(rules)),
                Step::TravelOn(rule) => format!("travel on: {}", named(&[*rule])),
                Step::Claim(rule) => format!("claim: {}", named(&[*rule])),
            };
            println!(
                "    {text}{}{}",
                if way.exposes {
                    " [tells who hunts]"
                } else {
                    ""
                },
                if way.burns.is_empty() {
                    String::new()
                } else {
                    format!(" [closes {}]", named(&way.burns))
                }
            );
        }
        let begun = Instant::now();
        let found = strategies(&graph);
        println!(
            "    {} scenarios, {} strategies, cut: {}, {:.0?}",
            found.scenarios,
            found.all.len(),
            found.cut,
            begun.elapsed()
        );
        for strategy in &found.all {
            let worth = &strategy.plan.worth;
            println!(
                "      first {:?}: independent {} safe {} reach {} returned {} refusals {} journeys {} steps {}",
                strategy.plan.way,
                strategy.independent,
                worth.safe.count(),
                worth.out_of_reach.count(),
                worth.returned.count(),
                worth.refusals,
                worth.journeys,
                worth.steps
            );
        }
        println!(
            "    not entered: {}; untrue: {}",
            graph.not_entered.len(),
            graph.untrue.len()
        );
    }
}
