# A spreadsheet of people: what it would change, and what cannot be taken over.
import-too-large = The file is too large for a table of people. Save the one sheet that you need as a file of its own.
import-no-spreadsheet = The file cannot be read: it is no XLSX file, or it is damaged. Open it in your spreadsheet program and save it anew.
import-locked-or-old = The file is locked with a password, or of an older kind than XLSX. Open it, take the password away, save it as XLSX, and delete that copy afterwards.
import-not-utf8 = The letters of this file cannot be told. Save it as “CSV UTF-8”, or as XLSX.
import-trouble = { $at }: { $why }
import-perhaps = { " " }Is “{ $name }” meant?
import-never-images = Nobody collects intimate images. They prove nothing, hurt whoever is asked, and kill in the wrong hands. Delete this column, wherever the file lies.
import-never-tests = Nobody collects “tests” of orientation. They prove nothing and are an abuse in themselves; courts do not take them. Delete this column, wherever the file lies.
import-never-practice = Nobody collects what people do in private. It proves nothing, and courts may not ask. Delete this column, wherever the file lies.
import-never-partners = Nobody collects names of former partners: they have not been asked, and the list would endanger them. Delete this column, wherever the file lies. If one of them is a danger, write that to the facts about danger.
import-unknown-heading = No fact has this heading; the column is left out.{ $perhaps } To take it over, choose a fact for it.
import-several-facts = This heading may be any of these facts: { $facts }. Choose one, or write its name over the column.
import-same-column = Column { $column } says the same already. Leave one of the two.
import-worked-out = The program works this out itself from other facts. Leave the column out.
import-list-fact = This fact is a list with several lines for each person; a cell cannot hold it. Enter it by hand.
import-which-country = This fact is another one for each country. Write the country into the heading, as in “{ "name[LTU]" }”.
import-no-country = This fact has no countries. Take the country out of the heading.
import-no-heading = There is something in this column, and no heading over it. Write one, or empty the column.
import-nobody = The row has neither a key nor a code name, so that nobody knows whom it speaks of. Write one of the two.
import-same-row = The row that begins in { $at } speaks of the same person. Make one row of the two.
import-two-people = The key and the code name of this row are those of two different people. Correct one of the two.
import-cell-error = The cell shows an error of the spreadsheet program. Mend it there, or empty it.
import-cell-never-worked-out = The cell holds a formula that has not been worked out. Open the file in your spreadsheet program and save it.
import-cell-no-day = The cell holds a time, and no day that can be read. Write the day as 2017-05-17.
import-too-long = This is too long to be recorded in one piece. Shorten it, or attach it as a file.
import-not-yes-or-no = Write “yes”, “no” or “unknown”.
import-not-a-number = Write a whole number, without a unit, or “unknown”.
import-not-a-date = Write a day as 2017-05-17, a month as 2017-05, a year as 2017, or “unknown”.
import-ambiguous-date = In this date nobody can tell the day from the month. Write it as 2017-05-17.
import-not-a-country = There is no country of this name. Write its name, or its three letters.{ $perhaps }
import-not-one-of = This fact knows no such value.{ $perhaps } The page of the fact lists what it may be.
import-not-words = Write words here.
import-not-a-language = Write a language by its name or its tag, such as “Chechen” or “ce”.
import-both-shown-and-denied = The cell says of one thing that it is so and that it is not. Correct it.
import-same = { $at }: { $of }: nothing new.
import-added = { $at }: { $of }: { $says } would be added.
import-added-second = { $at }: { $of }: { $says } would be added, and counts once a second person has signed it.
import-added-lawyer = { $at }: { $of }: { $says } would be added, and counts once a lawyer has signed it.
import-contradicted = { $at }: { $of }: the sheet says { $says }, recorded is { $recorded }. Nothing is changed: ask which is right, and record that by hand.
import-what-the-cell-says = what stands in the cell
import-something-else = something else
import-row-key = key of the row
import-code-name-en = code name in English
import-code-name-ru = code name in Russian
import-language = language
import-note = note, as a task to be read
import-unknown = unknown
import-rather-not-say = would rather not say
import-contested = contested ({ $values })
import-not = not { $name }
import-no-others = no others
import-yes = yes
import-no = no
import-head = Take over a spreadsheet
import-lead = The file is compared with the people who are known here, and you see every difference first. Nothing is recorded until you choose it.
import-file = The file
import-file-hint = CSV (UTF-8) or XLSX, one row for each person, with headings in the first row. A code name in each row, and no real names.
import-compare = Compare
import-held = The file is held in memory and nowhere else. It is gone when you put it away or lock the vault. The original on your disk stays where it is: delete it yourself once it is no longer needed.
import-away = Put it away
import-troubles = What cannot be taken over
import-rows = What would be recorded
import-nothing-new = No row says anything new.
import-row-new = Row { $row }: somebody new
import-row-known = Row { $row }: case { $number }
import-record = Record the rows that are ticked
import-more =
    { $n ->
        [one] One row more says something new. It is shown once these are recorded.
       *[other] { $n } rows more say something new. They are shown once these are recorded.
    }
import-same-rows =
    { $n ->
        [one] One row says nothing new.
       *[other] { $n } rows say nothing new.
    }
import-columns = What the columns mean
import-columns-text = Proposed from the headings. Keys of rows only tell the rows of this file apart: they are not recorded, and the code name is what a row is known by next time.
import-leave-out = — left out —
import-compare-again = Compare again
import-fault-none = Tick the rows that are to be recorded.
import-fault-changed = Something was recorded here in the meantime. The differences are shown anew: look at them once more. Nothing was taken over.
import-fault-nameless = One of the rows has no code name, so it would not be known next time. Give it one in the file, and choose the file again. Nothing was taken over.
