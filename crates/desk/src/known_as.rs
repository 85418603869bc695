//! What people are known as: the form by which a name is recorded, and the lines that show it.

use crate::case_page::Telling;
use crate::forms::{Place, Reading, Sheet};
use crate::view::{RecordedLine, RecordedSection};
use casework::{Entry, KnownAs, NameKind, PersonId};

crate::in_words::in_words!(NameKind {
    Legal = "legal",
    AtHome = "at_home",
    Nickname = "nickname",
    UserName = "user_name",
    Initials = "initials",
    Telephone = "telephone",
    Mail = "mail",
    Other = "other",
});

pub(crate) fn lay_out(sheet: &mut Sheet<'_>) {
    sheet.head("form-name", &["form-name-lead"]);
    sheet.line("name", "form-name-name", "form-name-hint");
    let kinds = sheet.named::<NameKind>(kind_id);
    sheet.one_of("of", "form-name-of", "", kinds);
}

pub(crate) fn take(reading: &mut Reading<'_>, place: &Place<'_>) -> Option<Vec<Entry>> {
    let name = reading.needed_text("name", "fault-name");
    let of = reading.one_of::<NameKind>("of");
    let known = KnownAs {
        person: place.person,
        around: None,
        name: name?,
        of: of?,
    };
    Some(vec![Entry::new(known)])
}

fn kind_id(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Legal => "name-legal",
        NameKind::AtHome => "name-at-home",
        NameKind::Nickname => "name-nickname",
        NameKind::UserName => "name-user-name",
        NameKind::Initials => "name-initials",
        NameKind::Telephone => "name-telephone",
        NameKind::Mail => "name-mail",
        NameKind::Other => "name-other",
    }
}

impl Telling<'_> {
    /// What the person is known as, each with who recorded it.
    pub(crate) fn names(&self, person: PersonId) -> RecordedSection {
        let all = self.file.case.standing::<KnownAs>();
        let mut own: Vec<_> = all
            .filter(|(_, it)| it.person == person && it.around.is_none())
            .collect();
        own.sort_by_key(|(noted, _)| (noted.learnt, noted.id));
        let lines = own.into_iter().map(|(noted, it)| RecordedLine {
            label: self.say(kind_id(it.of)),
            says: it.name.as_str().to_owned(),
            source: self.recorded_by(noted),
            marks: self.marks(noted),
            actions: vec![],
        });
        self.section("case-names", "", lines.collect())
    }
}
