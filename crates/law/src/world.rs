//! The world as tables: entry rules, treaties, returns. Each row has its source and the day it was checked.

use crate::book::{Citation, How, Seen, Window};
use facts::{
    Code, Complaints, Content, CountryCode, Date, Node, PartialDate, Place, Scalar, SourceText,
    Words,
};
use std::collections::BTreeMap;

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// A country.
    Country,
    /// A whole number.
    Number,
    /// A date.
    Date,
    /// Text.
    Text,
    /// One of these words.
    Enum(Vec<String>),
    /// Several texts, joined by `|`.
    Texts,
    /// Several days, joined by `|`.
    Dates,
    /// Several countries, joined by `|`.
    Countries,
}

/// A cell of a row. An empty cell is not there: it means unknown, never *no*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// One value.
    One(Scalar),
    /// Several.
    Many(Vec<Scalar>),
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    cells: BTreeMap<String, Cell>,
    /// Where it stands in the file.
    pub at: Place,
}

impl Row {
    /// The cell of a column; nothing if it is empty.
    pub fn cell(&self, column: &str) -> Option<&Cell> {
        self.cells.get(column)
    }

    /// The text of a column.
    pub fn text(&self, column: &str) -> Option<&str> {
        match self.cells.get(column) {
            Some(Cell::One(Scalar::Text(text))) => Some(text),
            _ => None,
        }
    }

    /// The country of a column.
    pub fn country(&self, column: &str) -> Option<CountryCode> {
        match self.cells.get(column) {
            Some(Cell::One(Scalar::Country(code))) => Some(*code),
            _ => None,
        }
    }

    /// The countries of a column that holds several.
    pub fn countries(&self, column: &str) -> impl Iterator<Item = CountryCode> {
        let several = match self.cells.get(column) {
            Some(Cell::Many(several)) => several.as_slice(),
            _ => &[],
        };
        several.iter().filter_map(|value| match value {
            Scalar::Country(code) => Some(*code),
            _ => None,
        })
    }

    /// The date of a column.
    pub fn date(&self, column: &str) -> Option<PartialDate> {
        match self.cells.get(column) {
            Some(Cell::One(Scalar::Date(date))) => Some(*date),
            _ => None,
        }
    }

    /// The number of a column.
    pub fn number(&self, column: &str) -> Option<i64> {
        match self.cells.get(column) {
            Some(Cell::One(Scalar::Number(number))) => Some(*number),
            _ => None,
        }
    }

    /// A sentence in both languages, from the columns `x_en` and `x_ru`.
    pub fn words(&self, column: &str) -> Option<Words> {
        let of = |language: &str| {
            self.text(&format!("{column}_{language}"))
                .map(str::to_owned)
        };
        Some(Words {
            en: of("en")?,
            ru: of("ru")?,
        })
    }

    /// Where the row was seen: its columns `source`, `day` and `grade`.
    pub fn seen(&self) -> Option<Seen> {
        Some(Seen {
            how: How::from_word(self.text("grade")?)?,
            source: self.text("source").map(str::to_owned),
            day: self.date("day")?.earliest(),
        })
    }

    /// The row's article and where it was seen.
    pub fn citation(&self) -> Citation {
        Citation {
            cite: self.text("cite").unwrap_or_default().to_owned(),
            seen: self.seen(),
        }
    }

