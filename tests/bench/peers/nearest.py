#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast peers find the 25 best items that `foretaste-cli bench serve --dump FOLDER` has written:
faiss's IndexFlatIP (exact), and hnswlib at the least ef that finds 99 % of them.

One thread, one query at a time, as a request comes. The bias becomes one more dimension, in which a
query is 1. Prints one JSON object. Needs the packages of packaging/linux/packages-bench.txt.
"""
import argparse
import json
import pathlib
import time

import faiss
import hnswlib
import numpy


def timed(search, queries):
    """Answers of each query, and the percentiles of their times."""
    answers, ms = [], []
    for query in queries:
        start = time.perf_counter()
        answers.append(search(query[None, :]))
        ms.append(1000 * (time.perf_counter() - start))
    p50, p95, p99 = numpy.percentile(ms, [50, 95, 99])
    return answers, {"p50_ms": p50, "p95_ms": p95, "p99_ms": p99}


def recall(found, exact):
    return numpy.mean([len(set(a) & set(b)) / len(b) for a, b in zip(found, exact)])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path, help="that bench serve --dump has written")
    parser.add_argument("--queries", type=int, default=500)
    parser.add_argument("--places", type=int, default=25)
    parser.add_argument("--links", type=int, default=16, help="M of hnswlib")
    parser.add_argument("--no-hnsw", action="store_true", help="its build takes minutes a million")
    options = parser.parse_args()

    bias = numpy.fromfile(options.folder / "bias.f32", dtype=numpy.float32)
    vectors = numpy.fromfile(options.folder / "vectors.f32", dtype=numpy.float32)
    vectors = numpy.column_stack([vectors.reshape(len(bias), -1), bias])
    dim = vectors.shape[1] - 1
    queries = numpy.fromfile(options.folder / "queries.f32", dtype=numpy.float32)
    queries = queries.reshape(-1, dim)[: options.queries]
    queries = numpy.column_stack([queries, numpy.ones(len(queries), dtype=numpy.float32)])
    result = {"items": len(bias), "dim": dim, "places": options.places, "queries": len(queries)}

    faiss.omp_set_num_threads(1)
    flat = faiss.IndexFlatIP(dim + 1)
    flat.add(vectors)
    exact, times = timed(lambda query: flat.search(query, options.places)[1][0], queries)
    result["faiss_flat_ip"] = times

    if not options.no_hnsw:
        start = time.perf_counter()
        graph = hnswlib.Index(space="ip", dim=dim + 1)
        graph.init_index(max_elements=len(bias), ef_construction=200, M=options.links)
        graph.add_items(vectors)
        graph.set_num_threads(1)
        built = time.perf_counter() - start
        for ef in (25, 50, 100, 200, 400, 800, 1600):
            graph.set_ef(ef)
            found, times = timed(
                lambda query: graph.knn_query(query, options.places)[0][0], queries)
            share = recall(found, exact)
            if share >= 0.99:
                break
        result["hnswlib"] = {"ef": ef, "M": options.links, "recall": share, "build_s": built,
                             **times}
    print(json.dumps(result, indent=2))


main()
