/// A sentence for people, in both languages. It exists in both or not at all.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Words {
    /// English.
    pub en: String,
    /// Russian.
    pub ru: String,
}
