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
