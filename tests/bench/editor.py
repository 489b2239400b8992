#!/usr/bin/env python3
"""How long `dateline lsp` takes to answer at the size of the corpus: an editor that follows a script.

    tests/bench/corpus.py … writes a site; then
    tests/bench/editor.py --dateline target/release/dateline SITE

It types into one article and asks for completion, a card, a definition and links after every letter, then for
references and a new id, and prints the median and the 95th percentile of each answer in milliseconds, and how long it
took from the first letter to the messages of a mistake.
"""

import argparse
import json
import re
import statistics
import subprocess
import time
from pathlib import Path


class Editor:
    def __init__(self, program, site):
        self.program = subprocess.Popen(
            [program, "lsp", "--root", str(site)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.asked = 0
        self.told = {}

    def send(self, message):
        text = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.program.stdin.write(b"Content-Length: %d\r\n\r\n" % len(text) + text)
        self.program.stdin.flush()

    def hear(self):
        length = 0
        while line := self.program.stdout.readline().strip():
            if line.startswith(b"Content-Length: "):
                length = int(line.split()[1])
        message = json.loads(self.program.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.told[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def ask(self, method, params):
        self.asked += 1
        start = time.perf_counter()
        self.send({"id": self.asked, "method": method, "params": params})
        while True:
            message = self.hear()
            if message.get("id") == self.asked and "method" not in message:
                return message.get("result"), 1000 * (time.perf_counter() - start)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--dateline", default="target/release/dateline")
    arguments.add_argument("--letters", type=int, default=60)
    arguments.add_argument("site", type=Path)
    given = arguments.parse_args()
    site = given.site.resolve()
    editor = Editor(given.dateline, site)
    editor.ask("initialize", {"capabilities": {}, "workspaceFolders": [{"uri": site.as_uri(), "name": "site"}]})
    editor.send({"method": "initialized", "params": {}})
    articles = sorted((site / "content/articles").rglob("*.md"))
    article = next(path for path in articles if re.search(r"\[@[\w/-]+", path.read_text()))
    text, uri = article.read_text(), article.as_uri()
    key = re.search(r"\[@([\w/-]+)", text)
    document = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
    editor.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})

    def place(at):
        before = text[:at]
        column = len(before.rsplit("\n", 1)[-1].encode("utf-16-le")) // 2
        return {"textDocument": {"uri": uri}, "position": {"line": before.count("\n"), "character": column}}

    def type_in(new):
        change = {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": new}]}
        editor.send({"method": "textDocument/didChange", "params": change})

    def wait_for(is_so):
        start = time.perf_counter()
        while not is_so(editor.told.get(uri, [])):
            editor.hear()
        return 1000 * (time.perf_counter() - start)

    whole = text
    type_in(whole + "\nNobody [@no-such-key-at-all].\n")
    print(f"first reading of the site: {wait_for(bool):.0f} ms")
    type_in(whole)
    wait_for(lambda found: not any("no-such-key" in one["message"] for one in found))
    times, ends = {}, []
    written = "It is said again and again by those who were there [@" + key[1]
    for count in range(1, min(given.letters, len(written)) + 1):
        text = whole + "\n" + written[:count]
        type_in(text)
        for name, at in [("completion", len(text)), ("hover", key.start(1)), ("definition", key.start(1))]:
            answer, took = editor.ask("textDocument/" + name, place(at))
            # In running words nothing is completed.
            if not answer and (name != "completion" or "@" in written[:count]):
                raise SystemExit(f"{name} has no answer")
            times.setdefault(name, []).append(took)
        links = {"textDocument": {"uri": uri}}
        times.setdefault("documentLink", []).append(editor.ask("textDocument/documentLink", links)[1])
    text = whole
    for _ in range(5):
        for name, more in [("references", {"context": {"includeDeclaration": True}}), ("rename", {"newName": "another-id"})]:
            times.setdefault(name, []).append(editor.ask("textDocument/" + name, {**place(key.start(1)), **more})[1])
    for count in range(5):
        type_in(whole + f"\nNobody [@no-such-key-{count}].\n")
        ends.append(wait_for(lambda found: any(f"key-{count}`" in one["message"] for one in found)))
    for name, all_times in [*times.items(), ("messages of a mistake", ends)]:
        all_times.sort()
        p95 = all_times[int(0.95 * (len(all_times) - 1) + 0.5)]
        print(f"{name:22} median {statistics.median(all_times):7.1f} ms, p95 {p95:7.1f} ms, {len(all_times)} times")


if __name__ == "__main__":
    main()
