"""The key box: passphrase and device secret open it, and a key ring is inside."""

from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw

import canonical
from sealing import DoesNotOpen, expand, open_sealed, unpad

MAGIC = b"safeconduct keys"
SLOTS, SLOT, HEAD = 8, 104, 58
BODY = HEAD + SLOTS * SLOT


class BoxRefused(Exception):
    """The key box does not open, and why."""


@dataclass
class EpochKey:
    """The key of one epoch of one compartment."""

    compartment: bytes
    number: int
    opener: bytes
    key: bytes

    def epoch(self) -> tuple[int, bytes]:
        """The epoch's name: its number and its mark."""
        place = canonical.write([self.compartment, self.number, self.opener])
        return self.number, expand("epoch mark", self.key, place, 64)[:16]


@dataclass
class KeyRing:
    """What a reader needs of a key ring."""

    organisation: bytes
    store: bytes
    store_key: bytes
    epochs: list[EpochKey]
    erased: set[bytes]
    rows: int


def open_key_box(box: bytes, device_file: bytes, passphrase: bytes) -> KeyRing:
    """Tries every slot with every secret of the device's file."""
    if box[:16] != MAGIC or len(box) < BODY:
        raise BoxRefused("this is no key box")
    if int.from_bytes(box[16:18], "big") != 1:
        raise BoxRefused("this key box is of a newer suite than this reader")
    memory, passes = int.from_bytes(box[18:22], "big"), int.from_bytes(box[22:26], "big")
    if not (64 <= memory <= 2048 and 3 <= passes <= 10):
        raise BoxRefused("the key box asks for more or less work than any vault does")
    if not device_file or len(device_file) % 32:
        raise BoxRefused("the device's secret file is not whole")
    stretched = hash_secret_raw(passphrase, box[26:58], passes, memory << 10, 1, 32, Type.ID)
    body_key = _body_key(box, stretched, device_file)
    try:
        ring = unpad(open_sealed("key box body", body_key, box[:BODY], box[BODY:]))
        return _ring(canonical.read(ring))
    except (DoesNotOpen, canonical.NotCanonical, TypeError, ValueError):
        raise BoxRefused("the key box was changed or is damaged: its body does not open") from None


def _body_key(box: bytes, stretched: bytes, device_file: bytes) -> bytes:
    found = None
    for start in range(0, len(device_file), 32):
        opener = expand("key box slot", stretched + device_file[start : start + 32], b"opener", 32)
        for slot in range(SLOTS):
            at = HEAD + slot * SLOT
            try:
                found = open_sealed("key box slot", opener, box[:HEAD] + bytes([slot]), box[at : at + SLOT])
            except DoesNotOpen:
                continue
    if found is None:
        raise BoxRefused("nothing opens: another passphrase, another device secret, or a damaged key box")
    return found


def _ring(value) -> KeyRing:
    organisation, _, _, _, _, store, _, epochs, _, erased, _, _, rows = value
    keys = [EpochKey(*one) for one in epochs]
    return KeyRing(organisation, store[0], store[1], keys, {one for one, _ in erased}, rows)
