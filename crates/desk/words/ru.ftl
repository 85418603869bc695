# Все слова рабочего места по-русски. В `en.ftl` те же имена с теми же аргументами.
# Просто и бережно: читающий может быть в опасности или очень устал.

## Вокруг каждой страницы
skip = К содержанию
nav = Разделы рабочего места
nav-wall = Все люди
nav-days = День за днём
nav-law = Закон
nav-about = Что это
leave = Выйти
banner-invented = Все люди здесь вымышлены; только для учёбы.
banner-choice = Прочитанное помогает человеку сделать выбор вместе с сотрудником и юристом.
footer = Ничто с этой страницы не покидало этот компьютер.
left = Вы вышли.
left-text = Окно можно закрыть. Что о визите помнит браузер и кто смотрит на экран, от этой страницы не зависит.
started = Рабочее место открывается.
started-go = Дальше
country-title = { $country }: { $title }

## Когда страницу показать нельзя
problem-back = На первую страницу
problem-host = Это не наш адрес
problem-host-text = Страницу запросили под другим именем, не под тем, под которым она открыта. Откройте начальную ссылку в точности так, как она была дана.
problem-session = Дверь закрыта
problem-session-text = Этот браузер не входил по начальной ссылке или уже вышел. Запустите рабочее место заново, чтобы получить новую ссылку.
problem-link = Эта ссылка больше не действует
problem-link-text = Начальная ссылка действует один раз. Если вы ею не пользовались, возможно, это сделал кто-то другой. Запустите рабочее место заново, чтобы получить новую.
problem-form = Эта форма пришла не с нашей страницы
problem-form-text = Ничего не изменено. Вернитесь, обновите страницу и попробуйте ещё раз.
problem-not-found = Здесь ничего нет
problem-not-found-text = Возможно, в адресе опечатка или страницу перенесли. Ничего не потеряно.
problem-method = Здесь так сделать нельзя
problem-method-text = Ничего не изменено.
problem-address = Слишком длинный адрес
problem-address-text = Ничего не изменено. Начните с первой страницы.
problem-too-much = Столько не поместится
problem-too-much-text = Отправлено больше, чем вмещает эта форма. Ничего не изменено.
problem-ours = Это наша ошибка
problem-ours-text = Страницу собрать не удалось. Ничего не изменено, остальные страницы работают.

## Даты
date-label = Закон на дату
date-day = День
date-month = Месяц
date-year = Год
date-show = Показать
date-not-understood = Такого дня нет. Показан день статьи.
date-other-day = Это не день статьи, а другой:
day-of-report = статья
day-today = сегодня
day-in-words = { $day } { $month } { $year } г.
month-in-words = { $month } { $year } г.
year-in-words = { $year } г.
month-01 = январь
month-02 = февраль
month-03 = март
month-04 = апрель
month-05 = май
month-06 = июнь
month-07 = июль
month-08 = август
month-09 = сентябрь
month-10 = октябрь
month-11 = ноябрь
month-12 = декабрь
month-of-01 = января
month-of-02 = февраля
month-of-03 = марта
month-of-04 = апреля
month-of-05 = мая
month-of-06 = июня
month-of-07 = июля
month-of-08 = августа
month-of-09 = сентября
month-of-10 = октября
month-of-11 = ноября
month-of-12 = декабря

## Счёт
n-people =
    { $n ->
        [one] { $n } человек
        [few] { $n } человека
       *[other] { $n } человек
    }
n-countries =
    { $n ->
        [one] { $n } страна
        [few] { $n } страны
       *[other] { $n } стран
    }
n-tests =
    { $n ->
        [one] Рядом с этой книгой { $n } проверка.
        [few] Рядом с этой книгой { $n } проверки.
       *[other] Рядом с этой книгой { $n } проверок.
    }

## Стена
figure-hidden =
    { $n ->
        [one] скрывается.
       *[other] скрываются.
    }
figure-visas =
    { $n ->
        [one] получил визу.
       *[other] получили визы.
    }
figure-left =
    { $n ->
        [one] уехал без визы.
       *[other] уехали без визы.
    }
