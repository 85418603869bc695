use std::fmt;
use std::str::FromStr;

/// A country, by its ISO 3166-1 alpha-3 code: `LTU`. Kosovo is `XKX`, Taiwan `TWN`,
/// Palestine `PSE`, Hong Kong `HKG`.
///
/// Well formed; that the country exists is for the table of countries to say.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CountryCode([u8; 3]);

/// What was typed is not three capital letters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a country code: three capital letters are expected, such as `LTU`")]
pub struct NotACountryCode(pub String);

impl CountryCode {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        // Only capital ASCII letters get in.
        std::str::from_utf8(&self.0).expect("three ASCII letters are UTF-8")
    }
}

impl FromStr for CountryCode {
    type Err = NotACountryCode;

    fn from_str(text: &str) -> Result<Self, NotACountryCode> {
        match text.as_bytes() {
            &[a, b, c] if [a, b, c].iter().all(u8::is_ascii_uppercase) => Ok(Self([a, b, c])),
            _ => Err(NotACountryCode(text.to_owned())),
        }
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_three_capital_letters_are_a_country() {
        assert_eq!(
            "LTU".parse::<CountryCode>().expect("well formed").as_str(),
            "LTU"
        );
        for wrong in ["", "LT", "ltu", "LTUX", "L U", "ЛТУ"] {
            assert_eq!(
                wrong.parse::<CountryCode>(),
                Err(NotACountryCode(wrong.to_owned()))
            );
        }
    }
}
