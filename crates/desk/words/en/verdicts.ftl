## The line of the law
law-open = Every condition is shown.
law-may-ask = Every condition is shown. It may be asked for; nobody can promise that it will be granted: { $who }.
law-lets-in = The border would let this person in as a visitor.
law-nobody-can-check = Everything that can be shown is shown. Nobody can check: { $what }
law-as-last-seen = As last seen on { $day }. Confirm before acting.
law-not-operated = The law has it, and nobody operates it.
law-limited = Open only by named exception.
law-undecided = Something still decides.
law-undecided-facts =
    { $n ->
        [one] One fact still decides: { $what }
       *[other] { $n } facts still decide: { $what }
    }
law-closed = The law says no.
law-more-reasons =
    { $n ->
        [one] And one more reason.
       *[other] And { $n } more reasons.
    }
as-last-seen = as last seen on { $day }
not-operated = in the law, not in fact

## Reasons
reason-not-known = not known
reason-not-in-force = not in force
reason-exception = only by exception
reason-overlay = suspended
reason-fails = not met
reason-applies = stands against it
reason-cannot-all = cannot all be met
reason-not-shown = not shown yet
reason-not-ruled-out = not ruled out yet
reason-nobody-can-check = nobody can check
reason-met = met
text-exception = Only somebody named by an exception can pass.
text-overlay = An order stands before it: { $what }.
text-overlay-perhaps = Nobody knows yet whether this order touches the person: { $what }.
text-if-not-shown = If it cannot be shown: { $what }
text-if-applies = If it were so: { $what }
text-cannot-all = These cannot all be met, whatever the facts: { $what }
text-met-by-itself = Met, whatever the person’s facts.
weighed-against = speaks against
weighed-to-argue = to be argued
weighed-for = speaks for
because-no-longer = No longer in the way:
because-weighs = Will be weighed:
force-yes = in force
force-from = not in force before { $day }
force-not-yet = not in force yet
force-ended = ended on { $day }
force-over = no longer in force
force-seen-later = not known on this day; first seen on { $day }
force-not-known = not known whether in force
force-limited = only by named exception

## Notes
notes = Worth knowing about it
note-discretion = Who decides
note-leads-to = Where it leads
note-note = Worth knowing
note-basis = What it rests on
note-room = Room
note-lifted = May be lifted
note-trust = How far this text can be trusted
note-kind = Kind
note-started = Who starts it
note-spares = Does not touch
note-touches = Touches
basis-practice = On practice and published criteria: no statute gives a right to it.
room-unknown = Room unknown: { $what }
lifted-by = What stands against it may be lifted: { $who }.
decides-none = whoever meets the conditions is entitled
decides-adjudicator = an officer weighs
decides-minister = a minister may, and need not
decides-political = a government must decide so
practice-rarely = Rarely granted
practice-window = Refused at the window
practice-suspended = Suspended in fact
practice-not-operated = Not operated
practice-granted = Granted on record
practice-note = Noted
trust-official = official text
trust-official-opening = opening of the official text only
trust-secondary = somebody else’s account
trust-unverified = unverified: a lawyer must confirm
seen-on = { $how }, read { $day }
quoted = “{ $words }”
terms-on-record = on the record
terms-background = on background
terms-deep-background = on deep background
terms-off-record = off the record
said-by = { $who }, { $country }, { $day }, { $terms }
step-line = { $what }, { $day }.
step-asked = Asked whether one may apply
step-applied = Applied
step-refused = Refused
step-granted = Granted
step-discouraged = Advised against it
step-not-applied = Not applied
step-withdrawn = Took the application back
step-left = Left
step-not-let-out = Not let out of the country
step-not-boarded = Not taken on board
step-stopped = Stopped on the way
step-sent-back = Refused at the border and sent back
step-detained = Detained
step-arrived = Arrived
step-returned = Back in the country of origin
step-claim-lodged = Asked for protection
step-claim-refused = The claim for protection was refused
step-protected = Protected
