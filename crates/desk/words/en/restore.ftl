## A vault restored from a backup
restore-head = Restore from a backup
restore-link = Restore one from a backup
restore-lead = You need both files of the backup, and as many shares as their papers say. Let everyone type their own share from their own paper.
restore-lost = This laptop becomes a new device. The one whose backup it is gets no key from now on, wherever it is. What was erased before or since stays erased as far as the backup knows of it.
restore-how-many = How many shares are here?
restore-fields = Show so many fields
restore-button = Restore
restore-fault-files = Choose both files of the backup.
