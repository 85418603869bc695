# Every word of the workspace, in English. `ru.ftl` has the same ids with the same arguments.
# Kind and plain: the reader may be in danger, or very tired.

## Around every page
skip = Skip to the content
nav = Parts of the workspace
nav-wall = Everyone
nav-days = Day by day
nav-law = The law
nav-about = What this is
leave = Leave
banner-invented = Everyone here is invented; for practice only.
banner-choice = What you read informs the person’s choice, made with a caseworker and a lawyer.
footer = Nothing on this page has left this computer.
left = You have left.
left-text = This window can be closed. What the browser remembers of the visit, and whoever may be looking at the screen, is beyond this page’s reach.
started = The workspace is opening.
started-go = Go on
country-title = { $country }: { $title }

## When a page cannot be shown
problem-back = To the first page
problem-host = This address is not ours
problem-host-text = The page was asked for under another name than the one it is served under. Please use the start link exactly as it was given.
problem-session = The door is closed
problem-session-text = This browser has not come in by the start link, or has left. Start the workspace again to get a new link.
problem-link = This link no longer works
problem-link-text = A start link works once. If you have not used this one, somebody else may have. Start the workspace again to get a new link.
problem-form = This form did not come from our page
problem-form-text = Nothing was changed. Please go back, load the page again and try once more.
problem-not-found = Nothing stands here
problem-not-found-text = The address may have been mistyped, or the page was moved. Nothing is lost.
problem-method = This cannot be done here
problem-method-text = Nothing was changed.
problem-address = This address is too long
problem-address-text = Nothing was changed. Please start from the first page.
problem-too-much = That is more than fits
problem-too-much-text = More was sent than this form holds. Nothing was changed.
problem-ours = The fault is ours
problem-ours-text = This page could not be made. Nothing was changed, and the other pages still work.

## Dates
date-label = The law as of
date-day = Day
date-month = Month
date-year = Year
date-show = Show
date-not-understood = That was not a day. The day of the report is shown instead.
date-other-day = You are looking at another day than that of the report:
day-of-report = the report
day-today = today
day-in-words = { $day } { $month } { $year }
month-in-words = { $month } { $year }
year-in-words = { $year }
month-01 = January
month-02 = February
month-03 = March
month-04 = April
month-05 = May
month-06 = June
month-07 = July
month-08 = August
month-09 = September
month-10 = October
month-11 = November
month-12 = December
month-of-01 = January
month-of-02 = February
month-of-03 = March
month-of-04 = April
month-of-05 = May
month-of-06 = June
month-of-07 = July
month-of-08 = August
month-of-09 = September
month-of-10 = October
month-of-11 = November
month-of-12 = December

## Counting
n-people =
    { $n ->
        [one] { $n } person
       *[other] { $n } people
    }
n-countries =
    { $n ->
        [one] { $n } country
       *[other] { $n } countries
    }
n-tests =
    { $n ->
        [one] { $n } test stands beside this book.
       *[other] { $n } tests stand beside this book.
    }

## The wall
figure-hidden =
    { $n ->
       *[other] in hiding.
    }
figure-visas =
    { $n ->
        [one] has a visa.
       *[other] have visas.
    }
figure-left =
    { $n ->
       *[other] left without one.
    }
governments = What the governments did
governments-text = Counted from each person’s own steps and from what officials said to them. What was said is not a refusal.
government = Government
col-asked = Asked
col-applied = Applied
col-refused = Refused
col-discouraged = Discouraged
col-encouraged = Encouraged
col-granted = Granted
col-said = What was said
sum-waiting = Nothing was refused and nothing granted so far.
sum-discouraged = Nothing was formally refused. People were discouraged.
sum-granted = Visas were granted; nothing was refused.
sum-refused = Somebody was refused.
could-open = Who could open a way
could-open-sentence =
    { $n ->
        [one] government could open a way if it were asked: a minister or a government may decide so there, no article forbids it or somebody may lift what does, and somebody on this wall has had no answer from it yet.
       *[other] governments could open a way if they were asked: a minister or a government may decide so there, no article forbids it or somebody may lift what does, and somebody on this wall has had no answer from it yet.
    }
