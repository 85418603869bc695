//! Days told by their feast: fixed, counted from Easter, and of the Islamic calendar.

use crate::calendar::{SaidDay, day, moved, one, word_at, year_for};
use crate::text::Text;
use facts::Date;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Holidays that stay on one day of the year; Russian ones by their stems.
const FIXED: &[(&str, i8, i8)] = &[
    ("victory day", 5, 9),
    ("день победы", 5, 9),
    ("europe day", 5, 9),
    ("may day", 5, 1),
    ("labour day", 5, 1),
    ("labor day", 5, 1),
    ("первомай", 5, 1),
    ("первомая", 5, 1),
    ("день труда", 5, 1),
    ("канун нового года", 12, 31),
    ("канун рождеств", 1, 6),
    ("день конституции", 12, 12),
    ("constitution day", 12, 12),
    ("день матери", 11, 26),
    ("день учител", 10, 5),
    ("teachers day", 10, 5),
    ("world aids day", 12, 1),
    ("борьбы со спидом", 12, 1),
    ("день защиты детей", 6, 1),
    ("children day", 6, 1),
    ("идахобит", 5, 17),
    ("idahobit", 5, 17),
    ("day against homophobia", 5, 17),
    ("против гомофобии", 5, 17),
    ("transgender day of remembrance", 11, 20),
    ("памяти трансгендер", 11, 20),
    ("remembrance day", 11, 11),
    ("armistice day", 11, 11),
    ("день прав человека", 12, 10),
    ("день беженц", 6, 20),
    ("refugee day", 6, 20),
    ("день космонавтики", 4, 12),
    ("день святого николая", 12, 19),
    ("saint nicholas", 12, 6),
    ("st nicholas", 12, 6),
    ("день петра и павла", 7, 12),
    ("петров день", 7, 12),
    ("ильин день", 8, 2),
    ("яблочн спас", 8, 19),
    ("медов спас", 8, 14),
    ("покров", 10, 14),
    ("успени", 8, 28),
    ("st george day", 5, 6),
    ("st john eve", 6, 23),
    ("st martin", 11, 11),
    ("st lucia", 12, 13),
    ("st andrew", 11, 30),
    ("candlemas", 2, 2),
    ("сретени", 2, 15),
    ("michaelmas", 9, 29),
    ("guy fawkes", 11, 5),
    ("bonfire night", 11, 5),
    ("walpurgis", 4, 30),
    ("summer solstice", 6, 21),
    ("winter solstice", 12, 21),
    ("longest day of the year", 6, 21),
    ("shortest day of the year", 12, 21),
    ("new year s eve", 12, 31),
    ("new year eve", 12, 31),
    ("новый год", 1, 1),
    ("новогодн", 1, 1),
    ("new year", 1, 1),
    ("christmas day", 12, 25),
    ("christmas eve", 12, 24),
    ("christmas", 12, 25),
    ("orthodox christmas", 1, 7),
    ("russian christmas", 1, 7),
    ("рождеств", 1, 7),
    ("сочельник", 1, 6),
    ("women day", 3, 8),
    ("woman day", 3, 8),
    ("women s day", 3, 8),
    ("международн женск", 3, 8),
    ("женский день", 3, 8),
    ("восьмое марта", 3, 8),
    ("восьмого марта", 3, 8),
    ("defender of the fatherland", 2, 23),
    ("fatherland day", 2, 23),
    ("защитника отечеств", 2, 23),
    ("valentine", 2, 14),
    ("валентин", 2, 14),
    ("святого валентина", 2, 14),
    ("russia day", 6, 12),
    ("день россии", 6, 12),
    ("unity day", 11, 4),
    ("народного единства", 11, 4),
    ("knowledge day", 9, 1),
    ("day of knowledge", 9, 1),
    ("день знаний", 9, 1),
    ("cosmonautics day", 4, 12),
    ("космонавтики", 4, 12),
    ("april fool", 4, 1),
    ("april fools", 4, 1),
    ("день смеха", 4, 1),
    ("halloween", 10, 31),
    ("nowruz", 3, 21),
    ("navruz", 3, 21),
    ("novruz", 3, 21),
    ("nauryz", 3, 22),
    ("навруз", 3, 21),
    ("новруз", 3, 21),
    ("наурыз", 3, 22),
    ("old new year", 1, 14),
    ("старый новый год", 1, 14),
    ("tatiana day", 1, 25),
    ("татьянин день", 1, 25),
    ("epiphany", 1, 19),
    ("крещения руси", 7, 28),
    ("день крещения руси", 7, 28),
    ("крещени", 1, 19),
    ("st patrick", 3, 17),
    ("earth day", 4, 22),
    ("human rights day", 12, 10),
    ("world refugee day", 6, 20),
    ("всемирный день беженцев", 6, 20),
    ("midsummer", 6, 24),
    ("ивана купал", 7, 7),
    ("annunciation", 4, 7),
    ("благовещень", 4, 7),
    ("transfiguration", 8, 19),
    ("assumption", 8, 15),
    ("all saints", 11, 1),
    ("all souls", 11, 2),
    ("boxing day", 12, 26),
    ("day of memory and sorrow", 6, 22),
    ("bastille day", 7, 14),
    ("leap day", 2, 29),
    ("пограничник", 5, 28),
    ("border guard day", 5, 28),
    ("border guards day", 5, 28),
    ("день вдв", 8, 2),
    ("paratroopers day", 8, 2),
    ("день радио", 5, 7),
    ("день милиции", 11, 10),
    ("день полиции", 11, 10),
    ("день энергетик", 12, 22),
    ("день студент", 1, 25),
    ("students day", 1, 25),
    ("день авиации", 8, 12),
    ("день танкист", 9, 11),
    ("день молодежи", 6, 27),
    ("день славянской письменности", 5, 24),
    ("последн звон", 5, 25),
    ("день библиотек", 5, 27),
    ("день печати", 1, 13),
    ("день театра", 3, 27),
    ("день переводчик", 9, 30),
    ("день семьи любви и верности", 7, 8),
    ("день флага", 8, 22),
    ("день ракетных войск", 11, 19),
    ("день морской пехоты", 11, 27),
    ("день пожарн", 4, 30),
    ("день скорой помощи", 4, 28),
    ("медсестр", 5, 12),
    ("nurses day", 5, 12),
    ("st george s day", 4, 23),
    ("день георгия", 5, 6),
    ("юрьев день", 5, 6),
    ("st david", 3, 1),
    ("святого патрика", 3, 17),
    ("чернобыл", 4, 26),
    ("chernobyl", 4, 26),
];

