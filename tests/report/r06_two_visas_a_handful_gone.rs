//! R6: just two with visas, a handful gone without. Every figure is counted from the people.

mod common;

use common::Demo;
use std::fs;

#[test]
fn the_first_page_reads_forty_in_hiding_two_with_visas_five_gone() {
    let page = Demo::start().text("/");
    assert!(
        page.contains("40 in hiding. 2 have visas. 5 left without one."),
        "{page}"
    );
}

#[test]
fn the_figures_are_those_of_the_files() {
    // The detailed people's stages and what the generator is told add up to what the page shows.
    let folder = common::person("aslan")
        .parent()
        .expect("a folder")
        .to_owned();
    let mut counts = [0usize; 3];
    let stages = ["hidden", "visa_granted", "left_without_visa"];
    for entry in fs::read_dir(folder).expect("people").flatten() {
        let text = fs::read_to_string(entry.path()).expect("text");
        for (count, stage) in counts.iter_mut().zip(stages) {
            *count += usize::from(
                text.lines()
                    .any(|line| line.trim() == format!("stage: {stage}")),
            );
        }
    }
    let caseload = common::person("../caseload");
    let text = fs::read_to_string(caseload).expect("the caseload");
    let line = text
        .lines()
        .find(|line| line.trim_start().starts_with("generated:"))
        .expect("what is drawn");
    for (count, stage) in counts.iter_mut().zip(stages) {
        let after = line.split(&format!("{stage}:")).nth(1).expect("a count");
        let digits: String = after
            .trim_start()
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        *count += digits.parse::<usize>().expect("a number");
    }
    assert_eq!(counts, [40, 2, 5]);
}
