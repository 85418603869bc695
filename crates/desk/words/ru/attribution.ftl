# Как говорят о своих и об источниках.

## Что договорились говорить о ком-то из нас
say-why-beyond = Сказано больше, чем договорились: { $what }. Договорились: «{ $agreed }».
beyond-role = чем занимается
beyond-rank = какое место занимает среди нас
beyond-place = где работает
beyond-service = с каких пор
say-rule-agreed = Сказать так, как договорились, и почему

## Страница
attribution-title = Как о нас говорят
attribution-lead = Журналист обязан описать того, на кого ссылается, как можно точнее. Поэтому договоритесь заранее, без спешки: какими словами о вас говорят, почему вас не называют и чего не говорят никогда. С этим сверяется каждый черновик.
attribution-lead-risk = Журналист, которому угрожают, помощник, которого вычислили, кто-то из нас: у каждого, кто в опасности, своё дело, с первыми минутами и следующими шагами, как у всех.
attribution-open-case = Кто-то из них в опасности: открыть дело
attribution-form = Записать, о чём договорились
attribution-waits = Ждёт вашей подписи
attribution-ours = Свои
attribution-others = Чиновники, журналисты, помощники
attribution-others-none = С людьми со стороны пока ни о чём не договорились.
attribution-untold = Пока ни о чём не договорились: нельзя сказать ни имени, ни того, женщина это или мужчина.
attribution-told-as = О человеке говорят: «{ $descriptor }», { $because }.
attribution-on-record = Говорит открыто: можно назвать по имени.
attribution-not-said = Не говорят никогда: { $what }.
attribution-agreed = договорились
attribution-proposed = ждёт второй подписи; до неё о человеке не говорят ничего
attribution-contested = есть разногласие; пока оно не решено, о человеке не говорят ничего
attribution-recorded = Записано: { $what }.
attribution-name = имя
attribution-sex = женщина это или мужчина
attribution-role = чем занимается, где, с каких пор, какое место занимает

## Форма
attribution-form-lead = Прочесть это сможет каждый, у кого есть ключ от хранилища. Записывайте не больше того, что человек сам хочет записать.
attribution-form-who = То, что вы подписали о себе, действует сразу. То, что вы подписали о другом, действует, когда подпишет второй; до тех пор о человеке не говорят ничего.
attribution-form-change = Изменённое встанет на место прежнего. Если это не о вас, второму придётся подписать заново.
attribution-whom = О ком это?
attribution-whom-hint = О ком-то из команды или о человеке без ключа.
attribution-colleague = из наших, без ключа
attribution-official = чиновник
attribution-reporter = журналист
attribution-helper = тот, кто помогает
attribution-country = Из какого правительства?
attribution-country-hint = Только для чиновника.
attribution-names = Имена
attribution-names-hint = По одному на строке: латиницей, кириллицей и все другие, под которыми человека знают. Их ищут в черновиках.
attribution-is = Кто это?
attribution-is-hint = Если человек хочет это записать. Если нет, проверка замечает и «он», и «она».
attribution-not-recorded = не записано
attribution-woman = женщина
attribution-man = мужчина
attribution-role-en = Чем занимается, по-английски
attribution-role-hint = Как можно точнее: чтобы заметить черновик, который об этом говорит. Например: press officer.
attribution-role-ru = Чем занимается, по-русски
attribution-withheld = Чего о человеке не говорят?
attribution-withheld-hint = Если ничего не отмечено, человек говорит открыто и его можно назвать.
attribution-descriptor-en = Какими словами о человеке говорят, по-английски?
attribution-descriptor-hint = Они стоят вместо имени. Они должны подходить многим.
attribution-descriptor-ru = А по-русски?
attribution-because-en = Почему не называют, по-английски?
attribution-because-hint = Словами, которые можно напечатать. Они идут после «не называем …».
attribution-because-ru = А по-русски?
attribution-usual = сотрудник организации
attribution-usual-because = из-за угроз
attribution-fault-descriptor = Напишите, какими словами о человеке говорят, хотя бы на одном языке.
attribution-fault-because = Напишите, почему человека не называют, хотя бы на одном языке: журналисты об этом спросят.
attribution-fault-sex = По этому слову видно, женщина это или мужчина, а этого говорить нельзя. Выберите другое.
attribution-fault-usual = Эти слова для своих, а здесь речь о другом человеке. Напишите те, о которых с ним договорились, на двух языках или на одном.

## Вторая подпись
attribution-second = Вы согласны?
attribution-second-lead = Это записал коллега. Если можно, прежде чем подписать, спросите самого человека.
attribution-found = Что скажете?
attribution-agrees = Согласие
attribution-opposes = Несогласие
attribution-note = Пояснение

## На странице команды
attribution-team = Как о каждом из нас говорят в том, что выходит наружу, и почему: договорено спокойно, пока никто не спрашивал.