/// Days of independence: the country in English, its stem in Russian, month and day. General knowledge, unverified.
const INDEPENDENCE: &[(&str, &str, i8, i8)] = &[
    ("ukraine", "украин", 8, 24),
    ("ukrainian", "украинск", 8, 24),
    ("belarus", "беларус", 7, 3),
    ("moldova", "молдов", 8, 27),
    ("moldovan", "молдавск", 8, 27),
    ("georgia", "грузи", 5, 26),
    ("georgian", "грузинск", 5, 26),
    ("armenia", "армени", 9, 21),
    ("armenian", "армянск", 9, 21),
    ("azerbaijan", "азербайджан", 10, 18),
    ("kazakhstan", "казахстан", 12, 16),
    ("kyrgyzstan", "кыргызстан", 8, 31),
    ("kyrgyz", "киргиз", 8, 31),
    ("uzbekistan", "узбекистан", 9, 1),
    ("tajikistan", "таджикистан", 9, 9),
    ("turkmenistan", "туркменистан", 9, 27),
    ("estonia", "эстони", 2, 24),
    ("latvia", "латви", 11, 18),
    ("lithuania", "литв", 2, 16),
    ("finland", "финлянди", 12, 6),
    ("finnish", "финск", 12, 6),
    ("poland", "польш", 11, 11),
    ("polish", "польск", 11, 11),
    ("american", "американск", 7, 4),
    ("india", "инди", 8, 15),
    ("indian", "индийск", 8, 15),
    ("pakistan", "пакистан", 8, 14),
];

