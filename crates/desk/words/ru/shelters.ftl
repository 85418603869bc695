## Кто где ночует
nav-shelters = Укрытия
shelters-lead = Только условные имена. Адреса вслух не читают; кому нужно, говорят один раз.
shelters-all = Укрытия
shelters-none = Укрытий пока не записано.
shelters-too-close = Слишком близко
shelters-too-close-sign = не должны встретиться
shelters-too-close-what = Их надо держать порознь, а этой ночью они под одной крышей. Почему — не говорят ни одному.
shelters-no-bed = Без места этой ночью
shelters-nowhere = О ком не записано, где они ночуют
shelters-apart = Держать порознь
shelters-nobody = Этой ночью здесь никого.
shelters-tonight = Этой ночью: { $names }.
shelters-somebody = кто-то, чьё дело это устройство не читает
shelters-full = мест нет
shelters-closed = закрыто
shelters-free =
    { $n ->
        [one] { $n } место свободно
        [few] { $n } места свободны
       *[other] { $n } мест свободно
    }
shelters-over =
    { $n ->
        [one] на { $n } человека больше, чем мест
       *[other] на { $n } человек больше, чем мест
    }
shelters-takes =
    { $n ->
        [one] Примет { $n } человека.
       *[other] Примет { $n } человек.
    }
shelters-hosts = Хозяева: { $hosts }.
shelters-ended = кончилось { $day }
shelters-ends-soon = скоро кончится: { $day }
shelters-ends = до { $day }
mark-two-words = коллеги записали разное
rung-contact-only = Любой, с кем есть связь
rung-met = С кем уже встречались
rung-vetted = Кого проверили
rung-may-know-shelter = Только кому можно знать об укрытии

## Укрытие
form-hide-out = Укрытие
form-hide-out-lead = Пишите ровно столько, чтобы найти дверь. Кто читает этот ящик, читает все укрытия в нём.
form-hide-out-address = Где?
form-hide-out-address-hint = Как можно туманнее — лишь бы нашли те, кому нужно.
form-hide-out-hosts = Кто хозяева?
form-hide-out-hosts-hint = Слово, понятное только коллегам.
form-hide-out-capacity = Сколько человек примет?
form-hide-out-from = С какого дня?
form-hide-out-until = Первый день, когда туда уже нельзя
form-hide-out-known = Насколько надо доверять тому, кто о нём знает?
fault-hide-out-address = Напишите, где это.
fault-until = Конец должен быть позже начала.

## Ночлег
form-stay = Кто-то там ночует
form-stay-lead = Если в ту ночь человек ночевал в другом месте, та запись этим закончится.
form-stay-person = Кто?
form-stay-where = В каком укрытии?
form-stay-from = Первая ночь
form-stay-until = День, когда уходит

## Держать порознь
form-keep-apart = Двое, кому нельзя встретиться
form-keep-apart-lead = Ни один об этом не знает. Проверяются укрытия.
form-keep-apart-one = Один
form-keep-apart-other = Другой
form-keep-apart-why = Почему?
form-keep-apart-why-hint = Не больше, чем нужно коллеге.
fault-keep-apart = Выберите кого-нибудь другого.
