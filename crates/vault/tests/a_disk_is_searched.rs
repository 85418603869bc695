//! Somebody searches the whole disk for words, in all the ways that words can be written, and for
//! keys.

mod world;

use vault::rusqlite::{self, Connection};
use vault::{Attaching, Opened, Projection};
use world::{NOON, Place};

const WORDS: [&str; 4] = [
    "Идрис Вымышленный",
    "Invented Idris",
    "ул. Несуществующая 7",
    "passport-of-nobody.jpg",
];

struct Words;

impl Projection for Words {
    fn edition(&self) -> u64 {
        1
    }

    fn tables(&self) -> &str {
        "CREATE VIRTUAL TABLE words USING fts5(text)"
    }

    fn take_in(&self, index: &Connection, entry: &Opened) -> rusqlite::Result<()> {
        let text = String::from_utf8_lossy(&entry.bytes);
        index.execute("INSERT INTO words VALUES (?1)", [text])?;
        Ok(())
    }
}

fn ways_to_write(word: &str) -> Vec<Vec<u8>> {
    let utf16: Vec<u16> = word.encode_utf16().collect();
    let little = utf16.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big = utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    let backwards = word.chars().rev().collect::<String>().into_bytes();
    // The middle of a word is enough: its ends depend on what stands beside it.
    let base64 = base64(word.as_bytes());
    let hexadecimal: String = word.bytes().map(|byte| format!("{byte:02x}")).collect();
    vec![
        word.as_bytes().to_vec(),
        little,
        big,
        backwards,
        base64.into_bytes(),
        hexadecimal.into_bytes(),
    ]
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let whole = bytes.chunks_exact(3).flat_map(|three| {
        let bits = u32::from_be_bytes([0, three[0], three[1], three[2]]);
        [18, 12, 6, 0].map(|shift| char::from(DIGITS[(bits >> shift) as usize & 63]))
    });
    whole.collect()
}

fn occurs(word: &[u8], in_bytes: &[u8]) -> bool {
    in_bytes.windows(word.len()).any(|window| window == word)
}

#[test]
fn no_word_lies_on_the_disk_in_any_writing() {
    let place = Place::new();
    let mut vault = place.found(1);
    let case = vault.compartment_new(1, NOON).expect("a compartment");
    for word in WORDS {
        vault.append(case, word.as_bytes(), NOON).expect("written");
        vault
            .attach(case, word.repeat(50).as_bytes(), Attaching::Original, NOON)
            .expect("attached");
    }
    let mut index = vault.index(&Words).expect("built");
    vault.keep_snapshot(&Words, &mut index).expect("kept");
    let bundle = vault.export(&[vault.device()]).expect("a bundle");
    let searched = searched(&place, &[("bundle", bundle)]);
    assert!(searched.iter().any(|(name, _)| name == "index"));
    for word in WORDS {
        for written in ways_to_write(word) {
            for (name, bytes) in &searched {
                assert!(!occurs(&written, bytes), "`{word}` lies in {name}");
            }
        }
    }
    // The search itself finds what is there.
    let sample = format!("before {} after", WORDS[0]);
    assert!(occurs(WORDS[0].as_bytes(), sample.as_bytes()));
}

/// All files, while the vault is open, and whatever else left the vault.
fn searched(place: &Place, others: &[(&str, Vec<u8>)]) -> Vec<(String, Vec<u8>)> {
    let mut found: Vec<(String, Vec<u8>)> = others
        .iter()
        .map(|(name, bytes)| ((*name).to_owned(), bytes.clone()))
        .collect();
    for folder in ["vault", "secrets"] {
        for entry in std::fs::read_dir(place.path(folder))
            .expect("a folder")
            .flatten()
        {
            let name = entry.file_name().to_string_lossy().into_owned();
            found.push((name, std::fs::read(entry.path()).expect("a file")));
        }
    }
    found
}

#[test]
fn the_names_of_files_say_nothing() {
    let place = Place::new();
    let mut vault = place.found(1);
    vault.compartment_new(1, NOON).expect("a compartment");
    let mut names: Vec<String> = searched(&place, &[])
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    names.retain(|name| !name.starts_with("log-"));
    names.sort();
    assert_eq!(names, ["device", "keys", "log"]);
}

/// A row is as long as its class: short and long words cannot be told apart within it.
#[test]
fn rows_have_a_few_lengths_only() {
    let place = Place::new();
    let mut vault = place.found(1);
    let case = vault.compartment_new(1, NOON).expect("a compartment");
    for length in (0..9000).step_by(450) {
        vault
            .append(case, &vec![b'x'; length], NOON)
            .expect("written");
    }
    drop(vault);
    let log = Connection::open(place.path("vault/log")).expect("a database");
    let count: i64 = log
        .query_row(
            "SELECT count(DISTINCT length(sealed)) FROM rows",
            [],
            |row| row.get(0),
        )
        .expect("a count");
    assert!(count <= 3, "{count} lengths");
}

#[test]
fn an_index_from_its_snapshot_is_the_one_made_anew() {
    let place = Place::new();
    let mut vault = place.found(1);
    let case = vault.compartment_new(1, NOON).expect("a compartment");
    for word in WORDS {
        vault.append(case, word.as_bytes(), NOON).expect("written");
    }
    let all = |index: &Connection| -> Vec<String> {
        let mut query = index
            .prepare("SELECT text FROM words ORDER BY rowid")
            .expect("SQL");
        let rows = query.query_map([], |row| row.get(0)).expect("rows");
        rows.collect::<Result<_, _>>().expect("rows")
    };
    let mut anew = vault.index(&Words).expect("built");
    assert_eq!(all(&anew), WORDS);
    vault.keep_snapshot(&Words, &mut anew).expect("kept");
    drop(vault);
    let mut vault = place.open().expect("it opens");
    assert_eq!(all(&vault.index(&Words).expect("opened")), WORDS);
    let found: i64 = vault
        .index(&Words)
        .expect("opened")
        .query_row(
            "SELECT count(*) FROM words WHERE words MATCH 'вымышленный'",
            [],
            |row| row.get(0),
        )
        .expect("found");
    assert_eq!(found, 1);
    // An older snapshot is no answer to a newer log; a damaged one is as good as none.
    vault.append(case, b"one more", NOON).expect("written");
    assert_eq!(all(&vault.index(&Words).expect("built")).len(), 5);
    let mut index = vault.index(&Words).expect("built");
    vault.keep_snapshot(&Words, &mut index).expect("kept");
    let file = place.path("vault/index");
    let mut bytes = std::fs::read(&file).expect("the snapshot");
    bytes[100] ^= 1;
    std::fs::write(&file, bytes).expect("written");
    assert_eq!(all(&vault.index(&Words).expect("built")).len(), 5);
}
