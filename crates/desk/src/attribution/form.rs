//! What was agreed with somebody, as a form.

use super::{AttributionId, withheld_id};
use crate::InWords;
use crate::Lang;
use crate::cabinet::make_thing;
use crate::forms::{Clock, Fault, NotTaken, Reading, Sheet, Typed, anew};
use crate::hex::hex;
use crate::office::Office;
use crate::speech::Speech;
use crate::view::FormPage;
use casework::{Attributed, Attribution, Entry, MemberId, Phrase, Sex, Text, Withheld};
use disclosure::{Agreed, Wording};
use std::collections::BTreeSet;

/// Whom it is about, where it is no member.
#[derive(Clone, Copy)]
enum Whom {
    Colleague,
    Official,
    Reporter,
    Helper,
}

crate::in_words::in_words!(Whom {
    Colleague = "colleague",
    Official = "official",
    Reporter = "reporter",
    Helper = "helper",
});

/// What somebody is, if it is recorded.
#[derive(Clone, Copy)]
enum Recorded {
    Not,
    Woman,
    Man,
}

crate::in_words::in_words!(Recorded {
    Not = "not",
    Woman = "woman",
    Man = "man",
});

crate::in_words::in_words!(Withheld {
    Name = "name",
    Sex = "sex",
    Role = "role",
});

impl Office {
    /// The form for somebody; for one of whom something was agreed, as it stands.
    pub fn attribution_form(
        &self,
        of: Option<AttributionId>,
        typed: &Typed,
        faults: &[Fault],
        lang: Lang,
    ) -> Option<FormPage> {
        let speech = Speech::of(lang);
        let present = match of {
            Some(of) => present(self.spoken_of(of)?.attribution),
            None => fresh(),
        };
        let shown = if typed.is_empty() { &present } else { typed };
        let mut sheet = Sheet::new(shown, faults, speech);
        sheet.head(
            "attribution-form",
            &["attribution-form-lead", "attribution-form-who"],
        );
        match of {
            Some(_) => sheet.say_first(vec![speech.say("attribution-form-change")]),
            None => self.lay_out_whom(&mut sheet, speech, lang),
        }
        sheet.area("names", "attribution-names", "attribution-names-hint");
        let sexes = sheet.named::<Recorded>(|it| match it {
            Recorded::Not => "attribution-not-recorded",
            Recorded::Woman => "attribution-woman",
            Recorded::Man => "attribution-man",
        });
        sheet.one_of("sex", "attribution-is", "attribution-is-hint", sexes);
        sheet.line("role_en", "attribution-role-en", "attribution-role-hint");
        sheet.line("role_ru", "attribution-role-ru", "");
        let withheld = sheet.named::<Withheld>(withheld_id);
        sheet.several(
            "withheld",
            "attribution-withheld",
            "attribution-withheld-hint",
            withheld,
        );
        sheet.line(
            "descriptor_en",
            "attribution-descriptor-en",
            "attribution-descriptor-hint",
        );
        sheet.line("descriptor_ru", "attribution-descriptor-ru", "");
        sheet.line(
            "because_en",
            "attribution-because-en",
            "attribution-because-hint",
        );
        sheet.line("because_ru", "attribution-because-ru", "");
        Some(sheet.done())
    }

    fn lay_out_whom(&self, sheet: &mut Sheet<'_>, speech: &'static Speech, lang: Lang) {
        let others = sheet.named::<Whom>(|it| match it {
            Whom::Colleague => "attribution-colleague",
            Whom::Official => "attribution-official",
            Whom::Reporter => "attribution-reporter",
            Whom::Helper => "attribution-helper",
        });
        let mut whom = self.members(speech);
        whom.extend(others);
        sheet.picked("whom", "attribution-whom", "attribution-whom-hint", whom);
        sheet.picked(
            "country",
            "attribution-country",
            "attribution-country-hint",
            self.countries(lang),
        );
    }

    /// Records what was agreed with somebody.
    ///
    /// # Errors
    /// [`NotTaken`]: then nothing was recorded.
    pub fn take_attribution(
        &mut self,
        of: Option<AttributionId>,
        typed: &Typed,
        clock: Clock,
    ) -> Result<(), NotTaken> {
        let before = match of {
            Some(of) => Some(self.spoken_of(of).ok_or(NotTaken::NotFound)?.attribution),
            None => None,
        };
        let mut reading = Reading::of(typed);
        let (id, whom) = match before {
            Some(before) => (before.id, Some(before.of)),
            None => (make_thing(), self.whom(&mut reading)),
        };
        let taken = take(&mut reading, typed, id, whom);
        let attribution = reading.ended(taken).map_err(NotTaken::Faults)?;
        let entry = match self.own_drawer() {
            Some(own) => anew(own, attribution),
            None => Entry::new(attribution),
        };
        let drawer = self.cabinet().vault().own_compartment();
        let kept = self.change(|cabinet| cabinet.record_in(drawer, &[entry], clock.now));
        kept.map_err(NotTaken::NotRecorded)?;
        Ok(())
    }

