# The sheet for the person, in English: plain and kind, for somebody tired or afraid. It names no reason
# for a danger, no organisation and no share of a hundred.

## Around it
sheet-link = A sheet for the person, in plain words
sheet-open-all = Open every plan
sheet-print = To print this page, use the browser’s own “Print”: every plan prints whole. Where plans stay folded, open them all first.
sheet-title = What could be done first
sheet-lead = A paper for the person: two sheets at most, with the case’s code and number on a strip to tear off, and no name, no story and no reason for the danger. Read it together before you hand it over; print it with the browser.
sheet-hide = If somebody may find this paper, do not carry it.
sheet-tear = Tear off here.
sheet-about = This paper says what could be done first and what each way means; the choice is yours, made with a caseworker and a lawyer, and you may take time, ask anything and change your mind. Nothing on it has to be done.
sheet-day = It knows the law of { $day }. What could go wrong stands first each time: that is hard to read, and you need not read it alone.

## Ways
sheet-way-wait = Stay where you are, and wait
sheet-way-ask-all = Ask first, from where you are
sheet-way-ask = Ask first by one way: { $where }
sheet-way-claim = Ask for protection where you are
sheet-way-appeal = Appeal where you are
sheet-way-paper = Use the visa you already have: { $where }
sheet-way-enter = Leave first, as a visitor: { $where }
sheet-way-travel = Travel on the paper you were given: { $where }
sheet-way-child = First be heard, with a lawyer for children
sheet-way-until = Wait where you are until { $day }
sheet-way-lawyer = First speak with a lawyer
sheet-way-move = First get to a safer place in the same country

## The worst
sheet-worst = At worst
sheet-worst-journey = On this journey you may be stopped and handed over to those from whom you seek safety.
sheet-worst-claim = In spite of your request you may be handed over to those from whom you seek safety.
sheet-worst-later = Later, on a journey or when you ask for protection, you may be handed over to those from whom you seek safety. Before each such step you choose anew.
sheet-worst-told = A step of this way tells those from whom you seek safety. We advise against it.
sheet-worst-noticed = It may be noticed, and you may be held more closely than before.
sheet-worst-found = While you wait where you are, those from whom you seek safety may find you.
sheet-worst-wait = Meanwhile the danger where you are goes on; nobody knows how great it is.

## What is certain
sheet-certain = What is certain
sheet-certain-journey = A journey cannot be undone.
sheet-certain-closes = { $n ->
    [0] By the law books, leaving closes no way.
    [one] By the law books, leaving closes { $n } way that is not closed now.
   *[other] By the law books, leaving closes { $n } ways that are not closed now.
}
sheet-certain-opens = { $n ->
    [0] It opens none that is closed now.
    [one] It opens { $n } that is closed now.
   *[other] It opens { $n } that are closed now.
}
sheet-certain-asks = { $n ->
    [one] You can ask by { $n } way before anything that cannot be undone.
   *[other] You can ask by { $n } ways before anything that cannot be undone.
}
sheet-knows-asked = Those who are asked learn who you are. By the law books, those from whom you seek safety are not told.
sheet-knows-told = By the law books, those from whom you seek safety are told.
sheet-knows-claim = Officials of this country learn that you ask for protection, and why.
sheet-knows-journey = At the borders and on boarding, your papers are read.
sheet-knows-child = A lawyer learns what you choose to tell.
sheet-knows-move = Whoever helps you to leave learns of it.
sheet-knows-wait = Nobody new learns of you. Nothing is asked, and so nothing opens.
sheet-no-closes = { $n ->
    [0] By law, a refusal closes no other way.
    [one] A refusal closes { $n } other way.
   *[other] A refusal closes { $n } other ways.
}
sheet-turned-back-closes = { $n ->
    [0] By law, being turned back closes no other way.
    [one] Being turned back closes { $n } other way.
   *[other] Being turned back closes { $n } other ways.
}

## Steps
sheet-first = The first step
sheet-step-wait = Nothing is done now. You may come back to this paper on any day.
sheet-step-ask-all = { $n ->
    [one] Ask, together with your caseworker, by { $n } way: { $where }.
   *[other] Ask, together with your caseworker, by { $n } ways, in any order or at once: { $where }.
}
sheet-step-undecided = { $n ->
    [one] For { $n } of them something has to be found out first.
   *[other] For { $n } of them something has to be found out first.
}
sheet-step-ask = Ask, together with your caseworker, by one way: { $where }.
sheet-step-claim = Ask for protection, with a lawyer where one can be had: { $where }.
sheet-step-appeal = Appeal in time, with a lawyer.
sheet-step-paper = Travel on the visa you already have, before it runs out: { $where }.
sheet-step-enter = Travel as a visitor to one of: { $where }. To be let in is not yet to be safe.
sheet-step-travel = Travel on the paper you were given: { $where }. Every part of the journey can fail.
sheet-step-child = A child-protection lawyer listens to you and writes down what is best for you. Before that, nobody takes you over a border.
sheet-step-until = Wait where you are until { $day }. From then on more is open. You may change your mind before.
sheet-step-lawyer = Before any form, tell a lawyer what happened, also what you were forced to do. What you tell stays between you.
sheet-step-move = Get out of reach inside the country, with a sealed paper in your own words that you left freely.

## What comes then
sheet-if-refused = If the answer is no
sheet-if-granted = If the answer is yes
sheet-if-stopped = If you are turned back
sheet-if-arrived = If you arrive
sheet-if-until = When that day has come
sheet-if-noticed = If it is noticed
sheet-if-out = If you get out
sheet-if-heard = Once you are heard
sheet-if-waiting = If you change your mind
sheet-then-ask-all = { $n ->
    [one] Ask by { $n } way, without travelling on.
   *[other] Ask by { $n } ways, without travelling on.
}
sheet-stands-safe = You are safe there, with a lasting right.
sheet-stands-out-of-reach = You are out of reach there, lawfully, but not yet for good.
sheet-next-nothing = This way ends there. What is possible then is looked for anew, together with you.
sheet-next-waiting = You can begin another way on any day on which it is still open.

## Time, and what nobody knows
sheet-time = What time brings
sheet-time-closes = From { $day }, as far as is known today, these are closed: { $what }.
sheet-time-nothing = No day is known in the coming three years on which a way closes by waiting alone. Laws can change without warning.
sheet-unknown = What nobody knows
sheet-unknown-safety = How likely any of these ways is to lead to safety: nobody has counted people like you.
sheet-unknown-handed-over = How often people are handed over on such a way.
sheet-unknown-months = How long an answer takes: almost nobody has counted it.

## Questions
sheet-questions = Questions you may want to ask
sheet-question-name = Who will read my name, and what will they be told?
sheet-question-no = What can I still do if they say no?
sheet-question-together = Who can come with me?
sheet-question-stop = How do I stop, if I change my mind?
sheet-question-own = My own:
