"""The command line: parses, calls one job, shows what comes back, returns an exit code.

Data go to standard output, talk goes to standard error. Exit codes: 0 done, 1 the finding that the
command documents (different, faults found), 2 trouble (bad input, bad usage, cannot write).
"""
