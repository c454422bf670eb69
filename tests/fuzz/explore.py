"""Look for inputs that break a promise, led by what lines they reach. Needs atheris, and Linux.

Usage: ``python tests/fuzz/explore.py SECONDS [TARGET...]``. Each target, or each of those named, runs for so
many seconds, one after the other, and begins with its corpus. What they reach is forgotten, but an input that
breaks a promise is left here as ``TARGET-crash-…``, ``-timeout-…`` or ``-oom-…``, and shown in base64, as
``.ci/run`` deletes the copy of the tree that it works in. Mended, it goes into ``corpus``, where a test tries
it for ever.
"""

import multiprocessing
import sys
import tempfile
from base64 import b64encode
from pathlib import Path

import atheris

HERE = Path(__file__).parent
TOO_LONG = 20
"""Seconds by the clock for one input; on a machine at rest all take less than 1."""
TOO_LARGE = 2_000
"""Megabytes that a process may have; the readers need some 150."""
LONGEST = 4_096
"""Bytes of an input; more of them are more of the same, which `benchmarks/growth.py` measures."""
MEMORY = Path("/dev/shm")  # noqa: S108 -- folders are made by tempfile
"""Where files are in memory: to make and remove folders on a disk takes longer than to import a post."""
_FORK = multiprocessing.get_context("fork")

if MEMORY.is_dir():
    tempfile.tempdir = str(MEMORY)
sys.path.insert(0, str(HERE.parent))
with atheris.instrument_imports(include=["sphinx_eventreport"]):
    from fuzz.targets import TARGETS

    # What is imported when it is needed is for atheris to see as well, and is loaded once for all targets.
    for path in HERE.glob("corpus/*/*"):
        TARGETS[path.parent.name](path.read_bytes())


def explore(target: str, seconds: str) -> None:
    """Run the *target* for so many *seconds*; libFuzzer ends the process."""
    with tempfile.TemporaryDirectory() as found:
        options = {
            "max_total_time": seconds,
            "timeout": TOO_LONG,
            "rss_limit_mb": TOO_LARGE,
            "max_len": LONGEST,
            "dict": HERE / "words" / f"{target}.dict",
            "artifact_prefix": f"{target}-",
            "verbosity": 0,
            "print_final_stats": 1,
        }
        written = [f"-{name}={value}" for name, value in options.items()]
        atheris.Setup([sys.argv[0], *written, found, str(HERE / "corpus" / target)], TARGETS[target])
        atheris.Fuzz()


def main(seconds: str, *targets: str) -> None:
    """Run *targets*, all if there are none; exit with 1 if an input broke a promise."""
    broken = []
    for target in targets or TARGETS:
        print(f"{target}: {seconds} s", flush=True)
        process = _FORK.Process(target=explore, args=(target, seconds))
        process.start()
        process.join()
        if process.exitcode:
            broken.append(target)
            for left in Path().glob(f"{target}-*"):
                print(left, b64encode(left.read_bytes()).decode())
    if broken:
        message = f"an input broke a promise: {', '.join(broken)}"
        raise SystemExit(message)


if __name__ == "__main__":
    main(*sys.argv[1:])
