## Recovery: shares among people, their rehearsal, and backups
recovery-head = If everything is lost
recovery-link = Shares and backup
recovery-lead = If a laptop is lost, stolen or burnt, or its passphrase forgotten, a backup brings the vault back. A backup is two files, and neither opens without enough shares: a share is 24 groups of six digits on a sheet of paper, one for each person whom you trust.
recovery-none = Not recoverable: no shares have been drawn up. If this device or its passphrase is lost, so is the vault.
recovery-unrehearsed = Drawn up, and never rehearsed. Nobody knows yet whether the shares open anything.
recovery-rehearsed = Recoverable by { $m } of { $n } people; rehearsed on { $day }.
recovery-line = Recovery { $number }: drawn up on { $day }; { $m } of { $n } shares are needed.
recovery-line-short = Recovery { $number }: drawn up on { $day }.
recovery-share = Share { $n } of { $of } · { $needed } are needed
recovery-task = Rehearse the recovery: let enough people type their shares back.
recovery-draw = Draw up shares
recovery-draw-text = Do this while the people who will hold the shares are with you. Each share is shown once, on the next page, and is kept nowhere. Two of three is a good beginning: one may be lost, and nobody can be forced to open everything alone.
recovery-draw-again = Earlier shares keep opening earlier backups until they are collected and destroyed.
recovery-of = How many people get a share?
recovery-needed = How many of them are needed together?
recovery-draw-button = Draw up and show the shares
recovery-drawn = The shares, once
recovery-drawn-text = Each person copies their own share by hand, and looks at no other. Compare digit by digit. This page is kept nowhere: once it is left, it cannot be shown again.
recovery-drawn-print = Do not print or photograph it: printers, telephones and clouds keep copies. A share belongs on paper, at home, away from the laptop and from the backup.
recovery-drawn-next = They are written down: rehearse
recovery-rehearse = Rehearse
recovery-rehearse-text = Let enough people type their shares from their own paper. Nothing is restored; you only learn whether they fit. Afterwards nothing of what was typed is kept.
recovery-field = Share, as on the paper
recovery-rehearse-files = If you have a backup at hand, try it, too: choose both files.
recovery-rehearse-button = Try them
recovery-backup = Backup
recovery-backup-text = Make both files anew whenever much was recorded. Keep them in two places, neither of them with the laptop, and no share beside them. They say nothing without the shares, not even how many cases there are.
recovery-backup-erased = A case that is erased later stays in older backups. Overwrite those; share-holders with an old copy could still read it.
recovery-file-log = First file: what is recorded
recovery-file-keys = Second file: the keys
recovery-open = Shares in people’s hands
recovery-end = They were collected and destroyed
recovery-end-text = From then on nobody opens the backups that were made for these shares. Draw up new ones first, and make a new backup. Every ninety days is often enough, and after every restore.
recovery-end-check = I saw them burnt or shredded; those that are left, if any, are fewer than are needed.
recovery-end-button = End this recovery
recovery-fault-destroyed = First say that the shares were destroyed.
recovery-fault-none = There are no shares that could open a backup. Draw them up first.
recovery-slip-groups =
    { $n ->
        [one] A share has 24 groups of six digits, and here is { $n }. See which is missing.
       *[other] A share has 24 groups of six digits, and here are { $n }. See which are missing or too many.
    }
recovery-slip-group = Group { $n } has a slip. Compare it with the paper, digit by digit, and go on: everything else stays typed.
recovery-slip-order = Every group is well formed, but two have changed places, or come from different papers. Read them once more from the first.
recovery-slip-form = This share was drawn up by a newer program. Take a newer one.
recovery-slip-few = { $needed } shares are needed, and { $found } were typed.
recovery-slip-twice = Share { $n } was typed twice. Another one is needed.
recovery-slip-mixed = Share { $n } does not belong to the others: it was drawn up at another time.
recovery-slip-another = These shares fit each other, and open nothing of this vault: they were drawn up elsewhere, or are of a recovery that has ended.
recovery-slip-split = Between 1 and 32 people can hold a share, and no more can be needed than hold one.
recovery-slip-one-file = A backup is two files. Choose both, or neither.
recovery-slip-backup = The shares fit each other, but these two files do not open with them: they were made for other shares, changed on the way, or chosen in the wrong order.
team-device-shares = all share-holders together
