## A picture of the routes
picture-link = See them as a picture
picture-title = Routes as a picture
picture-lead = Where the first two steps of the routes side by side can lead. A box is a situation; an arrow is a step, and what comes of it stands in the box where it ends. Choose a box to see what can be done from there.
picture-wait = To stay and wait is possible in every box, and is not drawn.
picture-lines = A whole line: it goes well. A broken line: it does not. A dotted line: the person is handed over, or found.
picture-situations = { $n ->
    [one] { $n } situation, from left to right by how many steps lead to it.
   *[other] { $n } situations, from left to right by how many steps lead to them.
}
picture-arrows = { $n ->
    [one] { $n } arrow joins them.
   *[other] { $n } arrows join them.
}
picture-same = The table under the picture says the same.
picture-left-out = { $n ->
    [one] { $n } more situation is reached and not drawn: choose a box before it to see it.
   *[other] { $n } more situations are reached and not drawn: choose a box before them to see them.
}
picture-none = No step is known from here. Nothing can be drawn.
picture-table = The same as a table
picture-from = From
picture-step = Step
picture-comes = What comes
picture-to = To
picture-back = Back to the routes
picture-start = the routes begin here
picture-safe = safe
picture-out-of-reach = out of reach, not yet for good
picture-waits = still waiting
picture-returned = in the hands of those who hunt
picture-nowhere = place not known
picture-by = { $came }: { $where }
picture-ask-all = { $n ->
    [one] Ask by { $n } way
   *[other] Ask by { $n } ways
}
picture-ask = Ask: { $way }
picture-enter = Travel as a visitor to one of: { $where }
picture-travel = Travel on the paper: { $where }
picture-claim = Ask for protection: { $where }
picture-appeal = Appeal, with a lawyer
picture-prepare-child = A child-protection lawyer first
picture-prepare-lawyer = A lawyer hears it first
picture-prepare-move = Out of reach, inside the country
picture-granted = granted
picture-refused = refused
picture-arrived = arrived
picture-not-let-out = not let out
picture-not-boarded = not boarded
picture-turned-back = turned back
picture-handed-over = handed over
picture-found = found
picture-wait-until = Wait until { $day }
picture-waited = waited
picture-recognised = recognised
picture-claim-refused = claim refused
picture-appeal-won = appeal won
picture-appeal-lost = appeal lost
picture-heard = heard, the note is written
picture-lawyer-heard = a lawyer has heard it
picture-out = out, and hidden
picture-noticed = noticed
