## Which change of law would open most
reforms-title = Which change of law would open most
reforms-lead = For whoever argues for a change of law. As the law stood on { $day }, each requirement and each bar that rests on its text is struck from these books in turn, and every person is decided anew. What is shown is for how many people a way would then no longer be closed.
reforms-mind = No longer closed is not yet open: most of these ways would still have facts to settle, and somebody who decides. And that a condition keeps many people out does not say that it should fall; some of them say who a refugee is, or protect somebody.
reforms-left-out = Entry for a visit is not here: it never stands without return and pursuit beside it. Remedies against a return are not here either: they lead nowhere by themselves.
reforms-level = The greatest danger of being returned or hunted there that is counted:
level-medium-low = less than in many places
level-medium = as in many places
level-medium-high = more than in many places
level-any = any, also the greatest
reforms-counted = The danger there at most: { $level }
reforms-counted-text = Of these countries the books say how people were returned from there or hunted there.
reforms-not-looked = Where nobody has said how great the danger is
reforms-not-looked-text = Of these countries the books say nothing, or only that a few searches found nothing. That is no finding of safety, and none of danger.
reforms-anywhere = Wherever the way leads
reforms-anywhere-text = Countries from which people were returned, or in which they were hunted, are counted as well.
reforms-from-closed =
    { $n ->
        [one] for { $n } person no longer closed
       *[other] for { $n } people no longer closed
    }
reforms-from-undecided =
    { $n ->
        [one] for { $n } person undecided today, and then open or without an obstacle that anybody can check
       *[other] for { $n } people undecided today, and then open or without an obstacle that anybody can check
    }
reforms-requirement = Requirement
reforms-bar = Bar
reforms-order = Order
reforms-more =
    { $n ->
        [one] { $n } more change that would open something is not shown.
       *[other] { $n } more changes that would open something are not shown.
    }
reforms-pairs = Only two together
reforms-pairs-text = Striking any one condition of the way opens nothing for these people; striking both of these does.
reforms-parts = Milder: one part of a condition
reforms-parts-text = The condition stays, and asks for one thing less, or bars in one case less.
reforms-asks-no-longer = It no longer asks for: { $what }
reforms-bites-no-longer = It no longer bars because of: { $what }
reforms-that-country = that country
reforms-part-of-the-table = what the table of countries says of that country
reforms-orders = If an order were lifted
reforms-orders-text = An order closes or suspends whole ways for some time. Every way that it closes is counted at once.
reforms-nothing = Striking a single condition opens no such way for anybody here.
reforms-asleep =
    { $n ->
        [one] { $n } way is not in force on this day, or only for those who are named: no condition struck would open it.
       *[other] { $n } ways are not in force on this day, or only for those who are named: no condition struck would open them.
    }
