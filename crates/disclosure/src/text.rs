use crate::fold::{
    Script, digits_as_letters, fold_into, in_script, is_invisible, is_mark, script_of,
};
use std::ops::Range;

/// A draft as the detectors read it: folded words, each with its place in what was written.
///
/// Places are counted in Unicode code points of the original, the end exclusive.
pub struct Text {
    folded: String,
    tokens: Vec<Token>,
    sentences: Vec<Range<usize>>,
    points: usize,
}

/// A word or a number.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// In the original, in code points.
    pub at: Range<usize>,
    bytes: Range<usize>,
    /// The same word in the other script, where letters were swapped for look-alikes.
    pub twin: Option<String>,
    pub capital: bool,
    pub all_capitals: bool,
    pub number: bool,
    pub cyrillic: bool,
    /// What stands right before it, without a space: `-`, `@`, `#`, `_`, `.` or nothing.
    pub joined_by: Option<char>,
    /// What stands right after it.
    pub followed_by: Option<char>,
    /// Marks of quotation are open around it.
    pub quoted: bool,
    pub sentence: usize,
    pub possessive: bool,
    /// Punctuation other than a hyphen lies between the token before and this one.
    pub after_break: bool,
}

impl Text {
    /// Reads a draft. Any text can be read.
    pub fn read(draft: &str) -> Text {
        let mut reader = Reader::default();
        let mut chars = draft.chars().enumerate().peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|(_, next)| *next);
            reader.take(at, c, next);
        }
        let points = draft.chars().count();
        reader.end_word(points, None);
        reader.finish(points)
    }

    /// How long the draft is, in code points.
    pub fn points(&self) -> usize {
        self.points
    }

    pub(crate) fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    pub(crate) fn word(&self, token: usize) -> &str {
        &self.folded[self.tokens[token].bytes.clone()]
    }

    /// The tokens of each sentence.
    pub(crate) fn sentences(&self) -> &[Range<usize>] {
        &self.sentences
    }

    pub(crate) fn sentence_of(&self, token: usize) -> Range<usize> {
        self.sentences[self.tokens[token].sentence].clone()
    }

    /// The place of some tokens in the original.
    pub(crate) fn place(&self, tokens: Range<usize>) -> Range<usize> {
        let last = tokens.end.saturating_sub(1).max(tokens.start);
        self.tokens[tokens.start].at.start..self.tokens[last].at.end
    }
}

#[derive(Default)]
struct Reader {
    folded: String,
    tokens: Vec<Token>,
    sentences: Vec<Range<usize>>,
    /// Where the word under way begins: in the original and in what is folded.
    open: Option<(usize, usize)>,
    letters: usize,
    capitals: usize,
    first_capital: bool,
    last_end: usize,
    joined_by: Option<char>,
    quotes: usize,
    broken: bool,
    sentence_start: usize,
    ends: bool,
}

impl Reader {
    fn take(&mut self, at: usize, c: char, next: Option<char>) {
        if is_invisible(c) || is_mark(c) {
            self.mark(c);
            return;
        }
        let before = self.folded.len();
        fold_into(c, &mut self.folded);
        let word = self.folded[before..]
            .chars()
            .any(|f| script_of(f).is_some());
        let inside = self.open.is_some();
        if word {
            self.grow(at, before, c);
            return;
        }
        self.folded.truncate(before);
        // An apostrophe between letters is part of the word: `Yoʻldoshev`, `Dar'ya`, `baker's`.
        if inside && is_apostrophe(c) && next.is_some_and(char::is_alphabetic) {
            self.folded.push('\'');
            return;
        }
        self.end_word(at, Some(c));
        self.between(c, next);
    }

    /// A mark that changes a letter rather than decorating it: short `й` written in two characters.
    fn mark(&mut self, c: char) {
        if c == '\u{306}' && self.folded.ends_with('и') && self.open.is_some() {
            self.folded.pop();
            self.folded.push('й');
        }
    }

    fn grow(&mut self, at: usize, before: usize, c: char) {
        if self.open.is_none() {
            if self.ends && (c.is_uppercase() || c.is_numeric()) {
                self.end_sentence();
            }
            self.ends = false;
            self.open = Some((at, before));
            (self.letters, self.capitals) = (0, 0);
            self.first_capital = c.is_uppercase();
        }
        self.letters += usize::from(c.is_alphabetic());
        self.capitals += usize::from(c.is_uppercase());
    }

    fn between(&mut self, c: char, next: Option<char>) {
        match c {
            '«' | '“' | '„' => self.quotes += 1,
            '»' | '”' => self.quotes = self.quotes.saturating_sub(1),
            '"' => self.quotes = usize::from(self.quotes == 0),
            '\n' if next == Some('\n') || next.is_none() => self.ends = true,
            _ => {}
        }
        let ends = matches!(c, '!' | '?' | '…') || (c == '.' && !self.is_abbreviation());
        self.ends |= ends && next.is_none_or(|n| n.is_whitespace() || "\"»”)'".contains(n));
        self.joined_by = if c.is_whitespace() { None } else { Some(c) };
        self.broken |= !c.is_whitespace() && !is_hyphen(c);
    }

