/// What is never collected, whoever asks for it. It proves nothing, hurts whoever is asked, and in
/// the wrong hands kills.
///
/// # Source
/// Court of Justice of the European Union, C-148/13 to C-150/13 *A, B, C* (2014): no detailed
/// questions about sexual practices, no tests, no intimate films. General knowledge, unverified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NeverCollect {
    /// Intimate images.
    IntimateImages,
    /// Medical "tests" of orientation.
    OrientationTests,
    /// Sexual practice.
    SexualPractice,
    /// The names of previous partners.
    FormerPartners,
}

/// Parts of names that ask for it. Names in the vocabulary are English.
const ASKS: &[(&str, NeverCollect)] = &[
    ("intimate", NeverCollect::IntimateImages),
    ("nude", NeverCollect::IntimateImages),
    ("orientation_test", NeverCollect::OrientationTests),
    ("test_of_orientation", NeverCollect::OrientationTests),
    ("phallometr", NeverCollect::OrientationTests),
    ("plethysmograph", NeverCollect::OrientationTests),
    ("anal_exam", NeverCollect::OrientationTests),
    ("sexual_practice", NeverCollect::SexualPractice),
    ("sexual_act", NeverCollect::SexualPractice),
    ("sexual_history", NeverCollect::SexualPractice),
    ("sexual_role", NeverCollect::SexualPractice),
    ("previous_partner", NeverCollect::FormerPartners),
    ("former_partner", NeverCollect::FormerPartners),
    ("past_partner", NeverCollect::FormerPartners),
    ("ex_partner", NeverCollect::FormerPartners),
];

impl NeverCollect {
    /// What a fact or a field of this name would collect, if it is never collected. It is refused
    /// where questions are made, where files are read, and where facts are folded.
    pub fn asked_by(name: &str) -> Option<NeverCollect> {
        let name = name.to_lowercase();
        let asks = ASKS.iter().find(|(part, _)| name.contains(part));
        asks.map(|(_, never)| *never)
    }
}
