use crate::attribution::Agreed;
use crate::outcomes::Outcome;
use facts::Date;
use std::collections::BTreeSet;
use std::fmt;
use zeroize::Zeroize;

/// What the vault protects, as far as a statement could expose it.
///
/// Everything in it is secret: it is wiped from memory when dropped, and prints as `[sealed]`.
#[derive(Default, Clone)]
pub struct World {
    /// The organisation's own names.
    pub organisation: Vec<String>,
    /// People who speak on the record: their names are no finding.
    pub public_people: Vec<String>,
    /// Telephones that anyone may know.
    pub public_phones: Vec<String>,
    /// The thresholds.
    pub rules: Rules,
    /// Those in our care.
    pub persons: Vec<Person>,
    /// Governments we speak with.
    pub talks: Vec<Talk>,
    /// Our own people.
    pub staff: Vec<Staff>,
    /// Hosts, drivers, doctors, priests.
    pub helpers: Vec<Helper>,
    /// What authorities did when they were asked.
    pub answers: Vec<Answer>,
}

/// What the authorities of one country did, as it is recorded.
#[derive(Default, Clone)]
pub struct Answer {
    /// The vault's id.
    pub id: String,
    /// Names of the country.
    pub names: Vec<String>,
    /// Every outcome that is recorded of it; none, where nothing was decided or said yet.
    pub outcomes: BTreeSet<Outcome>,
}

/// Below which figures and sets a statement exposes somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// A count of people, a difference or a remainder from 1 to one less than this is an exposure.
    pub min_count: u32,
    /// A set of traits that fits fewer persons than this is an exposure.
    pub min_group: usize,
}

impl Default for Rules {
    fn default() -> Rules {
        Rules {
            min_count: 5,
            min_group: 3,
        }
    }
}

/// What a person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// A woman or a girl.
    Female,
    /// A man or a boy.
    Male,
}

/// Someone in our care.
#[derive(Default, Clone)]
pub struct Person {
    /// The vault's id.
    pub id: String,
    /// Named so by themselves; `None` when not recorded.
    pub sex: Option<Sex>,
    /// Day of birth.
    pub born: Option<Date>,
    /// One entry for each language or script.
    pub names: Vec<Name>,
    /// Pet names, user names, other names.
    pub aliases: Vec<String>,
    /// Telephones, and numbers of papers.
    pub numbers: Vec<String>,
    /// Mail addresses.
    pub mail: Vec<String>,
    /// The home town, in any language.
    pub origin: Vec<String>,
    /// Where they are hidden.
    pub hiding: Vec<Hiding>,
    /// Former or present employer.
    pub employer: String,
    /// What they work or study.
    pub occupation: String,
    /// Languages they speak, by their English names.
    pub languages: Vec<String>,
    /// Days that happened to them: what, and when.
    pub days: Vec<(String, Date)>,
    /// Their family.
    pub relatives: Vec<Relative>,
    /// Anything else they may be recognised by.
    pub attributes: Vec<String>,
}

/// A name in one language.
#[derive(Default, Clone)]
pub struct Name {
    /// Given name.
    pub given: String,
    /// Patronymic, or empty.
    pub patronymic: String,
    /// Family name, or empty.
    pub family: String,
}

/// A place where somebody is hidden.
#[derive(Default, Clone)]
pub struct Hiding {
    /// The town, in every language that is recorded.
    pub town: Vec<String>,
    /// The region around it.
    pub region: Vec<String>,
    /// Street and number.
    pub address: String,
    /// What kind of place it is: `flat above a bakery`.
    pub detail: String,
}

/// A member of the family.
#[derive(Default, Clone)]
pub struct Relative {
    /// `brother, a policeman`.
    pub relation: String,
    /// Their name, in every script that is recorded.
    pub names: Vec<String>,
}

/// A government we speak with.
#[derive(Default, Clone)]
pub struct Talk {
    /// The vault's id.
    pub id: String,
    /// The country's names: the first that the gazetteer knows decides.
    pub names: Vec<String>,
    /// Words beyond the gazetteer: adjectives, the capital.
    pub handles: Vec<String>,
}

/// One of us.
#[derive(Default, Clone)]
pub struct Staff {
    /// The vault's id.
    pub id: String,
    /// Named so by themselves.
    pub sex: Option<Sex>,
    /// Names in every script.
    pub names: Vec<String>,
    /// `press officer`.
    pub role: String,
    /// What must not be said of them.
    pub withheld: BTreeSet<Withheld>,
    /// By which words they are told of, if any were agreed.
    pub agreed: Option<Agreed>,
}

/// What is withheld of a member of staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Withheld {
    /// The name.
    Name,
    /// The sex, also as a pronoun or an ending.
    Sex,
    /// The role.
    Role,
}

/// Someone who helps.
#[derive(Default, Clone)]
pub struct Helper {
    /// The vault's id.
    pub id: String,
    /// Names in every script.
    pub names: Vec<String>,
    /// `parish priest who houses people in …`.
    pub role: String,
}

/// Something said earlier.
#[derive(Clone)]
pub struct Statement {
    /// The ledger's id.
    pub id: String,
    /// The day it was said.
    pub day: Date,
    /// To whom.
    pub audience: crate::Audience,
    /// Its words.
    pub text: String,
}

impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("World([sealed])")
    }
}

impl fmt::Debug for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Statement([sealed])")
    }
}

impl Drop for World {
    fn drop(&mut self) {
        for person in &mut self.persons {
            person.wipe();
        }
        for staff in &mut self.staff {
            staff.names.zeroize();
            staff.role.zeroize();
            staff.agreed.zeroize();
        }
        for helper in &mut self.helpers {
            helper.names.zeroize();
            helper.role.zeroize();
        }
        for answer in &mut self.answers {
            answer.names.zeroize();
        }
        for talk in &mut self.talks {
            talk.names.zeroize();
            talk.handles.zeroize();
        }
    }
}

impl Person {
    fn wipe(&mut self) {
        for name in &mut self.names {
            name.given.zeroize();
            name.patronymic.zeroize();
            name.family.zeroize();
        }
        for list in [
            &mut self.aliases,
            &mut self.numbers,
            &mut self.mail,
            &mut self.origin,
            &mut self.languages,
            &mut self.attributes,
        ] {
            list.zeroize();
        }
        for hiding in &mut self.hiding {
            hiding.town.zeroize();
            hiding.region.zeroize();
            hiding.address.zeroize();
            hiding.detail.zeroize();
        }
        for relative in &mut self.relatives {
            relative.relation.zeroize();
            relative.names.zeroize();
        }
        self.employer.zeroize();
        self.occupation.zeroize();
    }
}
