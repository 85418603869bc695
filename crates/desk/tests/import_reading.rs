//! Spreadsheets as bytes: what is in which cell, and what is refused. Everyone is invented.

mod sheets;

use desk::import::{CannotRead, Cell, Sheet, read_csv, read_xlsx};
use proptest::prelude::*;
use sheets::{packed, words, xlsx};
use std::time::{Duration, Instant};

/// Every cell as `row.column=what`.
fn told(sheet: &Sheet) -> Vec<String> {
    let cell = |cell: &Cell| match cell {
        Cell::Words(words) => format!("{:?}", words.as_str()),
        Cell::Whole(n) => n.to_string(),
        Cell::YesNo(yes) => yes.to_string(),
        Cell::Day(day) => format!("day {day}"),
        Cell::Fault(fault) => format!("{fault:?}"),
    };
    let row = |row: &desk::import::Row| {
        let cells = row.cells.iter();
        let number = row.number;
        cells
            .map(|(column, it)| format!("{number}.{column}={}", cell(it)))
            .collect::<Vec<_>>()
    };
    sheet.rows.iter().flat_map(row).collect()
}

fn csv(text: &str) -> Vec<String> {
    told(&read_csv(text.as_bytes()).expect("CSV"))
}

#[test]
fn csv_is_read_between_commas_semicolons_or_tabs() {
    let expected = [
        "1.1=\"key\"",
        "1.2=\"note\"",
        "2.1=\"7\"",
        "2.2=\"a, b; c\"",
    ];
    assert_eq!(csv("key,note\n7,\"a, b; c\"\n"), expected);
    assert_eq!(csv("\u{feff}key;note\r\n7;\"a, b; c\"\r\n"), expected);
    assert_eq!(csv("key\tnote\n7\ta, b; c"), expected);
}

#[test]
fn rows_have_the_numbers_that_a_spreadsheet_program_shows() {
    let text = "key,note\n1,\"two\nlines\"\n\n\n2,after two empty rows\n";
    assert_eq!(csv(text), csv(&text.replace('\n', "\r\n")));
    assert_eq!(
        csv(text),
        [
            "1.1=\"key\"",
            "1.2=\"note\"",
            "2.1=\"1\"",
            "2.2=\"two\\nlines\"",
            "5.1=\"2\"",
            "5.2=\"after two empty rows\"",
        ]
    );
}

#[test]
fn what_begins_like_a_formula_is_words_in_csv() {
    assert_eq!(
        csv("key\n=1+1\n+7\n-7\n@SUM(A1)\n"),
        [
            "1.1=\"key\"",
            "2.1=\"=1+1\"",
            "3.1=\"+7\"",
            "4.1=\"-7\"",
            "5.1=\"@SUM(A1)\""
        ]
    );
}

#[test]
fn csv_in_another_alphabet_s_code_is_not_guessed() {
    // "ключ" in Windows-1251.
    let read = read_csv(&[0xea, 0xeb, 0xfe, 0xf7]);
    assert_eq!(read.err(), Some(CannotRead::NotUtf8));
    assert_eq!(read_csv(b"k\0e\0y\0").err(), Some(CannotRead::NotUtf8));
}

#[test]
fn cells_of_xlsx_keep_their_types_and_places() {
    let rows = [
        "<row r=\"2\">".to_owned(),
        words("B2", " key "),
        "<c r=\"C2\" t=\"b\"><v>1</v></c>".to_owned(),
        "</row><row r=\"5\">".to_owned(),
        "<c r=\"A5\"><v>12</v></c><c r=\"B5\"><v>2.5</v></c>".to_owned(),
        "<c r=\"C5\" s=\"1\"><v>42872</v></c>".to_owned(),
        "<c r=\"D5\" s=\"1\"><v>60</v></c><c r=\"E5\" s=\"2\"><v>1.5</v></c>".to_owned(),
        "<c r=\"F5\" t=\"e\"><v>#REF!</v></c>".to_owned(),
        "</row>".to_owned(),
    ];
    let book = read_xlsx(&xlsx(&[("people", false, &rows.concat())])).expect("XLSX");
    assert_eq!(book[0].name.as_str(), "people");
    assert_eq!(
        told(&book[0]),
        [
            "2.2=\"key\"",
            "2.3=true",
            "5.1=12",
            "5.2=\"2.5\"",
            // 42,872 days after 30 December 1899.
            "5.3=day 2017-05-17",
            // 29 February 1900, a day of spreadsheets alone.
            "5.4=NoDay",
            "5.5=NoDay",
            "5.6=Error",
        ]
    );
}

#[test]
fn of_a_formula_what_was_seen_last_is_taken_and_nothing_worked_out() {
    let rows = "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>3</v></c><c r=\"B1\"><f>1+1</f></c>\
        <c r=\"C1\" t=\"str\"><f>\"a\"&amp;\"b\"</f><v>seen</v></c></row>";
    let book = read_xlsx(&xlsx(&[("people", false, rows)])).expect("XLSX");
    assert_eq!(
        told(&book[0]),
        ["1.1=3", "1.2=NeverWorkedOut", "1.3=\"seen\""]
    );
}

