# Командная строка.
ask-settled = Спрашивать больше нечего: ни один ответ не изменит вывода.
changes-not-there = в этот день такого пути нет
changes-none = Между этими днями для этого человека ничего не изменилось.
edition-read = { $n ->
    [one] Прочитана { $n } строка.
    [few] Прочитаны { $n } строки.
   *[many] Прочитано { $n } строк.
}
edition-of-the-books = { $n ->
    [one] Из них { $n } — о том же, о чём говорят книги.
    [few] Из них { $n } — о том же, о чём говорят книги.
   *[many] Из них { $n } — о том же, о чём говорят книги.
}
edition-same = Совпадает: { $n }.
edition-different = Отличается: { $n }:
edition-not-adding-up = { $n ->
    [one] В { $n } строке части не складываются в итог; она посчитана по частям.
    [few] В { $n } строках части не складываются в итог; они посчитаны по частям.
   *[many] В { $n } строках части не складываются в итог; они посчитаны по частям.
}
edition-unknown-places = В таблице стран нет: { $places }.
edition-nothing-taken-over = Ничего не перенесено. `--rows` печатает строки, которые автор может просмотреть и добавить, указав источник.
edition-entry = { $country }, паспорт: { $passport }
edition-decisions = { $country }, { $year }, стадия { $level }, { $unit }
edition-other = { $about }: в книгах: { $books }; в этом издании: { $edition }
edition-new = { $about }: в книгах нет; в этом издании: { $edition }
edition-gone = { $about }: в книгах: { $books }; в этом издании нет
edition-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
}
edition-counts = признано { $recognised }, защищено иначе { $complementary }, отказано { $rejected }, закрыто иначе { $closed }
rule-visa-free = без визы
rule-on-arrival = виза по прилёте
rule-e-visa = электронная виза или разрешение
rule-visa-required = нужна виза
rule-no-admission = не пускают никого
unit-persons = люди
unit-cases = дела
export-too-large = не записан: у шага его плана больше шести исходов. Файл природы рядом всё же доказывает одну сторону.
