## Where people sleep
nav-shelters = Hide-outs
shelters-lead = Code names only. Never read an address aloud; whoever must know it is told it once.
shelters-all = Hide-outs
shelters-none = No hide-out is recorded yet.
shelters-too-close = Too close
shelters-too-close-sign = must not meet
shelters-too-close-what = They are to be kept apart and sleep under one roof tonight. Neither is told why.
shelters-no-bed = Without a bed tonight
shelters-nowhere = Nobody has recorded where these people sleep
shelters-apart = To be kept apart
shelters-nobody = Nobody sleeps here tonight.
shelters-tonight = Tonight: { $names }.
shelters-somebody = somebody whose case this device does not read
shelters-full = full
shelters-closed = closed
shelters-free =
    { $n ->
        [one] { $n } bed free
       *[other] { $n } beds free
    }
shelters-over =
    { $n ->
        [one] { $n } person too many
       *[other] { $n } people too many
    }
shelters-takes =
    { $n ->
        [one] Takes { $n } person.
       *[other] Takes { $n } people.
    }
shelters-hosts = Kept by { $hosts }.
shelters-ended = ended { $day }
shelters-ends-soon = ends soon: { $day }
shelters-ends = ends { $day }
mark-two-words = two colleagues say different things of it
rung-contact-only = Contact only
rung-met = Whoever was met
rung-vetted = Whoever was vetted
rung-may-know-shelter = Only whoever may know a shelter

## A hide-out
form-hide-out = A hide-out
form-hide-out-lead = Write as little as finds the door. Whoever reads this drawer reads every hide-out in it.
form-hide-out-address = Where?
form-hide-out-address-hint = As vague as it can be and still be found by those who must.
form-hide-out-hosts = Who keeps it?
form-hide-out-hosts-hint = A word that only colleagues understand.
form-hide-out-capacity = How many people does it take?
form-hide-out-from = From which day?
form-hide-out-until = The first day on which it can no longer be used
form-hide-out-known = How far must somebody be trusted to know of it?
fault-hide-out-address = Write where it is.
fault-until = It must end after it begins.

## A stay
form-stay = Somebody sleeps there
form-stay-lead = If they slept somewhere else that night, that stay ends with this one.
form-stay-person = Who?
form-stay-where = In which hide-out?
form-stay-from = The first night
form-stay-until = The day on which they leave

## Keep apart
form-keep-apart = Two people who must not meet
form-keep-apart-lead = Neither is told of it. It is checked for hide-outs.
form-keep-apart-one = One
form-keep-apart-other = The other
form-keep-apart-why = Why?
form-keep-apart-why-hint = No more than a colleague needs.
fault-keep-apart = Choose somebody else.