#[test]
fn hidden_sheets_are_not_imported() {
    let row = format!("<row r=\"1\">{}</row>", words("A1", "key"));
    let bytes = xlsx(&[("seen", false, &row), ("not seen", true, &row)]);
    let names: Vec<String> = read_xlsx(&bytes)
        .expect("XLSX")
        .iter()
        .map(|sheet| sheet.name.as_str().to_owned())
        .collect();
    assert_eq!(names, ["seen"]);
}

#[test]
fn a_small_file_that_unpacks_to_a_large_one_is_refused_at_once() {
    let zeros = vec![0; 70 << 20];
    let bomb = packed(&[("xl/sharedStrings.xml", &zeros)]);
    assert!(bomb.len() < 100 << 10, "{} bytes", bomb.len());
    let begun = Instant::now();
    assert_eq!(read_xlsx(&bomb).err(), Some(CannotRead::TooLarge));
    assert!(begun.elapsed() < Duration::from_secs(10));
}

#[test]
fn a_sheet_as_large_as_its_farthest_cell_is_never_laid_out() {
    let far = format!("<row r=\"1048576\">{}</row>", words("XFD1048576", "far"));
    let read = read_xlsx(&xlsx(&[("people", false, &far)]));
    assert_eq!(read.err(), Some(CannotRead::TooLarge));
    let deep = format!("<row r=\"1048576\">{}</row>", words("A1048576", "deep"));
    let read = read_xlsx(&xlsx(&[("people", false, &deep)])).expect("one row");
    assert_eq!(told(&read[0]), ["1048576.1=\"deep\""]);
}

/// The library that reads XLSX panicked on a cell with a place that no program writes: one such file
/// would have ended the program, and with it whatever a caseworker had not saved.
#[test]
fn a_place_beyond_all_sheets_is_a_damaged_file() {
    let place = format!("{}1", "A".repeat(40));
    let row = format!("<row r=\"1\">{}</row>", words(&place, "far"));
    let read = read_xlsx(&xlsx(&[("people", false, &row)]));
    assert!(matches!(
        read,
        Err(CannotRead::NoSpreadsheet | CannotRead::TooLarge)
    ));
}

#[test]
fn locked_and_foreign_files_are_told_apart() {
    let locked = [
        &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..],
        &[0; 600],
    ]
    .concat();
    assert_eq!(read_xlsx(&locked).err(), Some(CannotRead::LockedOrOld));
    assert_eq!(
        read_xlsx(b"%PDF-1.4").err(),
        Some(CannotRead::NoSpreadsheet)
    );
    assert_eq!(
        read_xlsx(&packed(&[])).err(),
        Some(CannotRead::NoSpreadsheet)
    );
    let too_large = vec![b'a'; (8 << 20) + 1];
    assert_eq!(read_csv(&too_large).err(), Some(CannotRead::TooLarge));
    assert_eq!(read_xlsx(&too_large).err(), Some(CannotRead::TooLarge));
}

#[test]
fn a_cell_that_is_too_long_is_named_and_the_others_are_read() {
    let long = "a".repeat(4_001);
    assert_eq!(csv(&format!("{long},b")), ["1.1=TooLong", "1.2=\"b\""]);
}

#[test]
fn nothing_of_a_sheet_prints() {
    let sheet = read_csv("key\nИдрис".as_bytes()).expect("CSV");
    assert_eq!(
        format!("{sheet:?}{:?}", sheet.rows),
        "Sheet([sealed])[Row([sealed]), Row([sealed])]"
    );
}

proptest! {
    #[test]
    fn whatever_the_bytes_are_nothing_panics(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = (read_csv(&bytes), read_xlsx(&bytes));
    }

    #[test]
    fn what_csv_holds_is_read_back(rows in prop::collection::vec(
        prop::collection::vec("[a-zа-яё0-9=+@;,\"'\n-]{0,12}", 1..5), 1..6)
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // One row of words first, so that commas are what stands most often in it.
        writer.write_record(["a", "b", "c", "d", "e"]).expect("in memory");
        let width = |row: &Vec<String>| {
            let mut row = row.clone();
            row.resize(5, String::new());
            row
        };
        for row in rows.iter().map(width) {
            writer.write_record(&row).expect("in memory");
        }
        let bytes = writer.into_inner().expect("in memory");
        let sheet = read_csv(&bytes).expect("CSV");
        let read: Vec<Vec<String>> = sheet.rows[1..].iter().map(|row| {
            row.cells.values().map(|cell| match cell {
                Cell::Words(words) => words.as_str().to_owned(),
                other => panic!("{other:?}"),
            }).collect()
        }).collect();
        let expected: Vec<Vec<String>> = rows.iter().map(|row| {
            let words = row.iter().map(|word| word.trim().to_owned());
            words.filter(|word| !word.is_empty()).collect::<Vec<_>>()
        }).filter(|row| !row.is_empty()).collect();
        prop_assert_eq!(read, expected);
        prop_assert!(sheet.rows.windows(2).all(|two| two[0].number < two[1].number));
    }
}
