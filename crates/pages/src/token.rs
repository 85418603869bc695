use subtle::ConstantTimeEq;

/// 32 random bytes that open something: a start link, a session, a form.
///
/// Compared in constant time, so that the time of an answer tells nothing about how much of a
/// guess was right. Never printed by `Debug`.
#[derive(Clone)]
pub(crate) struct Token([u8; 32]);

/// The system gave no randomness: nothing may be opened without it.
#[derive(Debug, thiserror::Error)]
#[error("the system gave no random bytes")]
pub struct NoRandomness;

impl Token {
    pub(crate) fn make() -> Result<Token, NoRandomness> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
        Ok(Token(bytes))
    }

    /// 64 hexadecimal digits.
    pub(crate) fn as_text(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Whether `typed` is this token, letter for letter.
    pub(crate) fn is(&self, typed: &str) -> bool {
        self.as_text().as_bytes().ct_eq(typed.as_bytes()).into()
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[sealed]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_itself_and_nothing_else() {
        let (one, other) = (
            Token::make().expect("randomness"),
            Token::make().expect("randomness"),
        );
        assert!(one.is(&one.as_text()));
        assert!(!one.is(&other.as_text()));
        assert!(!one.is(&one.as_text()[..63]));
        assert!(!one.is(""));
        assert_eq!(format!("{one:?}"), "[sealed]");
    }
}
