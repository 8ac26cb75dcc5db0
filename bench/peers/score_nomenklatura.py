"""Scores queries against given candidates with nomenklatura, one JSON line for each.

Usage: python score_nomenklatura.py ENTITIES QUERIES SECONDS
Entities and queries are JSON lines. Stops when the seconds are used up; the time of each query is that of the
comparisons alone. The last line says how much memory was used.
"""

import json
import resource
import sys
import time

from followthemoney import model
from nomenklatura.matching import LogicV2, get_algorithm


def proxy(line):
    entity = model.get_proxy({"id": line["id"], "schema": line["schema"], "properties": {}})
    for name, values in line["properties"].items():
        if name in entity.schema.properties:
            entity.add(name, values)
    return entity


def main(entities_path, queries_path, seconds):
    started = time.perf_counter()
    with open(entities_path, encoding="utf-8") as file:
        entities = {line["id"]: proxy(line) for line in map(json.loads, file)}
    with open(queries_path, encoding="utf-8") as file:
        queries = [json.loads(line) for line in file]
    config = LogicV2.default_config()
    others = {name: get_algorithm(name) for name in ("name-based", "ofac")}
    if queries:
        warm = proxy({**queries[0], "id": "warm"})
        for id in queries[0]["candidates"][:5]:
            LogicV2.compare(warm, entities[id], config)
    print(json.dumps({"start": time.perf_counter() - started}), flush=True)
    began = time.perf_counter()
    for at, line in enumerate(queries):
        if time.perf_counter() - began > seconds:
            break
        query = proxy({**line, "id": f"query-{at}"})
        candidates = [entities[id] for id in line["candidates"]]
        before, worked = time.perf_counter(), time.process_time()
        scores = [(c.id, LogicV2.compare(query, c, config).score) for c in candidates]
        taken, work = time.perf_counter() - before, time.process_time() - worked
        scores.sort(key=lambda pair: -pair[1])
        answer = {"at": line["at"], "ms": taken * 1000, "work": work, "matches": scores[:10]}
        if line.get("reproduce") and candidates:
            first = candidates[0]
            answer["reproduce"] = {
                name: algorithm.compare(query, first, algorithm.default_config()).score
                for name, algorithm in others.items()
                if algorithm is not None
            }
        print(json.dumps(answer), flush=True)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"megabytes": used}), flush=True)


main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
