//! The house holds: which crate may know which, and that the documents say what is so.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The normal and build dependencies of each crate of the house.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--offline",
        ])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let of = |package: &Value| {
        let all = package["dependencies"].as_array().expect("dependencies");
        let kept = all.iter().filter(|dependency| dependency["kind"] != "dev");
        kept.filter_map(|dependency| dependency["name"].as_str().map(str::to_owned))
            .collect()
    };
    packages
        .iter()
        .map(|p| (p["name"].as_str().expect("a name").to_owned(), of(p)))
        .collect()
}

#[test]
fn the_arrows_of_the_house_point_one_way() {
    let all = dependencies();
    let expected: [(&str, &[&str]); 10] = [
        ("facts", &[]),
        ("law", &["facts"]),
        ("routes", &["facts", "law"]),
        ("casework", &["facts"]),
        ("disclosure", &["facts"]),
        ("sealed", &[]),
        ("vault", &["sealed"]),
        (
            "desk",
            &["casework", "disclosure", "facts", "law", "routes", "vault"],
        ),
        ("pages", &["desk"]),
        ("safeconduct", &["desk", "pages"]),
    ];
    let ours = expected.map(|(name, _)| name);
    for (name, arrows) in expected {
        let found: Vec<&str> = all[name]
            .iter()
            .map(String::as_str)
            .filter(|dep| ours.contains(dep))
            .collect();
        assert_eq!(found, arrows, "{name}");
    }
}

#[test]
fn what_is_pure_knows_no_network_no_store_and_no_runtime() {
    let all = dependencies();
    for pure in ["facts", "law", "routes", "casework", "disclosure", "desk"] {
        for forbidden in [
            "tokio",
            "axum",
            "hyper",
            "reqwest",
            "rusqlite",
            "age",
            "clap",
            "getrandom",
        ] {
            assert!(
                !all[pure].contains(forbidden),
                "{pure} must not know {forbidden}"
            );
        }
    }
}

#[test]
fn formats_know_no_store_and_the_vault_knows_no_case() {
    let all = dependencies();
    for forbidden in ["rusqlite", "tokio", "axum", "getrandom"] {
        assert!(!all["sealed"].contains(forbidden), "sealed: {forbidden}");
    }
    for forbidden in ["facts", "casework", "desk", "tokio", "axum"] {
        assert!(!all["vault"].contains(forbidden), "vault: {forbidden}");
    }
}

#[test]
fn the_pure_crates_ask_no_clock_and_open_no_file() {
    for name in ["facts", "law", "routes", "casework", "disclosure", "sealed"] {
        for file in sources_below(&root().join(format!("crates/{name}/src"))) {
            let text = fs::read_to_string(&file).expect("text");
            for forbidden in [
                "std::fs",
                "std::net",
                "std::env",
                "SystemTime",
                "Instant::now",
                "Zoned::now",
            ] {
                let clean = !text.contains(forbidden);
                assert!(clean, "{} uses {forbidden}", file.display());
            }
        }
    }
}

fn sources_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("sources").flatten();
    let of = |path: PathBuf| match path.is_dir() {
        true => sources_below(&path),
        false => vec![path],
    };
    entries.flat_map(|entry| of(entry.path())).collect()
}

#[test]
fn every_complaint_has_a_paragraph() {
    let page = read("docs/complaints.md");
    let source = read("crates/facts/src/complaint.rs");
    let codes: Vec<&str> = source
        .lines()
        .filter_map(|line| {
            line.trim()
                .strip_suffix("\",")?
                .split_once(" = \"")
                .map(|(_, code)| code)
        })
        .filter(|code| code.contains("::"))
        .collect();
    assert!(codes.len() > 30, "{codes:?}");
    for code in codes {
        assert!(
            page.contains(&format!("\n## {code}\n")),
            "docs/complaints.md has nothing on `{code}`"
        );
    }
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = read("Cargo.toml");
    let page = read("docs/dependencies.md");
    let table = manifest
        .split("[workspace.dependencies]")
        .nth(1)
        .expect("dependencies");
    let table = table.split("\n[").next().expect("its end");
    let names = table.lines().filter_map(|line| {
        line.split_once(" = ")
            .map(|(name, rest)| (name.trim(), rest))
    });
    for (name, _) in names.filter(|(name, rest)| !name.starts_with('#') && !rest.contains("path ="))
    {
        assert!(
            page.contains(&format!("| `{name}` |")),
            "docs/dependencies.md has no line for `{name}`"
        );
    }
}

#[test]
fn every_row_of_the_report_names_a_test_that_exists_or_says_not_yet() {
    let page = read("docs/report.md");
    let readme = read("README.md");
    for number in 1..=14 {
        let row = page
            .lines()
            .find(|line| line.starts_with(&format!("| R{number} |")))
            .expect("a row");
        assert!(readme.contains(row), "README has another row R{number}");
        let proof = row
            .trim_end_matches('|')
            .rsplit('|')
            .next()
            .expect("a last cell")
            .trim();
        match proof
            .strip_prefix('`')
            .and_then(|rest| rest.strip_suffix('`'))
        {
            Some(path) => assert!(root().join(path).exists(), "{path}"),
            None => assert_eq!(proof, "*not yet*", "R{number}"),
        }
    }
}

#[test]
fn the_changes_mark_what_can_change_a_verdict() {
    let page = read("CHANGELOG.md");
    assert!(page.lines().any(|line| line.starts_with("* ⚖ ")));
    assert!(page.contains("⚖ marks what can change a verdict"));
}
