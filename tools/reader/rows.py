"""The log: an SQLite database of rows, each sealed at its number."""

import sqlite3
from pathlib import Path

import canonical
from key_box import BoxRefused, KeyRing
from sealing import DoesNotOpen, open_sealed, unpad


class Damaged(Exception):
    """One thing in the log that is not as a vault writes it. The sentence says what is wrong."""


def sealed_rows(log: Path) -> dict[int, bytes]:
    """Every row by its number, still sealed. The file is opened for reading alone."""
    try:
        database = sqlite3.connect(f"{log.resolve().as_uri()}?mode=ro", uri=True)
        try:
            return dict(database.execute("SELECT number, sealed FROM rows"))
        finally:
            database.close()
    except sqlite3.Error:
        raise BoxRefused("the log cannot be read at all: close the vault elsewhere, or restore it from a backup") from None


def open_row(ring: KeyRing, number: int, sealed) -> object:
    """What stands in a row.

    Raises Damaged if the row was changed, or is another row's."""
    if not isinstance(sealed, bytes):
        raise Damaged("is not made of bytes")
    place = canonical.write([ring.store, number])
    try:
        return canonical.read(unpad(open_sealed("row", ring.store_key, place, sealed)))
    except DoesNotOpen:
        raise Damaged("was changed, or is another row's: it does not open") from None
    except canonical.NotCanonical as what:
        raise Damaged(f"opens, and holds no value: {what}") from None


def last_row(ring: KeyRing, sealed: dict[int, bytes]) -> int:
    """The number of the last row, as row 0 has it."""
    if 0 not in sealed:
        raise Damaged("is missing: it says how many there are")
    last = open_row(ring, 0, sealed[0])
    if not isinstance(last, int) or last < 0:
        raise Damaged("does not say how many rows there are")
    return last
