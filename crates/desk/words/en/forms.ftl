## Around every form
form-record = Record it
form-back = Back, without recording
form-faults = Something is missing. Nothing was lost.
fault-choose = Choose one.
fault-country = Choose a country.
fault-day = Write the day, such as 2017-05-17.
fault-date = Write a day, a month or a year: 2017-05-17, 2017-05 or 2017.
fault-day-ahead = This day has not come yet.
fault-moment = Write the day and the time.

## A step
form-step-offered = A step, or what came of it
form-step = A step, or what came of it
form-step-lead = Applied, refused, left, arrived: what was really done. What an official only said is no refusal; record it as what an official said.
form-step-what = What was it?
form-step-what-hint = Refused is what an authority decided. If somebody advised against it, that is not a refusal.
form-step-pathway = By which way?
form-step-pathway-hint = Leave it empty for what belongs to none, such as leaving a country.
form-step-country = At or towards which country?
form-step-on = When?
form-step-on-hint = A day, a month or a year: 2017-05-17, 2017-05 or 2017.
form-step-note = In a sentence

## What an official said
form-signal-offered = What an official said
form-signal = What an official said
form-signal-lead = What somebody said is neither law nor a refusal. It stands beside the law and never changes what the law says.
form-signal-government = Whose official?
form-signal-who = Who, and in what capacity?
form-signal-who-hint = Such as: a consul, at the window.
form-signal-on = On which day?
form-signal-said = What was said?
form-signal-said-hint = In their words or in yours. The next question asks which.
form-signal-manner = Whose words are these?
form-signal-quoted = Their very words
form-signal-account = Our account of them
form-signal-means = What does it mean for whoever asks?
form-signal-discouraged = Better not
form-signal-encouraged = They would look at it
form-signal-pathway = About which way?
form-signal-pathway-hint = Leave it empty if it was about none in particular.
form-signal-terms = On what terms was it said?
form-signal-terms-hint = If nobody agreed on terms, choose the strictest. Others may be in danger if it is repeated.
form-signal-on-record = On the record: may be quoted by name
form-signal-background = On background: may be used, not named
form-signal-deep-background = On deep background: may be used without a source
form-signal-off-record = Off the record: not for any use outside
fault-signal-who = Write who it was, or what they do.
fault-signal-said = Write what was said.