could-open-which = Which, by which article, and what would be enough
reaches =
    { $n ->
        [one] for { $n } person
       *[other] for { $n } people
    }
grid = Everyone, by destination
grid-text = Each cell shows the best word that the law has for this person in that country on that day. Choose a name to see why.
grid-drawn = People from number 13 on were drawn by a generator; the first twelve are written in detail. All are invented.
person = Person
column-entry = without a visa: how many
somewhere = place not known
stage-hidden = in hiding, { $country }
stage-visa = visa granted, { $country }
stage-left = left without a visa, { $country }

## Signs
word-open = open
word-may-ask = may be asked for
word-no-obstacle = no obstacle found
word-lets-in = would let you in
word-reserved = with reservation
word-undecided = undecided
word-closed = closed
word-nothing = no way in the books
letter-open = O
letter-may-ask = A
letter-no-obstacle = N
letter-lets-in = E
letter-reserved = R
letter-undecided = U
letter-closed = C
letter-nothing = –
meaning-open = Every condition is shown, and nobody may refuse at will.
meaning-may-ask = Every condition is shown; somebody may say yes, and need not.
meaning-no-obstacle = Everything that can be shown is shown; something remains that nobody can check.
meaning-lets-in = The border would let a visitor in. That is not safety: look at return and pursuit there.
meaning-reserved = Only by named exception, or in the law but not in fact, or as last seen some time ago.
meaning-undecided = Some facts still decide. The page says which.
meaning-closed = The law says no, and by which article.
meaning-nothing = The books hold no way there for this person.

## One person
case = Case
drawn = This person was drawn by the generator from invented weights.
doors-link = Doors: what a step would close and open
known = What is known
destinations = Destinations
changed = What reads otherwise than on the day of the report
changed-line = { $country }, { $title }: was “{ $old }”, now “{ $new }”
changed-nothing = None of the ways below reads otherwise.
absent-short = not in the law
absent = Not in the law:
line-law = Law
line-practice = Practice
line-told = What we were told
nothing-yet = Nothing was asked, applied for or refused so far.
why = Why, article by article
why-more = All the reasons
country = Country
verdict = At the border
return-and-pursuit = Return and pursuit
beside-short =
    { $means ->
        [0] no treaty recorded
        [one] { $means } treaty or list
       *[other] { $means } treaties or lists
    }, { $cases ->
        [0] no case recorded
        [one] { $cases } case
       *[other] { $cases } cases
    }
weighed = What somebody will weigh
met = What is met
question = Ask:
question-rather-not = The person would rather not say. That is respected; it stays unknown.
question-contested = People say different things. For the person and a lawyer to explain: { $what }
question-caseworker = For a caseworker to find out: { $what }
question-lawyer = For a lawyer to establish: { $what }
see-way = Everything about this way
see-doors = What a refusal would close
see-book = Read this law
once-no-class = no class for it
once-may-ask = may be asked today: { $what }
once-ask-unknown = whether it may be asked today is not known
once-ask-nothing = nothing may be asked from here today
once-told = told: { $words }
once-nothing = not refused, not applied
once-granted = granted
once-refused = refused
once-applied = applied, no answer yet
once-asked = asked, no answer yet
asked-yes = may be asked today: yes
asked-no = may be asked today: no
asked-unknown = may be asked today: not known
families = The same in many countries
families-text = These ways are one law in many countries. Countries that read alike stand together.
entries = Countries without a visa
entries-sentence = { $n } of { $all } countries that had been looked at by this day would let this person in as a visitor.
entries-warning = To be let in is not to be safe, and it is not “open”. Read return and pursuit beside each one, and how to get there.
entries-unseen =
    { $n ->
        [one] For { $n } country nobody had looked up the rule by this day: { $what }.
       *[other] For { $n } countries nobody had looked up the rule by this day: { $what }.
    }
