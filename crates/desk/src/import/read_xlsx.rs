use super::packed;
use super::sheet::{COLUMNS, CannotRead, Cell, CellFault, LARGEST, ROWS, Row, Sheet};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxCellFormulaMetadataRecord};
use facts::Date;
use std::io::Cursor;
use std::panic::catch_unwind;

/// What files of before 2007, and files behind a password, begin with.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];
/// Beyond this not every whole number has a number of its own.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Reads the visible sheets of an XLSX file. What is hidden is not imported: nobody saw it.
///
/// Of a formula, what its program saw last is taken; nothing is worked out here.
///
/// # Errors
/// [`CannotRead`], if it is no such file, is locked, or would unpack to more than people write.
///
/// # Source
/// ISO/IEC 29500 (Office Open XML), as `calamine` reads it.
pub fn read_xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, CannotRead> {
    if bytes.starts_with(COMPOUND) {
        return Err(CannotRead::LockedOrOld);
    }
    if bytes.len() > LARGEST {
        return Err(CannotRead::TooLarge);
    }
    packed::is_sound(bytes)?;
    // What else in a foreign file may be too much for `calamine` must not end the program, and with it
    // what a caseworker has not saved. Nothing of ours is shared with it.
    catch_unwind(|| visible_sheets(bytes)).unwrap_or(Err(CannotRead::NoSpreadsheet))
}

fn visible_sheets(bytes: &[u8]) -> Result<Vec<Sheet>, CannotRead> {
    let opened = Xlsx::new(Cursor::new(bytes));
    let mut book = opened.map_err(|_| CannotRead::NoSpreadsheet)?;
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .filter(|sheet| sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    names.iter().map(|name| sheet(&mut book, name)).collect()
}

/// Cell by cell: a table as wide and as high as its last cell could be larger than any memory.
fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Sheet, CannotRead> {
    let reader = book.worksheet_cells_reader(name);
    let mut reader = reader.map_err(|_| CannotRead::NoSpreadsheet)?;
    let mut sheet = Sheet {
        name: name.into(),
        rows: Vec::new(),
    };
    loop {
        let next = reader.next_cell_with_formula_metadata();
        let Some(found) = next.map_err(|_| CannotRead::NoSpreadsheet)? else {
            return Ok(sheet);
        };
        if let Some(cell) = cell(&found) {
            sheet.put(found.pos, cell)?;
        }
    }
}

impl Sheet {
    fn put(&mut self, (row, column): (u32, u32), cell: Cell) -> Result<(), CannotRead> {
        if column >= COLUMNS || self.rows.len() > ROWS {
            return Err(CannotRead::TooLarge);
        }
        let number = row.saturating_add(1);
        let at = match self.rows.binary_search_by_key(&number, |row| row.number) {
            Ok(at) => at,
            Err(at) => {
                let cells = Default::default();
                self.rows.insert(at, Row { number, cells });
                at
            }
        };
        self.rows[at].cells.insert(column + 1, cell);
        Ok(())
    }
}

fn cell(found: &XlsxCellFormulaMetadataRecord<'_>) -> Option<Cell> {
    match &found.value {
        DataRef::Empty => found
            .formula
            .is_some()
            .then_some(Cell::Fault(CellFault::NeverWorkedOut)),
        DataRef::Int(n) => Some(Cell::Whole(*n)),
        DataRef::Float(n) => number(*n),
        DataRef::String(words) => Cell::of_words(words),
        DataRef::SharedString(words) => Cell::of_words(words),
        DataRef::Bool(yes) => Some(Cell::YesNo(*yes)),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            Some(match (0.0..2_958_466.0).contains(&moment.as_f64()) {
                true => day_of(year, month, day),
                false => Cell::Fault(CellFault::NoDay),
            })
        }
        DataRef::DateTimeIso(moment) => {
            let day = moment.get(..10).and_then(|day| day.parse::<Date>().ok());
            Some(day.map_or(Cell::Fault(CellFault::NoDay), Cell::Day))
        }
        DataRef::DateTime(_) | DataRef::DurationIso(_) => Some(Cell::Fault(CellFault::NoDay)),
        DataRef::Error(_) => Some(Cell::Fault(CellFault::Error)),
    }
}

/// A number as it is meant: whole where it is whole.
fn number(n: f64) -> Option<Cell> {
    if n.fract() == 0.0 && n.abs() < EXACT {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "it is whole, and small enough"
        )]
        return Some(Cell::Whole(n as i64));
    }
    Cell::of_words(&n.to_string())
}

fn day_of(year: u16, month: u8, day: u8) -> Cell {
    let narrow = |n: u8| i8::try_from(n).ok();
    let date = i16::try_from(year)
        .ok()
        .zip(narrow(month).zip(narrow(day)))
        // 29 February 1900 is a day in spreadsheets alone.
        .and_then(|(year, (month, day))| Date::new(year, month, day).ok());
    date.map_or(Cell::Fault(CellFault::NoDay), Cell::Day)
}
