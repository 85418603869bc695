//! XLSX files for tests, written by hand: what a spreadsheet program writes, and what none would.
#![allow(dead_code, reason = "each test file uses a part of it")]

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A workbook with these sheets: name, whether it is hidden, and the rows as XML.
pub fn xlsx(sheets: &[(&str, bool, &str)]) -> Vec<u8> {
    let mut types = String::new();
    let mut listed = String::new();
    let mut related = String::new();
    for (number, (name, hidden, _)) in (1..).zip(sheets) {
        let state = if *hidden { " state=\"hidden\"" } else { "" };
        types.push_str(&format!("<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"));
        listed.push_str(&format!(
            "<sheet name=\"{name}\" sheetId=\"{number}\"{state} r:id=\"rId{number}\"/>"
        ));
        related.push_str(&format!("<Relationship Id=\"rId{number}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"));
    }
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), format!("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{types}</Types>")),
        ("_rels/.rels".to_owned(), "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".to_owned()),
        ("xl/workbook.xml".to_owned(), format!("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{listed}</sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{related}<Relationship Id=\"rIdStyles\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>")),
        // The second style shows a number as a day, the third as a length of time.
        ("xl/styles.xml".to_owned(), "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"[hh]:mm:ss\"/></numFmts><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>".to_owned()),
    ];
    for (number, (_, _, rows)) in (1..).zip(sheets) {
        files.push((format!("xl/worksheets/sheet{number}.xml"), format!("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>")));
    }
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    packed(&files)
}

/// Files in a ZIP.
pub fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let deflated = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        zip.start_file(*name, deflated).expect("a file");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a file in memory").into_inner()
}

/// A cell with words.
pub fn words(at: &str, text: &str) -> String {
    format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}
