//! The books and examples that every copy of the program carries inside it.

use facts::SourceText;
use include_dir::{Dir, File, include_dir};

static BOOKS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../books");
static EXAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../examples");

/// Every text file of the shipped books, by its path inside `books/`, in the order of the paths.
pub fn books() -> Vec<SourceText> {
    let mut found = Vec::new();
    collect(&BOOKS, &mut found);
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

/// A file of the shipped examples, by its path inside `examples/`.
pub fn example(path: &str) -> Option<SourceText> {
    EXAMPLES.get_file(path).and_then(source_of)
}

fn collect(dir: &Dir<'_>, found: &mut Vec<SourceText>) {
    found.extend(dir.files().filter_map(source_of));
    for inner in dir.dirs() {
        collect(inner, found);
    }
}

fn source_of(file: &File<'_>) -> Option<SourceText> {
    Some(SourceText::new(
        file.path().to_str()?,
        file.contents_utf8()?,
    ))
}
