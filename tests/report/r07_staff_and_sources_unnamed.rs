//! R7: staff unnamed for their safety, officials on background, reporters who fled after threats: how each
//! is told of is agreed beforehand, drafts are held against it, and whoever is in danger has a case.
//! Everyone is invented.

mod common;

use common::two::{Two, clock};
use common::{Demo, value_of};
use desk::{AttributionId, Lang, NotTaken, Office, Typed};

/// A press officer, of whom nothing is said but that she is one of the staff.
const PRESS_OFFICER: [(&str, &str); 11] = [
    ("names", "Alina Verskaya\nАлина Верская"),
    ("sex", "woman"),
    ("role_en", "press officer"),
    ("role_ru", "пресс-секретарь"),
    ("withheld", "name"),
    ("withheld", "sex"),
    ("withheld", "role"),
    ("descriptor_en", "a member of staff"),
    ("descriptor_ru", "сотрудник организации"),
    ("because_en", "because of threats"),
    ("because_ru", "из-за угроз"),
];

/// What the page on drafts answers.
fn said(demo: &Demo, lang: &str, draft: &str) -> String {
    let fields = [
        ("draft", draft),
        ("to", "press"),
        ("language", lang),
        ("do", "check"),
    ];
    demo.answer("/say", lang, &fields)
}

fn holds(page: &str, words: &[&str]) {
    for words in words {
        assert!(page.contains(words), "`{words}` in {page}");
    }
}

#[test]
fn staff_are_told_of_in_the_agreed_words_and_in_no_others() {
    let demo = Demo::start();
    demo.form("/team/name", &[("name", "Alina Verskaya")]);
    holds(&demo.text("/attribution"), &["you Nothing was agreed yet"]);
    let me = value_of(&demo.html("/attribution/new"), ">you<");
    let fields: Vec<_> = [("whom", me.as_str())]
        .into_iter()
        .chain(PRESS_OFFICER)
        .collect();
    demo.form("/attribution/new", &fields);
    holds(
        &demo.text("/attribution"),
        &[
            "Told of as: “a member of staff”, because of threats.",
            "agreed",
        ],
    );
    holds(
        &demo.text("/attribution?lang=ru"),
        &[
            "О человеке говорят: «сотрудник организации», из-за угроз.",
            "договорились",
        ],
    );

    // Her name: what was agreed stands in its place, with the reason that journalists ask for.
    holds(
        &said(
            &demo,
            "en",
            "Alina Verskaya said that nobody had asked for names.",
        ),
        &[
            "Do not send this.",
            "Say what was agreed, with its reason",
            "A member of staff (not named because of threats) said that nobody had asked for names.",
        ],
    );
    holds(
        &said(
            &demo,
            "ru",
            "Алина Верская сообщила, что имён никто не спрашивал.",
        ),
        &[
            "Не отправляйте это.",
            "Сотрудник организации (не называем из-за угроз) сообщает, что имён никто не спрашивал.",
        ],
    );
    // More than was agreed: rank, place, years; in the report it was one word, “her”.
    holds(
        &said(
            &demo,
            "en",
            "A senior member of staff in Kazan, with us for six years, said that nobody had asked.",
        ),
        &[
            "It says more than was agreed: how high, how new or how rare they are among us, where they work, since when.",
            "Agreed: “a member of staff (not named because of threats)”.",
        ],
    );
    holds(
        &said(
            &demo,
            "en",
            "A member of staff wrote back. “Nobody asked,” she said.",
        ),
        &["A pronoun or an ending tells whether it is a woman or a man."],
    );
    holds(
        &said(&demo, "ru", "Представитель организации рассказала об этом."),
        &["По местоимению или окончанию видно"],
    );
    for (lang, draft, nothing) in [
        (
            "en",
            "A member of staff (not named because of threats) said that nobody had asked.",
            "Nothing was found.",
        ),
        (
            "ru",
            "Сотрудник организации (не называем из-за угроз) говорит, что никто не спрашивал.",
            "Ничего не найдено.",
        ),
    ] {
        holds(&said(&demo, lang, draft), &[nothing]);
    }

    // A word that shows what is withheld is not agreed by mistake.
    let shown = fields.iter().map(|(name, value)| match *name {
        "descriptor_ru" => (*name, "представительница организации"),
        _ => (*name, *value),
    });
    let answer = demo.answer("/attribution/new", "ru", &shown.collect::<Vec<_>>());
    holds(&answer, &["По этому слову видно, женщина это или мужчина"]);
}

fn typed(fields: &[(&str, &str)]) -> Typed {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Typed::of(fields.iter().map(owned))
}

/// What a draft exposes, as lines.
fn lines(office: &Office, draft: &str) -> String {
    office.say_text(draft, Lang::En).text
}