    fn whom(&self, reading: &mut Reading<'_>) -> Option<Attributed> {
        let typed = reading.text("whom");
        let members = self.cabinet().members().into_iter();
        let mut members = members.filter(|it: &MemberId| hex(&it.0) == typed.as_str());
        if let Some(member) = members.next() {
            return Some(Attributed::Member(member));
        }
        Some(match reading.one_of::<Whom>("whom")? {
            Whom::Colleague => Attributed::Colleague,
            Whom::Official => Attributed::Official(reading.needed_country("country")?.into()),
            Whom::Reporter => Attributed::Reporter,
            Whom::Helper => Attributed::Helper,
        })
    }
}

fn take(
    reading: &mut Reading<'_>,
    typed: &Typed,
    id: casework::ThingId,
    whom: Option<Attributed>,
) -> Option<Attribution> {
    let withheld: BTreeSet<Withheld> = typed
        .all("withheld")
        .filter_map(Withheld::from_word)
        .collect();
    let sex = match reading.one_of::<Recorded>("sex") {
        Some(Recorded::Woman) => Some(Sex::Female),
        Some(Recorded::Man) => Some(Sex::Male),
        Some(Recorded::Not) | None => None,
    };
    let attribution = Attribution {
        id,
        of: whom?,
        descriptor: in_both(reading, "descriptor_en", "descriptor_ru"),
        because: in_both(reading, "because_en", "because_ru"),
        withheld,
        sex,
        names: typed
            .get("names")
            .lines()
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .map(Text::from)
            .collect(),
        role: in_both(reading, "role_en", "role_ru"),
    };
    if !attribution.withheld.is_empty() {
        complain(reading, &attribution);
    }
    Some(attribution)
}

/// Whoever is not named needs words for what they are, a reason that may be printed, and no word that
/// gives away what is withheld.
fn complain(reading: &mut Reading<'_>, of: &Attribution) {
    if of.descriptor.is_empty() {
        reading.fault("descriptor_en", "attribution-fault-descriptor");
    }
    if of.because.is_empty() {
        reading.fault("because_en", "attribution-fault-because");
    }
    let is_usual =
        |lang, descriptor: &Text| descriptor.as_str() == Speech::of(lang).say("attribution-usual");
    let is_ours = matches!(of.of, Attributed::Member(_) | Attributed::Colleague);
    let (en, ru) = (&of.descriptor.en, &of.descriptor.ru);
    if !is_ours && (is_usual(Lang::En, en) || is_usual(Lang::Ru, ru)) {
        reading.fault("descriptor_en", "attribution-fault-usual");
    }
    let wording = |descriptor: &Text| Wording {
        descriptor: descriptor.as_str().to_owned(),
        ..Wording::default()
    };
    let agreed = Agreed {
        en: wording(en),
        ru: wording(ru),
    };
    if of.withheld.contains(&Withheld::Sex) && agreed.shows_a_sex() {
        reading.fault("descriptor_en", "attribution-fault-sex");
    }
}

fn in_both(reading: &mut Reading<'_>, en: &'static str, ru: &'static str) -> Phrase {
    Phrase {
        en: reading.text(en),
        ru: reading.text(ru),
    }
}

/// What is offered of somebody new: nothing is said of them.
fn fresh() -> Typed {
    let said = Speech::of;
    let fields = [
        ("sex", "not".to_owned()),
        ("descriptor_en", said(Lang::En).say("attribution-usual")),
        ("descriptor_ru", said(Lang::Ru).say("attribution-usual")),
        (
            "because_en",
            said(Lang::En).say("attribution-usual-because"),
        ),
        (
            "because_ru",
            said(Lang::Ru).say("attribution-usual-because"),
        ),
    ];
    filled(fields, Withheld::ALL.iter().copied())
}

/// What was agreed, as it would be typed.
fn present(it: &Attribution) -> Typed {
    let sex = match it.sex {
        Some(Sex::Female) => Recorded::Woman,
        Some(Sex::Male) => Recorded::Man,
        None => Recorded::Not,
    };
    let names: Vec<&str> = it.names.iter().map(Text::as_str).collect();
    let text = |text: &Text| text.as_str().to_owned();
    let fields = [
        ("names", names.join("\n")),
        ("sex", sex.word().to_owned()),
        ("role_en", text(&it.role.en)),
        ("role_ru", text(&it.role.ru)),
        ("descriptor_en", text(&it.descriptor.en)),
        ("descriptor_ru", text(&it.descriptor.ru)),
        ("because_en", text(&it.because.en)),
        ("because_ru", text(&it.because.ru)),
    ];
    filled(fields, it.withheld.iter().copied())
}

fn filled<const N: usize>(
    fields: [(&str, String); N],
    withheld: impl Iterator<Item = Withheld>,
) -> Typed {
    let withheld = withheld.map(|it| ("withheld", it.word().to_owned()));
    let all = fields.into_iter().chain(withheld);
    Typed::of(all.map(|(name, value)| (name.to_owned(), value)))
}
