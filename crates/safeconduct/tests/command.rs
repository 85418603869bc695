//! The public command: exit codes, bad input, sealed files; and nothing of a person where it does not belong.

#[path = "../../../tests/report/common/mod.rs"]
mod common;

use common::{person, safeconduct};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn with_passphrase(arguments: &[&str], passphrase: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_safeconduct"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    writeln!(stdin, "{passphrase}").expect("it reads");
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

#[test]
fn the_shipped_books_have_no_complaints() {
    let output = safeconduct(&["law", "check"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stdout).starts_with("no complaints: "));
}

#[test]
fn a_typo_in_a_book_is_shown_where_it_stands_and_how_to_mend_it() {
    let folder = folder("typo");
    let shown = safeconduct(&["law", "show", "us.visa.b"]);
    let broken = text(&shown.stdout).replacen("requires:", "requirez:", 1);
    let file = folder.join("visa-b.yaml");
    fs::write(&file, &broken).expect("written");
    let output = safeconduct(&["law", "check", &file.to_string_lossy()]);
    let complaint = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        complaint.contains("form::unknown_key") && complaint.contains("did you mean `requires`?"),
        "{complaint}"
    );
    assert!(complaint.contains("in 1 file"), "{complaint}");
    // Mended from the message alone, nothing is left to complain of.
    fs::write(&file, broken.replacen("requirez:", "requires:", 1)).expect("written");
    assert_eq!(
        safeconduct(&["law", "check", &file.to_string_lossy()])
            .status
            .code(),
        Some(0)
    );
}

#[test]
fn the_command_speaks_both_languages() {
    let file = person("aslan");
    let of = |lang: &str| {
        let file = file.to_string_lossy();
        text(
            &safeconduct(&[
                "--lang",
                lang,
                "decide",
                "--person",
                &file,
                "--on",
                "2017-05-17",
                "--pathway",
                "us.visa.b",
            ])
            .stdout,
        )
    };
    assert!(of("en").contains("closed"), "{}", of("en"));
    assert!(of("ru").contains("закрыто"), "{}", of("ru"));
}

