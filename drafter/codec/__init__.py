"""A resolution as plain data and back: the data that the JSON Schema describes.

Plain data are dicts, lists, strings, whole numbers and booleans. The fields are those of the model,
in its order; a field that has its default is left out. See `docs/formats/json.md`.
"""

from drafter.codec.decode import decode
from drafter.codec.encode import encode
from drafter.codec.kept import decode_opaque, decode_vote, encode_opaque, encode_vote
from drafter.codec.nearest import nearest

__all__ = [
    "decode",
    "decode_opaque",
    "decode_vote",
    "encode",
    "encode_opaque",
    "encode_vote",
    "nearest",
]
