## Как найти дело
search-title = Найти дело
search-label = Условное имя, номер дела, часть телефона, слова
search-hint = Русскими или латинскими буквами. В адрес страницы это не попадёт.
search-button = Найти
search-none = Ничего не нашлось. Попробуйте меньше букв или часть номера.
search-found =
    { $n ->
        [one] { $n } дело
        [few] { $n } дела
       *[other] { $n } дел
    }
found-number = по номеру дела
found-name = по имени
found-code-name = по условному имени
found-phone = по телефону
found-story = по истории
found-said = по сказанному
