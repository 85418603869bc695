use std::fmt;
use zeroize::Zeroizing;

/// Whether the vault can be brought back, and by whom.
#[derive(Clone, Debug)]
pub struct RecoveryPage {
    /// How it stands, in a sentence.
    pub stands: String,
    /// Whether shares were drawn up that are in people's hands.
    pub drawn_up: bool,
    /// Whether such shares were typed back and fitted.
    pub rehearsed: bool,
    /// The newest generation that is known, so that a form that is sent twice draws up once.
    pub newest: u64,
    /// The fields into which shares are typed back.
    pub shares: Vec<ShareField>,
    /// The generations whose shares are in people's hands, the oldest first.
    pub generations: Vec<GenerationLine>,
    /// What is wrong with all of it together.
    pub faults: Vec<String>,
}

/// A field for one share.
#[derive(Clone)]
pub struct ShareField {
    /// The how manieth field, from one on.
    pub number: usize,
    /// What was typed into it, to be mended.
    pub typed: Zeroizing<String>,
    /// What is wrong with it.
    pub fault: Option<String>,
}

/// A recovery generation that has not ended.
#[derive(Clone, Debug)]
pub struct GenerationLine {
    /// The how manieth.
    pub number: u64,
    /// Since when, and how it is split, in words.
    pub words: String,
}

/// One share, as it is written down by hand. It is shown once.
#[derive(Clone)]
pub struct PrintedShare {
    /// Which of them it is, in words.
    pub head: String,
    /// Its groups of digits, in lines.
    pub groups: Zeroizing<String>,
}

/// The form by which a vault is restored.
#[derive(Clone, Debug)]
pub struct RestorePage {
    /// The fields into which shares are typed.
    pub shares: Vec<ShareField>,
    /// What is wrong with all of it together.
    pub faults: Vec<String>,
    /// Whether the vault and the device's secret lie in one place.
    pub one_place: bool,
}

impl fmt::Debug for ShareField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ShareField({}, [sealed])", self.number)
    }
}

impl fmt::Debug for PrintedShare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrintedShare([sealed])")
    }
}
