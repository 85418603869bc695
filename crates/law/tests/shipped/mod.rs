//! The shipped books and people, read from the folders beside the crates.
#![allow(dead_code, reason = "each test file uses a part of it")]

use facts::{Complaints, Facts, SourceText, read_facts, read_tree};
use law::Library;
use std::fs;
use std::path::{Path, PathBuf};

/// The twelve detailed people of the demonstration.
pub const TWELVE: &str = "examples/chechnya-2017/people";

/// The people of the worked examples.
pub const WORKED: &str = "books/people";

/// The folder in which the books and the examples lie.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .find(|folder| folder.join("books").is_dir())
        .expect("the books are above every crate")
        .to_owned()
}

/// Every file below a folder that ends so, in order.
pub fn below(folder: &Path, ends: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("it is there").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|end| ends.iter().any(|wanted| end == *wanted))
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Every file of the shipped books, as (path within the folder, text).
pub fn files() -> Vec<(String, String)> {
    let books = root().join("books");
    let read = |path: &PathBuf| {
        let name = path.strip_prefix(&books).expect("below the root");
        let name = name.to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(path).expect("UTF-8"))
    };
    below(&books, &["yaml", "csv"]).iter().map(read).collect()
}

/// The library of the shipped books, and what is wrong in them.
pub fn library() -> (Library, Complaints) {
    let files = files();
    Library::load(
        files
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str())),
    )
}

/// A person of a text that has `facts:`.
pub fn person(library: &Library, name: &str, text: String) -> Facts {
    let source = SourceText::new(name, text);
    let mut complaints = Complaints::new();
    let tree = read_tree(&source, &mut complaints).expect("YAML");
    let facts = tree.get("facts").expect("facts");
    read_facts(facts, &library.vocabulary, &source, &mut complaints)
}

/// The people of a folder by the names of their files, with their facts.
pub fn people(library: &Library, folder: &str) -> Vec<(String, Facts)> {
    let read = |path: &PathBuf| {
        let name = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let facts = person(library, &name, fs::read_to_string(path).expect("UTF-8"));
        (name, facts)
    };
    below(&root().join(folder), &["yaml"])
        .iter()
        .map(read)
        .collect()
}
