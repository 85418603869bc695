//! Makes a vault for another program to read: `cargo run -p vault --example vault_for_a_reader -- FOLDER`.
//!
//! Two devices, three compartments, a renewed key, a removed device, a file in two pieces, an erased
//! case, two passphrases. Prints what stands in it, a JSON object a line. Everything is invented.

use std::path::Path;
use vault::{
    Attaching, CompartmentId, Folder, Hardness, History, Home, Opened, Passphrase,
    SystemRandomness, Vault,
};

/// 17 May 2017, 12:00 UTC.
const NOON: i64 = 1_495_022_400;
type Fault = Box<dyn std::error::Error>;

fn main() -> Result<(), Fault> {
    let there = std::env::args_os().nth(1).ok_or("which folder?")?;
    let there = Path::new(&there);
    let mut ours = found(there)?;
    let mut theirs = join(there, &mut ours)?;
    let case = ours.compartment_new(1, NOON)?;
    ours.append(case, "Идрис called".as_bytes(), NOON + 60)?;
    ours.append(case, &[0x00, 0xff, 0x80], NOON + 61)?;
    ours.append(case, "\u{1b}[2J\u{202e}he is well".as_bytes(), -1)?;
    ours.grant(case, theirs.device(), History::All, NOON + 120)?;
    let image: Vec<u8> = (0..300_000_u32).map(|at| (at % 251) as u8).collect();
    let original = ours.attach(case, &image, Attaching::Original, NOON + 121)?;
    let cropped = Attaching::WorkingCopyOf(original);
    ours.attach(case, &image[..100], cropped, NOON + 122)?;
    ours.attach(case, b"", Attaching::Original, NOON + 123)?;
    carry(&mut ours, &mut theirs)?;
    theirs.append(case, b"so heard from the other side", NOON + 180)?;
    carry(&mut theirs, &mut ours)?;
    ours.renew(case, NOON + 200)?;
    ours.append(case, &[b'x'; 70_000], NOON + 240)?;
    let shelter = ours.compartment_new(2, NOON)?;
    ours.append(shelter, b"two beds until June", NOON + 300)?;
    ours.grant(shelter, theirs.device(), History::FromNow, NOON + 301)?;
    ours.remove(shelter, theirs.device(), NOON + 302)?;
    ours.append(shelter, b"one bed", NOON + 303)?;
    ours.begin_recovery(NOON + 320)?;
    erase_one(&mut ours)?;
    ours.append(case, b"", NOON + 400)?;
    print_all(&ours, &[case, shelter])
}

fn home(there: &Path, whose: &str) -> Result<Home, Fault> {
    Ok(Home {
        files: Box::new(Folder::at(there.join(whose).join("vault"))?),
        secrets: Box::new(Folder::at(there.join(whose).join("secrets"))?),
        randomness: Box::new(SystemRandomness),
    })
}

fn passphrase(text: &str) -> Result<Passphrase, Fault> {
    Ok(Passphrase::of(text.to_owned().into())?)
}

/// A vault that two passphrases open; the first one of it does no longer.
fn found(there: &Path) -> Result<Vault, Fault> {
    let home = home(there, "ours")?;
    let mut vault = Vault::create(home, &passphrase("at first")?, Hardness::FLOOR, 1, NOON)?;
    vault.change_passphrase(&passphrase("nine slow herons")?)?;
    // The short и with its breve apart, as some keyboards write it.
    vault.add_passphrase(&passphrase("девять тихих цапель и ещё чаи\u{306}")?)?;
    Ok(vault)
}

fn join(there: &Path, by: &mut Vault) -> Result<Vault, Fault> {
    let mut guest = Vault::guest(
        home(there, "theirs")?,
        &passphrase("ten slow herons")?,
        Hardness::FLOOR,
        by.organisation(),
        by.device(),
        NOON,
    )?;
    by.admit(guest.card(), NOON)?;
    carry(by, &mut guest)?;
    Ok(guest)
}

fn carry(from: &mut Vault, to: &mut Vault) -> Result<(), Fault> {
    let bundle = from.export(&[to.device()])?;
    to.import(&bundle)?;
    Ok(())
}

fn erase_one(vault: &mut Vault) -> Result<(), Fault> {
    let case = vault.compartment_new(1, NOON)?;
    vault.append(case, b"nobody reads this again", NOON + 350)?;
    let order = vault.order_erasure(case, NOON + 351)?;
    vault.erase(order, NOON + 352)?;
    Ok(())
}

fn print_all(vault: &Vault, compartments: &[CompartmentId]) -> Result<(), Fault> {
    for compartment in compartments {
        for opened in vault.operations(*compartment)? {
            print_one("bytes", &opened);
        }
        for attached in vault.attachments(*compartment)? {
            println!(
                r#"{{"is":"attached","compartment":"{}","author":"{}","claimed":{},"attachment":"{}","length":{},"digest":"{}"}}"#,
                hex(&compartment.0),
                hex(&attached.by.0),
                attached.claimed,
                hex(&attached.id.0),
                attached.length,
                hex(&attached.digest)
            );
        }
    }
    Ok(())
}

fn print_one(is: &str, opened: &Opened) {
    println!(
        r#"{{"is":"{is}","compartment":"{}","author":"{}","number":{},"claimed":{},"operation":"{}","bytes":"{}"}}"#,
        hex(&opened.compartment.0),
        hex(&opened.author.0),
        opened.number,
        opened.claimed,
        hex(&opened.id.0),
        hex(&opened.bytes)
    );
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
