//! The brief: the ask on one sheet that may leave the room.

/// The ask on one sheet of paper. Whatever stands in it may be read by anybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// The day asked about.
    pub day: String,
    /// The situation, in a few sentences with safe counts.
    pub situation: Vec<String>,
    /// What is asked for, and of whom.
    pub asks: Asks,
    /// How the counts were made safe.
    pub counted: String,
}

/// What a brief asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asks {
    /// One power of one government.
    Of(OnePower),
    /// Every power that reaches more than a few, those that reach most first.
    OfAll(Vec<PowerGroup>),
}

/// One power of one government.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnePower {
    /// Whose.
    pub country: String,
    /// The pathway's title.
    pub title: String,
    /// Who decides.
    pub decides: String,
    /// The articles that give it on the day.
    pub articles: Vec<BriefArticle>,
    /// For how many people it could be used.
    pub reaches: String,
    /// What came back so far.
    pub before: Vec<String>,
    /// What would be enough.
    pub enough: Vec<EnoughLine>,
}

/// One thing that would be enough, or would be needed too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnoughLine {
    /// In a sentence.
    pub text: String,
    /// The article it rests on, where it is another than the power's.
    pub article: Option<BriefArticle>,
}

/// Powers that reach as many people, as far as it may be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PowerGroup {
    /// For how many people each of them could be used.
    pub reaches: String,
    /// Each power.
    pub powers: Vec<PowerLine>,
}

/// One power of one or more governments, on the sheet for all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PowerLine {
    /// Whose.
    pub countries: String,
    /// The pathway's title.
    pub title: String,
    /// The articles that give it on the day.
    pub articles: Vec<BriefArticle>,
    /// What these governments said of it on the record.
    pub said: Vec<String>,
}

/// An article on a sheet that is to be carried away.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BriefArticle {
    /// As lawyers write it.
    pub cite: String,
    /// What to do about it before the sheet is carried, if its text was not read: for the screen.
    pub to_confirm: Option<String>,
}
