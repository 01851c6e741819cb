"""File formats: each a folder with a pair of functions at the edge.

A format package offers `read(data: bytes) -> Read[Resolution]` and
`write(resolution: Resolution) -> bytes`; `registry` maps suffixes to them and imports a package
only when it is used.
"""