    /// A single letter or a usual short form before a full stop ends no sentence.
    fn is_abbreviation(&self) -> bool {
        let Some(last) = self.tokens.last() else {
            return false;
        };
        let word = &self.folded[last.bytes.clone()];
        word.chars().count() == 1 && last.capital
            || matches!(
                word,
                "mr" | "mrs"
                    | "ms"
                    | "dr"
                    | "st"
                    | "no"
                    | "art"
                    | "г"
                    | "ул"
                    | "им"
                    | "д"
                    | "кв"
                    | "обл"
                    | "kh"
                    | "sh"
                    | "zh"
                    | "yu"
                    | "ya"
                    | "дж"
            )
    }

    fn end_word(&mut self, at: usize, by: Option<char>) {
        let Some((start, byte)) = self.open.take() else {
            return;
        };
        let (possessive, cut) = without_possessive(&self.folded[byte..]);
        let kept: String = self.folded[byte..byte + cut]
            .chars()
            .filter(|c| *c != '\'')
            .collect();
        self.folded.truncate(byte);
        let (word, twin) = one_script(kept);
        self.folded.push_str(&word);
        let number = word.chars().all(|c| c.is_ascii_digit());
        self.tokens.push(Token {
            at: start..at,
            bytes: byte..self.folded.len(),
            twin,
            capital: self.first_capital,
            all_capitals: self.letters > 1 && self.capitals == self.letters,
            number,
            cyrillic: word.chars().any(|c| script_of(c) == Some(Script::Cyrillic)),
            joined_by: if start > self.last_end || self.tokens.is_empty() {
                self.joined_by.filter(|_| start > 0)
            } else {
                None
            },
            followed_by: by,
            quoted: self.quotes > 0,
            sentence: self.sentences.len(),
            possessive,
            after_break: self.broken,
        });
        self.folded.push(' ');
        self.last_end = at;
        self.joined_by = None;
        self.broken = false;
    }

    fn end_sentence(&mut self) {
        if self.tokens.len() > self.sentence_start {
            self.sentences.push(self.sentence_start..self.tokens.len());
            self.sentence_start = self.tokens.len();
        }
    }

    fn finish(mut self, points: usize) -> Text {
        self.end_sentence();
        Text {
            folded: self.folded,
            tokens: self.tokens,
            sentences: self.sentences,
            points,
        }
    }
}

pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`' | '´' | 'ʹ' | 'ʺ')
}

fn without_possessive(word: &str) -> (bool, usize) {
    match word.strip_suffix("'s") {
        Some(stem) if !stem.is_empty() => (true, stem.len()),
        _ => (false, word.len()),
    }
}

/// The word in the script of most of its letters, and its twin where doubt is left.
pub(crate) fn one_script(word: String) -> (String, Option<String>) {
    let (mut latin, mut cyrillic, mut digits) = (0, 0, 0);
    for c in word.chars() {
        match script_of(c) {
            Some(Script::Latin) => latin += 1,
            Some(Script::Cyrillic) => cyrillic += 1,
            Some(Script::Digit) => digits += 1,
            None => {}
        }
    }
    if digits > 0 && latin + cyrillic >= 3 {
        let letters = digits_as_letters(&word);
        return (word, Some(letters));
    }
    match (latin, cyrillic) {
        (0, 0) => (word, None),
        (_, 0) => {
            let twin = in_script(&word, Script::Cyrillic, true);
            (word, twin)
        }
        (0, _) => {
            let twin = in_script(&word, Script::Latin, true);
            (word, twin)
        }
        _ => {
            let as_latin = in_script(&word, Script::Latin, false).unwrap_or_default();
            let as_cyrillic = in_script(&word, Script::Cyrillic, false).unwrap_or_default();
            if latin > cyrillic {
                (as_latin, Some(as_cyrillic))
            } else {
                (as_cyrillic, Some(as_latin))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let text = Text::read(text);
        (0..text.tokens().len())
            .map(|i| text.word(i).to_owned())
            .collect()
    }

    #[test]
    fn invisible_characters_and_marks_vanish_and_places_stay() {
        let text = Text::read("Ru\u{200B}slan\u{AD} Áhmedov");
        assert_eq!(text.word(0), "ruslan");
        assert_eq!(text.word(1), "ahmedov");
        assert_eq!(text.tokens()[1].at, 9..16);
    }

    #[test]
    fn a_word_in_two_scripts_is_read_in_the_one_of_most_letters() {
        assert_eq!(words("Ахмeдов Akhmеdov"), ["ахмедов", "akhmedov"]);
    }

    #[test]
    fn compatibility_forms_are_plain_letters() {
        assert_eq!(
            words("Ｒｕｓｌａｎ 𝐀𝐝𝐚𝐦 Štěpán"),
            ["ruslan", "adam", "shtepan"]
        );
    }

    #[test]
    fn initials_end_no_sentence() {
        let text = Text::read("We met R. A. Smith. He left! «Да.» Потом");
        assert_eq!(text.sentences().len(), 4);
    }

    #[test]
    fn a_possessive_is_no_part_of_the_word() {
        assert_eq!(words("baker's Yoʻldoshev"), ["baker", "yoldoshev"]);
    }
}
