## Today
nav-today = Today
today-lead = It is { $now }. Who has not been heard from stands first.
today-overdue = overdue
today-check-ins = Has anyone heard from them?
today-check-ins-none = Nobody is overdue. Whoever has a check-in plan has been heard from as agreed.
today-journeys = On a journey
today-leg = Leg { $n }: a word is expected by { $expected }.
today-stopped = Stopped on leg { $n }.
today-plans = Due of the plans for 72 hours
today-tasks = Tasks that should be done by now
today-promises = Promises that should have been kept by now
today-promised = Promised by { $by }, due { $day }.
today-by = Due { $day }.
today-papers = Papers that end within six months
today-paper = A paper of { $country }, valid until { $day }.
today-no-owner = Cases that nobody has taken
today-no-date = Cases without a next date
moment-in-words = { $day }, { $time }
n-hours =
    { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
n-minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }

## How it stands with a check-in
alert-fine = Fine
alert-due = Due
alert-amber = Amber
alert-red = Red
watch-fine = As agreed. The next word is due on { $due }.
watch-due = A word was agreed for { $due }. Nobody worries yet.
watch-unclear = What was heard last was unclear. The next word is due on { $due }.
watch-amber = A word was agreed for { $due } and has not come.
watch-red = Nobody has heard from them. A word was agreed for { $due }.
watch-duress = They said the words for danger on { $since }. No word for “fine” reassures any more: ask what only they can answer.
watch-held = Held by { $member }.
watch-unheld = Nobody holds this check-in. Somebody must.

## On the page of a case
hearing = Has anyone heard from them?
hearing-none = No check-in plan yet: nobody is told when this person falls silent.
hearing-watch = How it stands
hearing-record = Record what was heard
hearing-plan = The plan
hearing-rung-now = To be done now
hearing-rung-after = { $span } after the agreed time.
hearing-say = Say: { $words }
plan-rhythm = From { $first }, every { $every }. Amber { $grace } after the agreed time, red { $red } after it.
plan-channel = How: { $words }.
plan-fine = The words for “fine”: { $words }.
plan-duress = The words for danger: { $words }.
plan-never-say = Never say to anybody: { $words }
plan-proof = Only they can answer: { $ask } — { $answer }.
plan-ends = The plan ends on { $ends }.
call-person = Call the person again
call-second = The second contact
call-lawyer = The lawyer
call-public = Whoever may go public
heard-fine = The words for “fine”
heard-proven = They answered what only they can answer
heard-unclear = Something unclear
heard-no-answer = No answer
heard-duress = The words for danger

## A word from a person
form-check-in-offered = A word from the person, or none
form-check-in = A word from the person, or none
form-check-in-lead = Record it at once, also when nobody answered. A call without an answer is news.
form-check-in-heard = What was heard?
form-check-in-heard-hint = If they said the words for danger, a later “fine” does not undo it. Only an answer to a proof question does.
form-check-in-at = When?
form-check-in-at-hint = By the clock on your wall.
form-check-in-note = In a sentence
form-check-in-note-hint = What was said, how they sounded. Leave out where they are.
fault-moment-ahead = This time has not come yet.

## How a person is heard from
form-plan-offered = How the person is heard from
form-plan = How the person is heard from
form-plan-lead = Agree on it with the person, in their words. It takes the place of an earlier plan; the earlier one stays in the history.
form-plan-first = The first agreed time
form-plan-every = Every how many hours?
form-plan-every-hint = 24 is once a day.
form-plan-grace = How many minutes late is nothing to worry about?
form-plan-grace-hint = After that the check-in turns amber.
form-plan-red = How many hours after the agreed time is it red?
form-plan-red-hint = Then the ladder below is climbed to its end.
form-plan-channel = How?
form-plan-channel-hint = Such as: a message, never a call.
form-plan-fine = The words for “fine”
form-plan-fine-hint = Something that they would write anyway.
form-plan-duress = The words for danger
form-plan-duress-hint = Something that sounds just as harmless.
form-plan-holder = Who holds it this shift?
form-plan-holder-hint = Somebody must, or a hand-over cannot be finished while it is red.
form-plan-after-person = Call the person again: how many minutes after the agreed time?
form-plan-after-second = The second contact: after how many minutes?
form-plan-after-lawyer = The lawyer: after how many minutes?
form-plan-after-public = Whoever may go public: after how many minutes?
form-plan-after-hint = Leave the rung empty if there is none.
form-plan-who-hint = Who that is, and how they are reached.
form-plan-say = What is said to them?
form-plan-never = What must never be said to anybody?
form-plan-never-hint = Such as: that we know the person at all.
form-plan-ask = A question that only they can answer
form-plan-ask-hint = Nothing that stands in papers or on the net.
form-plan-answer = The answer
fault-number = Write a whole number.
fault-plan-fine = Write the words for “fine”.
fault-plan-duress = Write the words for danger.
fault-plan-same = The words for danger must differ from those for “fine”.
fault-plan-red = Red must come later than amber.
fault-plan-proof = Write both the question and its answer.
