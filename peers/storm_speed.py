"""How long Storm takes to read an interval model and to solve it, and how much memory it needs.

`python storm_speed.py FILE` says so of one model. `python storm_speed.py beside SPEED MODEL STATES [ROUNDS]`
makes a model with the program SPEED (the example of that name), lets both measure it in turn, each round in
processes of their own, and says how they compare. Seconds are those that a thread had a processor, since
others may use the machine too; Storm and the solver use one thread each.

Needs stormpy, in an environment of its own.
"""

import pathlib
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time

ASKED = {"safe at worst": 'Pmax=? [F "safe"]', "returned at worst": 'Pmin=? [F "returned"]'}


def fastest(run, times):
    """The shortest of some runs in seconds, and what it gave."""
    best = None
    for _ in range(times):
        found = None
        begun = time.process_time()
        found = run()
        took = time.process_time() - begun
        if best is None or took < best[0]:
            best = took, found
    return best


def measure(path, times):
    """One process of Storm, in the words of the example `speed`."""
    import stormpy

    took, model = fastest(lambda: stormpy.build_model_from_drn[stormpy.Interval](path), times)
    print(f"read: {took:.4f} s")
    for name, formula in ASKED.items():
        asked = stormpy.parse_properties(formula)[0]
        robust = stormpy.UncertaintyResolutionMode.ROBUST
        took, result = fastest(
            lambda: stormpy.model_checking(model, asked, uncertainty_resolution_mode=robust), times
        )
        print(f"{name}: {took:.4f} s, {result.get_value(model.initial_states[0]):.9f}")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def figures(command):
    """What a process printed: each figure by its name, and what stands behind the figure."""
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    lines = re.findall(r"^([a-z ]+): ([0-9.]+) (?:s|MB)(?:, (.*))?$", text, re.MULTILINE)
    return {name: (float(figure), rest) for name, figure, rest in lines}


def beside(speed, kind, states, rounds):
    """Both in turn, and the least and the median of each, with how many times less we need."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder) / "model.drn")
        subprocess.run([speed, "make", kind, states, path], check=True)
        ours, theirs = [], []
        for _ in range(rounds):
            ours.append(figures([speed, "measure", path, "1"]))
            theirs.append(figures([sys.executable, __file__, path, "1"]))
    print(f"{kind}, {states} states, {rounds} rounds: least and median of each")
    for name in ["read", *ASKED, "memory"]:
        own, other = ([found[name][0] for found in runs] for runs in (ours, theirs))
        least, median = (f(other) / f(own) for f in (min, statistics.median))
        print(
            f"{name:18} ours {min(own):9.4f} {statistics.median(own):9.4f}"
            f"   Storm {min(other):9.4f} {statistics.median(other):9.4f}   {least:5.1f} x {median:5.1f} x"
        )
    for name in ASKED:
        print(f"{name}: ours {ours[0][name][1]}; Storm {theirs[0][name][1]}")


if sys.argv[1] == "beside":
    beside(*sys.argv[2:5], int(sys.argv[5]) if len(sys.argv) > 5 else 5)
else:
    measure(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3)
