"""When each sentence is heard: the clips of a track, one behind the other.

In: the utterances of a track and the encoded clip of each, by the id of its sentence. Out: stretches of the track in
samples. Law: the first begins at 0, each begins where the one before ends, and the last ends with the track.
"""

from collections.abc import Mapping

from pipeline.model.speech import Clip, EncodedClip, ScriptTrack


def time_clips(track: ScriptTrack, clips: Mapping[str, EncodedClip]) -> tuple[Clip, ...]:
    """Place the clips of a track end to end; positions in samples from the start of the track."""
    timed: list[Clip] = []
    begin = 0
    for utterance in track.utterances:
        end = begin + clips[utterance.target].samples
        timed.append(Clip(target=utterance.target, begin=begin, end=end))
        begin = end
    return tuple(timed)
