## Строка закона
law-open = Все условия выполнены.
law-may-ask = Все условия выполнены. Просить можно; обещать согласие не может никто: { $who }.
law-lets-in = Граница впустила бы этого человека в гости.
law-nobody-can-check = Всё, что можно подтвердить, подтверждено. Никто не может проверить: { $what }
law-as-last-seen = Так было, когда смотрели в последний раз ({ $day }). Проверьте, прежде чем действовать.
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
terms-deep-background = без указания источника
terms-off-record = не для использования
said-by = { $who }, { $country }, { $day }, { $terms }
step-line = { $what }: { $day }
step-asked = Спросили, можно ли подать
step-applied = Подано
step-refused = Отказано
step-granted = Выдано
step-discouraged = Отсоветовали
step-not-applied = Не подано
step-withdrawn = Заявление отозвано
step-left = Выезд
step-not-let-out = Не выпустили из страны
step-not-boarded = Не взяли на борт
step-stopped = Остановлен в пути
step-sent-back = Не впущен на границе и отправлен обратно
step-detained = Задержан
step-arrived = Приезд
step-returned = Снова в стране происхождения
step-claim-lodged = Попросил защиты
step-claim-refused = В защите отказано
step-protected = Под защитой
