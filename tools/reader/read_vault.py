#!/usr/bin/env python3
"""Reads a Safeconduct vault without Safeconduct, from `docs/vault-format.md` alone.

Prints a JSON object a line: every entry, then what is damaged, doubtful or unreadable. The passphrase is
asked for, or read from standard input. Nothing is written to a disk.
"""

import argparse
import datetime
import getpass
import json
import sys
import unicodedata
from pathlib import Path

from compartments import Vault
from key_box import BoxRefused, KeyRing, open_key_box
from operation import Operation
from rows import sealed_rows

KINDS = {
    0: "bytes",
    1: "epoch opened",
    2: "attached",
    3: "erasure ordered",
    4: "erasure seconded",
    5: "erased",
    7: "recovery begun",
    8: "recovery ended",
}
PLACES = {
    1: ["kind of compartment", "readers", "follows", None, None],
    2: ["attachment", None, "length", "digest", "original"],
    5: ["erased compartment", "order", "keys destroyed", "recoverable until"],
    7: [None, "generation", None, "signer"],
}


def main() -> int:
    """0: all is well. 1: damage or an alarm was found. 2: it does not open."""
    asked = _arguments()
    _no_core_dumps()
    try:
        ring = open_ring(asked.vault, asked.device, _passphrase())
        vault = Vault(ring, sealed_rows(asked.vault / "log"))
    except BoxRefused as why:
        print(f"read_vault: {why}", file=sys.stderr)
        return 2
    except OSError as why:
        print(f"read_vault: {why.filename}: {why.strerror}", file=sys.stderr)
        return 2
    for line in lines(vault, asked.text):
        print(shown(line))
    return 1 if any(told["is"] in ("damage", "alarm") for told in vault.found) else 0


def open_ring(folder: Path, device: Path, passphrase: bytes) -> KeyRing:
    """The key ring of a vault. Raises BoxRefused, or OSError if a file cannot be read."""
    return open_key_box((folder / "keys").read_bytes(), device.read_bytes(), passphrase)


def lines(vault: Vault, as_text: bool):
    """Every entry by compartment, in order, and then whatever is to be told."""
    for compartment in sorted({operation.compartment for operation in vault.operations.values()}):
        for operation in vault.in_order(compartment):
            if operation.name in vault.contents:
                yield entry(operation, vault.contents[operation.name], as_text)
    yield from vault.found


def entry(operation: Operation, content: list, as_text: bool) -> dict:
    """One operation as it is printed. Keys of epochs and of attachments are left out."""
    claimed, kind, body = content
    line = {
        "is": KINDS.get(kind, f"kind {kind}"),
        "compartment": operation.compartment.hex(),
        "author": operation.author.hex(),
        "number": operation.number,
        "claimed": claimed,
        "claimed_utc": _utc(claimed),
        "operation": operation.name.hex(),
    }
    if kind in (0, 6) and isinstance(body, bytes):
        return line | _bytes_or_text(body, as_text)
    if kind in PLACES and isinstance(body, list):
        named = zip(PLACES[kind], body)
        return line | {name: _hexed(value) for name, value in named if name is not None}
    return line | {"body": _hexed(body)}


def shown(line: dict) -> str:
    """JSON in which nothing can command a terminal or turn its writing round."""
    text = json.dumps(line, ensure_ascii=False)
    return "".join(_escaped(c) if unicodedata.category(c)[0] == "C" else c for c in text)


def _escaped(character: str) -> str:
    return json.dumps(character)[1:-1] if ord(character) > 0x7F else f"\\u{ord(character):04x}"


def _bytes_or_text(body: bytes, as_text: bool) -> dict:
    if as_text:
        try:
            return {"text": body.decode("utf-8")}
        except UnicodeDecodeError:
            pass
    return {"bytes": body.hex()}


def _hexed(value):
    if isinstance(value, bytes):
        return value.hex()
    return [_hexed(one) for one in value] if isinstance(value, list) else value


def _utc(seconds: int) -> str | None:
    try:
        moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)
    except OverflowError:
        return None
    return moment.isoformat() + "Z"


def _passphrase() -> bytes:
    if sys.stdin.isatty():
        return getpass.getpass("Passphrase: ").encode("utf-8")
    return sys.stdin.buffer.readline().rstrip(b"\r\n")


def _no_core_dumps() -> None:
    try:
        import resource
    except ImportError:  # There is none on Windows.
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vault", type=Path, help="the folder with `keys` and `log`")
    parser.add_argument("device", type=Path, help="the device's secret file")
    parser.add_argument("--text", action="store_true", help="show entries as text where they are text")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