entries-unseen-head = Countries whose rule nobody had looked up by this day
entry-return = Return and pursuit there, as known on this day
entry-getting-there = Getting there
against-return = If return threatens
means-none = No treaty or shared wanted list with Russia is recorded. That is not a finding of safety.
means-since = { $what } (since { $day })
case-line = { $day }: { $what }
cases-none-found = Cases: looked for in a few searches, none found. That is not a finding of safety.
cases-not-looked = Cases: nobody has looked.
warn-cases = returns or attacks on record
warn-search = shared wanted list
warn-none-found = no case found
warn-not-looked = nobody has looked
exit-yes = leaving Russia: nothing stands against it
exit-no = leaving Russia: barred
exit-unknown = leaving Russia: not known
boarding-yes = boarding: yes
boarding-no = boarding: no
boarding-unknown = boarding: not known
transit-yes = changing planes: possible
transit-no = changing planes: not possible
transit-unknown = changing planes: not known

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
said-by = { $who }, { $country }, { $day }, { $terms }
step-line = { $what }, { $day }.
step-asked = Asked whether one may apply
step-applied = Applied
step-refused = Refused
step-granted = Granted
step-discouraged = Advised against it
step-not-applied = Not applied
step-left = Left
step-arrived = Arrived

## What is known
every-country = every country
basis-said = the person said so
basis-document = a document shows it
basis-caseworker = a caseworker found it
basis-assumed = assumed in this example
topic-place = Where they are
topic-papers = Papers
topic-family = Family
topic-work = Work and study
topic-money = Support and money
topic-records = What is on file
topic-danger = The danger
topic-bars = What could stand against them
topic-consent = What they allow
topic-talks = What they intend
value-yes = yes
value-no = no
value-none = none
value-unknown = not known
value-rather-not = would rather not say
value-contested = contested: { $what }
value-and-perhaps-more = { $what }; perhaps more

## Doors
doors = Doors
doors-text = What a step closes is written nowhere in one place. Here it is worked out from every pathway that reads what the step changes, each with its own article.
ask-first = Ask from hiding
ask-from-here = Ask from where they are
ask-today = What may be asked today
ask-none = Nothing may be asked from here today.
ask-refused = If every one of these were refused on paper
leave-first = Leave first
leave-to = For which country
leave-show = Show
leave-head = Having left for { $country }, as a visitor
event-any = Any other step
event-any-text = Choose a way and what might happen on it.
event-pathway = The way
event-what = What happens
event-show = Show the doors
event-refused = refused on paper
event-turned-back = turned back at the border
event-lodged = the claim or petition is lodged
event-granted = granted
event-removed = removed to the country of nationality
removed-head = Removed to { $country }
event-not-here = The book of this way knows no such event.
doors-close = Goes dark
doors-open = Lights up
doors-weigh = Only weighed against
doors-nothing = No article closes anything, and nothing opens.
doors-weighs-only = No article closes anything. Some will ask about it and weigh it.
doors-closes-nothing = No article closes anything.
doors-closes =
    { $closes ->
        [one] One way goes dark
       *[other] { $closes } ways go dark
    }, { $opens ->
        [0] and none lights up.
        [one] and one lights up.
       *[other] and { $opens } light up.
    }

## The law
law-count =
    { $n ->
        [one] { $n } book.
       *[other] { $n } books.
    }
