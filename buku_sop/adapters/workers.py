"""Processes that work for this one: what takes both cores, and what must give its memory back.

A worker is a module that calls `serve` when it is run. It reads pickled questions and writes pickled answers through
pipes that only its parent holds; it ends when they are closed, so that none outlives its parent. A process of its own
is started rather than this one copied, since the compiler of sheets has threads, and since Windows has no copies.
"""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack
from queue import SimpleQueue
from types import MappingProxyType
from typing import IO, Any, Self

from buku_sop.adapters.places import PACKAGE

_LENGTH = 8
MOST = 8
"""Workers at once at most: each keeps the handbook in its memory."""


class WorkerLost(Exception):
    """A worker ended before it answered: killed, or out of memory."""


def cores() -> int:
    """Count the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Pickler(pickle.Pickler):
    def reducer_override(self, obj: Any) -> Any:
        """Pickle read-only mappings, which the library cannot."""
        if isinstance(obj, MappingProxyType):
            return read_only, (dict(obj),)
        return NotImplemented


def read_only(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    """Make a mapping read-only; the class itself cannot be named in a pickle."""
    return MappingProxyType(mapping)


def dumps(value: Any) -> bytes:
    """Pickle a value of the model."""
    ke = io.BytesIO()
    _Pickler(ke, pickle.HIGHEST_PROTOCOL).dump(value)
    return ke.getvalue()


def _write(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(len(message).to_bytes(_LENGTH, "big"))
    pipe.write(message)
    pipe.flush()


def _read(pipe: IO[bytes]) -> bytes:
    """Read one message. Raises EOFError where the other end is gone."""
    length = pipe.read(_LENGTH)
    if len(length) < _LENGTH:
        raise EOFError
    return pipe.read(int.from_bytes(length, "big"))


class Worker:
    """A process that runs a module, and answers."""

    def __init__(self, module: str, setup: bytes) -> None:
        """`setup` is the pickled value that the module is started with."""
        path = os.pathsep.join(filter(None, (str(PACKAGE.parent), os.environ.get("PYTHONPATH"))))
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path},
        )
        self._send(setup)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    def _send(self, message: bytes) -> None:
        assert self._process.stdin
        try:
            _write(self._process.stdin, message)
        except OSError as error:
            raise WorkerLost from error

    def ask(self, question: Any) -> Any:
        """Return the answer to a question.

        Raises:
            WorkerLost: The process ended.
            Exception: What the worker raised.
        """
        self._send(dumps(question))
        assert self._process.stdout
        try:
            good, answer = pickle.loads(_read(self._process.stdout))  # noqa: S301 -- our own process
        except (EOFError, OSError) as error:
            raise WorkerLost from error
        if not good:
            raise answer
        return answer


def ask_all(
    module: str, setup: Any, questions: Iterable[Any], count: int
) -> Iterator[tuple[int, Any]]:
    """Ask `count` workers many questions; yield the place of each with its answer, in the order of the answers.

    Raises what `Worker.ask` raises, after the workers are ended.
    """
    ready = dumps(setup)
    free: SimpleQueue[Worker] = SimpleQueue()

    def ask(question: Any) -> Any:
        worker = free.get()
        try:
            return worker.ask(question)
        finally:
            free.put(worker)

    with ExitStack() as stack:
        workers = [stack.enter_context(Worker(module, ready)) for _ in range(count)]
        for worker in workers:
            free.put(worker)
        threads = stack.enter_context(ThreadPoolExecutor(count))
        asked = {threads.submit(ask, q): n for n, q in enumerate(questions)}
        try:
            for done in as_completed(asked):
                yield asked[done], done.result()
        except BaseException:
            threads.shutdown(wait=False, cancel_futures=True)
            for worker in workers:
                worker.kill()
            raise


def serve(start: Callable[[Any], Callable[[Any], Any]]) -> None:
    """Answer the parent's questions until it closes the pipe; `start` makes of the setup what answers them."""
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else is printed shall not stand between answers
    try:
        answer = start(pickle.loads(_read(questions)))  # noqa: S301 -- from our own parent
        while True:
            question = pickle.loads(_read(questions))  # noqa: S301
            try:
                result = (True, answer(question))
            except Exception as error:
                result = (False, error)
            _write(answers, dumps(result))
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        return
