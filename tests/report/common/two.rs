//! Two colleagues, each with a vault of their own in memory: what one seals, the other reads only where
//! they were let in.

use casework::{CodeName, Entry, Part, Person, PersonId, Phrase};
use desk::{
    Cabinet, CaseForm, CaseNumber, Clock, Date, DrawerAt, DrawerForm, Lang, Moment, Office, Typed,
};
use vault::{Hardness, Home, Memory, Passphrase, SystemRandomness, Vault};

pub struct Two {
    pub first: Office,
    pub second: Office,
}

/// The person of their one case.
const ROWAN: PersonId = PersonId([7; 16]);

impl Two {
    /// Two who know each other, with nothing recorded yet.
    pub fn colleagues() -> Two {
        let passphrase = Passphrase::of("kettle harbour violet stairs".to_owned().into());
        let passphrase = passphrase.expect("long enough");
        let at = clock().now.seconds();
        let mut first = Vault::create(home(), &passphrase, Hardness::FLOOR, 2, at).expect("memory");
        let (organisation, introducer) = (first.organisation(), first.device());
        let guest = Vault::guest(
            home(),
            &passphrase,
            Hardness::FLOOR,
            organisation,
            introducer,
            at,
        );
        let second = guest.expect("memory");
        first.admit(second.card(), at).expect("admitted");
        let office = |vault| {
            let cabinet = Cabinet::of(vault).expect("it was just made");
            Office::open(cabinet, Default::default(), clock().today()).expect("the books are whole")
        };
        Two {
            first: office(first),
            second: office(second),
        }
    }

    /// The first opens a case and lets the second read it.
    pub fn case(&mut self) -> CaseNumber {
        let person = Person {
            id: ROWAN,
            part: Part::Principal,
            language: "ce".to_owned(),
        };
        let code = CodeName {
            person: ROWAN,
            en: "Rowan".into(),
            ru: "Рябина".into(),
        };
        let entries = [Entry::new(person), Entry::new(code)];
        let story = Phrase::english("Invented.");
        let opened = self.first.open_case(story, &entries, clock().now);
        let number = opened.expect("it is recorded");
        let file = self.first.cabinet().case(number).expect("it is there");
        let (drawer, reader) = (file.compartment, self.second.cabinet().me());
        let shown = self
            .first
            .change(|it| it.show_drawer(drawer, reader, clock().now));
        shown.expect("the second is known");
        number
    }

    /// Everything that one has and the other may read goes from hand to hand, both ways.
    pub fn exchange(&mut self) {
        pass(&mut self.first, &mut self.second);
        pass(&mut self.second, &mut self.first);
    }
}

fn pass(from: &mut Office, to: &mut Office) {
    let device = to.cabinet().vault().device();
    let bundle = from.change(|it| it.change_vault(|vault| vault.export(&[device])));
    let bundle = bundle.expect("it is exported");
    let taken = to.change(|it| it.change_vault(|vault| vault.import(&bundle)));
    taken.expect("it is imported");
}

/// Fills in a form of a case.
pub fn record(office: &mut Office, number: CaseNumber, form: CaseForm, fields: &[(&str, &str)]) {
    let taken = office.take(number, form, &typed(fields), clock());
    assert!(taken.is_ok(), "{taken:?}");
}

/// Fills in a form of a drawer.
pub fn record_in(office: &mut Office, at: DrawerAt, form: DrawerForm, fields: &[(&str, &str)]) {
    let taken = office.take_drawer(at, form, &typed(fields), clock());
    assert!(taken.is_ok(), "{taken:?}");
}

/// What stands on the page of a case, section by section: label, words and marks.
pub fn told(office: &Office, number: CaseNumber) -> String {
    let page = office
        .case_page(number, clock(), Lang::En)
        .expect("the case is there");
    format!("{:?}", page.sections)
}

/// The values in a form's list.
pub fn choices(office: &Office, number: CaseNumber, form: CaseForm, field: &str) -> Vec<String> {
    let page = office.form(number, form, &Typed::default(), &[], clock(), Lang::En);
    let fields = page.expect("the form is there").fields.into_iter();
    let mut field = fields.filter(|it| it.name == field);
    match field.next().map(|it| it.kind) {
        Some(desk::FieldKind::Picked(choices) | desk::FieldKind::Several(choices)) => {
            choices.into_iter().map(|choice| choice.value).collect()
        }
        _ => Vec::new(),
    }
}

/// Nine in the evening of the day of the report.
pub fn clock() -> Clock {
    let day = Moment::start_of(Date::constant(2017, 5, 17));
    Clock::at(day.seconds() + 21 * 3_600, 0)
}

fn typed(fields: &[(&str, &str)]) -> Typed {
    Typed::of(
        fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    )
}

fn home() -> Home {
    Home {
        files: Box::new(Memory::new()),
        secrets: Box::new(Memory::new()),
        randomness: Box::new(SystemRandomness),
    }
}