#[test]
fn changes_of_law_are_written_in_both_languages_and_as_json() {
    let of = |more: &[&str]| {
        let output = safeconduct(&[&["law", "reforms", "--level", "any"], more].concat());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    let reforms: Value = serde_json::from_str(&of(&["--json"])).expect("JSON");
    assert_eq!(reforms["format"], "safeconduct.reforms/1");
    let most = &reforms["lists"][0]["conditions"][0];
    for (lang, arguments) in [("en", vec![]), ("ru", vec!["--lang", "ru"])] {
        let says = most["struck"][0]["says"][lang]
            .as_str()
            .expect("a sentence");
        let cite = most["struck"][0]["article"]["cite"]
            .as_str()
            .expect("an article");
        let count = most["from_closed"].to_string();
        let written = of(&arguments);
        for part in [says, cite, &count] {
            assert!(written.contains(part), "{part} is not in {written}");
        }
    }
    let unknown = safeconduct(&["law", "reforms", "--level", "safe"]);
    assert_eq!(unknown.status.code(), Some(2));
}

#[test]
fn no_entry_is_ever_written_without_return_and_pursuit_and_the_way_there() {
    let file = person("aslan");
    let file = file.to_string_lossy();
    for on in ["2017-05-17", "2026-01-01"] {
        let output = safeconduct(&["decide", "--person", &file, "--on", on, "--json"]);
        let decision: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let entries: Vec<&Value> = decision["verdicts"]
            .as_array()
            .expect("verdicts")
            .iter()
            .filter(|v| v["kind"] == "entry")
            .collect();
        assert!(entries.len() > 50, "{} entries on {on}", entries.len());
        for entry in entries {
            assert!(
                entry["return_and_pursuit"]["at_a_glance"].is_string(),
                "{entry}"
            );
            assert!(entry["getting_there"]["exit"].is_string(), "{entry}");
        }
    }
}

#[test]
fn a_file_in_clear_that_does_not_say_invented_is_refused_without_showing_it() {
    let folder = folder("clear");
    let file = folder.join("p.yaml");
    fs::write(
        &file,
        "id: x\nstory: { en: \"a secret place\", ru: \"тайное место\" }\nfacts: { here: RUS }\n",
    )
    .expect("written");
    let output = safeconduct(&[
        "decide",
        "--person",
        &file.to_string_lossy(),
        "--on",
        "2017-05-17",
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("person::not_invented"));
    assert_eq!(text(&output.stdout), "");
}

#[test]
fn a_sealed_file_opens_with_its_passphrase_and_with_no_other() {
    let folder = folder("sealed");
    let (clear, sealed) = (folder.join("p.yaml"), folder.join("p.age"));
    let facts = "format: safeconduct.person/1\nid: x\nname: { en: X, ru: Х }\nfacts: { here: RUS, means_to_leave_again: { USA: no } }\n";
    fs::write(&clear, facts).expect("written");
    let path = |path: &PathBuf| path.to_string_lossy().into_owned();
    let output = with_passphrase(
        &["seal", &path(&clear), &path(&sealed), "--passphrase-stdin"],
        "a long sentence",
    );
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(!text(&fs::read(&sealed).expect("sealed")).contains("RUS"));
    let decide = [
        "decide",
        "--person",
        &path(&sealed),
        "--on",
        "2017-05-17",
        "--pathway",
        "us.visa.b",
        "--json",
        "--passphrase-stdin",
    ];
    let decided = with_passphrase(&decide, "a long sentence");
    assert!(
        text(&decided.stdout).contains("\"closed\""),
        "{}",
        text(&decided.stderr)
    );
    let refused = with_passphrase(&decide, "another sentence");
    assert_eq!(refused.status.code(), Some(3));
    assert_eq!(text(&refused.stdout), "");
    // Cut short, it is named as damaged; nothing of it is shown.
    let bytes = fs::read(&sealed).expect("sealed");
    fs::write(&sealed, &bytes[..bytes.len() - 7]).expect("cut");
    let cut = with_passphrase(&decide, "a long sentence");
    assert_eq!(
        (cut.status.code(), text(&cut.stdout)),
        (Some(3), String::new())
    );
}

/// Judgements are read sealed, beside the person, and tell whose they are; in clear they are refused, and
/// what is wrong in a sealed file is told by places alone.
#[test]
fn judgements_are_read_only_sealed_and_told_with_their_name_and_day() {
    let folder = folder("judgements");
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let one = "  - { about: { grant: lt.visa.humanitarian }, event: granted, at_least: 40, at_most: 60, sure: 80, by: Vera Sokolova, on: 2017-05-10, why: So. }\n";
    let sound = format!("format: safeconduct.judgements/1\njudgements:\n{one}");
    fs::write(path("clear"), &sound).expect("written");
    fs::write(path("wrong"), sound.replace("by: Vera Sokolova, ", "")).expect("written");
    for (from, to) in [("clear", "sealed"), ("wrong", "sealed-wrong")] {
        let seal = ["seal", &path(from), &path(to), "--passphrase-stdin"];
        assert_eq!(
            with_passphrase(&seal, "a long sentence").status.code(),
            Some(0)
        );
    }
    let person = person("aslan").to_string_lossy().into_owned();
    let routes = |file: &str| {
        let file = path(file);
        let arguments = [
            "routes",
            "--person",
            &person,
            "--on",
            "2017-05-17",
            "--json",
            "--judgements",
            &file,
            "--passphrase-stdin",
        ];
        with_passphrase(&arguments, "a long sentence")
    };
    let told = routes("sealed");
    assert_eq!(told.status.code(), Some(0), "{}", text(&told.stderr));
    let value: Value = serde_json::from_slice(&told.stdout).expect("JSON");
    assert_eq!(value["judged"][0]["by"], "Vera Sokolova");
    assert_eq!(value["judged"][0]["on"], "2017-05-10");
    let clear = routes("clear");
    assert_eq!(
        (clear.status.code(), text(&clear.stdout)),
        (Some(1), String::new())
    );
    assert!(text(&clear.stderr).contains("is not sealed"));
    let wrong = routes("sealed-wrong");
    assert_eq!(
        (wrong.status.code(), text(&wrong.stdout)),
        (Some(1), String::new())
    );
    let complaint = text(&wrong.stderr);
    assert!(
        complaint.contains("form::missing_key: line 3"),
        "{complaint}"
    );
    assert!(
        !complaint.contains("lt.visa") && !complaint.contains("Vera"),
        "{complaint}"
    );
}

#[test]
fn what_is_not_understood_and_what_is_not_there_have_their_own_exit_codes() {
    assert_eq!(
        safeconduct(&["decide", "--on", "2017-02-30"]).status.code(),
        Some(2)
    );
    assert_eq!(
        safeconduct(&["law", "show", "no.such.book"]).status.code(),
        Some(1)
    );
    assert_eq!(
        safeconduct(&["law", "check", "no-such-file.yaml"])
            .status
            .code(),
        Some(3)
    );
}

#[test]
fn the_day_on_which_the_court_let_the_order_work_changes_the_refugee_programme() {
    let output = safeconduct(&["law", "diff", "--from", "2017-06-28", "--to", "2017-06-29"]);
    let changes = text(&output.stdout);
    assert!(
        changes.contains("us.refugee.p1.outside: overlay us.overlay.eo13780.refugees"),
        "{changes}"
    );
    let before = safeconduct(&["law", "diff", "--from", "2017-05-17", "--to", "2017-05-18"]);
    assert!(!text(&before.stdout).contains("eo13780"));
}

#[test]
fn what_changed_for_a_person_is_told_with_both_sides_and_the_reason() {
    let person = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../books/people/zarina-georgia.yaml"
    );
    let diff = |from: &str, to: &str, lang: &str| {
        let arguments = [
            "law", "diff", "--from", from, "--to", to, "--person", person, "--lang", lang,
        ];
        text(&safeconduct(&arguments).stdout)
    };
    let told = diff("2017-05-17", "2022-05-17", "en");
    assert!(told.contains("informs"), "{told}");
    let blocks: Vec<&str> = told.split("\nany.entry.").skip(1).collect();
    assert!(!blocks.is_empty(), "{told}");
    for block in blocks {
        // To the next way, which begins at the edge.
        let end = block
            .lines()
            .skip(1)
            .position(|line| !line.starts_with(' '));
        let lines: Vec<&str> = block
            .lines()
            .take(end.map_or(usize::MAX, |end| end + 1))
            .collect();
        let sides = |word: &str| lines.iter().filter(|line| line.contains(word)).count();
        assert_eq!(sides("17 May 2017:") + sides("17 May 2022:"), 2, "{block}");
        let told = sides("17 May 2017: ") + sides("17 May 2022:") - sides("not there on this day");
        assert_eq!(sides("leaving Russia:"), told, "{block}");
    }
    let same = diff("2017-05-17", "2017-05-17", "ru");
    assert_eq!(
        same.trim(),
        "Между этими днями для этого человека ничего не изменилось."
    );
}

#[test]
fn a_published_edition_is_laid_beside_the_books_and_nothing_is_taken_over() {
    let folder = folder("editions");
    let file = folder.join("tidy.csv");
    let path = file.to_string_lossy().into_owned();
    fs::write(
        &file,
        "Passport,Destination,Requirement\nRUS,ARG,90\nRUS,LTU,visa free\n",
    )
    .expect("written");
    let undated = safeconduct(&["world", "import", &path]);
    assert_eq!(undated.status.code(), Some(2));
    assert!(text(&undated.stderr).contains("--as-of"));
    let import = |more: &[&str]| {
        let mut arguments = vec!["world", "import", &path, "--as-of", "2017-06-01"];
        arguments.extend(more);
        safeconduct(&arguments)
    };
    let told = text(&import(&[]).stdout);
    assert!(
        told.contains(
            "Lithuania, with a passport of Russia: the books: visa needed; this edition: no visa"
        ),
        "{told}"
    );
    assert!(!told.contains("Argentina"), "{told}");
    assert!(
        text(&import(&["--rows"]).stdout).contains("RUS,LTU,visa_free,,foreign_passport,unknown")
    );
    assert!(text(&import(&["--json"]).stdout).contains("safeconduct.edition/1"));
    fs::write(&file, "Passport,Destination,Requirement\nRUS,LTU,perhaps\n").expect("written");
    let wrong = import(&[]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(
        text(&wrong.stderr).contains("`perhaps`"),
        "{}",
        text(&wrong.stderr)
    );
}

#[test]
fn a_country_that_does_not_exist_is_named_in_a_person_file() {
    let folder = folder("countries");
    let file = folder.join("p.yaml");
    let facts = "format: safeconduct.person/1\ninvented: true\ncode: { en: Rowan, ru: Рябина }\nfacts: { here: QQQ }\n";
    fs::write(&file, facts).expect("written");
    let path = file.to_string_lossy();
    let output = safeconduct(&["decide", "--person", &path, "--on", "2017-05-17"]);
    assert_eq!(output.status.code(), Some(1));
    let shown = text(&output.stderr);
    assert!(
        shown.contains("`QQQ`") && shown.contains("ISO 3166"),
        "{shown}"
    );
}

#[test]
fn routes_are_told_with_what_is_certain_and_their_models_can_be_checked() {
    let person = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../examples/chechnya-2017/people/rasul.yaml"
    );
    let routes = |more: &[&str]| {
        let mut arguments = vec!["routes", "--person", person, "--on", "2017-05-17"];
        arguments.extend(more);
        safeconduct(&arguments)
    };
    let told = text(&routes(&[]).stdout);
    for expected in [
        "Ask from hiding first",
        "Leave first",
        "Stay and wait",
        "nobody knows",
        "handed over",
    ] {
        assert!(told.contains(expected), "{expected}: {told}");
    }
    assert!(text(&routes(&["--lang", "ru"]).stdout).contains("Сначала просить из укрытия"));
    let json = text(&routes(&["--json"]).stdout);
    assert!(json.contains("safeconduct.routes/1"));
    let folder = folder("models").join("new");
    let _ = fs::remove_dir_all(&folder);
    let path = folder.to_string_lossy().into_owned();
    let exported = routes(&["--export", &path]);
    assert_eq!(
        exported.status.code(),
        Some(0),
        "{}",
        text(&exported.stderr)
    );
    let plan = fs::read_to_string(folder.join("0-returned-nature.drn")).expect("a model");
    assert!(plan.contains("@model") && !plan.contains("RUS"));
    let again = routes(&["--export", &path]);
    assert_eq!(again.status.code(), Some(3), "nothing is written over");
}
