use crate::aead::hash;
use crate::secret::Source;
use crate::{OrganisationId, Randomness, RecoverySeed, Secret, labels};
use blahaj::{Share, Sharks};
use std::fmt::{self, Write};
use zeroize::{Zeroize, Zeroizing};

/// So many groups of six digits are one share.
const GROUPS: usize = 24;
const DIGITS: usize = 6;
/// Everything before the checksum, and all of it.
const CHECKED: usize = 44;
const LENGTH: usize = 48;
const FORM: u8 = 1;
/// More people than this are not asked to keep a share.
const MOST: u8 = 32;

/// One person's share of a recovery generation: with `needed` of them the private half comes together
/// again, with fewer nothing of it is known (A. Shamir, "How to Share a Secret", 1979, over GF(256)).
///
/// On paper it is 24 groups of six digits, which everybody can read, type and say on the telephone,
/// whatever their alphabet. Each group is a multiple of eleven, as in BitLocker's recovery passwords:
/// one wrong digit, or two that changed places, are noticed in the group where they stand.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryShare {
    organisation: [u8; 4],
    generation: u32,
    needed: u8,
    of: u8,
    index: u8,
    share: Secret,
}

/// Why shares are not what they ought to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// Groups are missing, or there are more than a share has.
    #[error("a share has {GROUPS} groups of six digits, and here are {0}")]
    Groups(usize),
    /// A group that is none.
    #[error("group {0} was mistyped: compare it with the paper, digit by digit")]
    Group(usize),
    /// Each group is one, and they do not belong together.
    #[error("every group is well formed, but two have changed places, or are of different papers")]
    Order,
    /// A later version has drawn it up.
    #[error("this share was drawn up by a newer program than this")]
    Form,
    /// No shares at all, or too few.
    #[error("{needed} shares are needed, and here are {found}")]
    TooFew {
        /// So many are needed.
        needed: u8,
        /// So many were there.
        found: usize,
    },
    /// The same one, twice.
    #[error("share {0} is here twice: another one is needed")]
    Twice(u8),
    /// Shares of several organisations, generations or splits.
    #[error("share {0} does not belong to the others: it was drawn up at another time")]
    Mixed(u8),
    /// Shares that fit each other, and not what they ought to open.
    #[error("these shares fit each other, and not this organisation's recovery number {0}")]
    Another(u32),
    /// Nobody keeps so many.
    #[error(
        "a recovery is split among 1 to {MOST} people, and needs no more of them than there are"
    )]
    Split,
}

impl RecoverySeed {
    /// Splits the private half among `of` people, so that `needed` of them can put it together. If one
    /// is enough, each share is the whole.
    ///
    /// # Errors
    /// [`ShareError::Split`], if that cannot be.
    pub fn split(
        &self,
        organisation: OrganisationId,
        needed: u8,
        of: u8,
        randomness: &mut dyn Randomness,
    ) -> Result<Vec<RecoveryShare>, ShareError> {
        let generation = u32::try_from(self.generation()).map_err(|_| ShareError::Split)?;
        if !(1..=MOST).contains(&of) || !(1..=of).contains(&needed) {
            return Err(ShareError::Split);
        }
        let mut random = Source(randomness);
        let dealer = Sharks(needed).dealer_rng(self.secret().expose(), &mut random);
        let shares = (1..=of).zip(dealer).map(|(index, dealt)| {
            let bytes = Zeroizing::new(Vec::<u8>::from(&dealt));
            RecoveryShare {
                organisation: mark(organisation),
                generation,
                needed,
                of,
                index,
                share: secret_of(&bytes[1..]),
            }
        });
        Ok(shares.collect())
    }

    /// Puts shares together. That they are of the right generation is for whoever knows its public
    /// half to see, or a backup that they open.
    ///
    /// # Errors
    /// [`ShareError`], if they are too few or do not belong together.
    pub fn of_shares(shares: &[RecoveryShare]) -> Result<Self, ShareError> {
        let too_few = ShareError::TooFew {
            needed: shares.first().map_or(1, |share| share.needed),
            found: shares.len(),
        };
        let first = shares.first().ok_or(too_few)?;
        for (at, share) in shares.iter().enumerate() {
            if !share.is_beside(first) {
                return Err(ShareError::Mixed(share.index));
            }
            if shares[..at].iter().any(|other| other.index == share.index) {
                return Err(ShareError::Twice(share.index));
            }
        }
        let enough = shares.get(..usize::from(first.needed)).ok_or(too_few)?;
        let dealt = enough.iter().map(RecoveryShare::dealt);
        let dealt = dealt.collect::<Result<Vec<Share>, _>>()?;
        let joined = Sharks(first.needed).recover(&dealt).map_err(|_| too_few)?;
        let seed = secret_of(&Zeroizing::new(joined));
        Ok(Self::of(u64::from(first.generation), seed))
    }
}

impl RecoveryShare {
    /// The how manieth recovery generation it is of.
    pub fn generation(&self) -> u32 {
        self.generation
    }

    /// So many shares are needed.
    pub fn needed(&self) -> u8 {
        self.needed
    }

    /// So many there are.
    pub fn of(&self) -> u8 {
        self.of
    }

