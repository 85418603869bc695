## Routes, after something has happened
after-title = If it comes so
after-lead = What has happened on the way, which doors moved by it, and what is then possible.
after-back = Back to today
after-what = What has happened
after-stands = Where this person then stands
after-doors = What that does to the doors
after-planned = The plan until now
after-plan-kept = The plan as it was before this
after-as-planned = It goes on as it was planned. Next: { $step }.
after-not-as-planned = It was to go on with: { $step }. Worked out afresh from here, this stands first: { $now }.
after-then = What is possible from there
after-heard = A child-protection lawyer was heard, and the note is written.
after-lawyer-heard = A lawyer has heard what happened.
after-out = Out of reach of those who watched, and hidden in the same country.
after-found = Found by those who hunt, while waiting.
after-waited = Waited until { $day }.
after-late = { $event } That was only after { $day }.
after-noticed = The way out was noticed.
after-granted = Granted: { $by }.
after-all-refused = { $n ->
    [one] { $n } way was asked, and was refused.
   *[other] All { $n } ways that were asked at once were refused.
}
after-refused = Refused: { $way }.
after-arrived = Arrived: { $where }.
after-not-let-out = Not let out, on the way to { $where }.
after-not-boarded = Not boarded, or sent back while changing planes, on the way to { $where }.
after-turned-back = Turned back at the border: { $where }.
after-handed-over = Handed over on the way to { $where }.
after-recognised = Recognised: { $where }.
after-claim-refused = The claim was refused: { $where }.
after-claim-handed-over = Handed over in spite of a claim: { $where }.
after-appeal-won = The appeal succeeded: { $where }.
after-appeal-lost = The appeal was lost: { $where }.
after-returned = A plan of asking and travelling ends here. What can still be done is on the page “They have been stopped”: a lawyer, the courts that can order a return to be halted, and those who can speak for this person.
