//! What was agreed of a member of staff or a source, and drafts that say more. Everyone is invented.

use disclosure::{
    Agreed, Audience, Beyond, Checker, Reader, Reason, RewriteRule, Sex, Staff, Withheld, Wording,
    World,
};
use facts::Date;
use proptest::prelude::*;

const TODAY: Date = Date::constant(2032, 5, 20);

fn wording(descriptor: &str, because: &str) -> Wording {
    Wording {
        descriptor: descriptor.to_owned(),
        because: because.to_owned(),
    }
}

/// A press officer who is told of as a member of staff, and a consul who is told of as a diplomat.
fn checker() -> Checker {
    let press_officer = Staff {
        id: "press".to_owned(),
        sex: Some(Sex::Female),
        names: vec!["Alina Verskaya".to_owned(), "Алина Верская".to_owned()],
        role: "press officer; пресс-секретарь".to_owned(),
        withheld: [Withheld::Name, Withheld::Sex, Withheld::Role].into(),
        agreed: Some(Agreed {
            en: wording("a member of staff", "because of threats"),
            ru: wording("сотрудник организации", "из-за угроз"),
        }),
    };
    let consul = Staff {
        id: "consul".to_owned(),
        sex: None,
        names: vec!["Harald Lindqvist".to_owned()],
        role: "consul, visa section".to_owned(),
        withheld: [Withheld::Name, Withheld::Sex, Withheld::Role].into(),
        agreed: Some(Agreed {
            en: wording("a Western diplomat", "because the talks are not public"),
            ru: wording("западный дипломат", "потому что переговоры не публичны"),
        }),
    };
    let mut world = World::default();
    world.staff = vec![press_officer, consul];
    Checker::new(world, &[], TODAY).expect("nothing was said before")
}

/// What a withheld sex is shown as here.
const SEX: [Beyond; 0] = [];

/// Whom a draft exposes, and what it says beyond the agreed words; nothing, where it is the sex.
fn beyond(draft: &str) -> Vec<(String, Vec<Beyond>)> {
    let verdict = checker().check(draft, TODAY).expect("a short draft");
    let all = verdict.findings().iter();
    let told = all.filter_map(|it| match &it.reason {
        Reason::BeyondAgreed { what, .. } => Some((it.subject.clone(), what.clone())),
        Reason::StaffSex => Some((it.subject.clone(), SEX.to_vec())),
        _ => None,
    });
    told.collect()
}

fn only(whom: &str, what: &[Beyond]) -> Vec<(String, Vec<Beyond>)> {
    vec![(whom.to_owned(), what.to_vec())]
}

#[test]
fn the_agreed_words_themselves_are_no_finding() {
    for draft in [
        "A member of staff said that nobody had asked for names.",
        "“We were told to wait,” said a member of staff, not named because of threats.",
        "Сотрудник организации говорит, что ответа нет.",
        "По словам сотрудника организации, ответа нет.",
        "A Western diplomat said that the list was too long.",
        "A senior official of the ministry in Ottawa retired after nine years.",
        "Their senior colleague in Kazan said so.",
        "Our work has gone on for three years, said a member of staff.",
        "Сотрудник министерства сообщил об этом в Казани.",
    ] {
        let verdict = checker().check(draft, TODAY).expect("a short draft");
        let found: Vec<_> = verdict.findings().iter().map(|it| it.at.clone()).collect();
        assert!(found.is_empty(), "{draft}: {found:?}");
    }
}

#[test]
fn a_descriptor_that_shows_a_sex_is_noticed() {
    let shows = |en: &str, ru: &str| {
        let (en, ru) = (wording(en, ""), wording(ru, ""));
        Agreed { en, ru }.shows_a_sex()
    };
    assert!(!shows("a member of staff", "сотрудник организации"));
    assert!(shows("a spokeswoman", ""));
    assert!(shows("a member of staff", "сотрудница организации"));
}

#[test]
fn rank_place_and_years_of_service_are_more_than_was_agreed() {
    let rank = [Beyond::Rank];
    assert_eq!(
        beyond("A senior member of staff said that nobody had asked."),
        only("press", &rank)
    );
    assert_eq!(
        beyond("“It is slow,” said a member of staff in Kazan."),
        only("press", &[Beyond::Place])
    );
    assert_eq!(
        beyond("A colleague who has been with us for six years told a newspaper so."),
        only("press", &[Beyond::Service])
    );
    assert_eq!(
        beyond("Our former volunteer, with the group since 2029, wrote the letter."),
        only("press", &[Beyond::Rank, Beyond::Service])
    );
    assert_eq!(
        beyond("Старший сотрудник организации сообщил, что ответа нет."),
        only("press", &rank)
    );
    assert_eq!(
        beyond("Наш сотрудник в Казани, который работает шесть лет, рассказал об этом."),
        only("press", &[Beyond::Place, Beyond::Service])
    );
}

