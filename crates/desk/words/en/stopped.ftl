## They have been stopped
stopped-link = They have been stopped
stopped-title = They have been stopped
stopped-lead = For the minutes in which somebody is held at a border, an airport or a station and may be handed back. Do the first part at once; read the rest after it.
stopped-at = Where
stopped-show = Show
stopped-near = On this person’s ways
stopped-elsewhere = Elsewhere
stopped-print = Print this page now, if there is time: it fits two sheets. The paper carries the code name and the number, no other name, and nothing of why the person is in danger. A paper that asks for asylum can be found before the border: decide together whether to carry it.
stopped-by-the-law-of = By the law of { $day }.

## What to say first
stopped-say = 1. Say this first
stopped-say-how = Aloud, to an officer, so that a witness hears it. If nobody answers, again. Then the same in writing, with the date and the time; keep a copy or a photograph.
stopped-say-true = The person says only what is so. Nobody has to tell the first officer why they are in danger: “I am in danger” is enough. The rest is for the one who decides the claim.
stopped-no-local = We do not have these words in a language of this country yet. English and Russian:
stopped-unverified = Translated by the developers; a speaker of the language has yet to confirm it. If it cannot be said, show these lines.
stopped-aloud = It sounds like this:
stopped-written = Handed over in writing
stopped-written-on = Day and time
stopped-written-to = Officer: name or number
stopped-written-witness = Witness
stopped-own = This is the person’s own country. Its officers cannot give asylum, and to tell them of a fear of going back can make the danger greater.
stopped-own-say = The person may ask for a lawyer before they answer anything. Somebody outside calls the lawyer and the organisation at once, and writes down the place, the time and who holds them.

## What can still be done there
stopped-can = 2. What can still be done there
stopped-can-how = A time limit runs from a day and an hour that stand only on the paper handed to the person. Write them down here:
stopped-decision-on = Decision handed over
stopped-against = Against the return
stopped-claim = The claim there
stopped-none-against = No book here has a remedy there that the law leaves open. The lawyer at that border may know one.
stopped-none-claim = No book here has a claim there that the law leaves open. The lawyer at that border may know one.
stopped-if-refused = If it is refused:
stopped-to-whom = To:
stopped-closed = Closed there, by the books
stopped-to-show = Still to be shown: { $what }.
stopped-questions = What to ask, to show it
stopped-side-soil = This is for somebody who stands on that country’s soil, in its airport for example.
stopped-side-before = This is for somebody who still stands before the line.
stopped-deadline = { $within } { $from }
stopped-within-hours =
    { $n ->
        [one] Within { $n } hour
       *[other] Within { $n } hours
    }
stopped-within-days =
    { $n ->
        [one] Within { $n } day
       *[other] Within { $n } days
    }
stopped-within-months =
    { $n ->
        [one] Within { $n } month
       *[other] Within { $n } months
    }
stopped-from-decision = of the decision.
stopped-from-notice = of the day on which the decision was handed over.
stopped-from-unknown = (counted from which day, the article says).
stopped-within-unknown = The book does not say within how long: ask the lawyer at once.
stopped-before-the-return = The book names no time limit. It helps only before the return.
stopped-suspends-yes = The return waits until this is decided.
stopped-suspends-no = The return does not wait for it.
stopped-suspends-on-request = The return waits only if that is asked for, and granted.
stopped-suspends-unknown = The book does not say whether the return waits for it: ask the lawyer.

## Who to call, what is known, papers
stopped-call = 3. Who to call
stopped-call-why = Numbers are not shipped with the program: they go stale. Write them in before the journey.
stopped-call-lawyer = Lawyer at that border
stopped-call-organisation = The organisation’s line, this shift
stopped-call-unhcr = UNHCR office of that country
stopped-call-name = name
stopped-call-number = number
stopped-return = 4. Return and pursuit from there, as known on this day
stopped-papers = 5. Papers to have ready
stopped-papers-how = As recorded. What to hand over is for the person and the lawyer to decide, not for this page.
stopped-perhaps-more = perhaps more
stopped-no-paper = none
stopped-visa = visa: { $kind }
stopped-paper-until = valid until { $day }
stopped-paper-ended = ended { $day }
stopped-paper-in-hand = the person holds it
stopped-paper-elsewhere = somebody else holds it
stopped-paper-where = who holds it is not known

## What not to do
stopped-not = 6. Before anything is agreed to, ask the lawyer
stopped-not-sign = Sign nothing that is not understood and was not translated. Ask the lawyer first.
stopped-not-return = Do not agree to a return called “voluntary”. Ask the lawyer first.
