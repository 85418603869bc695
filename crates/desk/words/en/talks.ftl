## Talks
nav-talks = Talks
talk = Talk
talks-lead = Each talk is sealed by itself. Whoever may not know of one finds no trace of it: not here, not in the numbers, not on any other page.
talks-all = Talks that this device reads
talks-none = No talk that this device reads.
talk-sealed = Sealed. Name nobody of this outside: a country that is named may stop talking, and those whom it would take stay behind.
talk-partner = A partner
talk-sought = We look for somebody to talk to
talk-open = It goes on
talk-paused = It rests
talk-ended = It is over
talk-itself = The talk
talk-contacts = Their people: { $words }
talk-asked = We ask: { $words }
talk-offered = They offer: { $words }
talk-terms = Terms: { $terms }.
talk-known-to = Who may know: { $names }.
talk-places = Places
talk-places-none = No place was offered.
talk-told = What each person was told
talk-told-none = Nobody was told anything of it.
talk-promises = Promises
talk-promises-none = Nothing was promised.
talk-signals = What was said in it
place-hinted = hinted
place-said = said
place-written = written
place-confirmed = confirmed for one person
place-withdrawn = withdrawn
place-for =
    { $n ->
        [one] For { $n } person.
       *[other] For { $n } people.
    }
place-whose = For { $name }.
place-until = Holds until { $day }.
place-ended = It ran out on { $day }.
place-enters = It may enter routes, for those who may know of it.
place-enters-not = It enters no route: only what is written does.
told-that = that there is a place
told-country = in which country
told-when = when they leave
told-flight = by which flight
told-line = { $day }: { $details }.
promise-open = open
promise-kept = kept
promise-broken = broken
promise-released = we let them off

## A talk
form-talk = Open a talk
form-talk-lead = It gets a compartment of its own. Only the members chosen here will ever read it.
form-talk-change = Change what stands of it
form-talk-change-lead = What stood before stays in the history. Whoever reads the talk was chosen when it was opened.
form-talk-country = With which government?
form-talk-country-hint = Leave it empty for a partner, and say below who that is.
form-talk-state = How does it stand?
form-talk-terms = On what terms is it held?
form-talk-terms-hint = If nobody agreed on terms, choose the strictest.
form-talk-contacts = Their people
form-talk-contacts-hint = Who, in what capacity, how they are reached.
form-talk-asked = What do we ask?
form-talk-offered = What do they offer?
form-talk-offered-hint = In general. A place has a form of its own.
form-talk-known = Who else may know of it?
form-talk-known-hint = You do. As few as can be.
fault-talk-contacts = Say who the partner is, or choose a government.

## A place
form-place = A place that is offered
form-place-state = How firm a place is now
form-place-lead = Only what is written may enter routes, and only for those who may know of it.
form-place-which = Which place?
form-place-country = In which country?
form-place-country-hint = Leave it empty for the country of the talk.
form-place-places = For how many people?
form-place-places-hint = Leave it empty if nobody said.
form-place-firm = How firm is it?
form-place-firm-hint = A hint is a hint, however kind the voice.
form-place-person = For whom?
form-place-person-hint = Needed once it is confirmed for one person.
form-place-until = The first day on which it no longer holds
form-place-known = Which other members may know of it?
form-place-known-hint = For everyone else there is nothing, not even a gap.

## A telling
form-telling = What somebody was told
form-telling-lead = They may be caught, and made to say it. Write down exactly what they know.
form-telling-person = Who was told?
form-telling-what = What were they told?
form-telling-on = On which day?

## A promise
form-promise = A promise
form-promise-lead = Help of another kind counts, too: money, words, a visa for somebody else. With a day, it is not forgotten.
form-promise-by = Who promised?
form-promise-by-hint = Such as: the desk for the region, at the ministry.
form-promise-what = What was promised?
form-promise-what-hint = In their words, as near as you can.
form-promise-due = By which day?
form-promise-state = Whether a promise was kept
form-promise-which = Which promise?
form-promise-now = How does it stand?
fault-promise-by = Write who promised.
fault-promise-what = Write what was promised.

## On the routes of a person
routes-place = A place is offered in writing: { $country }. It is told to nobody who may not know.
routes-place-see = See the routes with it
