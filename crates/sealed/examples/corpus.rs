//! Writes one of everything that the vault reads into the corpus of the fuzz targets:
//! `cargo run -p sealed --example corpus -- crates/fuzz_targets/corpus`

#[path = "../tests/sample/mod.rs"]
mod sample;

use sample::{Dice, Sample, formats};
use sealed::{Canonical, Hardness, KeyBoxHead, Secret, Stretched};
use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let folder = Path::new(&folder);
    let sample = Sample::new();
    for (name, all, _) in formats(&sample) {
        write(&folder.join(name.replace(' ', "_")), &all)?;
    }
    let mut dice = Dice(1);
    let opener = Stretched::of(Secret::make(&mut dice));
    let head = KeyBoxHead::make(Hardness::FLOOR, &mut dice);
    let ring = sample.ring().to_bytes();
    let file = head.write(
        &[(2, opener)],
        &Secret::make(&mut Dice(2)),
        &ring,
        &mut dice,
    );
    write(&folder.join("key_box"), &[file])
}

fn write(folder: &Path, all: &[Vec<u8>]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for (number, bytes) in all.iter().enumerate() {
        std::fs::write(folder.join(format!("{number:02}")), bytes)?;
    }
    Ok(())
}
