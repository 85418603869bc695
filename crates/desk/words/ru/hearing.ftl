## Сегодня
nav-today = Сегодня
today-lead = Сейчас { $now }. Первыми — те, от кого нет вестей.
today-overdue = срок прошёл
today-check-ins = Кто-нибудь о них слышал?
today-check-ins-none = Просроченных нет: все, с кем договорились о связи, отозвались в срок.
today-journeys = В пути
today-leg = Отрезок { $n }: весть ждут к { $expected }.
today-stopped = Остановлен на отрезке { $n }.
today-plans = Пора по планам на 72 часа
today-tasks = Задачи, которым уже вышел срок
today-promises = Обещания, которым уже вышел срок
today-promised = Обещал: { $by }, срок { $day }.
today-by = Срок: { $day }.
today-papers = Документы, которые кончаются в ближайшие полгода
today-paper = Документ, выдан: { $country }; действует до { $day }.
today-no-owner = Дела, которые никто не взял
today-no-date = Дела без следующего срока
moment-in-words = { $day }, { $time }
n-hours =
    { $n ->
        [one] { $n } час
        [few] { $n } часа
       *[other] { $n } часов
    }
n-minutes =
    { $n ->
        [one] { $n } минуту
        [few] { $n } минуты
       *[other] { $n } минут
    }

## Как обстоит со связью
alert-fine = Всё хорошо
alert-due = Пора
alert-amber = Тревожно
alert-red = Красная тревога
watch-fine = Всё по уговору. Следующая весть: { $due }.
watch-due = Договорились на { $due }. Тревожиться рано.
watch-unclear = Последняя весть была неясной. Следующая: { $due }.
watch-amber = Договорились на { $due }, но вестей нет.
watch-red = От человека нет вестей. Договаривались на { $due }.
watch-duress = { $since }: прозвучали слова об опасности. Слова «всё хорошо» больше не успокаивают: спросите то, что знает только этот человек.
watch-held = На связи: { $member }.
watch-unheld = За связь никто не отвечает. Кто-то должен.

## На странице дела
hearing = Кто-нибудь о человеке слышал?
hearing-none = О связи не договорились: если человек замолчит, никто этого не заметит.
hearing-watch = Как обстоит
hearing-record = Записать, что слышно
hearing-plan = Уговор
hearing-rung-now = Сделать сейчас
hearing-rung-after = Через { $span } после срока.
hearing-say = Сказать: { $words }
plan-rhythm = С { $first }, раз в { $every }. Через { $grace } после срока — тревожно, через { $red } — красная тревога.
plan-channel = Как: { $words }.
plan-fine = Слова «всё хорошо»: { $words }.
plan-duress = Слова об опасности: { $words }.
plan-never-say = Никому не говорить: { $words }
plan-proof = Знает только этот человек: { $ask } — { $answer }.
plan-ends = Уговор действует до { $ends }.
call-person = Позвонить ещё раз
call-second = Второй контакт
call-lawyer = Юрист
call-public = Кто вправе сказать публично
heard-fine = Слова «всё хорошо»
heard-proven = Ответ, который знает только этот человек
heard-unclear = Что-то неясное
heard-no-answer = Нет ответа
heard-duress = Слова об опасности

## Весть от человека
form-check-in-offered = Весть от человека или её нет
form-check-in = Весть от человека или её нет
form-check-in-lead = Запишите сразу, даже если никто не ответил. Звонок без ответа — тоже весть.
form-check-in-heard = Что слышно?
form-check-in-heard-hint = После слов об опасности «всё хорошо» ничего не меняет. Успокоит только ответ на проверочный вопрос.
form-check-in-at = Когда?
form-check-in-at-hint = По вашим часам.
form-check-in-note = Одним предложением
form-check-in-note-hint = Что сказано, каким голосом. Без слов о том, где человек.
fault-moment-ahead = Это время ещё не наступило.

## Уговор о связи
form-plan-offered = Как человек выходит на связь
form-plan = Как человек выходит на связь
form-plan-lead = Договоритесь с самим человеком, его словами. Новый уговор заменит прежний; прежний останется в истории.
form-plan-first = Первый срок
form-plan-every = Раз в сколько часов?
form-plan-every-hint = 24 — раз в сутки.
form-plan-grace = Опоздание в сколько минут ещё не тревожит?
form-plan-grace-hint = Потом станет тревожно.
form-plan-red = Через сколько часов после срока — красная тревога?
form-plan-red-hint = Тогда всё, что ниже, делают до конца.
form-plan-channel = Как?
form-plan-channel-hint = Например: сообщение, никогда не звонок.
form-plan-fine = Слова «всё хорошо»
form-plan-fine-hint = То, что человек написал бы и так.
form-plan-duress = Слова об опасности
form-plan-duress-hint = Такие же безобидные на вид.
form-plan-holder = Кто на связи в эту смену?
form-plan-holder-hint = Кто-то должен: иначе при красной тревоге смену не сдать.
form-plan-after-person = Позвонить ещё раз: через сколько минут после срока?
form-plan-after-second = Второй контакт: через сколько минут?
form-plan-after-lawyer = Юрист: через сколько минут?
form-plan-after-public = Кто вправе сказать публично: через сколько минут?
form-plan-after-hint = Если этой ступени нет, оставьте пустым.
form-plan-who-hint = Кто это и как с ним связаться.
form-plan-say = Что сказать?
form-plan-never = Чего никому нельзя говорить?
form-plan-never-hint = Например: что мы вообще знаем этого человека.
form-plan-ask = Вопрос, на который ответит только этот человек
form-plan-ask-hint = Того, что есть в документах или в сети, не спрашивать.
form-plan-answer = Ответ
fault-number = Напишите целое число.
fault-plan-fine = Напишите слова «всё хорошо».
fault-plan-duress = Напишите слова об опасности.
fault-plan-same = Слова об опасности должны отличаться от слов «всё хорошо».
fault-plan-red = Красная тревога должна наступать позже, чем «тревожно».
fault-plan-proof = Напишите и вопрос, и ответ.
