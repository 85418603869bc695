## Вокруг каждой формы
form-record = Записать
form-back = Назад, не записывая
form-faults = Чего-то не хватает. Ничего не потеряно.
fault-choose = Выберите одно.
fault-country = Выберите страну.
fault-day = Напишите день, например 2017-05-17.
fault-date = Напишите день, месяц или год: 2017-05-17, 2017-05 или 2017.
fault-day-ahead = Этот день ещё не наступил.
fault-moment = Напишите день и время.

## Шаг
form-step-offered = Шаг или его итог
form-step = Шаг или его итог
form-step-lead = Подано, отказано, выезд, приезд: то, что действительно было. Слова чиновника — ещё не отказ; запишите их как слова чиновника.
form-step-what = Что это было?
form-step-what-hint = Отказ — это решение органа. Если кто-то лишь отсоветовал, это не отказ.
form-step-pathway = Каким путём?
form-step-pathway-hint = Оставьте пустым, если это не относится ни к одному: например, выезд из страны.
form-step-country = В какой стране или в какую?
form-step-on = Когда?
form-step-on-hint = День, месяц или год: 2017-05-17, 2017-05 или 2017.
form-step-note = Одним предложением

## Слова чиновника
form-signal-offered = Что сказал чиновник
form-signal = Что сказал чиновник
form-signal-lead = Сказанное — не право и не отказ. Оно стоит рядом с правом и никогда его не меняет.
form-signal-government = Чей это чиновник?
form-signal-who = Кто и в каком качестве?
form-signal-who-hint = Например: консул, у окна.
form-signal-on = В какой день?
form-signal-said = Что было сказано?
form-signal-said-hint = Его словами или вашими. Об этом — следующий вопрос.
form-signal-manner = Чьи это слова?
form-signal-quoted = Его собственные слова
form-signal-account = Наш пересказ
form-signal-means = Что это значит для того, кто просит?
form-signal-discouraged = Лучше не надо
form-signal-encouraged = Они бы рассмотрели
form-signal-pathway = О каком пути?
form-signal-pathway-hint = Оставьте пустым, если ни о каком отдельно.
form-signal-terms = На каких условиях это сказано?
form-signal-terms-hint = Если об условиях не договорились, выберите самые строгие. Повторив, можно подвергнуть опасности других.
form-signal-on-record = Открыто: можно называть имя
form-signal-background = Для сведения: использовать можно, имя — нет
form-signal-deep-background = Без указания источника
form-signal-off-record = Не для использования
fault-signal-who = Напишите, кто это был или кем работает.
fault-signal-said = Напишите, что было сказано.
