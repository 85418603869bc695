use super::sheet::{COLUMNS, CannotRead, Cell, LARGEST, ROWS, Row, Sheet};

/// Reads a table in CSV: UTF-8, between commas, semicolons or tabs.
///
/// Every cell is words: what begins with `=`, `+`, `-` or `@` is no formula here.
///
/// # Errors
/// [`CannotRead`], if the file is too large or not in UTF-8.
///
/// # Source
/// RFC 4180, and its spreadsheets' habit of semicolons.
pub fn read_csv(bytes: &[u8]) -> Result<Sheet, CannotRead> {
    if bytes.len() > LARGEST {
        return Err(CannotRead::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| CannotRead::NotUtf8)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\0') {
        return Err(CannotRead::NotUtf8);
    }
    // One end of line, so that those that belong to no row can be counted.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let (mut sheet, mut number) = (Sheet::default(), 0);
    for record in reader.records() {
        let record = record.map_err(|_| CannotRead::NoSpreadsheet)?;
        number += 1 + empty_rows_before(&record, &text);
        sheet.take(number, &record)?;
    }
    Ok(sheet)
}

impl Sheet {
    fn take(&mut self, number: u32, record: &csv::StringRecord) -> Result<(), CannotRead> {
        let cells = (1..).zip(record.iter()).filter_map(|(column, words)| {
            let cell = Cell::of_words(words)?;
            Some((column, cell))
        });
        let row = Row {
            number,
            cells: cells.collect(),
        };
        if row.cells.keys().any(|column| *column > COLUMNS) {
            return Err(CannotRead::TooLarge);
        }
        if !row.cells.is_empty() {
            self.rows.push(row);
        }
        match self.rows.len() > ROWS {
            true => Err(CannotRead::TooLarge),
            false => Ok(()),
        }
    }
}

/// The reader passes over empty rows: a record begins, for it, where the one before it ended.
fn empty_rows_before(record: &csv::StringRecord, text: &str) -> u32 {
    let start = record
        .position()
        .map(|position| usize::try_from(position.byte()));
    let rest = start.and_then(|start| text.as_bytes().get(start.ok()?..));
    let empty = rest
        .unwrap_or_default()
        .iter()
        .take_while(|byte| **byte == b'\n');
    u32::try_from(empty.count()).unwrap_or(u32::MAX)
}

/// What stands most often in the first line, outside of quotation marks.
fn delimiter(text: &str) -> u8 {
    let (mut quoted, mut found) = (false, [(b',', 0), (b';', 0), (b'\t', 0)]);
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if quoted => {}
            _ => found
                .iter_mut()
                .filter(|(one, _)| *one == byte)
                .for_each(|(_, n)| *n += 1),
        }
    }
    // The first of those that stand most often.
    let most = found.iter().map(|(_, n)| *n).max().unwrap_or_default();
    let first = found.iter().find(|(_, n)| *n == most);
    first.map_or(b',', |(one, _)| *one)
}
