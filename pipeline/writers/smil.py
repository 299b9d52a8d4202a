"""Time as SMIL writes it: the one place where samples become clock values.

In: integer samples and their rate, or milliseconds. Out: clock values. Positions round down to 1 ms, so that an end
never lies behind the audio; what begins where another ends gets the same value.
"""


def milliseconds(samples: int, sample_rate_hz: int) -> int:
    """Give a position or length in whole milliseconds, rounded down."""
    return samples * 1000 // sample_rate_hz


def clock_value(position_ms: int) -> str:
    """Format a full clock value, e.g. 0:01:02.345 (EPUB 3.3, "Clock values")."""
    seconds, thousandths = divmod(position_ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}.{thousandths:03}"


def timecount(length_ms: int) -> str:
    """Format a time count in seconds, e.g. 62.345s: `dur` of a DAISY 2.02 SMIL."""
    seconds, thousandths = divmod(length_ms, 1000)
    return f"{seconds}.{thousandths:03}s"


def npt(position_ms: int) -> str:
    """Format a normal play time, e.g. npt=62.345s: clip-begin and clip-end of a DAISY 2.02 SMIL."""
    return f"npt={timecount(position_ms)}"


def total_time(length_ms: int) -> str:
    """Format a length in whole seconds, rounded to the nearest, e.g. 00:01:02: DAISY 2.02 metadata."""
    minutes, seconds = divmod((length_ms + 500) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}"
