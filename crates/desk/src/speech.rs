use crate::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::OnceLock;

/// The words of one language, from `words/en` or `words/ru`.
///
/// ```
/// use desk::{Lang, Speech};
/// assert_eq!(Speech::of(Lang::Ru).say("word-closed"), "закрыто");
/// ```
pub struct Speech {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Speech {
    /// The words of a language, read once.
    pub fn of(lang: Lang) -> &'static Speech {
        static SPEECHES: OnceLock<[Speech; 2]> = OnceLock::new();
        let all = SPEECHES.get_or_init(|| Lang::ALL.map(Speech::read));
        match lang {
            Lang::En => &all[0],
            Lang::Ru => &all[1],
        }
    }

    fn read(lang: Lang) -> Speech {
        let language = lang
            .code()
            .parse()
            .expect("`en` and `ru` are language codes");
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // English and Russian run the same way: isolation marks would only litter the page.
        bundle.set_use_isolating(false);
        for source in texts_of(lang) {
            // What can be read is taken; a test holds every file whole.
            let read = FluentResource::try_new((*source).to_owned());
            bundle.add_resource_overriding(read.unwrap_or_else(|(partly, _)| partly));
        }
        Speech { lang, bundle }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A sentence without arguments.
    pub fn say(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A sentence with a number in it, called `n` in the files.
    pub fn count(&self, id: &str, n: usize) -> String {
        self.with(id, &[("n", Arg::Number(n))])
    }

    /// A sentence with arguments. An id that the files do not have gives the id: a test holds that
    /// there is none.
    pub fn with(&self, id: &str, arguments: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
        else {
            return id.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in arguments {
            args.set(*name, value.to_fluent());
        }
        self.bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }
}

/// An argument of a sentence.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// Something to count: it chooses the plural form.
    Number(usize),
    /// Text.
    Text(&'a str),
}

impl Arg<'_> {
    fn to_fluent(self) -> FluentValue<'static> {
        match self {
            Arg::Number(n) => FluentValue::from(n),
            Arg::Text(text) => FluentValue::from(text.to_owned()),
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(text)
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Arg::from(usize::try_from(number).unwrap_or(usize::MAX))
    }
}

impl From<usize> for Arg<'_> {
    fn from(n: usize) -> Self {
        Arg::Number(n)
    }
}

/// A sentence with named arguments: `say!(speech, "leave-first", country = &name, n = 3)`.
macro_rules! say {
    ($speech:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $speech.with($id, &[$((stringify!($name), $crate::speech::Arg::from($value))),*])
    };
}
pub(crate) use say;

/// The files of a language, one for each page.
macro_rules! words {
    ($($page:literal),+ $(,)?) => {
        fn texts_of(lang: Lang) -> &'static [&'static str] {
            match lang {
                Lang::En => &[$(include_str!(concat!("../words/en/", $page, ".ftl"))),+],
                Lang::Ru => &[$(include_str!(concat!("../words/ru/", $page, ".ftl"))),+],
            }
        }
    };
}

words![
    "attribution",
    "frame",
    "signs",
    "wall",
    "person",
    "verdicts",
    "doors",
    "law",
    "days",
    "routes",
    "after",
    "picture",
    "sheet",
    "ask",
    "brief",
    "stopped",
    "reforms",
    "about",
    "command",
    "case",
    "forms",
    "intake",
    "interview",
    "entry",
    "search",
    "open",
    "shown",
    "team",
    "recovery",
    "restore",
    "travel",
    "import",
    "hearing",
    "shelters",
    "talks",
    "vetting",
    "say",
    "drafts",
    "review",
    "counts",
];

/// Every id of a language's files, with the names of its arguments, in the order of the files.
pub fn ids(lang: Lang) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for line in texts_of(lang).iter().flat_map(|text| text.lines()) {
        let starts = line.starts_with(|c: char| c.is_ascii_lowercase());
        if let (true, Some((id, _))) = (starts, line.split_once(" =")) {
            found.push((id.to_owned(), Vec::new()));
        }
        if let Some((_, names)) = found.last_mut() {
            for piece in line.split('$').skip(1) {
                let name: String = piece
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                    .collect();
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            names.sort();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn both_languages_say_the_same_things() {
        let en: BTreeSet<_> = ids(Lang::En).into_iter().collect();
        let ru: BTreeSet<_> = ids(Lang::Ru).into_iter().collect();
        let only = |a: &BTreeSet<_>, b: &BTreeSet<_>| {
            a.difference(b)
                .cloned()
                .collect::<Vec<(String, Vec<String>)>>()
        };
        assert_eq!((only(&en, &ru), only(&ru, &en)), (vec![], vec![]));
        assert_eq!(ids(Lang::En).len(), en.len(), "an id stands twice");
    }

    #[test]
    fn every_file_is_whole_fluent_and_no_file_is_forgotten() {
        for lang in Lang::ALL {
            for text in texts_of(lang) {
                let read = FluentResource::try_new((*text).to_owned());
                let errors = read.err().map(|(_, errors)| errors);
                assert!(errors.is_none(), "{lang:?}: {errors:?}");
            }
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("words");
            let files = std::fs::read_dir(folder.join(lang.code())).expect("the folder is there");
            assert_eq!(files.count(), texts_of(lang).len(), "{lang:?}");
        }
    }

    /// Texts of the sources and templates that may use ids.
    fn users() -> String {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folders = [
            "src",
            "../pages/src",
            "../pages/templates",
            "../safeconduct/src",
        ];
        folders
            .map(|folder| texts_below(&root.join(folder)))
            .concat()
    }

    fn texts_below(folder: &Path) -> String {
        let mut text = String::new();
        for entry in std::fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("readable").path();
            text.push_str(&if path.is_dir() {
                texts_below(&path)
            } else {
                std::fs::read_to_string(path).expect("text")
            });
        }
        text
    }

    #[test]
    fn every_word_is_used_and_every_word_used_exists() {
        let users = users();
        let known: BTreeSet<String> = ids(Lang::En).into_iter().map(|(id, _)| id).collect();
        let quoted: BTreeSet<&str> = users.split('"').collect();
        let unused: Vec<_> = known
            .iter()
            .filter(|id| !quoted.contains(id.as_str()))
            .collect();
        assert_eq!(unused, Vec::<&String>::new(), "nobody says these");
        for mark in [
            ".say(\"",
            ".count(\"",
            ".with(\"",
            "say!(speech, \"",
            "say!(self.speech, \"",
            "say!(s, \"",
        ] {
            for piece in users.split(mark).skip(1) {
                let id = piece.split('"').next().unwrap_or_default();
                assert!(known.contains(id), "`{id}` is said, and no file has it");
            }
        }
    }

    #[test]
    fn russian_counts_people_as_russian_does() {
        let said = |n| Speech::of(Lang::Ru).count("n-people", n);
        assert_eq!(
            [1, 2, 5, 11, 21, 22].map(said),
            [
                "1 человек",
                "2 человека",
                "5 человек",
                "11 человек",
                "21 человек",
                "22 человека"
            ]
        );
    }
}
