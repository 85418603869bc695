//! The shipped books, read from the folder beside the crates.
#![allow(dead_code, reason = "each test file uses a part of it")]

use facts::Complaints;
use law::Library;
use std::fs;
use std::path::{Path, PathBuf};

/// Every file of the shipped books, as (path within the folder, text).
pub fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../books");
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)
            .expect("the books are there")
            .flatten()
        {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|end| end == "yaml" || end == "csv")
            {
                let name = path
                    .strip_prefix(&root)
                    .expect("below the root")
                    .to_string_lossy()
                    .replace('\\', "/");
                files.push((name, fs::read_to_string(&path).expect("UTF-8")));
            }
        }
    }
    files
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
