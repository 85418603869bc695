## Routes
nav-routes = Routes
routes-link = Routes: leave first, or ask from here?
routes-lead = Each begins with another first step, and shows the widest plan that goes on from it. All are compared under the same unknown chances: what would help one would help every other that takes the same step.
routes-compare = Side by side
routes-compare-return = A person may be handed over, or found
routes-compare-returned-of-100 = Handed over, or found
routes-compare-waiting-of-100 = Still waiting at its end, or out of reach only for a time
routes-compare-safe-of-100 = Safe at its end
hundred-none = none
hundred-all = all
hundred-between = of 100 people at least { $least }, at most { $most }
hundred-returned = handed over, or found
hundred-waiting = still waiting, or out of reach for a time
hundred-safe = safe
hundred-part = { $what }: at least { $least }, at most { $most }
hundred-told = Of 100 people like this one: { $parts }. Where between, nobody can say.
hundred-end = Of 100 people
hundred-least = at least
hundred-most = at most
hundred-open = One person more, of whom nobody can say where they end.
routes-compare-dangers = Steps at which that can happen, at most
routes-compare-reach = Out of reach, lawfully
routes-compare-lasting = How long until then
routes-lasting-journey = as long as the journey
routes-lasting-unknown = { $n ->
    [one] until { $n } answer has come; nobody has counted how long that takes
   *[other] until as many as { $n } answers have come, one after another; nobody has counted how long that takes
}
routes-lasting-months = { $n ->
    [one] until { $n } answer has come: { $least } to { $most } months
   *[other] until as many as { $n } answers have come: { $least } to { $most } months
}
routes-compare-costs = What the first step costs
routes-costs-unknown = no book says
routes-costs-named = { $costs }, as far as books say
routes-compare-learns = Who learns of the first step
routes-compare-relatives = Relatives left at home
relatives-none = none are recorded there
relatives-not-recorded = not recorded: ask who could be harmed
relatives-told = { $n ->
    [one] { $n } is recorded there, and somebody there learns of it who may harm them
   *[other] { $n } are recorded there, and somebody there learns of it who may harm them
}
relatives-not-told = { $n ->
    [one] { $n } is recorded there; nobody there learns of the first step by itself
   *[other] { $n } are recorded there; nobody there learns of the first step by itself
}
routes-reach-paper = on arrival, for as long as the paper says
routes-reach-claim = when protection is granted; nobody has counted how long that takes
routes-reach-answer = when a paper is granted; nobody has counted how long that takes
routes-reach-later = not before that day
routes-reach-days = { $n ->
    [one] on arrival, for { $n } day
   *[other] on arrival, for at least { $n } days
}
routes-reach-unknown = on arrival; for how long is not known
routes-reach-reached = not there: those who hunt reach it
learns-nobody = nobody
learns-authority-home = the authorities at home
learns-family = the family
learns-diaspora = people from home who live there
learns-public = the public
learns-host-police = the police there
learns-embassy = embassies and offices that are asked
learns-contractor = the company that takes in papers
learns-sponsor = sponsors
learns-what = Who learns of the first step: { $who }.
learns-border = the borders and carriers on the way
learns-watchers = those who watched, once the person is gone
learns-lawyer = the lawyer, who must keep it secret
learns-name = the name
learns-place = where the person is
learns-ground = what they are hunted for
learns-intention = what they intend
routes-compare-independent = Ways asked before anything that cannot be undone
routes-compare-closes = Ways that leaving closes
routes-compare-opens = Ways that leaving opens
routes-compare-refusals = Rounds of refusals at most
routes-yes = yes
routes-no = no
routes-nobody-knows = nobody knows
routes-find-out = find out first
routes-certain = What is certain
routes-plan = The plan
routes-others = Other first steps
routes-limits = What these routes do not know
routes-see-doors = See what each event opens and closes
route-closes = ✗ closes:
route-opens = → opens:
route-waits = stays as it is
route-not-advised = not advised
route-leaves = leaves the country
route-asks = asks from where one is
route-stay = Stay and wait
route-ask-from-hiding = Ask from hiding first
route-ask-from-here = Ask from here first
route-claim-here = Ask for protection here
route-ask-one = Ask first by one way: { $way }
route-leave-first = Leave first: { $where }
route-and-more = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}
route-certain-wait = Nothing is asked and nothing is opened. Hiding has its own danger, and nobody knows how great.
route-certain-return = On journeys and at claims a person can be handed over, and where they hide they can be found while they wait. Nobody has counted how often.
route-certain-return-of-100 = A person can be handed over or found: of 100 people at least { $least }, at most { $most }.
route-certain-safe-of-100 = Of 100 people at least { $least } and at most { $most } end safe by it. Where between, nobody can say.
route-certain-exposes = A step of it tells somebody who hunts this person: it is not advised, and never first.
route-certain-independent = { $n ->
    [one] It asks by { $n } way, from where the person is.
   *[other] It asks by { $n } ways that do not hang on each other: no refusal closes another by any article.
}
route-certain-undecided = { $n ->
    [one] { $n } of them is undecided: facts are missing that its law asks for.
   *[other] { $n } of them are undecided: facts are missing that their law asks for.
}
route-certain-closes = { $n ->
    [0] Leaving closes nothing by any article.
    [one] Leaving closes { $n } way that is not closed now.
   *[other] Leaving closes { $n } ways that are not closed now.
}
route-certain-opens = { $n ->
    [0] Leaving opens nothing that is closed now.
    [one] Leaving opens { $n } way that is closed now.
   *[other] Leaving opens { $n } ways that are closed now.
}
route-certain-refusals = { $n ->
    [one] It may bring { $n } refusal.
   *[other] It may bring up to { $n } rounds of refusals.
}
route-certain-nobody-knows = How likely it is to lead to safety, nobody knows: no count that fits this person was found.
route-certain-alike = { $n ->
    [one] By chance it cannot be told apart from { $n } other plan, with another first step.
   *[other] By chance it cannot be told apart from { $n } other plans, with other first steps.
}
route-variant = { $title }, but go less far
route-variant-returned = Beside the widest plan that begins so: a person is handed over or found in fewer of the courses that were tried.
route-variant-dangers = { $n ->
    [0] Beside it: no step at which a person can be handed over or found, not { $other }.
    [one] Beside it: at most { $n } step at which a person can be handed over or found, not { $other }.
   *[other] Beside it: at most { $n } steps at which a person can be handed over or found, not { $other }.
}
route-variant-refusals = { $n ->
    [0] Beside it: no refusal, not { $other } rounds of them.
    [one] Beside it: at most { $n } round of refusals, not { $other }.
   *[other] Beside it: at most { $n } rounds of refusals, not { $other }.
}
route-variant-narrower = What it gives up: it ends well in fewer of the courses that were tried.
route-why-ask = { $n ->
    [one] It keeps { $n } chance before anything that cannot be undone. To leave can still follow.
   *[other] It keeps { $n } chances before anything that cannot be undone. To leave can still follow.
}
route-why-leave = { $n ->
    [one] It stands after asking, because { $n } way can be asked from here before leaving, and a journey cannot be undone.
   *[other] It stands after asking, because { $n } ways can be asked from here before leaving, and a journey cannot be undone.
}
route-refusal-closes = A refusal closes: { $what }.
route-step-ask-all = { $n ->
    [one] Ask by this way:
   *[other] Ask by these { $n } ways, in any order or at once:
}
route-step-ask = Ask by:
route-step-enter = Travel as a visitor to one of: { $where }.
route-step-travel = Travel to { $where } on the paper. Exit, boarding, changing planes and admission can each fail.
route-step-claim = Ask for protection in { $where }.
route-if-arrived = If they arrive:
route-if-not-let-out = If not let out:
route-if-not-boarded = If not boarded, or sent back while changing planes:
route-if-turned-back = If turned back at the border:
route-if-handed-over = If handed over:
route-if-found = If found before there is an answer:
route-if-found-waiting = If found meanwhile:
route-if-waited = When that day has come:
route-if-granted-late = If granted only after { $day } ({ $by }):
route-if-refused-late = If refused only after { $day }:
route-if-no-answer-late = If refused only after { $day }, or if no answer has come when the stay ends:
route-wait-until = Wait until { $day }
route-step-wait = Wait until { $day }, where one is.
route-wait-opens = Open from that day: { $what }.
route-wait-closes = Closed from that day: { $what }.
route-if-recognised = If recognised:
route-if-no-answer = If refused, or if no answer has come when the stay ends:
route-if-granted = If granted ({ $by }):
route-if-refused = If refused:
route-end-safe = safe in { $country }: a lasting right
route-end-out-of-reach = out of reach in { $country }, lawfully, not yet for good
route-end-returned = in the hands of those who hunt
route-end-irregular = the stay is over: without permission in { $country }
route-stay-long = One may stay { $days }. Before that ends: claim, go on, or leave.
route-stay-days = { $n ->
    [one] { $n } day ({ $where })
   *[other] { $n } days ({ $where })
}
route-stay-unknown = for how long is not known, find it out first ({ $where })
route-stay-ends-on = The stay there ends: { $day }. An answer that comes later comes too late, and no book says how long it takes.
route-stay-ends = An answer has to come while the stay there lasts; no book says how long it takes.
route-end-waits = still waiting: { $country }
route-limit-situations = { $n ->
    [one] { $n } situation was worked out from the law.
   *[other] { $n } situations were worked out from the law.
}
route-limit-days = { $n ->
    [0] They know the law of this one day: nothing is known that closes or opens for this person in the coming time. How many months an answer takes is not in them: almost nobody has counted it.
    [one] They know the law of this day and of { $n } later day on which something closes or opens for this person. An answer may come before it or after it: almost nobody has counted how long one takes.
   *[other] They know the law of this day and of { $n } later days on which something closes or opens for this person. An answer may come before them or after: almost nobody has counted how long one takes.
}
route-limit-attempts = More could be asked, claimed or appealed against than one plan follows.
route-limit-journeys = More journeys would be possible than one plan follows.
route-limit-pieces = Time is cut at more days than are looked at: what turns on the later ones is not in these plans.
route-limit-bit = There were more situations than can be worked out: a better plan may have been left out.
route-limit-front = { $n ->
    [one] { $n } plan remains that no other beats in everything; it is shown, or one that differs from it by little.
   *[other] { $n } plans remain that no other beats in everything; each of them is shown, or one that differs from it by little.
}
route-not-entered = { $n ->
    [one] { $n } country that might let this person in is left out: people were returned or hunted there, or worse.
   *[other] { $n } countries that might let this person in are left out: people were returned or hunted there, or worse.
}
route-untrue = { $n ->
    [one] { $n } way on is not built, because it would make untrue what was said to come there.
   *[other] { $n } ways on are not built, because they would make untrue what was said to come there.
}
route-paper-in-hand = Use the visa in hand: { $where }
route-first-child = First a child-protection lawyer
route-first-lawyer = First a lawyer hears it
route-first-move = First out of reach, inside the country
route-prepare-child = First a child-protection lawyer, and a note of what is best for this person. Nobody is taken over a border before that: it can be a crime, and it would be held against those who help.
route-prepare-lawyer = Before any form, a lawyer hears what happened: help to an armed group, even forced, a conviction, or anything like it. Some countries shut their doors for it and some weigh it, and what is once written in a form stays.
route-prepare-move = First out of reach, inside the country, with a sealed paper in the person’s own words that they left freely. No law book holds this step.
route-if-heard = Heard, and the note is written:
route-if-lawyer-heard = When a lawyer has heard it:
route-if-out = Out, and hidden:
route-if-noticed = Noticed:
route-step-appeal = Appeal, in time, with a lawyer
route-paper-granted = Travel on the paper: { $where }
turned-title = What time has turned since today
ahead-title = What time brings
ahead-lead = If nothing else changes: the coming three years, as far as they are known on this day. A day on which something closes is a deadline.
ahead-closes = closes
ahead-opens = opens
ahead-nothing = Nothing that is known today opens or closes by waiting.

