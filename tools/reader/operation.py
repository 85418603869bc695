"""Operations: what somebody signed, its place, and what it says once it is opened."""

from dataclasses import dataclass

import canonical
from rows import Damaged
from sealing import DoesNotOpen, hash_of, is_signed, open_sealed


def is_bytes(value, length: int | None = None) -> bool:
    return isinstance(value, bytes) and (length is None or len(value) == length)


def is_count(value) -> bool:
    return isinstance(value, int) and value >= 0


def is_epoch(value) -> bool:
    return isinstance(value, list) and len(value) == 2 and is_count(value[0]) and is_bytes(value[1], 16)


@dataclass
class Operation:
    """An operation whose signature and form have been checked; still sealed."""

    row: int
    name: bytes
    compartment: bytes
    author: bytes
    number: int
    previous: bytes | None
    heads: list[bytes]
    epoch: tuple[int, bytes]
    bound: bytes
    ciphertext: bytes

    @staticmethod
    def of(organisation: bytes, row: int, thing) -> "Operation":
        """Raises Damaged if it is not in the form, or not signed by its author for this organisation."""
        if not _in_form(thing):
            raise Damaged("holds an operation that is not in its form")
        _, compartment, author, number, previous, heads, epoch, ciphertext, signature = thing
        bound = canonical.write([organisation, thing[:7]])
        if not is_signed("operation", author, canonical.write([bound, ciphertext]), signature):
            raise Damaged("holds an operation that its author did not sign")
        name = hash_of("operation id", canonical.write(thing))
        previous = previous[0] if previous else None
        return Operation(row, name, compartment, author, number, previous, heads, tuple(epoch), bound, ciphertext)

    def content(self, epoch_key: bytes) -> list:
        """Claimed time, kind and body. Raises Damaged if it does not open at its place."""
        try:
            value = canonical.read(open_sealed("operation key", epoch_key, self.bound, self.ciphertext))
        except (DoesNotOpen, canonical.NotCanonical):
            raise Damaged("holds an operation that does not open under its epoch's key") from None
        if not (isinstance(value, list) and len(value) == 3 and isinstance(value[0], int) and is_count(value[1])):
            raise Damaged("holds an operation whose content is not in its form")
        return value


def _in_form(thing) -> bool:
    if not (isinstance(thing, list) and len(thing) == 9 and thing[0] == 1):
        return False
    _, compartment, author, number, previous, heads, epoch, ciphertext, signature = thing
    return (
        is_bytes(compartment, 16)
        and is_bytes(author, 32)
        and is_count(number)
        and number >= 1
        and isinstance(previous, list)
        and len(previous) == (0 if number == 1 else 1)
        and isinstance(heads, list)
        and len(heads) <= 256
        and all(is_bytes(name, 32) for name in previous + heads)
        and all(a < b for a, b in zip(heads, heads[1:]))
        and is_epoch(epoch)
        and is_bytes(ciphertext)
        and is_bytes(signature, 64)
    )
