## The wall
figure-hidden =
    { $n ->
       *[other] in hiding.
    }
figure-visas =
    { $n ->
        [one] has a visa.
       *[other] have visas.
    }
figure-left =
    { $n ->
       *[other] left without one.
    }
governments = What the governments did
governments-text = Counted from each person’s own steps and from what officials said to them. What was said is not a refusal.
government = Government
col-asked = Asked
col-applied = Applied
col-refused = Refused
col-discouraged = Discouraged
col-encouraged = Encouraged
col-granted = Granted
col-said = What was said
sum-waiting = Nothing was refused and nothing granted so far.
sum-discouraged = Nothing was formally refused. People were discouraged.
sum-granted = Visas were granted; nothing was refused.
sum-refused = Somebody was refused.
could-open = Who could open a way
could-open-sentence =
    { $n ->
        [one] government could open a way if it were asked: a minister or a government may decide so there, no article forbids it or somebody may lift what does, and somebody on this wall has had no answer from it yet.
       *[other] governments could open a way if they were asked: a minister or a government may decide so there, no article forbids it or somebody may lift what does, and somebody on this wall has had no answer from it yet.
    }
could-open-which = Which, by which article, and what would be enough
reaches =
    { $n ->
        [one] for { $n } person
       *[other] for { $n } people
    }
grid = Everyone, by destination
grid-text = Each cell shows the best word that the law has for this person in that country on that day. Choose a name to see why.
grid-drawn = People from number 13 on were drawn by a generator; the first twelve are written in detail. All are invented.
person = Person
column-entry = without a visa: how many
somewhere = place not known
stage-hidden = in hiding, { $country }
stage-visa = visa granted, { $country }
stage-left = left without a visa, { $country }
