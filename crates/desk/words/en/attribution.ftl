# How staff and sources are spoken of.

## What was agreed to be said of one of us
say-why-beyond = It says more than was agreed: { $what }. Agreed: “{ $agreed }”.
beyond-role = what they do
beyond-rank = how high, how new or how rare they are among us
beyond-place = where they work
beyond-service = since when
say-rule-agreed = Say what was agreed, with its reason

## The page
attribution-title = How we are spoken of
attribution-lead = Journalists must describe whoever they quote as closely as they may. So agree beforehand, in calm: by which words you are told of, why you are not named, and what is never said. Drafts are then held against it.
attribution-lead-risk = A reporter who is threatened, a helper who was found, one of us: whoever is in danger gets a case of their own, with the first minutes and the next steps, like anyone.
attribution-open-case = One of them is in danger: open a case
attribution-form = Write down what was agreed
attribution-waits = Waits for your signature
attribution-ours = Our people
attribution-others = Officials, reporters, helpers
attribution-others-none = Nothing was agreed with anybody outside yet.
attribution-untold = Nothing was agreed yet: neither the name may be said, nor whether it is a woman or a man.
attribution-told-as = Told of as: “{ $descriptor }”, { $because }.
attribution-on-record = Speaks on the record: may be named.
attribution-not-said = Never said: { $what }.
attribution-agreed = agreed
attribution-proposed = waits for a second signature; until then nothing is said of them
attribution-contested = contested; until it is settled nothing is said of them
attribution-recorded = Written down: { $what }.
attribution-name = the name
attribution-sex = whether it is a woman or a man
attribution-role = what they do, where, since when, how high they stand

## The form
attribution-form-lead = Everybody with a key to this vault can read this. Write down no more than somebody chooses to have written down.
attribution-form-who = What you sign of yourself counts at once. What you sign of another counts once a second member has signed it, too; until then nothing is said of them.
attribution-form-change = What you change takes the place of what stands there. Unless it is about yourself, a second member must sign it again.
attribution-whom = Who is it about?
attribution-whom-hint = One of the members, or somebody without a key.
attribution-colleague = one of us, without a key
attribution-official = an official
attribution-reporter = a reporter
attribution-helper = somebody who helps
attribution-country = Of which government?
attribution-country-hint = Only for an official.
attribution-names = Their names
attribution-names-hint = One on each line: in Latin and in Cyrillic letters, and any other name they go by. Drafts are searched for them.
attribution-is = What are they?
attribution-is-hint = If they choose to have it recorded. Where it is not, “he” and “she” are both noticed.
attribution-not-recorded = not recorded
attribution-woman = a woman
attribution-man = a man
attribution-role-en = What they do, in English
attribution-role-hint = As exactly as it is: so that a draft which tells of it is noticed. For instance: press officer.
attribution-role-ru = What they do, in Russian
attribution-withheld = What is never said of them?
attribution-withheld-hint = Nothing ticked means: they speak on the record, and may be named.
attribution-descriptor-en = By which words are they told of, in English?
attribution-descriptor-hint = They stand in the place of the name. They must fit several people.
attribution-descriptor-ru = And in Russian?
attribution-because-en = Why are they not named, in English?
attribution-because-hint = In words that may be printed. They follow “not named …”.
attribution-because-ru = And in Russian?
attribution-usual = a member of staff
attribution-usual-because = because of threats
attribution-fault-descriptor = Write by which words they are told of, in one of the languages at least.
attribution-fault-because = Write why they are not named, in one of the languages at least: journalists ask for it.
attribution-fault-sex = This word tells whether it is a woman or a man, and that is never to be said. Choose another.
attribution-fault-usual = These words are for one of us, and this is somebody else. Write those that were agreed with them, in both languages or in one.

## The second signature
attribution-second = Do you agree?
attribution-second-lead = A colleague wrote this down. Ask whoever it is about, if you can, before you sign.
attribution-found = What do you say?
attribution-agrees = I agree
attribution-opposes = I do not agree
attribution-note = A word on it

## On the page of the team
attribution-team = How each of us is told of in what goes out, and why: agreed in calm, before anybody asks.
