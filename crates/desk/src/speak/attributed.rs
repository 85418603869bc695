//! One of us, and whoever speaks with us, as a draft could give them away.

use super::protected::{Protected, Subject};
use crate::cabinet::{Cabinet, Drawer};
use crate::hex::hex;
use casework::{Agreement, Attributed, Case, Colleague, MemberId, Phrase, SpokenOf, Withheld};
use disclosure::{Agreed, Helper, Staff, Wording, World};
use std::collections::BTreeSet;

/// Whoever speaks for us, in the words of both languages.
const SPEAKER: &str = "spokesperson, press officer, представитель, представительница";

impl Protected {
    /// Everybody of whom it was agreed how they are spoken of, and the other members with all that
    /// is withheld where nothing was agreed.
    pub(super) fn add_staff(&mut self, world: &mut World, cabinet: &Cabinet) {
        let own: Vec<&Case> = cabinet
            .drawers(Drawer::Organisation)
            .map(|(_, it)| it)
            .collect();
        let mut told = BTreeSet::new();
        for folded in &own {
            for spoken in folded.attributions() {
                if let Attributed::Member(member) = spoken.attribution.of {
                    told.insert(member);
                }
                self.add_spoken_of(world, folded, &spoken);
            }
        }
        let members = cabinet.members().into_iter();
        let others: Vec<MemberId> = members.filter(|it| !told.contains(it)).collect();
        if !others.is_empty() {
            let names = own.iter().flat_map(|it| called(it, &others)).collect();
            self.add_untold(world, names);
        }
    }

    fn add_spoken_of(&mut self, world: &mut World, folded: &Case, spoken: &SpokenOf<'_>) {
        let it = spoken.attribution;
        let mut names: BTreeSet<String> = spoken
            .names
            .iter()
            .map(|name| name.as_str().to_owned())
            .collect();
        let id = match it.of {
            Attributed::Member(member) => {
                names.extend(called(folded, &[member]));
                hex(&member.0)
            }
            Attributed::Colleague
            | Attributed::Official(_)
            | Attributed::Reporter
            | Attributed::Helper => hex(&it.id.0),
        };
        let withheld = spoken.withheld();
        if withheld.is_empty() {
            return world.public_people.extend(names);
        }
        self.stands_for(id.clone(), Subject::Spoken(it.of));
        let role = both(&it.role);
        if it.of == Attributed::Helper && withheld.contains(&Withheld::Role) {
            world.helpers.push(Helper {
                id: id.clone(),
                names: std::mem::take(&mut names).into_iter().collect(),
                role: role.clone(),
            });
        }
        let agreed = (spoken.agreement == Agreement::Agreed).then(|| agreed(it));
        for sex in sexes(it.sex) {
            world.staff.push(Staff {
                id: id.clone(),
                sex: Some(sex),
                names: names.iter().cloned().collect(),
                role: role.clone(),
                withheld: withheld.iter().map(|it| kept(*it)).collect(),
                agreed: agreed.clone(),
            });
        }
    }

    /// Nothing was agreed with them: their name is withheld, and whether they are a woman or a man.
    fn add_untold(&mut self, world: &mut World, names: BTreeSet<String>) {
        let id = "staff".to_owned();
        self.stands_for(id.clone(), Subject::Staff);
        for sex in sexes(None) {
            world.staff.push(Staff {
                id: id.clone(),
                sex: Some(sex),
                names: names.iter().cloned().collect(),
                role: SPEAKER.to_owned(),
                withheld: [Withheld::Name, Withheld::Sex].map(kept).into(),
                agreed: None,
            });
        }
    }
}

/// How some members want to be called among colleagues: whatever they ever said.
fn called(folded: &Case, members: &[MemberId]) -> BTreeSet<String> {
    let all = folded.every::<Colleague>();
    let theirs = all.filter(|(noted, _)| members.contains(&noted.member));
    let names = theirs.map(|(_, it)| it.name.as_str().trim().to_owned());
    names.filter(|name| !name.is_empty()).collect()
}

/// Where it is not recorded, either is given away: they stand in the world once for each.
fn sexes(recorded: Option<casework::Sex>) -> Vec<disclosure::Sex> {
    match recorded {
        Some(casework::Sex::Female) => vec![disclosure::Sex::Female],
        Some(casework::Sex::Male) => vec![disclosure::Sex::Male],
        None => vec![disclosure::Sex::Female, disclosure::Sex::Male],
    }
}

fn kept(withheld: Withheld) -> disclosure::Withheld {
    match withheld {
        Withheld::Name => disclosure::Withheld::Name,
        Withheld::Sex => disclosure::Withheld::Sex,
        Withheld::Role => disclosure::Withheld::Role,
    }
}

fn agreed(it: &casework::Attribution) -> Agreed {
    let wording = |descriptor: &casework::Text, because: &casework::Text| Wording {
        descriptor: descriptor.as_str().to_owned(),
        because: because.as_str().to_owned(),
    };
    Agreed {
        en: wording(&it.descriptor.en, &it.because.en),
        ru: wording(&it.descriptor.ru, &it.because.ru),
    }
}

fn both(role: &Phrase) -> String {
    let both = [role.en.as_str(), role.ru.as_str()].into_iter();
    let said: Vec<&str> = both.filter(|it| !it.trim().is_empty()).collect();
    said.join("; ")
}
