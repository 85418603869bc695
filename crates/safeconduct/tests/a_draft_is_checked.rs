//! A draft on standard input, against the demonstration's invented people.

use std::io::Write;
use std::process::{Command, Stdio};

/// What is printed, and the exit code.
fn check(arguments: &[&str], draft: &[u8]) -> (String, Option<i32>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_safeconduct"));
    let command = command.args(["say", "check"]).args(arguments);
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = piped.stderr(Stdio::piped()).spawn().expect("it starts");
    let mut input = child.stdin.take().expect("an input");
    // Whoever refuses a draft need not read it to its end.
    let _ = input.write_all(draft);
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    let printed = [output.stdout, output.stderr].concat();
    (
        String::from_utf8(printed).expect("text"),
        output.status.code(),
    )
}

#[test]
fn what_a_draft_exposes_is_printed_and_the_exit_code_holds_it_back() {
    let draft = "Just two of those in our care have received visas. We told Rowan to wait.";
    let (printed, code) = check(&["--demo"], draft.as_bytes());
    assert_eq!(code, Some(1), "{printed}");
    for words in ["Do not send this.", "«two of those»", "Rowan, case 1"] {
        assert!(printed.contains(words), "{words}: {printed}");
    }
    let russian = "Переговоры с Вашингтоном продолжаются.";
    let (printed, code) = check(&["--demo", "--lang", "ru"], russian.as_bytes());
    assert_eq!(code, Some(1), "{printed}");
    assert!(printed.contains("Не отправляйте это."), "{printed}");
}

#[test]
fn nothing_found_ends_well_and_is_not_called_safe() {
    let (printed, code) = check(&["--demo"], b"We thank everybody who has written to us.");
    assert_eq!(code, Some(0), "{printed}");
    assert!(
        printed.contains("does not mean that it exposes nobody"),
        "{printed}"
    );
}

#[test]
fn what_cannot_be_checked_is_refused_with_another_code_than_a_finding() {
    let long = vec![b'a'; 64 * 1024 + 1];
    assert_eq!(check(&["--demo"], &long).1, Some(3));
    assert_eq!(check(&["--demo"], &[0xff, 0xfe]).1, Some(3));
    let nowhere = std::env::temp_dir().join("safeconduct-no-such-vault");
    let (printed, code) = check(&[&nowhere.to_string_lossy()], b"We met nobody.");
    assert!(printed.contains("there is no vault called"), "{printed}");
    assert_eq!(code, Some(1));
}
