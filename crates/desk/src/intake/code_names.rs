//! Names for people that say nothing of them: trees and birds, in both languages.

use crate::office::Office;
use casework::CodeName;
use std::collections::BTreeSet;
use vault::{SystemRandomness, make_bytes};

const NAMES: &[(&str, &str)] = &[
    ("Alder", "Ольха"),
    ("Apple tree", "Яблоня"),
    ("Ash", "Ясень"),
    ("Aspen", "Осина"),
    ("Beech", "Бук"),
    ("Birch", "Берёза"),
    ("Blackthorn", "Тёрн"),
    ("Buckthorn", "Крушина"),
    ("Cedar", "Кедр"),
    ("Cherry", "Вишня"),
    ("Chestnut", "Каштан"),
    ("Cornel", "Кизил"),
    ("Cypress", "Кипарис"),
    ("Elder", "Бузина"),
    ("Elm", "Вяз"),
    ("Fir", "Пихта"),
    ("Hawthorn", "Боярышник"),
    ("Hazel", "Лещина"),
    ("Hornbeam", "Граб"),
    ("Juniper", "Можжевельник"),
    ("Larch", "Лиственница"),
    ("Laurel", "Лавр"),
    ("Linden", "Липа"),
    ("Maple", "Клён"),
    ("Mulberry", "Шелковица"),
    ("Oak", "Дуб"),
    ("Olive", "Олива"),
    ("Pear tree", "Груша"),
    ("Pine", "Сосна"),
    ("Plane tree", "Платан"),
    ("Plum", "Слива"),
    ("Poplar", "Тополь"),
    ("Quince", "Айва"),
    ("Rowan", "Рябина"),
    ("Spruce", "Ель"),
    ("Sycamore", "Явор"),
    ("Walnut", "Орех"),
    ("Willow", "Ива"),
    ("Yew", "Тис"),
    ("Blackbird", "Дрозд"),
    ("Bullfinch", "Снегирь"),
    ("Bunting", "Овсянка"),
    ("Crane", "Журавль"),
    ("Crossbill", "Клёст"),
    ("Cuckoo", "Кукушка"),
    ("Curlew", "Кроншнеп"),
    ("Dipper", "Оляпка"),
    ("Dove", "Горлица"),
    ("Finch", "Зяблик"),
    ("Goldfinch", "Щегол"),
    ("Goose", "Гусь"),
    ("Gull", "Чайка"),
    ("Heron", "Цапля"),
    ("Hoopoe", "Удод"),
    ("Jackdaw", "Галка"),
    ("Jay", "Сойка"),
    ("Kingfisher", "Зимородок"),
    ("Lapwing", "Чибис"),
    ("Lark", "Жаворонок"),
    ("Linnet", "Коноплянка"),
    ("Magpie", "Сорока"),
    ("Nightingale", "Соловей"),
    ("Nuthatch", "Поползень"),
    ("Oriole", "Иволга"),
    ("Partridge", "Куропатка"),
    ("Pelican", "Пеликан"),
    ("Plover", "Ржанка"),
    ("Quail", "Перепел"),
    ("Redstart", "Горихвостка"),
    ("Robin", "Зарянка"),
    ("Rook", "Грач"),
    ("Sandpiper", "Кулик"),
    ("Shrike", "Сорокопут"),
    ("Siskin", "Чиж"),
    ("Snipe", "Бекас"),
    ("Sparrow", "Воробей"),
    ("Starling", "Скворец"),
    ("Stork", "Аист"),
    ("Swallow", "Ласточка"),
    ("Swan", "Лебедь"),
    ("Swift", "Стриж"),
    ("Tern", "Крачка"),
    ("Tit", "Синица"),
    ("Wagtail", "Трясогузка"),
    ("Waxwing", "Свиристель"),
    ("Woodpecker", "Дятел"),
    ("Wren", "Крапивник"),
];

impl Office {
    /// A name that nobody on this device bears, in English and in Russian; nothing, when all are borne.
    ///
    /// It is drawn: two colleagues who work apart will seldom be given the same.
    pub(crate) fn draw_code_name(&self) -> Option<(&'static str, &'static str)> {
        let borne = self.code_names_borne();
        let is_free = |(en, ru): &&(&str, &str)| {
            !borne.contains(&en.to_lowercase()) && !borne.contains(&ru.to_lowercase())
        };
        let free: Vec<_> = NAMES.iter().filter(is_free).collect();
        let [drawn]: [u8; 1] = make_bytes(&mut SystemRandomness);
        let at = usize::from(drawn).checked_rem(free.len())?;
        free.get(at).map(|(en, ru)| (*en, *ru))
    }

    fn code_names_borne(&self) -> BTreeSet<String> {
        let files = self.cabinet().cases();
        files
            .flat_map(|file| file.case.standing::<CodeName>())
            .flat_map(|(_, name)| [&name.en, &name.ru])
            .map(|word| word.as_str().trim().to_lowercase())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_stands_once_in_each_language() {
        let en: BTreeSet<&str> = NAMES.iter().map(|(en, _)| *en).collect();
        let ru: BTreeSet<&str> = NAMES.iter().map(|(_, ru)| *ru).collect();
        assert_eq!((en.len(), ru.len()), (NAMES.len(), NAMES.len()));
    }
}
