"""Asks Storm for the value of every model of a folder: one line each, `model,question,file,value`.

`python storm.py FOLDER ANSWERS [intervals]` needs stormpy, which is GPL and no part of this project:
it runs in a process and an environment of its own. Of the pair of ordinary models it is asked in
fractions; of the intervals themselves only where that is said, because it iterates on them, which
takes hours in a loop that may hardly be left.
"""

import pathlib
import sys

import stormpy
from stormpy import environments

# With the plan fixed, nature alone chooses; with nature fixed, the person does; among intervals both
# do, and nature against the person.
ASKED = {
    ("safe", "plan"): 'Pmin=? [F "safe"]',
    ("safe", "nature"): 'Pmax=? [F "safe"]',
    ("safe", "intervals"): 'Pmax=? [F "safe"]',
    ("returned", "plan"): 'Pmax=? [F "returned"]',
    ("returned", "nature"): 'Pmin=? [F "returned"]',
    ("returned", "intervals"): 'Pmin=? [F "returned"]',
}

# Storm iterates on intervals from one side and stops where little moves.
LITTLE = stormpy.Rational("1/1000000000000")


def exactly(path, formula):
    """The value of an ordinary model, in fractions."""
    model = stormpy.build_model_from_drn[stormpy.Rational](str(path))
    asked = stormpy.parse_properties(formula)[0]
    result = stormpy.model_checking(model, asked, environment=environments.exact())
    return result.get_value(model.initial_states[0])


def among_intervals(path, formula):
    """The value of an interval model, as far as iterating finds it."""
    model = stormpy.build_model_from_drn[stormpy.Interval](str(path))
    asked = stormpy.parse_properties(formula)[0]
    environment = environments.sound()
    environment.solver().min_max().precision = LITTLE
    robust = stormpy.UncertaintyResolutionMode.ROBUST
    result = stormpy.model_checking(model, asked, environment=environment, uncertainty_resolution_mode=robust)
    return result.get_value(model.initial_states[0])


def answers(folder, files):
    """A line for each question about the files of these kinds, model after model."""
    names = sorted({path.name.split("-")[0] for path in folder.glob("*-nature.drn")})
    for name in names:
        for (question, file), formula in ASKED.items():
            if file not in files:
                continue
            if file == "intervals":
                found = among_intervals(folder / f"{name}-intervals.drn", formula)
            else:
                path = folder / f"{name}-{question}-{file}.drn"
                # A plan with too many corners is not written down; the tests count what is missing.
                if not path.exists():
                    continue
                found = exactly(path, formula)
            yield f"{name},{question},{file},{float(found)!r}"


def main():
    folder, written, *more = sys.argv[1:]
    # Storm speaks of its methods on standard output, so the answers have a file of their own.
    with open(written, "w", encoding="ascii") as file:
        print("model,question,file,value", file=file)
        for line in answers(pathlib.Path(folder), ["plan", "nature", *more]):
            print(line, file=file)


main()
