"""What else lies in the log: the charter, cards, letters, and pieces of attachments."""

import canonical
from operation import is_bytes, is_count
from rows import Damaged
from sealing import DoesNotOpen, hash_of, is_signed, open_sealed

PIECE = 252 << 10


def check_charter(organisation: bytes, thing) -> None:
    """Raises Damaged unless it is the organisation's own charter."""
    if not (_array(thing, 5) and is_bytes(thing[1], 32) and is_bytes(thing[4], 64)):
        raise Damaged("holds a charter that is not in its form")
    if hash_of("charter", canonical.write(thing)) != organisation:
        raise Damaged("holds the charter of another organisation")
    if not is_signed("charter signed", thing[1], canonical.write(thing[:4]), thing[4]):
        raise Damaged("holds a charter that its founder did not sign")


def check_card(organisation: bytes, thing) -> None:
    """Raises Damaged unless a device signed it for this organisation."""
    if not (_array(thing, 5) and is_bytes(thing[1], 32) and is_bytes(thing[3], 1216) and is_bytes(thing[4], 64)):
        raise Damaged("holds a card that is not in its form")
    if not is_signed("card", thing[1], canonical.write([1, organisation, *thing[1:4]]), thing[4]):
        raise Damaged("holds a card that its device did not sign")


def check_letter(organisation: bytes, thing) -> None:
    """Raises Damaged unless its sender signed it for this organisation."""
    if not (_array(thing, 9) and is_bytes(thing[3], 32) and is_bytes(thing[8], 64)):
        raise Damaged("holds a letter that is not in its form")
    bound = canonical.write([organisation, thing[:7]])
    if not is_signed("letter signed", thing[3], canonical.write([bound, thing[7]]), thing[8]):
        raise Damaged("holds a letter that its sender did not sign")


def check_chunk(thing) -> None:
    """Raises Damaged unless it has the form of a piece. Whether it opens, its attachment says."""
    if not (_array(thing, 4) and is_bytes(thing[1], 16) and is_count(thing[2]) and is_bytes(thing[3])):
        raise Damaged("holds a piece of an attachment that is not in its form")


def what_is_wrong_with(organisation: bytes, compartment: bytes, body: list, pieces: dict) -> str | None:
    """Why an attachment cannot be read whole, or None."""
    attachment, key, length, digest, _ = body
    whole = b""
    for number in range(-(-length // PIECE)):
        place = canonical.write([organisation, compartment, attachment, number, length])
        if (attachment, number) not in pieces:
            return f"piece {number} of an attachment is missing"
        try:
            whole += open_sealed("chunk", key, place, pieces[attachment, number])
        except DoesNotOpen:
            return f"piece {number} of an attachment was changed"
    if len(whole) != length or hash_of("capture", whole) != digest:
        return "an attachment is not what was captured"
    return None


def _array(thing, places: int) -> bool:
    return isinstance(thing, list) and len(thing) == places and thing[0] == 1
