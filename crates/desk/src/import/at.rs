use std::fmt;

/// A cell, as a spreadsheet program shows its place: sheet, row and column, each counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// The how manieth of the sheets that were read.
    pub sheet: usize,
    /// The row.
    pub row: u32,
    /// The column: 1 is `A`.
    pub column: u32,
}

impl At {
    /// A column as spreadsheet programs write it: `A`, `Z`, `AA`.
    pub fn letters(column: u32) -> String {
        let mut letters = Vec::new();
        let mut left = column;
        while left > 0 {
            let letter = u8::try_from((left - 1) % 26).expect("below 26");
            letters.push(char::from(b'A' + letter));
            left = (left - 1) / 26;
        }
        letters.iter().rev().collect()
    }
}

/// `B7`: the sheet is named beside it, where there are several.
impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", At::letters(self.column), self.row)
    }
}

#[cfg(test)]
mod tests {
    use super::At;

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        let shown = [1, 26, 27, 52, 53, 702, 703, 16_384].map(|column| {
            let at = At {
                sheet: 1,
                row: 7,
                column,
            };
            at.to_string()
        });
        assert_eq!(
            shown,
            ["A7", "Z7", "AA7", "AZ7", "BA7", "ZZ7", "AAA7", "XFD7"]
        );
    }
}