#[test]
fn an_official_on_background_is_told_of_once_two_of_us_have_agreed() {
    let mut two = Two::colleagues();
    let official = [
        ("whom", "official"),
        ("country", "SWE"),
        ("names", "Harald Lindqvist"),
        ("sex", "not"),
        ("role_en", "consul, visa section"),
        ("withheld", "name"),
        ("withheld", "role"),
        ("descriptor_en", "a Western diplomat"),
        ("because_en", "because the talks are not public"),
    ];
    // The words that stand in the form at first are for one of us, not for him.
    let usual = official.map(|(name, value)| match name {
        "descriptor_en" => (name, "a member of staff"),
        _ => (name, value),
    });
    let refused = two.first.take_attribution(None, &typed(&usual), clock());
    assert!(matches!(refused, Err(NotTaken::Faults(_))), "{refused:?}");
    let taken = two.first.take_attribution(None, &typed(&official), clock());
    assert!(taken.is_ok(), "{taken:?}");
    two.exchange();

    // Whoever wrote it down cannot sign it, too; the colleague finds it waiting.
    let waiting = |office: &Office| {
        let board = office.attributions(clock(), Lang::En);
        let section = board
            .sections
            .iter()
            .find(|it| it.id == "attribution-waits");
        section.map(|it| it.lines[0].address.clone())
    };
    assert_eq!(waiting(&two.first), None);
    let address = waiting(&two.second).expect("it waits");
    let word = address
        .trim_start_matches("/attribution/")
        .trim_end_matches("/second");
    let id = AttributionId::from_word(word).expect("sixteen bytes");
    let name = "Harald Lindqvist said that the list was too long.";
    assert!(lines(&two.second, name).contains("Exposes: an official"));
    assert!(!lines(&two.second, name).contains("a Western diplomat"));

    let agrees = typed(&[("found", "agrees")]);
    assert!(two.first.second_attribution(id, &agrees, clock()).is_err());
    let signed = two.second.second_attribution(id, &agrees, clock());
    assert!(signed.is_ok(), "{signed:?}");
    two.exchange();
    for office in [&two.first, &two.second] {
        assert_eq!(waiting(office), None);
        assert!(lines(office, name).contains("Do not send this."));
        let closer = "A Western diplomat who handles visas said that the list was too long.";
        assert!(lines(office, closer).contains("It says more than was agreed: what they do."));
        let agreed = "A Western diplomat said that the list was too long.";
        assert!(lines(office, agreed).starts_with("Nothing was found."));
    }
}

#[test]
fn a_reporter_after_threats_is_unnamed_and_has_a_case_with_first_minutes_and_next_steps() {
    let demo = Demo::start();
    let reporter = [
        ("whom", "reporter"),
        ("names", "Timur Aldanov\nТимур Алданов"),
        ("sex", "not"),
        ("withheld", "name"),
        ("withheld", "sex"),
        ("withheld", "role"),
        ("descriptor_en", "a journalist"),
        ("descriptor_ru", "журналист"),
        ("because_en", "because of threats"),
    ];
    demo.form("/attribution/new", &reporter);
    let page = demo.html("/attribution");
    holds(
        &page,
        &[
            "Timur Aldanov",
            "href=\"/new?lang=en\"",
            "waits for a second signature",
        ],
    );

    // From there, the same way as for anyone: a case, the first minutes, a plan for 72 hours.
    let new = [
        ("safe_to_talk", "yes"),
        ("alone", "yes"),
        ("language", "ru"),
        ("code_en", "Sandpiper"),
        ("code_ru", "Песочник"),
        ("story", "Wrote about the raids. Men waited at the door."),
        ("record", "yes"),
    ];
    let first = demo.form("/new", &new);
    let case = first.trim_end_matches("/record/first-minutes").to_owned();
    assert_ne!(case, first, "the first minutes come first");
    let minutes = [
        ("safe_to_talk", "yes"),
        ("alone", "yes"),
        ("tonight", "with a colleague in another town"),
        ("hunted_by", "men who waited at the door"),
        ("known_where", "yes"),
        ("hurt", "no"),
        ("next_call", "2017-05-18T09:00"),
    ];
    let plan = demo.form(&first, &minutes);
    let asked = demo.html(&plan);
    holds(&asked, &["<textarea id=\"what_1\""]);
    let me = value_of(&asked, ">you<");
    let steps = [
        ("what_1", "Another place to sleep"),
        ("by_1", "2017-05-17T23:00"),
        ("who_1", me.as_str()),
    ];
    demo.form(&plan, &steps);
    holds(
        &demo.text(&case),
        &["Another place to sleep", "men who waited at the door"],
    );

    // The law reads what they do: a place that is kept for those who report looks at them.
    let person = case.replace("/case/", "/person/");
    let city = |demo: &Demo| {
        let page = demo.text(&person);
        let after = page.split_once("Shelter City").map(|(_, after)| after);
        let until = after.and_then(|it| it.split_once("still decide"));
        until.map(|(law, _)| law.to_owned()).unwrap_or_default()
    };
    holds(&city(&demo), &["10 facts"]);
    let fact = [
        ("fact", "profile"),
        ("chosen", "yes"),
        ("value", "journalist"),
        ("others", "perhaps"),
        ("basis", "said"),
    ];
    demo.form(&format!("{case}/record/fact"), &fact);
    holds(&city(&demo), &["9 facts"]);

    let name = [("name", "Тимур Алданов"), ("of", "legal")];
    demo.form(&format!("{case}/record/name"), &name);
    let number = case.trim_start_matches("/case/");
    for (lang, draft, says) in [
        (
            "en",
            "Timur Aldanov has left the country.",
            "Do not send this.",
        ),
        ("ru", "Тимура Алданова увезли.", "Не отправляйте это."),
    ] {
        let answer = said(&demo, lang, draft);
        holds(&answer, &[says, number]);
    }
}
