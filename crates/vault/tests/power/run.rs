//! Weeks of a vault's life in a few calls, each acknowledged.

use super::{Sayings, Seen, home};
use crate::world::{NOON, passphrase, typed};
use disk::{Disk, Keep, Moment};
use vault::{Attaching, Hardness, History, Stretched, Vault};

/// A call that returned.
pub struct Acknowledged {
    pub what: &'static str,
    pub at: Moment,
    /// What could be seen from then on.
    pub seen: Seen,
}

/// Everything that was done with one vault, on one disk.
pub struct Run {
    pub disk: Disk,
    pub acknowledged: Vec<Acknowledged>,
    /// The first passphrase and the second, after Argon2id.
    pub stretched: Vec<Stretched>,
}

impl Run {
    fn note(&mut self, what: &'static str, vault: &Vault) {
        let passphrase = self.stretched.len() - 1;
        self.acknowledged.push(Acknowledged {
            what,
            at: self.disk.now(),
            seen: Seen::of(vault, passphrase),
        });
    }

    /// How many calls had been acknowledged at a moment.
    pub fn acknowledged_at(&self, moment: Moment) -> usize {
        let all = self.acknowledged.iter();
        all.filter(|call| call.at <= moment).count()
    }

    /// What may be seen after a cut: the last thing acknowledged, or what came next; nothing, if
    /// there was no vault yet.
    pub fn allowed(&self, moment: Moment) -> Vec<Seen> {
        let next = self.acknowledged_at(moment);
        let before = next.checked_sub(1).map(|last| &self.acknowledged[last]);
        let after = self.acknowledged.get(next);
        let mut allowed: Vec<Seen> = before
            .into_iter()
            .chain(after)
            .map(|call| call.seen.clone())
            .collect();
        // The keys go before the receipt is signed: else it would be a lie for a moment.
        if let Some(after) = after.filter(|call| call.what == "erase") {
            allowed.push(after.seen.without_receipts());
        }
        allowed
    }

    fn stretch(&mut self, passphrase: &vault::Passphrase) {
        let stretched = Vault::stretch(&home(&self.disk, 0), passphrase);
        self.stretched.push(stretched.expect("a key box"));
    }
}

/// Founds a vault and does everything with it that writes.
pub fn lived() -> Run {
    let mut run = Run {
        disk: Disk::new(),
        acknowledged: vec![],
        stretched: vec![],
    };
    let mut vault = Vault::create(home(&run.disk, 1), &passphrase(), Hardness::FLOOR, 1, NOON)
        .expect("a new vault");
    run.stretch(&passphrase());
    run.note("create", &vault);
    let case = vault.compartment_new(1, NOON).expect("a compartment");
    run.note("compartment_new", &vault);
    let other = vault.compartment_new(2, NOON).expect("a compartment");
    run.note("compartment_new", &vault);
    for text in ["heard from him at seven", &"a long account. ".repeat(800)] {
        vault.append(case, text.as_bytes(), NOON).expect("written");
        run.note("append", &vault);
    }
    let several = (0..7).map(|at| (format!("a field of a form, {at}"), NOON + at));
    vault.append_all(case, several).expect("written");
    run.note("append_all", &vault);
    let kinds = [4, 5, 6];
    vault.compartments_new(&kinds, NOON).expect("compartments");
    run.note("compartments_new", &vault);
    vault
        .append(other, b"to be forgotten", NOON)
        .expect("written");
    run.note("append", &vault);
    with_a_colleague(&mut run, &mut vault, case);
    let file: Vec<u8> = (0..40_000_u32).map(|at| (at % 251) as u8).collect();
    vault
        .attach(case, &file, Attaching::Original, NOON)
        .expect("attached");
    run.note("attach", &vault);
    snapshot(&mut run, &mut vault);
    run.stretched.push(run.stretched[0].clone());
    vault
        .change_passphrase(&typed("ten quick storks"))
        .expect("changed");
    run.stretched.pop();
    run.stretch(&typed("ten quick storks"));
    run.note("change_passphrase", &vault);
    vault.renew_transit(NOON).expect("renewed");
    run.note("renew_transit", &vault);
    snapshot(&mut run, &mut vault);
    let order = vault.order_erasure(other, NOON).expect("ordered");
    run.note("order_erasure", &vault);
    vault.erase(order, NOON).expect("erased");
    run.note("erase", &vault);
    vault
        .append(case, b"and afterwards", NOON)
        .expect("written");
    run.note("append", &vault);
    run
}

/// A second device joins, reads, writes, and is removed.
fn with_a_colleague(run: &mut Run, vault: &mut Vault, case: vault::CompartmentId) {
    let elsewhere = Disk::new();
    let mut colleague = Vault::guest(
        home(&elsewhere, 2),
        &passphrase(),
        Hardness::FLOOR,
        vault.organisation(),
        vault.device(),
        NOON,
    )
    .expect("a new vault");
    let device = vault.admit(colleague.card(), NOON).expect("admitted");
    run.note("admit", vault);
    vault
        .grant(case, device, History::All, NOON)
        .expect("granted");
    run.note("grant", vault);
    let there = vault.export(&[device]).expect("a bundle");
    colleague.import(&there).expect("it opens");
    let theirs = colleague.compartment_new(3, NOON).expect("a compartment");
    colleague
        .grant(theirs, vault.device(), History::All, NOON)
        .expect("granted");
    for place in [case, theirs] {
        let text = b"from a colleague";
        colleague.append(place, text, NOON).expect("written");
    }
    let back = colleague.export(&[vault.device()]).expect("a bundle");
    vault.import(&back).expect("it opens");
    run.note("import", vault);
    vault.remove(case, device, NOON).expect("removed");
    run.note("remove", vault);
}

fn snapshot(run: &mut Run, vault: &mut Vault) {
    let mut index = vault.index(&Sayings).expect("an index");
    vault
        .keep_snapshot(&Sayings, &mut index)
        .expect("the disk writes");
    run.note("keep_snapshot", vault);
}

/// All cuts of a disk: at every `n`-th moment, in every way.
pub fn cuts(disk: &Disk, every: usize, seeds: u64) -> impl Iterator<Item = (Moment, Keep)> {
    let moments = disk.moments().step_by(every);
    moments.flat_map(move |moment| Keep::ways(seeds).map(move |keep| (moment, keep)))
}