governments = Что сделали государства
governments-text = Сосчитано по шагам самих людей и по тому, что им говорили должностные лица. Сказанное — ещё не отказ.
government = Государство
col-asked = Спросили
col-applied = Подали
col-refused = Отказано
col-discouraged = Отговорили
col-encouraged = Обнадёжили
col-granted = Выдано
col-said = Что было сказано
sum-waiting = Пока ни в чём не отказано и ничего не выдано.
sum-discouraged = Формально ни в чём не отказано. Людей отговаривали.
sum-granted = Визы выданы, отказов нет.
sum-refused = Кому-то отказано.
could-open = Кто мог бы открыть путь
could-open-sentence =
    { $n ->
        [one] государство могло бы открыть путь, если его попросить: там это вправе решить министр или правительство, ни одна статья этого не запрещает, и кто-то на этой стене ответа от него ещё не получал.
        [few] государства могли бы открыть путь, если их попросить: там это вправе решить министр или правительство, ни одна статья этого не запрещает, и кто-то на этой стене ответа от них ещё не получал.
       *[other] государств могли бы открыть путь, если их попросить: там это вправе решить министр или правительство, ни одна статья этого не запрещает, и кто-то на этой стене ответа от них ещё не получал.
    }
could-open-which = Какие, каким путём и для скольких
reaches =
    { $n ->
        [one] для { $n } человека
       *[other] для { $n } человек
    }
grid = Все люди и страны
grid-text = В клетке лучшее слово, которое есть у закона этой страны для этого человека в этот день. Нажмите на имя, чтобы увидеть почему.
grid-drawn = Люди с номера 13 набраны генератором; первые двенадцать описаны подробно. Все вымышлены.
person = Человек
column-entry = без визы: сколько стран
somewhere = место неизвестно
stage-hidden = скрывается, { $country }
stage-visa = виза выдана, { $country }
stage-left = за границей без визы, { $country }

## Знаки
word-open = открыто
word-may-ask = можно просить
word-no-obstacle = препятствий не найдено
word-lets-in = впустили бы
word-reserved = с оговоркой
word-undecided = не решено
word-closed = закрыто
word-nothing = в книгах пути нет
letter-open = О
letter-may-ask = М
letter-no-obstacle = П
letter-lets-in = В
letter-reserved = Г
letter-undecided = Н
letter-closed = З
letter-nothing = –
meaning-open = Все условия выполнены, и отказать по своему усмотрению никто не вправе.
meaning-may-ask = Все условия выполнены; кто-то может согласиться, но не обязан.
meaning-no-obstacle = Всё, что можно подтвердить, подтверждено; осталось то, чего никто проверить не может.
meaning-lets-in = Граница впустила бы в гости. Это ещё не безопасность: смотрите, возвращают ли оттуда и ищут ли там.
meaning-reserved = Только как поимённое исключение, или в законе есть, а на деле нет, или так было, когда смотрели в последний раз.
meaning-undecided = Решают ещё не известные факты. На странице сказано какие.
meaning-closed = Закон говорит «нет», и указано, какой статьёй.
meaning-nothing = В книгах нет пути туда для этого человека.

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
practice-none = На этот день о практике ничего не записано.
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

## Строка закона
law-open = Все условия выполнены.
law-may-ask = Все условия выполнены. Просить можно; обещать согласие не может никто: { $who }.
law-lets-in = Граница впустила бы этого человека в гости.
law-nobody-can-check = Всё, что можно подтвердить, подтверждено. Никто не может проверить: { $what }
law-as-last-seen = Так было, когда смотрели в последний раз, { $day }. Проверьте, прежде чем действовать.
law-not-operated = В законе это есть, но никто этого не делает.
law-limited = Только как поимённое исключение.
law-undecided = Что-то ещё решает.
law-undecided-facts =
    { $n ->
        [one] Решает ещё { $n } факт: { $what }
        [few] Решают ещё { $n } факта: { $what }
       *[other] Решают ещё { $n } фактов: { $what }
    }
law-closed = Закон говорит «нет».
law-more-reasons =
    { $n ->
        [one] И ещё { $n } причина.
        [few] И ещё { $n } причины.
       *[other] И ещё { $n } причин.
    }
as-last-seen = смотрели в последний раз { $day }
not-operated = в законе есть, на деле нет

