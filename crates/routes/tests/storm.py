"""Asks Storm for the value of every model of a folder: one line each, `number,question,file,value`.

`python storm.py FOLDER [NUMBERS]` needs stormpy, which is GPL and no part of this project: it runs in
a process and an environment of its own.
"""

import pathlib
import sys

import stormpy
from stormpy.developer._core import get_sound_environment

SOUND = get_sound_environment()

# With the plan fixed, nature alone chooses; with nature fixed, the person does.
ASKED = {
    ("safe", "plan"): 'Pmin=? [F "safe"]',
    ("safe", "nature"): 'Pmax=? [F "safe"]',
    ("returned", "plan"): 'Pmax=? [F "returned"]',
    ("returned", "nature"): 'Pmin=? [F "returned"]',
}


def value(path, formula):
    model = stormpy.build_model_from_drn(str(path))
    formulas = stormpy.parse_properties(formula)
    result = stormpy.model_checking(model, formulas[0], environment=SOUND)
    return result.get_value(model.initial_states[0])


def main():
    folder = pathlib.Path(sys.argv[1])
    numbers = sorted({int(path.name.split("-")[0]) for path in folder.glob("*-plan.drn")})
    print("number,question,file,value")
    for number in numbers:
        for (question, file), formula in ASKED.items():
            found = value(folder / f"{number}-{question}-{file}.drn", formula)
            print(f"{number},{question},{file},{found!r}")


main()
