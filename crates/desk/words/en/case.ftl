## What is recorded of a case
case-file-link = What is recorded
case-law-link = What the law says
case-record = Record something
case-signals = What officials said
case-signals-none = Nothing was recorded that an official said.
case-steps = What was done
case-steps-none = Nothing was recorded that was done.
topic-none = What this program does not know
case-unread =
    { $n ->
        [one] { $n } entry cannot be read: it is damaged, or a newer program wrote it. It is kept.
       *[other] { $n } entries cannot be read: they are damaged, or a newer program wrote them. They are kept.
    }
case-unapplied =
    { $n ->
        [one] { $n } entry is kept and changes nothing: what it speaks of is missing, or is for somebody else to say.
       *[other] { $n } entries are kept and change nothing: what they speak of is missing, or is for somebody else to say.
    }
case-alarms =
    { $n ->
        [one] Something that should never be was found in { $n } place: a device may have been copied. Tell your colleagues.
       *[other] Something that should never be was found in { $n } places: a device may have been copied. Tell your colleagues.
    }
recorded-by = Recorded by { $member }, { $day }.
member-you = you
member-colleague = a colleague ({ $mark })
says-person = The person says so
says-relative = Somebody of the case says so
says-member = Recorded by a colleague
says-around = Somebody around the person says so
says-paper = A paper shows it
says-evidence = A piece of evidence shows it
mark-doubted = doubted
mark-approved = seen by a second person
mark-waits-second = waits for a second person; the law does not read it yet
mark-waits-lawyer = waits for a lawyer; the law does not read it yet
mark-contested = contested: the law takes it as unknown
mark-unknown-fact = the vocabulary has no such fact
mark-never-collected = never collected
mark-derived = the program works this out itself
mark-does-not-fit = does not fit the vocabulary
entry-look = Look closer
