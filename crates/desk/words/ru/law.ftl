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
