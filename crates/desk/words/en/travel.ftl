## A laptop for a journey
travel-head = For a journey
travel-lead = Take another laptop, with only the cases that the journey needs. Whoever takes it at a border takes no more: of the others there is no trace on it. Before you cross, lock it and switch it off.
travel-1 = On the travelling laptop, start the program, make a vault, choose “join”, and paste this invitation. It is for your own further device and for nobody else.
travel-invitation = Invitation for your own device
travel-2 = Compare the mark of that laptop with what it shows, and paste its card here.
travel-cases = Which cases go along?
travel-pack = Let it in and make its file
travel-3 = On the travelling laptop, take in the file on its page “People and keys”.
travel-back = Back again
travel-back-text = On the travelling laptop, make a file for this device on its page “People and keys”. Here, take it in: what was written on the way is added, and that laptop gets no key from now on. If it was taken from you, shut it out on the page “People and keys” at once.
travel-back-button = Take in, and shut that laptop out
travel-fault-cases = Choose the cases that go along.
