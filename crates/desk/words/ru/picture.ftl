## Маршруты на картинке
picture-link = Посмотреть на картинке
picture-title = Маршруты на картинке
picture-lead = Куда могут привести первые два шага маршрутов, которые стоят рядом. Рамка — это положение, стрелка — шаг; что из него вышло, написано в рамке, где стрелка кончается. Выберите рамку и увидите, что можно сделать оттуда.
picture-wait = Остаться и ждать можно в любой рамке; это не нарисовано.
picture-lines = Сплошная линия: всё удалось. Прерывистая: не удалось. Точками: человека выдали или нашли.
picture-situations = { $n ->
    [one] { $n } положение, слева направо по числу шагов до него.
    [few] { $n } положения, слева направо по числу шагов до них.
   *[many] { $n } положений, слева направо по числу шагов до них.
}
picture-arrows = { $n ->
    [one] Между ними { $n } стрелка.
    [few] Между ними { $n } стрелки.
   *[many] Между ними { $n } стрелок.
}
picture-same = То же самое сказано в таблице под картинкой.
picture-left-out = { $n ->
    [one] Ещё { $n } положение достижимо, но не нарисовано: чтобы его увидеть, выберите рамку перед ним.
    [few] Ещё { $n } положения достижимы, но не нарисованы: чтобы их увидеть, выберите рамку перед ними.
   *[many] Ещё { $n } положений достижимы, но не нарисованы: чтобы их увидеть, выберите рамку перед ними.
}
picture-none = Отсюда не известно ни одного шага. Рисовать нечего.
picture-table = То же самое в таблице
picture-from = Откуда
picture-step = Шаг
picture-comes = Что вышло
picture-to = Куда
picture-back = Назад к маршрутам
picture-start = отсюда начинаются маршруты
picture-safe = в безопасности
picture-out-of-reach = вне досягаемости, не насовсем
picture-waits = всё ещё ждёт
picture-returned = в руках тех, кто ищет
picture-nowhere = место неизвестно
picture-by = { $came }: { $where }
picture-ask-all = { $n ->
    [one] Просить { $n } путём
    [few] Просить { $n } путями
   *[many] Просить { $n } путями
}
picture-ask = Просить: { $way }
picture-enter = Поехать гостем в одну из стран: { $where }
picture-travel = Поехать по выданной бумаге: { $where }
picture-claim = Просить защиты: { $where }
picture-appeal = Обжаловать, с юристом
picture-prepare-child = Сначала юрист по защите детей
picture-prepare-lawyer = Сначала юрист
picture-prepare-move = Уйти из-под надзора внутри страны
picture-granted = дали
picture-refused = отказали
picture-arrived = доехать удалось
picture-not-let-out = не выпустили
picture-not-boarded = не посадили
picture-turned-back = развернули
picture-handed-over = выдали
picture-found = нашли
picture-wait-until = Ждать: { $day }
picture-waited = дождались
picture-recognised = признали
picture-claim-refused = в защите отказали
picture-appeal-won = жалоба удовлетворена
picture-appeal-lost = жалоба отклонена
picture-heard = выслушали, запись есть
picture-lawyer-heard = юрист выслушал
picture-out = уйти удалось, человек в укрытии
picture-noticed = заметили