    /// When the row holds: its columns `from`, `until`, `known`, `seen_on`.
    pub fn window(&self) -> Window {
        let mut seen_on: Vec<Date> = match self.cells.get("seen_on") {
            Some(Cell::Many(days)) => days
                .iter()
                .filter_map(|day| match day {
                    Scalar::Date(date) => Some(date.latest()),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        };
        seen_on.sort();
        Window {
            from: self.date("from"),
            until: self.date("until"),
            limited: false,
            known: self.date("known"),
            why: None,
            citation: self.citation(),
            seen_on,
            at: self.at.clone(),
        }
    }
}

/// One table of the world.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name: `entry_rules`.
    pub name: String,
    /// For people.
    pub title: Words,
    /// Its columns.
    pub columns: BTreeMap<String, Column>,
    /// Its rows, in the order of the file.
    pub rows: Vec<Row>,
    /// The file.
    pub source: SourceText,
}

/// The tables' names and columns, from the checked `tables.yaml`.
pub(crate) fn table_forms(root: &Node) -> BTreeMap<String, (Words, BTreeMap<String, Column>)> {
    let entries = root.get("tables").map(Node::entries).unwrap_or_default();
    let table = |node: &Node| {
        let columns = node.get("columns").map(Node::entries).unwrap_or_default();
        let columns = columns
            .iter()
            .filter_map(|entry| Some((entry.key.clone(), column(&entry.value)?)));
        Some((node.words_of("title")?, columns.collect()))
    };
    entries
        .iter()
        .filter_map(|entry| Some((entry.key.clone(), table(&entry.value)?)))
        .collect()
}

fn column(node: &Node) -> Option<Column> {
    if matches!(node.content, Content::Map(_)) {
        return Some(Column::Enum(node.texts_of("values")));
    }
    match node.text()? {
        "country" => Some(Column::Country),
        "number" => Some(Column::Number),
        "date" => Some(Column::Date),
        "text" => Some(Column::Text),
        "set of text" => Some(Column::Texts),
        "set of date" => Some(Column::Dates),
        "set of country" => Some(Column::Countries),
        _ => None,
    }
}

/// Reads the rows of a table; complains of each cell that is not of its column, and goes on.
pub(crate) fn read_table(
    name: &str,
    form: (Words, BTreeMap<String, Column>),
    source: &SourceText,
    complaints: &mut Complaints,
) -> Table {
    let (title, columns) = form;
    let mut table = Table {
        name: name.to_owned(),
        title,
        columns,
        rows: Vec::new(),
        source: source.clone(),
    };
    let mut reader = csv::ReaderBuilder::new().from_reader(source.text.as_bytes());
    let heads: Vec<String> = match reader.headers() {
        Ok(heads) => heads.iter().map(str::to_owned).collect(),
        Err(error) => {
            complaints.add(
                Code::Row,
                source,
                &(0..0),
                format!("this table cannot be read: {error}"),
                "here",
            );
            return table;
        }
    };
    for head in heads
        .iter()
        .filter(|head| !table.columns.contains_key(*head))
    {
        let message = format!("the table `{name}` has no column `{head}`");
        complaints
            .add(
                Code::Row,
                source,
                &(0..first_line(source)),
                message,
                "in the first line",
            )
            .did_you_mean(head, table.columns.keys().map(String::as_str));
    }
    for record in reader.records() {
        match record {
            Ok(record) => {
                let at = record_place(&record, source);
                let row = read_row(&table, &heads, &record, at, complaints);
                table.rows.push(row);
            }
            Err(error) => {
                let at = error
                    .position()
                    .and_then(|p| usize::try_from(p.byte()).ok())
                    .unwrap_or(0);
                let message = format!("this row cannot be read: {error}");
                complaints
                    .add(Code::Row, source, &(at..at + 1), message, "here")
                    .help("a row has as many cells as the first line; put text with commas in quotation marks");
            }
        }
    }
    table
}

fn first_line(source: &SourceText) -> usize {
    source.text.find('\n').unwrap_or(source.text.len())
}

fn record_place(record: &csv::StringRecord, source: &SourceText) -> Place {
    let start = record
        .position()
        .and_then(|p| usize::try_from(p.byte()).ok())
        .unwrap_or(0)
        .min(source.text.len());
    let end = source.text[start..]
        .find('\n')
        .map_or(source.text.len(), |length| start + length);
    start..end
}

fn read_row(
    table: &Table,
    heads: &[String],
    record: &csv::StringRecord,
    at: Place,
    complaints: &mut Complaints,
) -> Row {
    let mut cells = BTreeMap::new();
    for (head, text) in heads
        .iter()
        .zip(record.iter())
        .filter(|(_, text)| !text.is_empty())
    {
        let Some(column) = table.columns.get(head) else {
            continue;
        };
        match read_cell(column, text) {
            Some(cell) => {
                cells.insert(head.clone(), cell);
            }
            None => {
                let message = format!("`{text}` is no value of the column `{head}`");
                complaints
                    .add(Code::Row, &table.source, &at, message, "in this row")
                    .help(format!(
                        "{} is expected; an empty cell means unknown",
                        describe(column)
                    ));
            }
        }
    }
    Row { cells, at }
}

fn read_cell(column: &Column, text: &str) -> Option<Cell> {
    let date = |text: &str| text.parse().ok().map(Scalar::Date);
    let country = |text: &str| text.parse().ok().map(Scalar::Country);
    let many = |read: &dyn Fn(&str) -> Option<Scalar>| {
        text.split('|')
            .map(|part| read(part.trim()))
            .collect::<Option<Vec<_>>>()
            .map(Cell::Many)
    };
    match column {
        Column::Country => country(text).map(Cell::One),
        Column::Number => text.parse().ok().map(Scalar::Number).map(Cell::One),
        Column::Date => date(text).map(Cell::One),
        Column::Text => Some(Cell::One(Scalar::Text(text.to_owned()))),
        Column::Enum(words) => words
            .iter()
            .any(|word| word == text)
            .then(|| Cell::One(Scalar::Text(text.to_owned()))),
        Column::Texts => many(&|part| Some(Scalar::Text(part.to_owned()))),
        Column::Dates => many(&date),
        Column::Countries => many(&country),
    }
}

fn describe(column: &Column) -> String {
    match column {
        Column::Country => "a country code such as LTU".into(),
        Column::Number => "a whole number".into(),
        Column::Date => "a day, a month or a year".into(),
        Column::Text => "text".into(),
        Column::Enum(words) => format!("one of {}", words.join(", ")),
        Column::Texts => "words joined by `|`".into(),
        Column::Dates => "days joined by `|`".into(),
        Column::Countries => "country codes joined by `|`".into(),
    }
}
