"""Everything in a log, put in its compartments, with whatever is wrong in it."""

from graphlib import TopologicalSorter

import items
from key_box import EpochKey, KeyRing
from operation import Operation, is_bytes, is_count
from rows import Damaged, last_row, open_row

EPOCH_OPENED, ATTACHED = 1, 2


class Vault:
    """What a key ring can read of a log. `found` is what to tell: damage, alarms, what cannot be read."""

    def __init__(self, ring: KeyRing, sealed: dict[int, bytes]):
        self.ring = ring
        self.found: list[dict] = []
        self.operations: dict[bytes, Operation] = {}
        self.contents: dict[bytes, list] = {}
        self._pieces: dict[tuple[bytes, int], bytes] = {}
        self._take_in(sealed)
        self._open_all()
        for compartment in {operation.compartment for operation in self.operations.values()}:
            self._check_chain(compartment)

    def in_order(self, compartment: bytes) -> list[Operation]:
        """A compartment's operations, each after those that its author had seen."""
        here = {o.name: o for o in self.operations.values() if o.compartment == compartment}
        seen = {o.name: [n for n in [*o.heads, o.previous] if n in here] for o in here.values()}
        return [here[name] for name in TopologicalSorter(seen).static_order()]

    def _tell(self, kind: str, sentence: str, row: int | None = None, compartment: bytes | None = None) -> None:
        told = {"is": kind, "what": sentence}
        if row is not None:
            told["row"] = row
        if compartment is not None:
            told["compartment"] = compartment.hex()
        self.found.append(told)

    def _take_in(self, sealed: dict[int, bytes]) -> None:
        try:
            last = last_row(self.ring, sealed)
        except Damaged as what:
            self._tell("damage", f"row 0 {what}", 0)
            last = max(sealed, default=0)
        if last < self.ring.rows:
            self._tell("damage", f"the log has {last} rows, and had {self.ring.rows}: it was put back to an older state")
        for number in range(1, max(last, self.ring.rows) + 1):
            try:
                if number not in sealed:
                    raise Damaged("is missing")
                self._take_in_row(number, open_row(self.ring, number, sealed[number]))
            except Damaged as what:
                self._tell("damage", f"row {number} {what}", number)
        for number in sorted(number for number in sealed if not 0 <= number <= last):
            self._tell("damage", f"row {number} stands after the last one", number)

    def _take_in_row(self, number: int, row) -> None:
        if not (isinstance(row, list) and len(row) == 2 and row[0] in (0, 1, 2)):
            raise Damaged("holds neither an item nor what was kept aside")
        if row[0] != 0:
            if not isinstance(row[1], bytes):
                raise Damaged("keeps aside what is not made of bytes")
            why = {1: "was not understood", 2: "was not signed"}[row[0]]
            return self._tell("alarm", f"row {number} was kept aside when it came in: it {why}", number)
        item = row[1]
        if not (isinstance(item, list) and len(item) == 2 and item[0] in (0, 1, 2, 3, 4)):
            raise Damaged("holds an item of no known kind")
        kind, thing = item
        if kind == 0:
            items.check_entry(self.ring.organisation, thing)
        elif kind == 1:
            items.check_card(self.ring.organisation, thing)
        elif kind == 2:
            operation = Operation.of(self.ring.organisation, number, thing)
            self.operations.setdefault(operation.name, operation)
        elif kind == 3:
            items.check_letter(self.ring.organisation, thing)
        else:
            items.check_chunk(thing)
            self._pieces[thing[1], thing[2]] = thing[3]

    def _open_all(self) -> None:
        """Opens what the ring has keys for. An opening may carry links to the keys of older epochs."""
        keys = {(one.compartment, one.epoch()): one.key for one in self.ring.epochs}
        waiting = dict(self.operations)
        while opened := [o for o in waiting.values() if (o.compartment, o.epoch) in keys]:
            for operation in opened:
                del waiting[operation.name]
                try:
                    content = operation.content(keys[operation.compartment, operation.epoch])
                    keys |= self._linked(operation, content)
                    self._check_attached(operation, content)
                    self.contents[operation.name] = content
                except Damaged as what:
                    self._tell("damage", f"row {operation.row} {what}", operation.row, operation.compartment)
        for operation in waiting.values():
            erased = operation.compartment in self.ring.erased
            why = "its compartment has been erased" if erased else "this device holds no key of its epoch"
            self._tell("unreadable", f"row {operation.row} cannot be read: {why}", operation.row, operation.compartment)

    def _linked(self, operation: Operation, content: list) -> dict:
        if content[1] != EPOCH_OPENED:
            return {}
        try:
            _, _, _, links, _ = content[2]
            return {(one.compartment, one.epoch()): one.key for one in (_epoch_key(link) for link in links)}
        except (TypeError, ValueError):
            raise Damaged("opens an epoch, and not in the form of one") from None

    def _check_attached(self, operation: Operation, content: list) -> None:
        if content[1] != ATTACHED:
            return
        body = content[2]
        in_form = isinstance(body, list) and len(body) == 5 and is_bytes(body[0], 16) and is_bytes(body[1], 32)
        if not (in_form and is_count(body[2]) and is_bytes(body[3], 32)):
            raise Damaged("attaches something, and not in its form")
        wrong = items.what_is_wrong_with(self.ring.organisation, operation.compartment, body, self._pieces)
        if wrong:
            self._tell("damage", f"{wrong} (attached in row {operation.row})", operation.row, operation.compartment)

    def _check_chain(self, compartment: bytes) -> None:
        """Two of one author with one number are an alarm; so is a link to what is not here."""
        here = [o for o in self.operations.values() if o.compartment == compartment]
        numbered: dict[tuple[bytes, int], int] = {}
        for operation in here:
            tell = lambda sentence: self._tell("alarm", sentence, operation.row, compartment)
            first = numbered.setdefault((operation.author, operation.number), operation.row)
            if first != operation.row:
                tell(f"rows {first} and {operation.row} have one author and one number")
            previous = self.operations.get(operation.previous)
            if any(name not in self.operations for name in operation.heads + [operation.previous or operation.name]):
                tell(f"row {operation.row} follows something that is not here")
            elif previous and (previous.author, previous.number, previous.compartment) != (
                operation.author,
                operation.number - 1,
                compartment,
            ):
                tell(f"row {operation.row} does not follow what its author wrote before it")


def _epoch_key(link) -> EpochKey:
    if not (isinstance(link, list) and len(link) == 4 and all(is_bytes(link[at]) for at in (0, 2, 3)) and is_count(link[1])):
        raise ValueError("no epoch key")
    return EpochKey(*link)
