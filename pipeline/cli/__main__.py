"""`python -m pipeline.cli`, which ./run starts.

Apart from pipeline.cli.main for two reasons: until the command is known Ctrl-C ends the program without a traceback,
and the voice's workers, which import their parent's main module unless it is called __main__, start in half the time.
"""

import signal

if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from pipeline.cli.main import run

if __name__ == "__main__":
    run()
