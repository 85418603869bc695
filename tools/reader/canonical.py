"""The one encoding: CBOR integers, byte strings and arrays, in the only way in which each can be written."""

MAX_BYTES = 64 << 20
MAX_DEPTH = 16


class NotCanonical(ValueError):
    """Bytes that no writer of vaults would write."""


def read(data: bytes):
    """Reads one value (an int, bytes, or a list of such), and refuses whatever could be written otherwise."""
    value, end = _value(data, 0, MAX_DEPTH)
    if end != len(data):
        raise NotCanonical("bytes follow the value")
    return value


def write(value) -> bytes:
    """The bytes of a value."""
    if isinstance(value, bytes):
        return _head(2, len(value)) + value
    if isinstance(value, int):
        return _head(0, value) if value >= 0 else _head(1, -1 - value)
    return _head(4, len(value)) + b"".join(write(one) for one in value)


def _head(kind: int, count: int) -> bytes:
    if count < 24:
        return bytes([kind << 5 | count])
    for code, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if count < 1 << (8 * size):
            return bytes([kind << 5 | code]) + count.to_bytes(size, "big")
    raise NotCanonical("a number of more than 64 bits")


def _value(data: bytes, at: int, depth: int):
    kind, count, at = _read_head(data, at)
    if kind == 0:
        return count, at
    if kind == 1:
        return -1 - count, at
    if kind == 2:
        if count > min(MAX_BYTES, len(data) - at):
            raise NotCanonical("a byte string is longer than what is there")
        return data[at : at + count], at + count
    if kind != 4 or depth == 0 or count > len(data) - at:
        raise NotCanonical("neither a number, nor bytes, nor an array that fits")
    values = []
    for _ in range(count):
        value, at = _value(data, at, depth - 1)
        values.append(value)
    return values, at


def _read_head(data: bytes, at: int):
    """Kind, count, and where the rest begins. The head is written again, and must be the same."""
    if at >= len(data):
        raise NotCanonical("the bytes end too early")
    kind, code = data[at] >> 5, data[at] & 31
    size = {24: 1, 25: 2, 26: 4, 27: 8}.get(code, 0)
    count = int.from_bytes(data[at + 1 : at + 1 + size], "big") if size else code
    end = at + 1 + size
    if _head(kind, count) != data[at:end]:
        raise NotCanonical("a number is not in its shortest form")
    return kind, count, end
