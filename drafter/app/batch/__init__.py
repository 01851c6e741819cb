"""Import many files at once: what is there, all cores on it, what became of each file.

`plan` says which file becomes which, `run` does it in several processes, `Report` is what it came
to. A file that cannot be read, or that ends its process, is one failure in the report and never
stops the rest. Not among the names of `drafter.app`: processes are not needed for one document.
"""

from drafter.app.batch.plan import Plan, plan
from drafter.app.batch.run import cores, run
from drafter.app.batch.values import Failure, Options, Outcome, Report, Task

__all__ = [
    "Failure",
    "Options",
    "Outcome",
    "Plan",
    "Report",
    "Task",
    "cores",
    "plan",
    "run",
]
