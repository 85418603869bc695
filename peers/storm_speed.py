"""How long Storm takes to read an interval model and to solve it: `python storm_speed.py FILE`.

Needs stormpy, in an environment of its own.
"""

import resource
import sys
import time

import stormpy

ASKED = {"safe at worst": 'Pmax=? [F "safe"]', "returned at worst": 'Pmin=? [F "returned"]'}


def fastest(run):
    """The shortest of three runs in seconds, and what it gave."""
    best = None
    for _ in range(3):
        begun = time.perf_counter()
        found = run()
        took = time.perf_counter() - begun
        if best is None or took < best[0]:
            best = took, found
    return best


def main():
    read, model = fastest(lambda: stormpy.build_model_from_drn[stormpy.Interval](sys.argv[1]))
    print(f"read: {read:.4f} s")
    for name, formula in ASKED.items():
        asked = stormpy.parse_properties(formula)[0]
        robust = stormpy.UncertaintyResolutionMode.ROBUST
        took, result = fastest(lambda: stormpy.model_checking(model, asked, uncertainty_resolution_mode=robust))
        print(f"{name}: {took:.4f} s, {result.get_value(model.initial_states[0]):.9f}")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


main()
