use axum::extract::Request;
use axum::http::header;
use desk::{Date, Lang};

/// What the address asks for beside the page: the language and the date.
///
/// Both stand in the query, so that no page view changes any state, and a link says all there is.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) lang: Lang,
    pub(crate) on: Option<Date>,
    /// Something was typed as a date that is none.
    pub(crate) date_not_understood: bool,
    pairs: Vec<(String, String)>,
}

impl Asked {
    /// Reads what a request asks for.
    pub(crate) fn of(request: &Request) -> Asked {
        let accept = request
            .headers()
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        Asked::read(request.uri().query().unwrap_or_default(), accept)
    }

    /// Reads a query; what cannot be read is left aside, never refused.
    pub(crate) fn read(query: &str, accept_language: Option<&str>) -> Asked {
        let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .take(20)
            .collect();
        let value = |name: &str| {
            pairs
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.as_str())
        };
        let lang = value("lang")
            .and_then(Lang::from_code)
            .unwrap_or_else(|| preferred(accept_language));
        let typed = typed_day(&value);
        let on = typed.as_deref().and_then(desk::day::parse);
        Asked {
            lang,
            on,
            date_not_understood: typed.is_some() && on.is_none(),
            pairs,
        }
    }

    /// Another value of the query.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.pairs
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }
}

/// The day as an address says it (`on=2017-05-17`) or as the date form does (`d=17&m=5&y=2017`).
fn typed_day<'a>(value: &impl Fn(&str) -> Option<&'a str>) -> Option<String> {
    match (value("d"), value("m"), value("y")) {
        (None, None, None) => value("on")
            .filter(|typed| !typed.is_empty())
            .map(str::to_owned),
        (day, month, year) => {
            let piece = |typed: Option<&str>| typed.unwrap_or_default().trim().to_owned();
            Some(format!(
                "{}-{:0>2}-{:0>2}",
                piece(year),
                piece(month),
                piece(day)
            ))
        }
    }
}

fn preferred(accept_language: Option<&str>) -> Lang {
    let first = accept_language.and_then(|languages| languages.split([',', ';', '-']).next());
    first
        .and_then(|code| Lang::from_code(code.trim()))
        .unwrap_or(Lang::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_gives_language_and_date() {
        let asked = Asked::read("on=2017-06-17&lang=ru", None);
        assert_eq!(asked.lang, Lang::Ru);
        assert_eq!(asked.on, Some(Date::constant(2017, 6, 17)));
    }

    #[test]
    fn a_date_that_does_not_exist_is_said_so() {
        assert_eq!(
            Asked::read("d=7&m=6&y=2017", None).on,
            Some(Date::constant(2017, 6, 7))
        );
        for typed in [
            "d=30&m=2&y=2017",
            "d=&m=1&y=2017",
            "d=1",
            "on=2017-02-30",
            "on=yesterday",
            "on=%ff",
            "on=9999999-01-01",
        ] {
            let asked = Asked::read(typed, None);
            assert!(asked.on.is_none() && asked.date_not_understood, "{typed}");
        }
        assert!(!Asked::read("on=", None).date_not_understood);
    }

    #[test]
    fn the_browser_s_language_is_taken_where_none_is_asked_for() {
        assert_eq!(
            Asked::read("", Some("ru-RU,ru;q=0.9,en;q=0.8")).lang,
            Lang::Ru
        );
        assert_eq!(Asked::read("", Some("de-DE,de")).lang, Lang::En);
        assert_eq!(Asked::read("lang=en", Some("ru")).lang, Lang::En);
    }
}
