## Один человек
case = Дело
drawn = Этого человека набрал генератор по выдуманным весам.
doors-link = Двери: что закроет и откроет шаг
known = Что известно
destinations = Страны
changed = Что читается иначе, чем в день статьи
changed-line = { $country }, { $title }: было «{ $old }», стало «{ $new }»
changed-nothing = Ни один из путей ниже не читается иначе.
absent-short = нет в законе
absent = Нет в законе:
line-law = Закон
line-practice = На деле
line-told = Что нам сказали
nothing-yet = Пока ни о чём не спрашивали, ничего не подавали и ни в чём не отказано.
why = Почему, по статьям
why-more = Все причины
country = Страна
verdict = На границе
return-and-pursuit = Возвращение и преследование
beside-short =
    { $means ->
        [0] договоров не записано
        [one] { $means } договор или список
        [few] { $means } договора или списка
       *[other] { $means } договоров или списков
    }, { $cases ->
        [0] случаев не записано
        [one] { $cases } случай
        [few] { $cases } случая
       *[other] { $cases } случаев
    }
weighed = Что будут взвешивать
met = Что выполнено
question = Спросить:
question-rather-not = Человек предпочёл не говорить. Это его право; ответ остаётся неизвестным.
question-contested = Говорят разное. Объяснить должны сам человек и юрист: { $what }
question-caseworker = Выяснить сотруднику: { $what }
question-lawyer = Установить юристу: { $what }
see-way = Всё об этом пути
see-doors = Что закроет отказ
see-book = Читать этот закон
once-no-class = такой визы нет
once-may-ask = можно просить сегодня: { $what }
once-ask-unknown = можно ли просить сегодня, неизвестно
once-ask-nothing = отсюда сегодня просить не о чем
once-told = сказали: { $words }
once-nothing = не отказано, не подано
once-granted = выдано
once-refused = отказано
once-applied = подано, ответа ещё нет
once-asked = спросили, ответа ещё нет
asked-yes = можно просить сегодня: да
asked-no = можно просить сегодня: нет
asked-unknown = можно просить сегодня: неизвестно
families = Одно и то же во многих странах
families-text = Эти пути устроены одинаково во многих странах. Страны, где ответ один, стоят вместе.
entries = Страны без визы
entries-sentence = Из { $all } стран, о которых к этому дню было известно, в гости этого человека впустили бы { $n }.
entries-warning = Впустили — не значит безопасно и не значит «открыто». Рядом с каждой страной читайте, возвращают ли оттуда, ищут ли там и как туда добраться.
entries-unseen =
    { $n ->
        [one] Правило { $n } страны к этому дню никто не смотрел: { $what }.
       *[other] Правила { $n } стран к этому дню никто не смотрел: { $what }.
    }
entries-unseen-head = Страны, правила которых к этому дню никто не смотрел
entry-return = Возвращение и преследование там, насколько было известно в этот день
entry-getting-there = Как туда добраться
against-return = Если грозит возвращение
means-none = Договоров и общих списков розыска с Россией не записано. Это не значит, что там безопасно.
means-since = { $what } (с: { $day })
case-line = { $day }: { $what }
cases-none-found = Случаи: искали несколькими запросами и не нашли. Это не значит, что там безопасно.
cases-not-looked = Случаи: никто не искал.
warn-cases = известны возвращения или нападения
warn-search = общий розыск с Россией
warn-none-found = случаев не нашли
warn-not-looked = никто не искал
exit-yes = выезд из России: препятствий нет
exit-no = выезд из России: закрыт
exit-unknown = выезд из России: неизвестно
boarding-yes = посадка: да
boarding-no = посадка: нет
boarding-unknown = посадка: неизвестно
transit-yes = пересадка: возможна
transit-no = пересадка: невозможна
transit-unknown = пересадка: неизвестно

## Что известно
every-country = любая страна
basis-said = со слов человека
basis-document = по документу
basis-caseworker = выяснил сотрудник
basis-assumed = принято в этом примере
topic-place = Где человек
topic-papers = Документы
topic-family = Семья
topic-work = Работа и учёба
topic-money = Поддержка и деньги
topic-records = Что есть в делах
topic-danger = Опасность
topic-bars = Что может помешать
topic-consent = На что человек согласен
topic-talks = Намерения
value-yes = да
value-no = нет
value-none = ничего
value-unknown = неизвестно
value-rather-not = предпочёл не говорить
value-contested = говорят разное: { $what }
value-and-perhaps-more = { $what }; возможно, не всё
