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
export-too-large = not written, because a step of its plan may end in more than six ways. The file of nature beside it still proves one side.
