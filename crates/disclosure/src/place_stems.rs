//! Names of places as forms of the tables.

/// A list of names with spaces as a list of forms.
pub(crate) fn proper(names: &str) -> String {
    names
        .replace(". ", ".")
        .split(',')
        .map(|name| name.trim().replace([' ', '.'], "_"))
        .collect::<Vec<_>>()
        .join(",")
}

/// Russian names as stems that take case endings.
pub(crate) fn russian_stems(names: &str) -> String {
    names
        .split(',')
        .filter(|name| !name.trim().is_empty())
        .map(russian_stem)
        .collect::<Vec<_>>()
        .join(",")
}

fn russian_stem(name: &str) -> String {
    let stem = |word: &str| {
        let chars: Vec<char> = word.chars().collect();
        let cut = match chars.as_slice() {
            // No adjective: Лиепая, в Лиепае.
            [.., 'п' | 'й', 'а', 'я'] => 1,
            [.., 'а', 'я'] | [.., 'ы' | 'и' | 'о', 'й'] | [.., 'и' | 'ы', 'е'] | [.., 'о', 'е']
                if chars.len() > 4 =>
            {
                2
            }
            [.., 'а' | 'я' | 'ь' | 'ы' | 'й'] if chars.len() > 3 => 1,
            [.., 'и'] if chars.len() > 6 => 1,
            [.., 'о'] if chars.len() > 5 => 1,
            _ => 0,
        };
        chars[..chars.len() - cut].iter().collect::<String>()
    };
    name.trim()
        .split([' ', '-'])
        .filter(|word| word.chars().any(char::is_alphabetic))
        .map(stem)
        .collect::<Vec<_>>()
        .join("_")
}
