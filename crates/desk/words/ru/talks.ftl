## Переговоры
nav-talks = Переговоры
talk = Переговоры
talks-lead = Каждые переговоры запечатаны отдельно. Кому знать нельзя, не найдёт и следа: ни здесь, ни в номерах, ни на других страницах.
talks-all = Переговоры, которые читает это устройство
talks-none = Переговоров, которые читает это устройство, нет.
talk-sealed = Запечатано. Наружу — ни одного названия: названная страна может замолчать, и те, кого она приняла бы, останутся.
talk-partner = Партнёр
talk-sought = Ищем, с кем говорить
talk-open = Идут
talk-paused = Приостановлены
talk-ended = Окончены
talk-itself = О чём речь
talk-contacts = Их люди: { $words }
talk-asked = Мы просим: { $words }
talk-offered = Они предлагают: { $words }
talk-terms = Условия: { $terms }.
talk-known-to = Кому можно знать: { $names }.
talk-places = Места
talk-places-none = Мест не предлагали.
talk-told = Что кому сказано
talk-told-none = Никому ничего не говорили.
talk-promises = Обещания
talk-promises-none = Ничего не обещано.
talk-signals = Что на них говорили
place-hinted = намекнули
place-said = сказали
place-written = написали
place-confirmed = подтвердили для одного человека
place-withdrawn = отозвали
place-for =
    { $n ->
        [one] На { $n } человека.
       *[other] На { $n } человек.
    }
place-whose = Для кого: { $name }.
place-until = Действует до { $day }.
place-ended = Срок вышел { $day }.
place-enters = Может войти в маршруты — для тех, кому можно знать.
place-enters-not = В маршруты не входит: входит только написанное.
told-that = что место есть
told-country = в какой стране
told-when = когда выезд
told-flight = каким рейсом
told-line = { $day }: { $details }.
promise-open = ждём
promise-kept = выполнено
promise-broken = нарушено
promise-released = мы освободили от него

## Переговоры: форма
form-talk = Начать переговоры
form-talk-lead = У них будет свой запечатанный ящик. Читать его смогут только те, кого вы здесь выберете.
form-talk-change = Изменить сведения
form-talk-change-lead = Прежнее останется в истории. Кто читает эти переговоры, решили при их открытии.
form-talk-country = С каким правительством?
form-talk-country-hint = Для партнёра оставьте пустым и напишите ниже, кто это.
form-talk-state = Как обстоит дело?
form-talk-terms = На каких условиях говорят?
form-talk-terms-hint = Если об условиях не договорились, выберите самые строгие.
form-talk-contacts = Их люди
form-talk-contacts-hint = Кто, в каком качестве, как связаться.
form-talk-asked = Чего мы просим?
form-talk-offered = Что они предлагают?
form-talk-offered-hint = В общем. Для места есть своя форма.
form-talk-known = Кому ещё можно знать?
form-talk-known-hint = Вам можно. Чем меньше людей, тем лучше.
fault-talk-contacts = Напишите, кто партнёр, или выберите правительство.

## Место
form-place = Предложенное место
form-place-state = Насколько твёрдо место теперь
form-place-lead = В маршруты входит только написанное, и только для тех, кому можно знать.
form-place-which = Какое место?
form-place-country = В какой стране?
form-place-country-hint = Если в стране этих переговоров, оставьте пустым.
form-place-places = На сколько человек?
form-place-places-hint = Если не сказали, оставьте пустым.
form-place-firm = Насколько твёрдо?
form-place-firm-hint = Намёк — это намёк, каким бы добрым ни был голос.
form-place-person = Для кого?
form-place-person-hint = Нужно, когда подтвердили для одного человека.
form-place-until = Первый день, когда оно уже не действует
form-place-known = Кому ещё из коллег можно знать?
form-place-known-hint = Для остальных здесь нет ничего, даже пробела.

## Что сказано человеку
form-telling = Что человеку сказано
form-telling-lead = Человека могут схватить и заставить говорить. Запишите точно, что он знает.
form-telling-person = Кому сказали?
form-telling-what = Что сказали?
form-telling-on = В какой день?

## Обещание
form-promise = Обещание
form-promise-lead = Помощь иного рода тоже считается: деньги, слово, виза для другого. Со сроком о ней не забудут.
form-promise-by = Кто обещал?
form-promise-by-hint = Например: отдел по региону в министерстве.
form-promise-what = Что обещано?
form-promise-what-hint = Как можно ближе к их словам.
form-promise-due = К какому дню?
form-promise-state = Сдержано ли обещание
form-promise-which = Какое обещание?
form-promise-now = Как обстоит дело?
fault-promise-by = Напишите, кто обещал.
fault-promise-what = Напишите, что обещано.

## На маршрутах человека
routes-place = Место предложено письменно: { $country }. Тем, кому знать нельзя, о нём не говорят.
routes-place-see = Маршруты с ним
