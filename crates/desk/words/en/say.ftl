# What may be said, and a person's names.

## A name
form-name = A name, a telephone, a user name
form-name-lead = What somebody is known as beside the code name. It is sealed with the case, finds it again, and is looked for in whatever you want to publish. It never goes into a packet.
form-name-name = The name or number
form-name-hint = As they write it. For a name in full: the given name first, the family name last; each spelling as an entry of its own.
form-name-of = What is it?
name-legal = the name in their papers
name-at-home = what they are called at home
name-nickname = a nickname
name-user-name = a user name
name-initials = initials
name-telephone = a telephone
name-mail = an e-mail address
name-other = something else
fault-name = Write the name or the number.
case-names = Known as

## Saying something
nav-say = Say
say-title = What may we say?
say-lead = Before something goes out, it is read against everybody in this vault and against what was said before. The draft stays in this page: it is kept nowhere, and stands in no address.
say-limits-head = What this check misses
say-limits = It misses things. Of 96 plain drafts that exposed somebody, written by three people who did not know its rules, it noticed 89 when it first read them (English 55 of 60, Russian 34 of 36): one in fourteen passed. Of 120 drafts that a cunning writer had hidden it noticed 62: one in two passed. It is weakest on helpers, on our own staff and on talks. It stopped 5 of 96 harmless plain drafts, and 9 of 120 of the cunning writer’s.
say-limits-vault = It knows only what this vault has recorded and what this device may open: a name, a place or a talk that nobody has written down is not looked for. A second person reads every statement, whatever stands here.
say-draft = The draft
say-draft-hint = English or Russian. About ten thousand letters at most; what is longer is checked in parts.
say-to = Who reads it?
say-to-press = anyone: the press, a site, a network
say-to-journalist = one journalist
say-to-donor = a donor
say-to-government = a government
say-country = Which government?
say-country-hint = Only where a government reads it. It may read of its own talks with us, never of another’s.
say-language = In which language is it?
say-check = Check the draft
say-record = This went out: remember it
say-record-hint = Remember only what has gone out, word for word. The next drafts are read against it. Everybody with a key to this vault can read it.
fault-say-empty = Write the draft first.
say-stop = The check could not be finished. Send nothing on the strength of it.
say-stop-long = The draft is longer than any statement. Check it in parts.
say-stop-figures = The figures published so far contradict each other, so nothing can be subtracted. Somebody must look at them first.
say-stop-groups = There are too many groups to decide. Somebody must look at the figures.
say-stop-other = Something of what was said before cannot be read.
say-do-not-send = Do not send this.
say-ask-second = Ask a second person.
say-nothing-found = Nothing was found. That does not mean that it exposes nobody: a second person must read it.
say-found = { $n ->
    [one] { $n } place in the draft
   *[other] { $n } places in the draft
}
say-exposes = Exposes: { $whom }
say-whom-case = { $code }, case { $number }
say-whom-helper = somebody who helps, case { $number }
say-whom-host = a host of ours
say-whom-staff = one of us
say-whom-talk = our talks with { $country }
say-whom-unknown = somebody in this vault
say-out = already out
say-grave = leads straight there
say-with-more = leads there with one more fact
say-helps = helps a little
say-part-identity = a name or number
say-part-attributes = traits
say-part-date = a day
say-part-place = a place
say-part-relative = a relative
say-part-helper = a helper
say-part-staff = one of us
say-part-negotiation = a talk
say-part-count = a figure
say-why-name = It is a name in the vault, in this or another form.
say-why-romanised = It is a name in the vault, as { $scheme } spells it.
say-why-romanised-other = It is a name in the vault, in Latin letters.
say-why-diminutive = It is a short or pet form of a name in the vault.
say-why-equivalent = It is the form that another language has for a name in the vault.
say-why-initials = These initials are theirs.
say-why-handle = A name of theirs stands inside a user name or a hashtag.
say-why-mail = It is a part of their e-mail address.
say-why-digits = { $n ->
    [one] The last digit is that of a number of theirs.
   *[other] The last { $n } digits are those of a number of theirs.
}
scheme-passport-2010 = a Russian passport of 2010 to 2013
scheme-passport-2014 = a Russian passport since 2014
scheme-bgn = an English newspaper
scheme-german = a German newspaper
scheme-french = a French newspaper
say-why-relative-named = A relative of theirs is named.
say-why-relative = A relative of theirs is told of by kinship.
say-why-traits = { $n ->
    [one] Together these fit { $n } person here: { $traits }.
   *[other] Together these fit only { $n } people here: { $traits }.
}
say-why-mosaic = { $n ->
    [one] Together with what was said before it fits { $n } person here; neither is enough alone.
   *[other] Together with what was said before it fits only { $n } people here; neither is enough alone.
}
say-why-place = A place where somebody hides is named.
say-why-place-described = A place where somebody hides is described: { $shared }.
say-why-country-name = It names a country that we talk with.
say-why-country-seat = It names the seat of a government that we talk with.
say-why-country-fits = { $n ->
    [one] It fits { $n } country, and we talk with it.
   *[other] It fits { $n } countries, and we talk with one of them.
}
say-why-country-uneven = It denies some and is silent on the rest: the silence tells.
say-why-country-nothing-refused = It says that nobody has refused. So somebody was asked, and the talks are out.
say-why-narrowed = { $before } was said rounded before; { $now } is the exact figure. With the next one anyone can subtract.
say-why-small = { $n ->
    [one] A count of { $n }: few enough to be matched with records of borders and offices.
   *[other] A count of { $n }: few enough to be matched with records of borders and offices.
}
say-why-vague = It is a vague word for a small count.
say-why-remainder = Anyone can subtract: { $whole } − { $part } = { $rest }.
say-why-share = It is a share of a figure that is known: { $part } of { $whole }.
say-why-difference = Anyone can subtract: { $now } now, { $before } before. The change lies between { $least } and { $most }.
say-why-staff-name = A name of one of us, which is withheld.
say-why-staff-sex = A pronoun or an ending tells whether it is a woman or a man. With a small staff, that is half of who it is.
say-why-staff-role = A role that is withheld.
say-why-helper-name = The name of somebody who helps.
say-why-helper-role = Somebody who helps, by what they do: { $shared }.
say-why-day = Something in a record happened on { $day }.
say-why-span = { $n ->
    [one] { $n } day lies between two days of one record.
   *[other] { $n } days lie between two days of one record.
}
say-rewrites = Other wordings, checked again
say-rewrites-none = No other wording was found by rule. Leave it out, or say it in general words.
say-rewrites-long = The draft is too long, or too much was found, for wordings to be offered. Check it in parts.
say-left = { $n ->
    [0] Nothing more was found in it. That does not mean that it exposes nobody.
    [one] { $n } place is left in it.
   *[other] { $n } places are left in it.
}
say-rule-drop-words = Leave the words out
say-rule-drop-sentence = Leave the sentence out
say-rule-somebody = Say “somebody in our care”
say-rule-some-place = Say “in a safe place”
say-rule-recently = Say “recently”
say-rule-helper = Say “somebody who helps us”
say-rule-member = Say “a member of staff”
say-rule-they = Say it so that it shows neither a woman nor a man
say-rule-round = Round the figure
say-rule-some = Say “some”
say-rule-no-comment = No comment on any government
say-before = Said before
say-before-none = Nothing is remembered yet. What went out before this vault was made can be remembered here, too.
say-part-outcome = What an authority did
say-untrue = It says what is not recorded. An authority that reads it will deny it.
say-whom-authority = the authorities of { $country }
say-why-outcome = The draft says “{ $said }”. What is recorded of this country is: { $recorded }. These are different things, and only the recorded one can be shown.
say-outcome-refused = refused
say-outcome-discouraged = discouraged, not refused
say-outcome-not-applied = nobody applied
say-outcome-granted = granted
say-rule-recorded = Say what is recorded: discouraged, not refused.
