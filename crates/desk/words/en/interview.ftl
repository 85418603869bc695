## The interview
interview-link = The interview
interview-title = The interview
interview-lead = The law asks only what can still change an answer. One question a page; each answer is signed as soon as you press the button. Anything may stay unsaid, and you can stop at any time.
interview-lead-safe = Before you begin: are they still alone, and is it still safe to talk? Begin and end with something light.
interview-unsafe = When they were last asked, it was not safe to talk. Nothing is asked but when to talk again.
interview-first-minutes = The first minutes are not finished. Safety comes before the law: go on with them first, if you can.
interview-begin = Begin
interview-settled = No question that may be put can change an answer of the law now.
interview-only-heavy = What is left is hard to tell. Speak of something light first, and again afterwards.
interview-next-topic = What comes next
interview-many =
    { $n ->
        [one] { $n } question.
       *[other] { $n } questions.
    }
interview-own-words = Let them tell it in their own words first; then fill in the answers.
interview-heavy = This is about what was done to them. It comes once in a sitting and never last. Say that they need not answer, and that you can stop.
interview-go-on = Go on
interview-enough = Enough for today
interview-end = Enough for today
interview-end-lead = Everything that was answered is signed and kept.
interview-end-heavy = What is left can wait for another day: nobody should end on what hurts most.
interview-end-light = Do not end here. Ask what they will do this evening, and say when you call again.
interview-end-plan = The plan for 72 hours
interview-check = Read the answers through
interview-answers = The answers of this sitting
interview-answers-none = Nothing was answered in this sitting yet.
interview-answers-lead = Read them aloud, slowly. Ask whether each is right. What is wrong can be changed, with a reason.
interview-back = Back to the interview
interview-change = Change this
interview-now =
    { $n ->
        [one] { $topic }: the last question
       *[other] { $topic }: { $n } questions
    }
interview-why = Why we ask
interview-record = Record it, and go on
interview-for-you = This is for you, not for the person: look it up or find it out.
interview-needs-two = A second colleague must sign this before the law reads it.
interview-needs-lawyer = A lawyer must sign this before the law reads it.
interview-hurts = This may hurt. Say that they need not answer.
interview-leaks = This would be dangerous in the wrong hands. Make sure nobody can overhear.
interview-countries-below = one of the countries below
interview-any-country = any country
interview-keys-hint = Choose every country for which the answer is yes.
interview-rest = And for every country you did not choose?
interview-open = Questions still open
list-told-more = One more was told of.

## An answer
answer-unknown = nobody knows
answer-rather-not = would rather not say
answer-later = ask another time
answer-or = If there is no answer
answer-others = And no others?
answer-no-others = No others: that is all
answer-perhaps-others = There may be others
answer-one-record = One at a time: what was recorded before stays.
answer-also = And also
answer-number-hint = A whole number.
answer-date-hint = A day, a month or a year: 2017-05-17, 2017-05 or 2017.
fault-answer = Write the answer, or choose why there is none.
fault-answer-both = There is an answer, and also that there is none. Keep one of them.

## How it was heard
heard-own-words = In their own words
heard-own-words-hint = First what they said, as they said it. It is kept as it is.
heard-language = In which language
heard-language-hint = Leave it empty for the language in which you usually speak.
heard-interpreter = Through whom
heard-read-back = Read back to them
heard-read-back-yes = It was read back, and they said that it is right
