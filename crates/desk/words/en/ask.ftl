## The ask
ask-title = The ask
ask-lead = Nothing on this page is open by right. Each power below stands in a law on { $day } and may be used for somebody here: either no text forbids it, or somebody may lift what does. That it may be asked for is no promise.
ask-article = What gives the power
ask-practice = What is done with it
ask-lifted = What stands in the way of some, and who may lift it
ask-before = Asked before
ask-not-before = Nobody here has asked yet, as far as is recorded.
ask-enough = What would be enough, by the nearest way for each person
ask-nobody = On this day no law in these books gives anybody such a power for the people here.
ask-ready = Nothing more is needed to be allowed to ask
ask-find-out = Depends on what can still be found out
ask-do = Somebody could arrange or change
ask-not-in-hands = It also depends on what nobody here can change
ask-room = This page counts people in hiding. It stays in this room: what may be carried away stands on the sheets, which count safely and repeat nothing that was said in confidence.
ask-brief = To carry to a ministry, on one sheet:
ask-brief-all = One sheet for all governments together
ask-enough-nothing = Nothing that could be found out or done here would settle it
ask-enough-too-many = More ways than can be listed here; see the person’s own page
ask-that-country = that country
ask-reforms = Which change of law would open most?

## The ask for one person
ask-person-link = The ask: who could say yes?
ask-person-lead = Nothing on this page is open by right. Each power below stands in a law on { $day } and may be used for this person: either no text forbids it, or somebody may lift what does. That it may be asked for is no promise.
ask-person-room = This page tells of one person. It stays in this room.
ask-person-before = What was asked there for this person, and what came back
ask-person-not-before = Nothing was asked there for this person yet, and nothing was said to us about it.
ask-person-enough = What would be enough, by the nearest way
ask-person-nobody = On this day no law in these books gives anybody such a power for this person.
ask-person-answered = An answer has come
ask-law = What the law says
ask-one-too-many = There are more ways than can be listed here
