"""Holds the reader to vaults that Safeconduct made: `check_reader.py FOLDER EXPECTED`.

FOLDER is what `cargo run -p vault --example vault_for_a_reader` filled, EXPECTED what it printed: the
entries as the program itself reads them.
"""

import hashlib
import json
import random
import subprocess
import sys
import unittest
from dataclasses import replace
from pathlib import Path

import nacl.bindings

import canonical
from compartments import Vault
from key_box import BoxRefused, open_key_box
from read_vault import open_ring, shown
from rows import sealed_rows
from sealing import expand, open_sealed, padded_length, unpad

FOLDER, EXPECTED = Path(sys.argv[1]), Path(sys.argv[2])
OURS, SECRET = FOLDER / "ours" / "vault", FOLDER / "ours" / "secrets" / "device"
WORDS = "nine slow herons"
# The short и with its breve apart, as the example has it.
OTHER_WORDS = "девять тихих цапель и ещё чаи\u0306"
PRINTED = ("bytes", "attached")


def run(words: str, device: Path = SECRET, *options: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-B", str(Path(__file__).with_name("read_vault.py")), str(OURS), str(device), *options]
    return subprocess.run(command, input=f"{words}\n".encode(), capture_output=True, timeout=60)


def objects(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << (bit % 8)
    return bytes(changed)


def seal_row(ring, number: int, value: bytes) -> bytes:
    """A row as whoever stole the store key would write it."""
    padded = len(value).to_bytes(4, "big") + value
    padded += bytes(padded_length(len(padded)) - len(padded))
    place, nonce = canonical.write([ring.store, number]), random.randbytes(24)
    derived = expand("row", ring.store_key, place, 64)
    sealed = nacl.bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(padded, place, nonce, derived[:32])
    return nonce + derived[32:] + sealed


class TheReader(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        random.seed(17)
        cls.ring = open_ring(OURS, SECRET, WORDS.encode())
        cls.rows = sealed_rows(OURS / "log")
        cls.whole = Vault(cls.ring, cls.rows)

    def test_prints_every_entry_that_the_program_reads_and_no_other(self):
        ran = run(WORDS)
        self.assertEqual((ran.returncode, ran.stderr), (0, b""))
        expected = objects(EXPECTED.read_text())
        self.assertGreaterEqual(len(expected), 10)
        printed = [line for line in objects(ran.stdout.decode()) if line["is"] in PRINTED]
        told = [{name: line.get(name) for name in wanted} for line, wanted in self.paired(printed, expected)]
        self.assertEqual(told, [wanted for _, wanted in self.paired(printed, expected)])

    def paired(self, printed: list[dict], expected: list[dict]):
        key = lambda line: line.get("attachment") or line["operation"]
        self.assertEqual(sorted(map(key, printed)), sorted(map(key, expected)))
        return list(zip(sorted(printed, key=key), sorted(expected, key=key)))

    def test_finds_nothing_wrong_but_what_was_erased(self):
        self.assertEqual({told["is"] for told in self.whole.found}, {"unreadable"})
        self.assertEqual({told["compartment"] for told in self.whole.found}, {one.hex() for one in self.ring.erased})
        self.assertNotIn(b"nobody reads this again".hex().encode(), run(WORDS).stdout)

    def test_opens_through_links_what_was_written_before_a_device_was_let_in(self):
        folder, device = FOLDER / "theirs" / "vault", FOLDER / "theirs" / "secrets" / "device"
        ring = open_ring(folder, device, b"ten slow herons")
        theirs = Vault(ring, sealed_rows(folder / "log"))
        said = {content[2] for content in theirs.contents.values() if content[1] == 0}
        before = {"Идрис called".encode(), b"\x00\xff\x80", "\u001b[2J\u202ehe is well".encode()}
        self.assertEqual(said, before | {b"so heard from the other side"})
        self.assertEqual(theirs.found, [])
        # A vault takes the keys of links into its ring. Without them the links themselves must do.
        newest = {one.compartment: one for one in sorted(ring.epochs, key=lambda one: one.number)}
        self.assertLess(len(newest), len(ring.epochs))
        linked = Vault(replace(ring, epochs=list(newest.values())), sealed_rows(folder / "log"))
        self.assertEqual((linked.contents, linked.found), (theirs.contents, []))

    def test_opens_with_the_second_passphrase_and_writes_nothing(self):
        digests = lambda: {path: hashlib.sha256(path.read_bytes()).digest() for path in FOLDER.rglob("*") if path.is_file()}
        before = digests()
        self.assertEqual(run(OTHER_WORDS).returncode, 0)
        self.assertEqual(digests(), before)

    def test_refuses_another_passphrase_and_another_device(self):
        theirs = FOLDER / "theirs" / "secrets" / "device"
        for words, device in ((WORDS + " ", SECRET), ("at first", SECRET), ("", SECRET), (WORDS, theirs)):
            ran = run(words, device)
            self.assertEqual((ran.returncode, ran.stdout), (2, b""), words)
            self.assertIn(b"nothing opens", ran.stderr)

    def test_opens_with_a_device_file_that_holds_an_older_secret_too(self):
        box, both = (OURS / "keys").read_bytes(), random.randbytes(32) + SECRET.read_bytes()
        self.assertEqual(open_key_box(box, both, WORDS.encode()), self.ring)

    def test_refuses_a_key_box_with_one_flipped_bit(self):
        box, device = (OURS / "keys").read_bytes(), SECRET.read_bytes()
        # The mark, the suite, memory, passes, the salt, an empty slot, the body's nonce, its end.
        for byte in (0, 17, 20, 25, 30, 58 + 7 * 104, 890, len(box) - 1):
            with self.assertRaises(BoxRefused, msg=f"byte {byte}"):
                open_key_box(flipped(box, 8 * byte), device, WORDS.encode())
        with self.assertRaises(BoxRefused):
            open_key_box(box, flipped(device, 100), WORDS.encode())

    def test_names_the_row_of_one_flipped_bit_and_reads_all_others(self):
        for number, sealed in self.rows.items():
            changed = {**self.rows, number: flipped(sealed, random.randrange(8 * len(sealed)))}
            vault = Vault(self.ring, changed)
            self.assertIn(number, [told.get("row") for told in vault.found if told["is"] == "damage"])
            lost = set(self.whole.contents) - set(vault.contents)
            itself = {name for name, o in self.whole.operations.items() if o.row == number}
            self.assertLessEqual(lost, itself, f"row {number}")

    def test_names_what_was_changed_by_whoever_has_the_key_of_the_store(self):
        for number in range(1, self.ring.rows + 1):
            place = canonical.write([self.ring.store, number])
            row = unpad(open_sealed("row", self.ring.store_key, place, self.rows[number]))
            for _ in range(5):
                changed = flipped(row, random.randrange(8 * len(row)))
                vault = Vault(self.ring, {**self.rows, number: seal_row(self.ring, number, changed)})
                told = [one for one in vault.found if one["is"] in ("damage", "alarm")]
                self.assertTrue(told, f"row {number} was changed, and nobody says so")

    def test_names_rows_that_are_missing_put_elsewhere_or_put_back(self):
        missing = {number: sealed for number, sealed in self.rows.items() if number != 9}
        elsewhere = {**self.rows, 9: self.rows[10]}
        end = self.ring.rows - 2
        older = {number: sealed for number, sealed in self.rows.items() if number <= end}
        older[0] = seal_row(self.ring, 0, canonical.write(end))
        added = {**self.rows, 1 + max(self.rows): self.rows[1]}
        for rows, sentence in (
            (missing, "row 9 is missing"),
            (elsewhere, "row 9 was changed, or is another row's"),
            (older, f"the log has {end} rows, and had {self.ring.rows}"),
            (added, f"row {1 + max(self.rows)} stands after the last one"),
        ):
            found = [told["what"] for told in Vault(self.ring, rows).found if told["is"] == "damage"]
            self.assertTrue(any(what.startswith(sentence) for what in found), found)

    def test_prints_nothing_that_commands_a_terminal(self):
        said = shown({"text": "\u001b[2J\u009b\u202e\u2028\u007f Идрис \U000e0041"})
        self.assertEqual(json.loads(said)["text"], "\u001b[2J\u009b\u202e\u2028\u007f Идрис \U000e0041")
        for unseen in "\u001b\u009b\u202e\u007f\U000e0041":
            self.assertNotIn(unseen, said)
        self.assertIn("Идрис", said)


class TheEncoding(unittest.TestCase):
    def test_takes_what_can_be_written_in_one_way_alone(self):
        for malformed in ("1800", "190017", "5f4100ff", "9f00ff", "a0", "60", "f6", "f90000", "c000", "0000", "", "82", "41", "1c"):
            with self.assertRaises(canonical.NotCanonical, msg=malformed):
                canonical.read(bytes.fromhex(malformed))
        for value in (0, 23, 24, 255, 256, 65_535, 1 << 32, (1 << 64) - 1, -1, -25, -(1 << 64), b"", bytes(300), [[], [1, b"x"]]):
            self.assertEqual(canonical.read(canonical.write(value)), value)

    def test_whatever_the_bytes_are_it_reads_them_back_or_refuses(self):
        for _ in range(20_000):
            data = random.randbytes(random.randrange(12))
            try:
                self.assertEqual(canonical.write(canonical.read(data)), data)
            except canonical.NotCanonical:
                pass
        with self.assertRaises(canonical.NotCanonical):
            canonical.read(b"\x81" * 10_000)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
