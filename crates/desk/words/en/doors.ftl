## Doors
doors = Doors
doors-text = What a step closes is written nowhere in one place. Here it is worked out from every pathway that reads what the step changes, each with its own article.
ask-first = Ask from hiding
ask-from-here = Ask from where they are
ask-today = What may be asked today
ask-none = Nothing may be asked from here today.
ask-refused = If every one of these were refused on paper
leave-first = Leave first
leave-to = For which country
leave-show = Show
leave-head = Having left for { $country }, as a visitor
event-any = Any other step
event-any-text = Choose a way and what might happen on it.
event-pathway = The way
event-what = What happens
event-show = Show the doors
event-refused = refused on paper
event-turned-back = turned back at the border
event-lodged = the claim or petition is lodged
event-granted = granted
event-removed = removed to the country of nationality
removed-head = Removed to { $country }
event-not-here = The book of this way knows no such event.
doors-close = Goes dark
doors-open = Lights up
doors-weigh = Only weighed against
doors-nothing = No article closes anything, and nothing opens.
doors-weighs-only = No article closes anything. Some will ask about it and weigh it.
doors-closes-nothing = No article closes anything.
doors-closes =
    { $closes ->
        [one] One way goes dark
       *[other] { $closes } ways go dark
    }, { $opens ->
        [0] and none lights up.
        [one] and one lights up.
       *[other] and { $opens } light up.
    }
