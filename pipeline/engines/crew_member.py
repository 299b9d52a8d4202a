"""What runs in a worker: it is handed the work once, then tasks, one at a time.

In: a pickled function with another that warms up for it, then its tasks, by a socket. Out: for each, whether it was
done, and the result or the error.
"""

import contextlib
import pickle
import signal
from multiprocessing.connection import Connection

from pipeline.engines.forked import die_with_parent
from pipeline.errors import PokeachError


def serve(descriptor: int, parent: int) -> None:
    """Work until the socket closes; leave Ctrl-C to the parent, and end when it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent(parent)
    connection = Connection(descriptor)
    try:
        work, warm_up = pickle.loads(connection.recv_bytes())
        if not connection.poll():
            with contextlib.suppress(
                PokeachError
            ):  # what fails here fails with the first task, and is told there
                warm_up()
        while True:
            task = connection.recv()
            try:
                answer = True, work(task)
            except PokeachError as problem:
                answer = False, problem
            connection.send(answer)
    except (EOFError, OSError):
        return  # the usual way out, so that what the work has started ends with it
