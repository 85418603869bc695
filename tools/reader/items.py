"""What else lies in the log: entries of the membership graph, cards, letters, and pieces of attachments."""

import canonical
from operation import is_bytes, is_count
from rows import Damaged
from sealing import DoesNotOpen, hash_of, is_signed, open_sealed

PIECE = 252 << 10
CHARTER, DEVICE_LET_IN = 0, 2


def check_entry(organisation: bytes, thing) -> None:
    """Raises Damaged unless all devices that it names have signed it. Whether they may is not asked."""
    if not (_array(thing, 4) and _lists(thing[1:]) and thing[2] and all(map(_is_signature, thing[3]))):
        raise Damaged("holds a membership entry that is not in its form")
    is_charter = thing[2][0] == CHARTER
    if is_charter and hash_of("membership entry", canonical.write(thing)) != organisation:
        raise Damaged("holds the charter of another organisation")
    for device, signature in thing[3]:
        if not _has_agreed(organisation, thing, device, signature):
            raise Damaged("holds a membership entry that a device did not sign")


def _has_agreed(organisation: bytes, entry: list, device: bytes, signature: bytes) -> bool:
    act = entry[2]
    if act[0] != DEVICE_LET_IN or act[2] != device:
        return is_signed("membership entry signed", device, canonical.write(entry[:3]), signature)
    # A device that is let in has signed its card.
    try:
        card = canonical.read(act[3])
        check_card(organisation, card)
    except (canonical.NotCanonical, Damaged):
        return False
    return card[1:3] == act[1:3] and card[5] == signature


def check_card(organisation: bytes, thing) -> None:
    """Raises Damaged unless a device signed it for this organisation."""
    if not (_array(thing, 6) and is_bytes(thing[1], 32) and is_bytes(thing[2], 32)):
        raise Damaged("holds a card that is not in its form")
    if not (is_bytes(thing[4], 1216) and is_bytes(thing[5], 64)):
        raise Damaged("holds a card that is not in its form")
    if not is_signed("card", thing[2], canonical.write([1, organisation, *thing[1:5]]), thing[5]):
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


def _lists(things: list) -> bool:
    return all(isinstance(thing, list) for thing in things)


def _is_signature(thing) -> bool:
    return isinstance(thing, list) and len(thing) == 2 and is_bytes(thing[0], 32) and is_bytes(thing[1], 64)


def _array(thing, places: int) -> bool:
    return isinstance(thing, list) and len(thing) == places and thing[0] == 1