## What if, and what is assumed
what-if = What if
what-if-lead = Suppose something else, and see what changes. Intentions, beliefs, identity, the past and family are never supposed otherwise.
what-if-here = They were in
what-if-without = Leave out
what-if-why = because
left-out = Left out: { $country }. Why: { $why }.
left-out-unwanted = the person does not want to go there
left-out-hunters = somebody who hunts the person is there, or relatives who may harm them
left-out-told-no = we were told no
left-out-in-doubt = whether this person would be safe there is in doubt
left-out-in-our-notes = another reason, which stands in our notes
left-out-unsaid = no reason has been chosen yet
what-if-offered = A place is offered in writing by
what-if-no-offer = The law as it stands opens no way to { $where } from here, even with an offer. Ask a lawyer which step would have to come first.
what-if-passport = with a new passport, valid for ten years
what-if-no-counts = without any counts
what-if-no-ageing = counts keep their weight
what-if-show = Show
what-if-as-it-is = Back to how it is
what-if-supposed = This supposes something that is not so.
what-if-changed = changed
assumed = What is assumed
assumed-attempts = { $n ->
    [one] One round of asking, claims and appeals is followed.
   *[other] At most { $n } rounds of asking, claims and appeals are followed in one plan.
}
assumed-journeys = { $n ->
    [one] One journey is followed in one plan.
   *[other] At most { $n } journeys are followed in one plan.
}
assumed-entries = { $n ->
    [one] One of them is by an entry rule, as a visitor.
   *[other] At most { $n } of them are by an entry rule, as a visitor.
}
assumed-not-entered = No plan leads to a country where people like this were returned or hunted, or worse.
assumed-horizon = { $n ->
    [one] Time is looked at for { $n } month.
   *[other] Time is looked at for { $n } months.
}
assumed-pieces = { $n ->
    [one] The law of one day is looked at.
   *[other] The law of at most { $n } days is looked at: today, and the first days on which something closes or opens for this person.
}
assumed-tolerance = One plan stands for another if it is worse in at most one in { $n } of the courses that were tried, by at most { $refusals } round of refusals and at most { $dangers } step at which a person can be handed over or found.
assumed-confidence = From a count follows an interval that holds the true chance of the counted people at least { $n } times in a hundred.
assumed-published = { $n ->
    [one] A year’s counts are known { $n } month after it ended.
   *[other] A year’s counts are known { $n } months after it ended.
}
assumed-half-life = { $n ->
    [one] A count weighs half after { $n } month.
   *[other] A count weighs half after { $n } months.
}
assumed-no-counts = No count is used: every chance is unknown.
route-counted = Counted in { $country }, { $years }, first instance: of { $decided } decisions on claims of Russian citizens, { $granted } gave protection. People like this one were not counted apart.
route-counted-interval = By that count and its age, of 100 such claims at least { $least } and at most { $most }.
route-counted-too-wide = That is too few, or too old, to say how likely it is.
judged = Judged by { $name } on { $day }: { $what }: of 100 at least { $least }, at most { $most }; { $name } is { $sure } % sure.
judged-taken = Taken as at least { $least }, at most { $most }.
judged-taken-too-wide = Taken so wide that no figure follows.
judged-old = It is past its shelf life, and so taken wider.
judged-why = Why: { $why }
judged-granted = “{ $what }” is granted
judged-claim-granted = a claim for protection in { $what } is granted
judged-claim-handed-over = whoever claims protection in { $what } is handed over
judged-let-out = “{ $what }”: let out of the country in which they are
judged-boarded = “{ $what }”: boarded, and not sent back while changing planes
judged-admitted = “{ $what }”: let in at the border
judged-handed-over = “{ $what }”: handed over on the way
judged-many = What was judged of this step, and by whom
judged-together = Taken together, of 100 at least { $least } and at most { $most } go well here.
judged-beside-count = Taken together with the count, which no judgement narrows: of 100 at least { $least } and at most { $most } go well here.
judged-too-wide = Taken together, they say too little for a figure.
judged-say-nothing = Taken together, these judgements say nothing, or cannot all be so: as if nobody had judged.
assumed-judged-sure = A judged range is stretched to what its judge would have said { $n } % sure. Of several judges the widest ends hold.
assumed-judged-shelf = { $n ->
    [one] After each { $n } month a judged range counts twice as wide.
   *[other] After each { $n } months a judged range counts twice as wide.
}
assumed-judged-idle = { $n ->
    [one] { $n } judgement of the file speaks of nothing here, was made later, or was replaced by a newer one.
   *[other] { $n } judgements of the file speak of nothing here, were made later, or were replaced by newer ones.
}
assumed-no-judgements = No judgement is used: what nobody counted is unknown.
what-if-no-judgements = without any judgement
route-goes-on = and what then →
route-matters-most = { $n ->
    [one] What matters most to find out: “{ $fact }”. { $n } of these ways hangs on it.
   *[other] What matters most to find out: “{ $fact }”. { $n } of these ways hang on it.
}
route-limit-dropped = { $n ->
    [one] { $n } plan is not shown: evaluated alone, it was not proved.
   *[other] { $n } plans are not shown: evaluated alone, they were not proved.
}
route-reversed-by = One missing answer would turn this round: “{ $fact }”: { $answer }. Then none of these ways is left, and leaving comes first.
route-not-reversed = { $n ->
    [one] No single missing answer would turn this round: at least { $n } of these ways would remain.
   *[other] No single missing answer would turn this round: at least { $n } of these ways would remain.
}
route-costs = Costs { $amount } { $currency }: { $what } ({ $way }; { $cite }).