/// Feasts counted from Easter: English, Russian stem, days after, and by which Easter.
const MOVABLE: &[(&str, i32, bool)] = &[
    ("orthodox easter", 0, true),
    ("easter monday", 1, false),
    ("good friday", -2, false),
    ("palm sunday", -7, false),
    ("ascension", 39, false),
    ("pentecost", 49, false),
    ("whit sunday", 49, false),
    ("whit monday", 50, false),
    ("corpus christi", 60, false),
    ("ash wednesday", -46, false),
    ("shrove tuesday", -47, false),
    ("maundy thursday", -3, false),
    ("easter", 0, false),
    ("вербн воскресень", -7, true),
    ("страстн пятниц", -2, true),
    ("пасх", 0, true),
    ("троиц", 49, true),
    ("вознесени", 39, true),
    ("масленниц", -49, true),
    ("прощен воскресень", -49, true),
    ("радониц", 9, true),
    ("radonitsa", 9, true),
    ("radunitsa", 9, true),
];

/// Feasts of the Islamic calendar: month and day.
const ISLAMIC: &[(&str, i32, i32)] = &[
    ("eid al fitr", 10, 1),
    ("eid ul fitr", 10, 1),
    ("uraza bayram", 10, 1),
    ("uraza bairam", 10, 1),
    ("ураза байрам", 10, 1),
    ("рузи ийд", 10, 1),
    ("end of ramadan", 10, 1),
    ("конца рамадана", 10, 1),
    ("окончания рамадана", 10, 1),
    ("eid al adha", 12, 10),
    ("eid ul adha", 12, 10),
    ("kurban bayram", 12, 10),
    ("qurban bayram", 12, 10),
    ("feast of sacrifice", 12, 10),
    ("feast of the sacrifice", 12, 10),
    ("курбан байрам", 12, 10),
    ("ид аль адха", 12, 10),
    ("ид аль фитр", 10, 1),
    ("курбан хаит", 12, 10),
    ("ashura", 1, 10),
    ("ашура", 1, 10),
    ("mawlid", 3, 12),
    ("мавлид", 3, 12),
    ("first day of ramadan", 9, 1),
    ("beginning of ramadan", 9, 1),
    ("начала рамадана", 9, 1),
];

/// When a feast is kept.
#[derive(Clone, Copy)]
enum Kept {
    /// Month and day.
    Fixed(i8, i8),
    /// Days after Easter, and whether that of the Julian calendar.
    AfterEaster(i32, bool),
    /// Month and day of the Islamic calendar.
    Islamic(i32, i32),
}