#[test]
fn a_closer_role_exposes_the_one_whose_it_is() {
    assert_eq!(
        beyond("A Western diplomat who handles visas said no."),
        only("consul", &[Beyond::Role])
    );
    assert_eq!(
        beyond("Западный дипломат, который занимается визами, сказал нет."),
        only("consul", &[Beyond::Role])
    );
}

#[test]
fn a_pronoun_or_an_ending_beside_a_verb_of_saying_shows_the_sex() {
    assert_eq!(
        beyond("A member of staff called us. “Nobody asked,” she said."),
        only("press", &SEX)
    );
    assert_eq!(
        beyond("Наша сотрудница говорит, что ответа нет."),
        only("press", &SEX)
    );
    assert_eq!(
        beyond("Представитель организации сообщила, что ответа нет."),
        only("press", &SEX)
    );
    // Nobody wrote down what the consul is: either gives it away.
    assert_eq!(
        beyond("A Western diplomat would not wait. “No,” he said."),
        only("consul", &SEX)
    );
    // Somebody else is meant.
    assert!(beyond("A member of staff said that her visa was refused by Ottawa.").is_empty());
}

/// What is offered under the rule for a draft.
fn offered(draft: &str) -> Vec<String> {
    let reader = Reader::of(Audience::Press);
    let all = checker().rewrites(draft, TODAY, reader, &[]);
    let all = all.expect("a short draft").into_iter();
    let as_agreed = all.filter(|it| it.rule == RewriteRule::AsAgreed);
    as_agreed.map(|it| it.draft).collect()
}

#[test]
fn the_descriptor_is_offered_with_its_reason() {
    assert_eq!(
        offered("Alina Verskaya said that nobody had asked."),
        ["A member of staff (not named because of threats) said that nobody had asked."]
    );
    // One apposition was replaced and the other stayed: a sentence that nobody would send.
    assert_eq!(
        offered("Alina Verskaya, a senior member of staff in Kazan, said no."),
        ["A member of staff (not named because of threats) said no."]
    );
    assert_eq!(
        offered("Yesterday our senior member of staff in Kazan said no."),
        ["Yesterday a member of staff (not named because of threats) said no."]
    );
    assert_eq!(
        offered("Алина Верская сообщила, что ответа нет."),
        ["Сотрудник организации (не называем из-за угроз) сообщает, что ответа нет."]
    );
    assert_eq!(
        offered("«Ответа нет», — сказала Алина Верская."),
        ["«Ответа нет», — говорит сотрудник организации (не называем из-за угроз)."]
    );
    // In another case of the noun the descriptor would not fit.
    assert!(offered("По словам Алины Верской, ответа нет.").is_empty());
}

/// Pieces of which such sentences are made.
fn pieces() -> impl Strategy<Value = Vec<&'static str>> {
    let all = vec![
        "A",
        "our",
        "senior",
        "member",
        "of",
        "staff",
        "staff member",
        "in Kazan",
        "said",
        ".",
        ",",
        "“",
        "”",
        "she",
        "for six years",
        "since 2014",
        "Alina Verskaya",
        "press officer",
        "according to",
        "Наш",
        "старший",
        "сотрудник",
        "сотрудница",
        "сказала",
        "по словам",
        "дипломат",
        "министерства",
        "в Казани",
        "с 2014 года",
        "\u{200b}",
        "-",
        "её",
    ];
    prop::collection::vec(prop::sample::select(all), 0..14)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_telling_is_judged_and_what_is_offered_exposes_less(pieces in pieces(), gap in " ?") {
        let draft = pieces.join(&gap);
        let checker = checker();
        let points = draft.chars().count();
        let found = checker.check(&draft, TODAY).expect("a short draft").findings().to_vec();
        prop_assert!(found.iter().all(|it| it.at.start < it.at.end && it.at.end <= points));
        let reader = Reader::of(Audience::Press);
        for rewrite in checker.rewrites(&draft, TODAY, reader, &[]).expect("a short draft") {
            prop_assert!(rewrite.left < found.len());
        }
    }
}