## Причины
reason-not-known = неизвестно
reason-not-in-force = не действует
reason-exception = только исключение
reason-overlay = приостановлено
reason-fails = не выполнено
reason-applies = препятствует
reason-cannot-all = вместе невыполнимо
reason-not-shown = пока не подтверждено
reason-not-ruled-out = пока не исключено
reason-nobody-can-check = никто не может проверить
reason-met = выполнено
text-exception = Пройти может только тот, кого назовут исключением.
text-overlay = Этому препятствует распоряжение: { $what }.
text-overlay-perhaps = Пока неизвестно, касается ли человека это распоряжение: { $what }.
text-if-not-shown = Если это не удастся подтвердить: { $what }
text-if-applies = Если бы было так: { $what }
text-cannot-all = Все вместе эти условия выполнить нельзя, какими бы ни были факты: { $what }
text-met-by-itself = Выполнено, какими бы ни были факты о человеке.
weighed-against = говорит против
weighed-to-argue = нужно обосновать
weighed-for = говорит за
because-no-longer = Больше не мешает:
because-weighs = Будут взвешивать:
force-yes = действует
force-from = не действует до { $day }
force-not-yet = ещё не действует
force-ended = перестало действовать { $day }
force-over = больше не действует
force-seen-later = в этот день неизвестно; впервые увидено { $day }
force-not-known = неизвестно, действует ли
force-limited = только как поимённое исключение

## Пометки
notes = Что ещё важно знать
note-discretion = Кто решает
note-leads-to = Куда ведёт
note-note = Важно знать
note-basis = На чём стоит
note-room = Места
note-lifted = Можно снять
note-trust = Насколько можно верить тексту
note-kind = Вид
note-started = Кто начинает
note-spares = Не касается
note-touches = Касается
basis-practice = На практике и опубликованных критериях: закон права на это не даёт.
room-unknown = Есть ли места, неизвестно: { $what }
lifted-by = Препятствие можно снять: { $who }.
decides-none = кто выполнил условия, тот имеет право
decides-adjudicator = взвешивает должностное лицо
decides-minister = министр может, но не обязан
decides-political = должно решить правительство
practice-rarely = Дают редко
practice-window = Отказывают у окошка
practice-suspended = На деле приостановлено
practice-not-operated = На деле не делается
practice-granted = Известны согласия
practice-note = Отмечено
trust-official = официальный текст
trust-official-opening = только начало официального текста
trust-secondary = чужой пересказ
trust-unverified = не проверено: должен подтвердить юрист
seen-on = { $how }, прочитан { $day }
quoted = «{ $words }»
terms-on-record = открыто
terms-background = не для указания имени
said-by = { $who }, { $country }, { $day }, { $terms }
step-line = { $what }: { $day }.
step-asked = Спросили, можно ли подать
step-applied = Подано
step-refused = Отказано
step-granted = Выдано
step-discouraged = Отсоветовали
step-not-applied = Не подано
step-left = Выезд
step-arrived = Приезд

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

## Двери
doors = Двери
doors-text = Что закроет шаг, нигде не записано в одном месте. Здесь это выводится из всех путей, которые читают то, что шаг изменит, и у каждого своя статья.
ask-first = Просить из укрытия
ask-from-here = Просить оттуда, где человек сейчас
ask-today = О чём можно просить сегодня
ask-none = Отсюда сегодня просить не о чем.
ask-refused = Если бы на всё это пришёл письменный отказ
leave-first = Сначала уехать
leave-to = В какую страну
leave-show = Показать
leave-head = После отъезда в гости, страна: { $country }
event-any = Любой другой шаг
event-any-text = Выберите путь и то, что может на нём случиться.
event-pathway = Путь
event-what = Что случится
event-show = Показать двери
event-refused = письменный отказ
event-turned-back = разворот на границе
event-lodged = просьба или прошение поданы
event-granted = согласие
event-removed = высылка в страну гражданства
removed-head = После высылки в страну: { $country }
event-not-here = В книге этого пути такого события нет.
doors-close = Гаснет
doors-open = Загорается
doors-weigh = Будет только взвешено
doors-nothing = Ни одна статья ничего не закрывает и ничего не открывает.
doors-weighs-only = Ни одна статья ничего не закрывает. Кое-где об этом спросят и взвесят.
doors-closes-nothing = Ни одна статья ничего не закрывает.
doors-closes =
    { $closes ->
        [one] Гаснет { $closes } путь
        [few] Гаснут { $closes } пути
       *[other] Гаснут { $closes } путей
    }, { $opens ->
        [0] и ни один не загорается.
        [one] и { $opens } загорается.
        [few] и { $opens } загораются.
       *[other] и { $opens } загораются.
    }

## Закон
law-count =
    { $n ->
        [one] { $n } книга.
        [few] { $n } книги.
       *[other] { $n } книг.
    }
