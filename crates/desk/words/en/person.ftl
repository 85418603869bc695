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
