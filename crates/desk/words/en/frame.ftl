# The words around every page, in English. Each page has a file of its own; `../ru` has the same ids
# with the same arguments. Kind and plain: the reader may be in danger, or very tired.

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
problem-not-recorded = This was not recorded
problem-not-recorded-text = The vault did not take it: the disk may be full, or the vault was moved here from elsewhere. Nothing of it was kept; go back, and your text is still in the form.
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
date-not-understood-today = That was not a day. Today is shown instead.
date-other-than-today = You are looking at another day than today:
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