/// The feasts by the first letter of their names, in the order of the tables.
fn feasts_from(letter: char) -> &'static [(&'static str, Kept)] {
    type Feasts = HashMap<char, Vec<(&'static str, Kept)>>;
    static FEASTS: OnceLock<Feasts> = OnceLock::new();
    let feasts = FEASTS.get_or_init(|| {
        let fixed = FIXED
            .iter()
            .map(|(name, month, day)| (*name, Kept::Fixed(*month, *day)));
        let movable = MOVABLE
            .iter()
            .map(|(name, after, julian)| (*name, Kept::AfterEaster(*after, *julian)));
        let islamic = ISLAMIC
            .iter()
            .map(|(name, month, day)| (*name, Kept::Islamic(*month, *day)));
        let mut feasts = Feasts::new();
        for (name, kept) in fixed.chain(movable).chain(islamic) {
            let letter = name.chars().next().unwrap_or_default();
            feasts.entry(letter).or_default().push((name, kept));
        }
        feasts
    });
    feasts.get(&letter).map_or(&[], Vec::as_slice)
}

pub(crate) fn holiday(text: &Text, token: usize, today: Date) -> Option<SaidDay> {
    let first = text.word(token).chars().next()?;
    let stands = |name: &str| {
        name.split(' ').enumerate().all(|(i, part)| {
            let word = word_at(text, token + i);
            if part.is_ascii() {
                word == part
            } else if part == "день" {
                matches!(word, "день" | "дня" | "дню" | "днем" | "дне")
            } else {
                word.starts_with(part)
            }
        })
    };
    if let Some((kept, tokens)) = independence(text, token) {
        return Some(one(kept.last(today)?, token..token + tokens));
    }
    let (name, kept) = feasts_from(first).iter().find(|(name, _)| stands(name))?;
    Some(one(
        kept.last(today)?,
        token..token + name.split(' ').count(),
    ))
}

/// `Ukraine's Independence Day`, `День независимости Украины`.
fn independence(text: &Text, token: usize) -> Option<(Kept, usize)> {
    let at = |i: usize| word_at(text, token + i);
    let (country, tokens) = match (at(0), at(1), at(2)) {
        (country, "independence", "day") => (country, 3),
        ("independence", "day", "of" | "in") => (at(3), 4),
        ("день" | "дня" | "дню" | "днем", "независимости", country) => {
            (country, 3)
        }
        _ => return None,
    };
    let found = INDEPENDENCE
        .iter()
        .find(|(en, ru, ..)| country == *en || country.starts_with(ru))?;
    Some((Kept::Fixed(found.2, found.3), tokens))
}

impl Kept {
    /// The last time it was kept, on or before a month from today.
    fn last(self, today: Date) -> Option<Date> {
        match self {
            Kept::Fixed(month, day_of) => year_for(month, day_of, today),
            Kept::AfterEaster(after, julian) => [today.year(), today.year() - 1]
                .into_iter()
                .filter_map(if julian { orthodox_easter } else { easter })
                .map(|easter| moved(easter, after))
                .find(|date| *date <= moved(today, 30)),
            Kept::Islamic(month, day_of) => islamic(month, day_of, today),
        }
    }
}

/// Easter of the Gregorian calendar. Source: "Anonymous Gregorian algorithm", Nature, 20 April 1876.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day_of = (h + l - 7 * m + 114) % 31 + 1;
    day(year, i8::try_from(month).ok()?, i8::try_from(day_of).ok()?)
}

/// Easter of the Julian calendar as a Gregorian day, 1900 to 2099. Source: J. Meeus, Astronomical Algorithms (1991), chapter 8.
fn orthodox_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 4, y % 7, y % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let month = (d + e + 114) / 31;
    let day_of = (d + e + 114) % 31 + 1;
    Some(moved(
        day(year, i8::try_from(month).ok()?, i8::try_from(day_of).ok()?)?,
        13,
    ))
}

/// The last time that day of the tabular Islamic calendar fell on or before a month from today.
/// Source: N. Dershowitz, E. Reingold, Calendrical Calculations; sightings may differ by a day.
fn islamic(month: i32, day_of: i32, today: Date) -> Option<Date> {
    let epoch = day(622, 7, 19)?;
    let day_number = |year: i32| {
        day_of + 29 * (month - 1) + month / 2 + (year - 1) * 354 + (3 + 11 * year) / 30 - 1
    };
    let about = (i32::from(today.year()) - 622) * 33 / 32;
    (about - 1..=about + 2)
        .rev()
        .map(|year| moved(epoch, day_number(year)))
        .find(|date| *date <= moved(today, 30))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_fall_where_almanacs_say() {
        // Saudi Arabia kept Eid al-Fitr on 25 June 2017 and Eid al-Adha on 12 September 2016; a table may be a day off.
        assert_eq!(easter(2032), day(2032, 3, 28));
        assert_eq!(orthodox_easter(2032), day(2032, 5, 2));
        let near = |found: Option<Date>, kept: Date| {
            found.is_some_and(|f| (moved(kept, -1)..=moved(kept, 1)).contains(&f))
        };
        assert!(near(
            islamic(10, 1, Date::constant(2017, 7, 30)),
            Date::constant(2017, 6, 25)
        ));
        assert!(near(
            islamic(12, 10, Date::constant(2016, 10, 1)),
            Date::constant(2016, 9, 12)
        ));
    }

    #[test]
    fn radunitsa_moves_with_easter() {
        // It had one day of the year, 28 April, which is right in some years only: a day told by it was not found.
        let text = Text::read("He came on Radunitsa.");
        let said = holiday(&text, 3, Date::constant(2032, 5, 20));
        assert_eq!(said.map(|s| s.first), day(2032, 5, 11));
    }
}