law-text = Каждая говорит, что говорит закон, статья за статьёй, и где это прочитано. Того, что сказало должностное лицо или в чём отказали, в книгах не бывает.
shelf-families = Одно и то же во многих странах
shelf-overlays = Распоряжения и приостановки
kind-visa = виза
kind-entry = въезд без визы
kind-resettlement = переселение
kind-asylum = убежище
kind-permit = разрешение на въезд или жизнь
kind-family = семья
kind-work = работа
kind-study = учёба
kind-evacuation = вывоз
kind-remedy = обжалование
kind-protection = защита от возвращения
kind-absence = чего в законе нет
effect-closes = закрывает
effect-suspends = приостанавливает
effect-limits = ограничивает
overlay-active = действует
overlay-enjoined = действует, но остановлено судом
overlay-inactive = в этот день не действует
overlay-unknown = неизвестно, работает ли
started-person = сам человек
started-organisation = организация
started-unhcr = УВКБ ООН
started-government = государство
rests-text = текст закона: может закрыть
rests-appreciation = это взвешивают
rests-practice = так делают
needed-to-ask = нужно, чтобы просить
needed-to-be-granted = нужно, чтобы согласились
shown-nobody = проверить не может никто
shown-lawyer = подтверждает юрист
shown-document = подтверждает документ
only-if = (только если { $condition })
as-the-row = своя статья у каждой страны, в её строке таблицы
window-both = С: { $from }; перестало: { $until }
window-from = С: { $from }
window-until = Перестало: { $until }
window-open = Даты неизвестны
waiver-lifts = Снимает: { $what }
counted-line = согласий { $granted } из { $decided } ({ $who }, { $year })
book-windows = Когда действует
book-requires = Чего требует
book-bars = Что препятствует
book-waivers = Что снимает препятствие или от него освобождает
book-practice = Что делают
book-events = Что потом
book-counted = Сосчитанные решения
book-sources = Источники

## Что это
## День за днём
days-lead = Каждая строка — один путь. С { $from } по { $until } видно, скольким из людей здесь закон оставляет его открытым. Сведения о людях остаются такими, как записаны сегодня: меняются только закон и календарь.
days-picture = Пути по годам
days-way = Путь
days-legend = Что не закрашено, закрыто.
days-still = Пути, которые все эти годы для всех читаются одинаково
days-turns = Что меняется за { $year } год
days-nothing = В этом году ни для кого здесь ничего не меняется.
days-see = Все люди в этот день
days-see-eve = и накануне
days-entry = Въезда для поездки здесь нет: рядом с ним всегда стоят высылка и преследование. Он есть на странице каждого человека.
turn-window-begins = вступает в силу
turn-window-ends = теряет силу или читается иначе
turn-overlay-begins = начинает действовать распоряжение
turn-overlay-ends = распоряжение перестаёт действовать
turn-overlay-held = суд приостанавливает распоряжение
turn-overlay-works = суд больше не сдерживает распоряжение
turn-dates = наступает дата, которая стоит в условии, в списке на год или в чьих-то документах

about-what = Safeconduct ищет законный путь в безопасность для того, кто скрывается: что открыто сегодня, чего будет стоить отказ и кто мог бы открыть закрытую дверь.
about-limits = Чего он не может
about-limit-invented = Все люди здесь вымышлены. Это для учёбы. Не вносите сюда никого настоящего.
about-limit-lawyer = Это не юрист. На каждый шаг нужны сотрудник и юрист той страны, о которой речь.
about-limit-books = Книги написаны по опубликованным текстам; многие статьи известны только в чужом пересказе, и это отмечено. «Не проверено» значит, что не проверял никто.
about-limit-said = Слова должностного лица — не закон и не отказ. Они стоят рядом с законом и никогда его не меняют.
about-limit-unknown = Он никогда не гадает. То, чего никто не знает, читается «не решено», и рядом вопрос, который это решит.
about-limit-entry = Граница, которая впускает, ещё не безопасное место. Рядом с каждым въездом стоит, возвращают ли оттуда и ищут ли там.
about-private = Что остаётся здесь
about-private-local = Страницы собираются на этом компьютере и никуда не отправляются. Они ничего не загружают извне, скриптов в них нет.
about-private-screen = Браузер может помнить, что эти страницы открывали. Тот, кто смотрит на экран, видит то же, что и вы.
about-private-leave = «Выйти» сразу заканчивает визит. Память браузера это не стирает.
about-choice = Чей это выбор
about-choice-text = Решает сам человек. Написанное здесь помогает выбрать; совета сделать шаг здесь нет, и показаны только законные пути.

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