    /// Which of them this is, from one on.
    pub fn index(&self) -> u8 {
        self.index
    }

    /// Whether it is of this organisation, as far as four bytes of its name tell.
    pub fn is_of(&self, organisation: OrganisationId) -> bool {
        self.organisation == mark(organisation)
    }

    /// The share as it is printed: six lines of four groups.
    pub fn printed(&self) -> Zeroizing<String> {
        let bytes = self.to_bytes();
        let mut text = Zeroizing::new(String::with_capacity(GROUPS * (DIGITS + 1)));
        for (at, pair) in bytes.chunks_exact(2).enumerate() {
            let group = u32::from(u16::from_be_bytes([pair[0], pair[1]])) * 11;
            let after = match at {
                _ if at + 1 == GROUPS => "",
                _ if at % 4 == 3 => "\n",
                _ => " ",
            };
            write!(text, "{group:06}{after}").expect("a string takes what is written");
        }
        text
    }

    /// The share that somebody typed: groups with anything blank or hyphens between them, or all in
    /// one.
    ///
    /// # Errors
    /// [`ShareError`], with the group where a slip is.
    pub fn typed(text: &str) -> Result<Self, ShareError> {
        let mut groups: Vec<&str> = text
            .split(|letter: char| letter.is_whitespace() || letter == '-')
            .filter(|group| !group.is_empty())
            .collect();
        if let [all] = groups[..]
            && all.len() == GROUPS * DIGITS
            && all.is_ascii()
        {
            groups = (0..GROUPS)
                .map(|at| &all[at * DIGITS..][..DIGITS])
                .collect();
        }
        let mut bytes = Zeroizing::new([0; LENGTH]);
        let pairs = bytes.chunks_exact_mut(2);
        for (number, (pair, group)) in (1..).zip(pairs.zip(&groups)) {
            let value = value_of(group).ok_or(ShareError::Group(number))?;
            pair.copy_from_slice(&value.to_be_bytes());
        }
        if groups.len() != GROUPS {
            return Err(ShareError::Groups(groups.len()));
        }
        Self::from_bytes(&bytes)
    }

    fn to_bytes(&self) -> Zeroizing<[u8; LENGTH]> {
        let mut bytes = Zeroizing::new([0; LENGTH]);
        bytes[0] = FORM;
        bytes[1..5].copy_from_slice(&self.organisation);
        bytes[5..9].copy_from_slice(&self.generation.to_be_bytes());
        bytes[9..12].copy_from_slice(&[self.needed, self.of, self.index]);
        bytes[12..CHECKED].copy_from_slice(self.share.expose());
        let checksum = checksum(&bytes[..CHECKED]);
        bytes[CHECKED..].copy_from_slice(&checksum);
        bytes
    }

    fn from_bytes(bytes: &[u8; LENGTH]) -> Result<Self, ShareError> {
        if checksum(&bytes[..CHECKED]) != bytes[CHECKED..] {
            return Err(ShareError::Order);
        }
        let [needed, of, index] = [bytes[9], bytes[10], bytes[11]];
        let is_one = (1..=MOST).contains(&of) && (1..=of).contains(&needed);
        if bytes[0] != FORM || !is_one || !(1..=of).contains(&index) {
            return Err(ShareError::Form);
        }
        Ok(Self {
            organisation: [bytes[1], bytes[2], bytes[3], bytes[4]],
            generation: u32::from_be_bytes([bytes[5], bytes[6], bytes[7], bytes[8]]),
            needed,
            of,
            index,
            share: secret_of(&bytes[12..CHECKED]),
        })
    }

    fn is_beside(&self, other: &Self) -> bool {
        let drawn_up =
            |share: &Self| (share.organisation, share.generation, share.needed, share.of);
        drawn_up(self) == drawn_up(other)
    }

    fn dealt(&self) -> Result<Share, ShareError> {
        let mut bytes = Zeroizing::new(vec![self.index]);
        bytes.extend_from_slice(self.share.expose());
        Share::try_from(bytes.as_slice()).map_err(|_| ShareError::Form)
    }
}

/// What a group of digits says, if it is one.
fn value_of(group: &str) -> Option<u16> {
    if group.len() != DIGITS || !group.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let value: u32 = group.parse().ok()?;
    let value = value.is_multiple_of(11).then_some(value / 11)?;
    u16::try_from(value).ok()
}

fn checksum(bytes: &[u8]) -> [u8; LENGTH - CHECKED] {
    let mut checksum = [0; LENGTH - CHECKED];
    let hash = hash(labels::RECOVERY_SHARE, bytes);
    checksum.copy_from_slice(&hash[..LENGTH - CHECKED]);
    checksum
}

fn mark(organisation: OrganisationId) -> [u8; 4] {
    let [a, b, c, d, ..] = organisation.0;
    [a, b, c, d]
}

fn secret_of(bytes: &[u8]) -> Secret {
    let mut secret = [0; 32];
    secret.copy_from_slice(bytes);
    let taken = Secret::take(&mut secret);
    secret.zeroize();
    taken
}

impl fmt::Debug for RecoveryShare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[sealed]")
    }
}
