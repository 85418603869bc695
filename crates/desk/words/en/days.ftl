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
