from __future__ import annotations

from hatchling.builders.wheel import WheelBuilder

from tests.external import CHECKOUT


def test_the_wheel_carries_the_style_and_the_script() -> None:
    builder = WheelBuilder(str(CHECKOUT))
    carried = {file.distribution_path for file in builder.recurse_included_files()}
    assert {
        f"drafter/render/html/{name}" for name in ("page.css", "three.css", "page.js")
    } <= carried
