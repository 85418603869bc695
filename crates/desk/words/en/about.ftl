## What this is
about-what = Safeconduct finds the lawful way to safety for someone in hiding: what is open today, what a refusal would cost, and who could open a door that is shut.
about-limits = What it cannot do
about-limit-invented = Everyone in this workspace is invented. It is for practice. Do not enter anybody real.
about-limit-vault = No outside eye has looked at its vault. Until one has, keep in it only what nobody would be harmed by if it were read.
about-limit-lawyer = It is no lawyer. Every step needs a caseworker and a lawyer of the country in question.
about-limit-books = Its books were written from published texts; many articles were seen only in somebody else’s account, and are marked so. “Unverified” means that nobody has checked.
about-limit-said = What an official says is neither law nor a refusal. It is shown beside the law and never changes it.
about-limit-unknown = It never guesses. What nobody knows reads “undecided”, with the question that would settle it.
about-limit-entry = A border that lets somebody in is not a safe place. Return and pursuit stand beside every entry.
about-private = What stays here
about-private-local = The pages are made on this computer and sent nowhere. They load nothing from elsewhere, and run no script.
about-private-screen = The browser may remember that these pages were open. Somebody who looks at the screen sees what you see.
about-private-leave = “Leave” ends this visit at once. It does not wipe the browser’s memory.
about-private-lock = “Lock and leave” ends the program that holds the keys. It does not wipe the browser’s memory.
about-choice = Whose choice it is
about-choice-text = The person decides. What stands here informs that choice; nothing here is advice to take a step, and only lawful ways are shown.
