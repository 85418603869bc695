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

/// Parts of names that ask for it, each of them needed. Names in the vocabulary are English; people
/// head their tables in Russian, too, whose words end in many ways.
const ASKS: &[(&[&str], NeverCollect)] = &[
    (&["intimate"], NeverCollect::IntimateImages),
    (&["nude"], NeverCollect::IntimateImages),
    (&["orientation_test"], NeverCollect::OrientationTests),
    (&["test_of_orientation"], NeverCollect::OrientationTests),
    (&["phallometr"], NeverCollect::OrientationTests),
    (&["plethysmograph"], NeverCollect::OrientationTests),
    (&["anal_exam"], NeverCollect::OrientationTests),
    (&["sexual_practice"], NeverCollect::SexualPractice),
    (&["sexual_act"], NeverCollect::SexualPractice),
    (&["sexual_history"], NeverCollect::SexualPractice),
    (&["sexual_role"], NeverCollect::SexualPractice),
    (&["previous_partner"], NeverCollect::FormerPartners),
    (&["former_partner"], NeverCollect::FormerPartners),
    (&["past_partner"], NeverCollect::FormerPartners),
    (&["ex_partner"], NeverCollect::FormerPartners),
    (&["интимн"], NeverCollect::IntimateImages),
    (&["обнаженн"], NeverCollect::IntimateImages),
    (&["голы", "фото"], NeverCollect::IntimateImages),
    (&["тест", "ориентаци"], NeverCollect::OrientationTests),
    (&["проверк", "ориентаци"], NeverCollect::OrientationTests),
    (&["осмотр", "анальн"], NeverCollect::OrientationTests),
    (&["сексуальн", "практик"], NeverCollect::SexualPractice),
    (&["сексуальн", "жизн"], NeverCollect::SexualPractice),
    (&["сексуальн", "рол"], NeverCollect::SexualPractice),
    (&["сексуальн", "контакт"], NeverCollect::SexualPractice),
    (&["полов", "акт"], NeverCollect::SexualPractice),
    (&["полов", "жизн"], NeverCollect::SexualPractice),
    (&["бывш", "партнер"], NeverCollect::FormerPartners),
    (&["прежн", "партнер"], NeverCollect::FormerPartners),
    (&["прошл", "партнер"], NeverCollect::FormerPartners),
    (&["предыдущ", "партнер"], NeverCollect::FormerPartners),
];

impl NeverCollect {
    /// What a fact or a field of this name would collect, if it is never collected. It is refused
    /// where questions are made, where files are read, and where facts are folded.
    pub fn asked_by(name: &str) -> Option<NeverCollect> {
        let name = name.to_lowercase().replace('ё', "е");
        let name = name.replace([' ', '-'], "_");
        let asks = ASKS
            .iter()
            .find(|(parts, _)| parts.iter().all(|part| name.contains(part)));
        asks.map(|(_, never)| *never)
    }
}

#[cfg(test)]
mod tests {
    use super::NeverCollect::{
        self, FormerPartners, IntimateImages, OrientationTests, SexualPractice,
    };

    #[test]
    fn it_is_known_in_both_languages_and_in_any_form() {
        for (name, asks) in [
            ("intimate_photos", Some(IntimateImages)),
            ("Orientation test", Some(OrientationTests)),
            ("Previous partners", Some(FormerPartners)),
            ("ex-partner's name", Some(FormerPartners)),
            ("Sexual history", Some(SexualPractice)),
            ("Интимные снимки", Some(IntimateImages)),
            ("Обнажённые фото", Some(IntimateImages)),
            ("Проверка ориентации", Some(OrientationTests)),
            ("имена бывших партнёров", Some(FormerPartners)),
            ("Прежний партнер", Some(FormerPartners)),
            ("сексуальные практики", Some(SexualPractice)),
            ("partner's country", None),
            ("Партнёр за границей", None),
            ("сексуальная ориентация", None),
        ] {
            assert_eq!(NeverCollect::asked_by(name), asks, "{name}");
        }
    }
}