law-text = Each says what the law says, article by article, with where it was seen. What an official said, or what was refused, is never in a book.
shelf-families = The same in many countries
shelf-overlays = Orders and suspensions
kind-visa = visa
kind-entry = entry without a visa
kind-resettlement = resettlement
kind-asylum = asylum
kind-permit = permission to enter or stay
kind-family = family
kind-work = work
kind-study = study
kind-evacuation = evacuation
kind-remedy = remedy
kind-protection = protection from return
kind-absence = what the law does not have
effect-closes = closes
effect-suspends = suspends
effect-limits = limits
overlay-active = in force
overlay-enjoined = in force, but held back by a court
overlay-inactive = not in force on this day
overlay-unknown = not known whether it works
started-person = the person
started-organisation = an organisation
started-unhcr = UNHCR
started-government = a government
rests-text = the text of the law: can close
rests-appreciation = somebody weighs it
rests-practice = it is done so
needed-to-ask = needed to ask
needed-to-be-granted = needed to be granted
shown-nobody = nobody can check it
shown-lawyer = for a lawyer to show
shown-document = a document shows it
only-if = (only if { $condition })
as-the-row = each country’s own article, as its row in the table says
window-both = From { $from } until before { $until }
window-from = Since { $from }
window-until = Until before { $until }
window-open = No dates known
waiver-lifts = Lifts: { $what }
counted-line = { $granted } of { $decided } granted ({ $who }, { $year })
book-windows = When it is in force
book-requires = What it requires
book-bars = What stands against it
book-waivers = What can lift that, or is spared
book-practice = What is done
book-events = What happens then
book-counted = Decisions that somebody counted
book-sources = Sources

## Day by day
days-lead = Each line is one way. From { $from } to { $until } it shows for how many of the people here the law has left it open. Their facts stay as recorded today: only the law and the calendar move.
days-picture = The ways over the years
days-way = Way
days-legend = What is not coloured is closed.
days-still = Ways that read the same for everybody on every day of these years
days-turns = What turns in { $year }
days-nothing = Nothing turns in this year for anybody here.
days-see = See everyone on this day
days-see-eve = and on the day before
days-entry = Entry for a visit is not here: it never stands without return and pursuit beside it. It stands on each person’s page.
turn-window-begins = comes into force
turn-window-ends = goes out of force, or begins to read otherwise
turn-overlay-begins = an order begins
turn-overlay-ends = an order ends
turn-overlay-held = a court holds an order back
turn-overlay-works = no court holds an order back any longer
turn-dates = a date is reached that stands in a condition, in a list of the year, or in somebody’s papers

## What this is
about-what = Safeconduct finds the lawful way to safety for someone in hiding: what is open today, what a refusal would cost, and who could open a door that is shut.
about-limits = What it cannot do
about-limit-invented = Everyone in this workspace is invented. It is for practice. Do not enter anybody real.
about-limit-lawyer = It is no lawyer. Every step needs a caseworker and a lawyer of the country in question.
about-limit-books = Its books were written from published texts; many articles were seen only in somebody else’s account, and are marked so. “Unverified” means that nobody has checked.
about-limit-said = What an official says is neither law nor a refusal. It is shown beside the law and never changes it.
about-limit-unknown = It never guesses. What nobody knows reads “undecided”, with the question that would settle it.
about-limit-entry = A border that lets somebody in is not a safe place. Return and pursuit stand beside every entry.
about-private = What stays here
about-private-local = The pages are made on this computer and sent nowhere. They load nothing from elsewhere, and run no script.
about-private-screen = The browser may remember that these pages were open. Somebody who looks at the screen sees what you see.
about-private-leave = “Leave” ends this visit at once. It does not wipe the browser’s memory.
about-choice = Whose choice it is
about-choice-text = The person decides. What stands here informs that choice; nothing here is advice to take a step, and only lawful ways are shown.

