# Who reads a draft for those who may not open everything.

review-needed = Nobody lets a text go from here alone: this laptop may not open everything, or you are not among those who read drafts for everybody. What is found here is found in what opens here. One of them reads the draft, too; the answer comes with a later file from a colleague.
review-nobody = This laptop holds what it may not open, and nobody is named yet who reads drafts for everybody. Until somebody is, nothing is signed here and nothing goes out from here.
review-waits = Drafts that colleagues put before you
review-lacks = One of those who read drafts for everybody must read this text.
review-lacks-words = One of those who read drafts for everybody wants other words. Change the text, and ask again.
review-head = Read by somebody who may open everything
review-asked = Put before them
review-ask = Put it before them
review-ask-hint = They see the text and who asks. You learn nothing but their answer. You may ask { $most } times a day, and a changed text counts anew.
review-may-go = It may go
review-not-like-this = Not like this
review-answer-lead = A colleague who may not open everything asks for you. Whatever you answer, everybody with a key to this vault can read it: write what to say instead, and neither names nor whom the check has found.
review-words = For whoever wrote it
review-fault-often = You have put as many drafts before them today as one person may. Speak with one of them, or ask tomorrow.
review-fault-first = One of those who read drafts for everybody must read this text first.
review-fault-words = Write what should be said instead, without a name.
review-fault-closed = This laptop does not open everything either, so it cannot let the text go. Ask to be let into what is closed here, or leave the answer to another.
review-fault-found = Something was found that is neither reworded nor answered for. Ask for other words.
review-no-override = Not everybody here may open what this is about, and an answer would tell them. Only other words help.

## Those who read drafts for everybody
reviewers-title = Who reads drafts for everybody
reviewers-lead = Name people whose laptops open every case. Once somebody is named, nobody else lets a text go without one of them. Two people name them, and two take that back.
reviewers-travel = A laptop that was packed for a journey has only a few cases, and cannot know what it lacks: do not read for others on it.
reviewers-is-one = reads for everybody
reviewers-name = Shall read for everybody
reviewers-unname = No longer
reviewers-waiting = Waits for a second signature
review-shall = { $who }: shall read drafts for everybody
review-shall-not = { $who }: shall no longer read drafts for everybody
