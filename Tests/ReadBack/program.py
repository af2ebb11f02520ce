"""The program under test, asked as a person asks it."""
import json
import subprocess
import sys


class Program:
    def __init__(self, path, folder):
        self.path, self.folder = path, folder

    def __call__(self, *words, codes=(0,)):
        answer = subprocess.run([self.path, *map(str, words), "--database", self.folder / "台账.sqlite"], capture_output=True, text=True)
        if answer.returncode not in codes:
            sys.exit(f"{' '.join(map(str, words))}：{answer.returncode} {answer.stdout[-400:]} {answer.stderr[-400:]}")
        return answer.stdout

    def items(self):
        """The items of the catalogue as its last entries have them."""
        path = self.folder / "凭证.jsonl"
        self("export", "journal", "-o", path)
        items = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            for item in json.loads(line)["catalogue"]:
                new = json.loads(item["new"]) if item["new"] else {}
                items[item["kind"], item["code"]] = {"kind": item["kind"], "code": item["code"], **new}
        return items
