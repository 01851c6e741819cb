"""A real Chromium driven through its DevTools protocol over a pipe; no port, no network.

`with chromium(tmp_path) as page: page.open(file); page.press("j"); page.evaluate("...")`.
"""

from __future__ import annotations

import json
import os
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from tests.external import require_program

_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--hide-scrollbars",
    "--proxy-server=127.0.0.1:9",  # nobody listens there: whatever goes to the network fails
    "--remote-debugging-pipe",
)


class Page:
    """One tab. `requests` are the addresses it asked for, `complaints` what its console says."""

    def __init__(self, inbound: BinaryIO, outbound: BinaryIO) -> None:
        self._in, self._out = inbound, outbound
        self._count = 0
        self._session = ""
        self.requests: list[str] = []
        self.complaints: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command and wait for its answer; what happens meanwhile is noted."""
        self._count += 1
        message = {"id": self._count, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        self._out.write(json.dumps(message).encode() + b"\0")
        self._out.flush()
        while (answer := self._receive()).get("id") != self._count:
            self._note(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return dict(answer["result"])

    def wait(self, event: str) -> None:
        """Wait until the browser tells of an event."""
        while (message := self._receive()).get("method") != event:
            self._note(message)

    def open(self, file: Path) -> None:
        """Open a file and wait until it has loaded."""
        self.call("Page.navigate", url=file.resolve().as_uri())
        self.wait("Page.loadEventFired")

    def evaluate(self, expression: str) -> Any:
        """The value of an expression of the page; of a promise, what it comes to."""
        answer = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        """Press and let go of a key, as a person would."""
        text = {"Enter": "\r", "Tab": "", "Space": " "}.get(key, key)
        key = " " if key == "Space" else key
        codes = {"Tab": 9, "Enter": 13, " ": 32}
        code = codes.get(key, ord(key[0].upper()))
        common = {"key": key, "windowsVirtualKeyCode": code}
        self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **common)
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def size(self, width: int, height: int) -> None:
        """The size of the window, in pixels."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def prefer(self, media: str = "", **features: str) -> None:
        """What the person prefers: `prefer(prefers_color_scheme="dark")`; or paper: "print"."""
        named = [{"name": k.replace("_", "-"), "value": v} for k, v in features.items()]
        self.call("Emulation.setEmulatedMedia", media=media, features=named)

    def pdf(self, target: Path) -> None:
        """The page on paper."""
        answer = self.call("Page.printToPDF", paperWidth=8.27, paperHeight=11.69)
        target.write_bytes(b64decode(answer["data"]))

    def _receive(self) -> dict[str, Any]:
        data = bytearray()
        while (sign := self._in.read(1)) != b"\0":
            if not sign:
                raise RuntimeError("the browser has gone")
            data += sign
        return dict(json.loads(data))

    def _note(self, message: dict[str, Any]) -> None:
        params = message.get("params", {})
        match message.get("method"):
            case "Network.requestWillBeSent":
                self.requests.append(params["request"]["url"])
            case "Log.entryAdded":
                self.complaints.append(params["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.complaints.append(str(params["exceptionDetails"]))


@contextmanager
def chromium(folder: Path) -> Iterator[Page]:
    """A browser with a profile of its own in `folder`, ended on leaving."""
    program = require_program("chromium")
    read_end, to_browser = os.pipe()
    from_browser, write_end = os.pipe()
    command = (program, *_FLAGS, f"--user-data-dir={folder / 'profile'}")
    # The protocol wants its pipe at the numbers 3 and 4; the shell puts it there.
    shell = f'exec "$0" "$@" 3<&{read_end} 4>&{write_end}'
    process = subprocess.Popen(
        ("bash", "-c", shell, *command),
        pass_fds=(read_end, write_end),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(read_end)
    os.close(write_end)
    with os.fdopen(from_browser, "rb") as inbound, os.fdopen(to_browser, "wb") as outbound:
        try:
            yield Page(inbound, outbound)
        finally:
            process.kill()
            process.wait()
