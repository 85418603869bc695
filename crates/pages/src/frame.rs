use crate::address::piece;
use crate::asked::Asked;
use crate::gate::Session;
use desk::{Date, Lang, Speech, day};

/// What every page has around it: language, date, ways to the other pages.
pub(crate) struct Frame {
    pub(crate) lang: Lang,
    /// The day asked about, and the day of the caseload, which needs no mention in addresses.
    pub(crate) on: Date,
    usual: Date,
    /// This page's address without its query.
    path: String,
    /// What else this page's address says: `pathway=…`.
    extra: String,
    /// A form's token; empty where nobody is inside.
    pub(crate) form_token: String,
    pub(crate) inside: bool,
    /// Whether everyone in the workspace is invented.
    pub(crate) demo: bool,
    pub(crate) date_not_understood: bool,
    today: Option<Date>,
}

/// One of the days to choose from.
pub(crate) struct DayChoice {
    pub(crate) address: String,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

impl Frame {
    /// The frame of a page inside the workspace.
    pub(crate) fn inside(
        asked: &Asked,
        usual: Date,
        path: String,
        session: Option<&Session>,
    ) -> Frame {
        Frame {
            lang: asked.lang,
            on: asked.on.unwrap_or(usual),
            usual,
            path,
            extra: String::new(),
            form_token: session.map(Session::form_token).unwrap_or_default(),
            inside: true,
            demo: false,
            date_not_understood: asked.date_not_understood,
            today: today(),
        }
    }

    /// The frame of a page that anybody may see: it says nothing of what is inside.
    pub(crate) fn outside(lang: Lang) -> Frame {
        let usual = Date::constant(2017, 5, 17);
        Frame {
            lang,
            on: usual,
            usual,
            path: "/".into(),
            extra: String::new(),
            form_token: String::new(),
            inside: false,
            demo: false,
            date_not_understood: false,
            today: None,
        }
    }

    /// The same frame, for forms that bear this token.
    pub(crate) fn with_token(mut self, token: String) -> Frame {
        self.form_token = token;
        self
    }

    /// The same frame, where everyone is invented or where nobody is.
    pub(crate) fn invented(mut self, demo: bool) -> Frame {
        self.demo = demo;
        self
    }

    /// Keeps a choice that this page's address carries, for the language and date links.
    pub(crate) fn keeping(mut self, name: &str, value: &str) -> Frame {
        if !value.is_empty() {
            self.extra.push_str(&format!("&{name}={}", piece(value)));
        }
        self
    }

    /// Words of the page's language.
    pub(crate) fn say(&self, id: &str) -> String {
        Speech::of(self.lang).say(id)
    }

    /// Words with a number in them.
    pub(crate) fn count(&self, id: &str, n: usize) -> String {
        Speech::of(self.lang).count(id, n)
    }

    /// An address with the language and date that are chosen now.
    pub(crate) fn to(&self, path: impl AsRef<str>) -> String {
        self.address(path.as_ref(), self.lang, self.on, "")
    }

    /// The same, with all else that this page's address says.
    pub(crate) fn with_the_same(&self, path: impl AsRef<str>) -> String {
        self.address(path.as_ref(), self.lang, self.on, &self.extra)
    }

    /// An address with the language that is chosen now, on another day.
    pub(crate) fn on_day(&self, path: impl AsRef<str>, on: &Date) -> String {
        self.address(path.as_ref(), self.lang, *on, "")
    }

    fn address(&self, path: &str, lang: Lang, on: Date, extra: &str) -> String {
        let on = if on == self.usual {
            String::new()
        } else {
            format!("&on={on}")
        };
        format!("{path}?lang={}{on}{extra}", lang.code())
    }

    /// This page in the other language.
    pub(crate) fn other_language(&self) -> (Lang, String) {
        let other = match self.lang {
            Lang::En => Lang::Ru,
            Lang::Ru => Lang::En,
        };
        (other, self.address(&self.path, other, self.on, &self.extra))
    }

    /// Whether this page belongs to that part of the workspace.
    pub(crate) fn is_at(&self, part: &str) -> bool {
        match self.path.split('/').nth(1).unwrap_or_default() {
            "" | "person" | "case" => part == "wall",
            "talk" => part == "talks",
            "attribution" => part == "team",
            first => part == first,
        }
    }

    /// Whether this page stands at that address.
    pub(crate) fn is_here(&self, path: impl AsRef<str>) -> bool {
        self.path == path.as_ref()
    }

    /// This page's address, for the date form.
    pub(crate) fn here(&self) -> &str {
        &self.path
    }

    /// The choices that the date form must carry along.
    pub(crate) fn kept(&self) -> Vec<(String, String)> {
        form_urlencoded::parse(self.extra.as_bytes())
            .into_owned()
            .filter(|(name, _)| !name.is_empty())
            .collect()
    }

    /// The chosen day in words.
    pub(crate) fn day(&self) -> String {
        day::in_words(self.on, Speech::of(self.lang))
    }

    /// The months after a day's number, and which of them is chosen.
    pub(crate) fn months(&self) -> Vec<(usize, String, bool)> {
        let names = day::months(Speech::of(self.lang)).into_iter().enumerate();
        let chosen = usize::try_from(self.on.month()).unwrap_or_default();
        names
            .map(|(index, name)| (index + 1, name, index + 1 == chosen))
            .collect()
    }

    /// Whether another day than that of the report is chosen: such a page wears a band.
    pub(crate) fn another_day(&self) -> bool {
        self.on != self.usual
    }

    /// Days worth a look, and today.
    pub(crate) fn days(&self) -> Vec<DayChoice> {
        let speech = Speech::of(self.lang);
        let known = [
            (self.usual, "day-of-report"),
            (Date::constant(2017, 8, 23), ""),
            (Date::constant(2022, 5, 17), ""),
        ];
        let of_report = known.into_iter().filter(|_| self.demo);
        let days = of_report.chain(self.today.map(|today| (today, "day-today")));
        let choice = |(on, name): (Date, &str)| {
            let words = day::in_words(on, speech);
            let label = if name.is_empty() {
                words
            } else {
                format!("{} · {words}", speech.say(name))
            };
            DayChoice {
                address: self.address(&self.path, self.lang, on, &self.extra),
                label,
                chosen: on == self.on,
            }
        };
        days.map(choice).collect()
    }
}

/// Today by this machine's clock, in UTC.
fn today() -> Option<Date> {
    let since = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .ok()?;
    day::after_1970(since.as_secs() / 86_400)
}