# The command line.
ask-settled = Nothing more needs to be asked: no answer would change a verdict.
changes-not-there = not there on this day
changes-none = Nothing changed for this person between these days.
edition-read = { $n ->
    [one] { $n } row was read.
   *[other] { $n } rows were read.
}
edition-of-the-books = { $n ->
    [one] { $n } line of it speaks of what the books speak of.
   *[other] { $n } lines of it speak of what the books speak of.
}
edition-same = { $n ->
    [one] { $n } says the same.
   *[other] { $n } say the same.
}
edition-different = { $n ->
    [one] { $n } is different:
   *[other] { $n } are different:
}
edition-not-adding-up = { $n ->
    [one] In { $n } row the parts do not make up the total; it is counted by its parts.
   *[other] In { $n } rows the parts do not make up the total; they are counted by their parts.
}
edition-unknown-places = The books’ table of countries does not know: { $places }.
edition-nothing-taken-over = Nothing was taken over. `--rows` prints what an author may look through and add, with a source.
edition-entry = { $country }, with a passport of { $passport }
edition-decisions = { $country }, { $year }, stage { $level }, { $unit }
edition-other = { $about }: the books: { $books }; this edition: { $edition }
edition-new = { $about }: not in the books; this edition: { $edition }
edition-gone = { $about }: the books: { $books }; not in this edition
edition-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
edition-counts = recognised { $recognised }, otherwise protected { $complementary }, rejected { $rejected }, otherwise closed { $closed }
rule-visa-free = no visa
rule-on-arrival = visa on arrival
rule-e-visa = electronic visa or authorisation
rule-visa-required = visa needed
rule-no-admission = nobody is let in
unit-persons = persons
unit-cases = cases

## Routes
nav-routes = Routes
routes-link = Routes: leave first, or ask from here?
routes-lead = Each begins with another first step, and shows the widest plan that goes on from it. All are compared under the same unknown chances: what would help one would help every other that takes the same step.
routes-compare = Side by side
routes-compare-return = A person may be handed over on the way
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
route-certain-return = On its journeys and at its claims a person can be handed over. Nobody has counted how often.
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
    [one] { $n } other plan that begins so cannot be told apart from it by chance.
   *[other] { $n } other plans that begin so cannot be told apart from it by chance.
}
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
route-if-stopped = If not let out, not boarded or turned back:
route-if-handed-over = If handed over:
route-if-recognised = If recognised:
route-if-granted = If granted ({ $by }):
route-if-refused = If refused:
route-end-safe = safe in { $country }: a lasting right
route-end-out-of-reach = out of reach in { $country }, lawfully, not yet for good
route-end-returned = in the hands of those who hunt
route-end-waits = still waiting: { $country }
route-limit-situations = { $n ->
    [one] { $n } situation was worked out from the law.
   *[other] { $n } situations were worked out from the law.
}
route-limit-one-day = They know the law of this one day. What opens or closes later, deadlines, months and costs are not in them.
route-limit-attempts = At most four rounds of asking and claims, and one journey by an entry rule, are followed.
route-limit-bit = More plans remained somewhere than can be kept: a better one may have been left out.
route-not-entered = { $n ->
    [one] { $n } country that might let this person in is left out: people were returned or hunted there, or worse.
   *[other] { $n } countries that might let this person in are left out: people were returned or hunted there, or worse.
}
route-untrue = { $n ->
    [one] { $n } way on is not built, because it would make untrue what was said to come there.
   *[other] { $n } ways on are not built, because they would make untrue what was said to come there.
}

## The ask
ask-title = The ask
ask-lead = Nothing on this page is open by right. Each power below stands in a law on { $day } and may be used for somebody here: either no text forbids it, or somebody may lift what does. That it may be asked for is no promise.
ask-article = What gives the power
ask-practice = What is done with it
ask-lifted = What stands in the way of some, and who may lift it
ask-before = Asked before
ask-not-before = Nobody here has asked yet, as far as is recorded.
ask-enough = What would be enough, by the nearest way for each person
ask-nobody = On this day no law in these books gives anybody such a power for the people here.
ask-ready = Nothing more is needed to be allowed to ask
ask-find-out = Depends on what can still be found out
ask-do = Somebody could arrange or change
ask-not-in-hands = It also depends on what nobody here can change
ask-room = This page counts people in hiding. It stays in this room: nothing on it is cleared to be sent.
ask-enough-nothing = Nothing that could be found out or done here would settle it
ask-enough-too-many = More ways than can be listed here; see the person’s own page
ask-that-country = that country
