use super::CannotRead;
use quick_xml::events::Event;
use quick_xml::reader::Reader;
use std::io::{BufReader, Cursor, Read};

/// So much a file may unpack to, in bytes.
const UNPACKED: u64 = 64 << 20;
/// Whoever packs a million empty files wants something else than to tell of people.
const FILES: usize = 1_000;
/// The letters and digits of a place: no sheet goes beyond `XFD1048576`.
const PLACE: (usize, usize) = (3, 7);

/// Unpacks everything once, into nothing: what a file says of its own size is no bound. And looks at
/// the places of cells: `calamine` reckons with whatever they are, and overflows, as our fuzzer found.
pub(super) fn is_sound(bytes: &[u8]) -> Result<(), CannotRead> {
    let opened = zip::ZipArchive::new(Cursor::new(bytes));
    let mut archive = opened.map_err(|_| CannotRead::NoSpreadsheet)?;
    if archive.len() > FILES {
        return Err(CannotRead::TooLarge);
    }
    let mut left = UNPACKED;
    for number in 0..archive.len() {
        let file = archive.by_index(number);
        let file = file.map_err(|_| CannotRead::NoSpreadsheet)?;
        let mut file = file.take(left + 1);
        has_places(&mut file)?;
        // What is no XML is unpacked, too.
        std::io::copy(&mut file, &mut std::io::sink()).map_err(|_| CannotRead::NoSpreadsheet)?;
        left = file.limit().checked_sub(1).ok_or(CannotRead::TooLarge)?;
    }
    Ok(())
}

fn has_places(file: &mut impl Read) -> Result<(), CannotRead> {
    let mut reader = Reader::from_reader(BufReader::new(file));
    // As lenient as `calamine` is: else places behind a fault would be seen by it alone.
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let element = match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => element,
            // What is damaged, `calamine` refuses.
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => continue,
        };
        if !matches!(
            element.local_name().as_ref(),
            "row" | "c" | "f" | "dimension"
        ) {
            continue;
        }
        let mut attributes = element.attributes();
        // To look for doubles takes time with the square of their number.
        for attribute in attributes.with_checks(false) {
            let attribute = attribute.map_err(|_| CannotRead::NoSpreadsheet)?;
            let is_place_of = matches!(attribute.key.local_name().as_ref(), "r" | "ref");
            if is_place_of && !attribute.value.split(':').all(is_place) {
                return Err(CannotRead::NoSpreadsheet);
            }
        }
    }
}

fn is_place(place: &str) -> bool {
    let letters = place.chars().filter(char::is_ascii_alphabetic).count();
    let digits = place.chars().filter(char::is_ascii_digit).count();
    letters <= PLACE.0 && digits <= PLACE.1
}
