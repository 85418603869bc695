## What can be shown of harm
shown-head = What can be shown
shown-link = What can be shown of harm
shown-lead = Somebody says that there are no victims, somebody else that there are a hundred. These are the counts behind which this team can stand, each with what stands behind it. They are printed so that nobody can be told from them.
shown-people = People whose cases this team keeps
shown-harmed = Of those, people who have been harmed already, as it is recorded and as nobody contests
shown-evidence = Of the harmed, people with a piece of evidence that was never out of sight
shown-agreed = Of the harmed, people whose persecution is supported, and a second colleague agrees
shown-not = Not recorded is not: did not happen. Nobody may read from this that others were not harmed, nor that there are no more. A count that is not given is not nought.
