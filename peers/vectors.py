"""The same decisions by numpy and by OpenFisca: nanoseconds a decision, one thread.

`python vectors.py FORMULAS.json`, written by the program beside this file. A fact that is not known
reads as no, as these engines have it: OpenFisca's default of a yes-or-no variable is no.
"""

import json
import sys
import time

import numpy as np


def columns(written):
    """A column for each variable: the people that were read, over and over."""
    people, many = written["people"], written["many"]
    names = [f"a{index}" for index in range(written["variables"])] + ["nobody_knows"]
    return {
        name: np.resize(np.array([bool(person.get(name)) for person in people]), many)
        for name in names
    }


def evaluate(rule, column):
    """A formula over whole columns; `column` gives one by its name."""
    if isinstance(rule, bool):
        return rule
    (operator, parts), = rule.items()
    if operator == "var":
        return column(parts)
    values = [evaluate(part, column) for part in parts]
    if operator == "!":
        return np.logical_not(values[0])
    joined = np.logical_and if operator == "and" else np.logical_or
    result = values[0]
    for value in values[1:]:
        result = joined(result, value)
    return result


def fastest(run, seconds=2.0):
    """The shortest of many runs, in nanoseconds."""
    begun, best = time.perf_counter(), float("inf")
    while time.perf_counter() - begun < seconds or best == float("inf"):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    return best * 1e9


def by_openfisca(written, given):
    """A run that works every rule out anew, in an OpenFisca system made of the formulas."""
    from openfisca_core.entities import build_entity
    from openfisca_core.periods import DateUnit
    from openfisca_core.simulations import SimulationBuilder
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    person = build_entity(key="person", plural="people", label="", is_person=True)
    system = TaxBenefitSystem([person])

    def variable(name, **more):
        body = {"value_type": bool, "entity": person, "definition_period": DateUnit.DAY, "label": name, **more}
        return type(name, (Variable,), body)

    for name in given:
        system.add_variable(variable(name))
    def formula_of(rule):
        def formula(people, period, parameters):
            value = evaluate(rule, lambda name: people(name, period))
            return np.full(people.count, value) if isinstance(value, bool) else value
        return formula

    for index, rule in enumerate(written["rules"]):
        system.add_variable(variable(f"rule_{index}", formula=formula_of(rule)))

    def run():
        simulation = SimulationBuilder().build_default_simulation(system, written["many"])
        for name, values in given.items():
            simulation.set_input(name, "2017-05-17", values)
        start = time.perf_counter()
        answers = [simulation.calculate(f"rule_{index}", "2017-05-17") for index in range(len(written["rules"]))]
        return (time.perf_counter() - start) * 1e9, answers

    return run


def unfounded(written, answers):
    """Per cent of the undecided cases that are answered all the same, and that are answered *open*."""
    undecided = opened = 0
    for person, row in enumerate(written["truth"]):
        for rule, truth in enumerate(row):
            if truth is None:
                undecided += 1
                answer = answers[rule]
                opened += bool(answer if isinstance(answer, bool) else answer[person])
    return 100.0, 100.0 * opened / undecided


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        written = json.load(file)
    given = columns(written)
    decisions = written["many"] * len(written["rules"])
    answers = [evaluate(rule, given.__getitem__) for rule in written["rules"]]
    took = fastest(lambda: [evaluate(rule, given.__getitem__) for rule in written["rules"]])
    line = "{:<34} {:>10.2f} ns  {:>11}  {:>6.1f} %  {:>6.1f} %  {:>6.1f} %"
    print(line.format("numpy, 4096 at once", took / decisions, "", *unfounded(written, answers), 0.0))
    run = by_openfisca(written, given)
    best, by_it = min((run() for _ in range(5)), key=lambda pair: pair[0])
    print(line.format("OpenFisca, 4096 at once", best / decisions, "", *unfounded(written, by_it), 0.0))


main()
