#!/usr/bin/env python3
"""Works out every figure of a set of books from the raw book of the same ledger and compares.

    check.py FOLDER CATALOGUE FACTS

FOLDER holds raw.xlsx, before.xlsx (the raw book of the day that changes are counted from), list.csv (the
list the ledger was fed with), BOOK.xlsx for each book, and units/*.xlsx. CATALOGUE has an item of the
ledger's catalogue a line, as JSON. FACTS is what a raw book cannot say: the year, the month, what people
confirmed and reported and where tasks stood, whether the books were asked for that month or are of the present, and the month that
months.xlsx begins with; a book that is not there is not looked at. The answer is JSON: how many cells were compared, what was wrong, which figures
nobody compared, and which could be altered without any comparison noticing.
"""
import csv
import json
import pathlib
import sys

from changes import check_changes, check_overview, check_two_months, check_units
from gaps import check_gaps
from grid import Book, same
from leaders import check_chains, check_leaders
from ledger import Ledger
from promotion import check_promotion, check_targets, check_tasks

# How many figures of each book are altered.
SAMPLES = 25


def checks(before, now, facts):
    def leaders(book):
        check_leaders(book, now)
        if "较上期变化" in book.values:
            check_overview(book, "较上期变化", before, now)

    return {
        "leaders": leaders,
        "chains": lambda book: check_chains(book, now),
        "changes": lambda book: check_changes(book, before, now),
        "promotion": lambda book: check_promotion(book, now, facts),
        "targets": lambda book: check_targets(book, now, facts),
        "tasks": lambda book: check_tasks(book, now, facts),
        "gaps": lambda book: check_gaps(book, now, facts),
        "units": lambda book: check_units(book, now),
        "months": lambda book: check_two_months(book, now, facts["first_month"]),
    }


def run(book, check):
    """Compares a book; returns what was wrong."""
    book.seen, book.wrong = set(), []
    try:
        check(book)
    except (KeyError, IndexError, TypeError, ValueError, StopIteration) as error:
        book.wrong.append(f"{book.path.name}：{type(error).__name__} {error}")
        if "-v" in sys.argv:
            raise
    book.check_formulas()
    book.check_charts()
    return book.wrong


def unnoticed(book, check):
    """Figures that can be others without any comparison telling."""
    places = [place for sheet in book.values for place in book.numbers(sheet)]
    missed = []
    for sheet, row, column in places[::max(1, len(places) // SAMPLES)]:
        cells = book.values[sheet][row]
        cells[column] += 1
        if not run(book, check):
            missed.append(f"{book.path.name} {sheet} {row + 1}行 {column + 1}列")
        cells[column] -= 1
    return missed


def compare_with_list(before, path):
    """The raw book holds what the list said, sum by sum."""
    wrong = []
    known = before.by_name()
    for row in csv.DictReader(path.open(encoding="utf-8")):
        project = known.get(row["项目名称"])
        for label in ("总投资（万元）", "合同投资额（万元）", "预计年产值（万元）", "产业链", "阶段"):
            said = (float(row[label]) if row[label] and "万元" in label else row[label]) or None
            if project and not same(project[label], said):
                wrong.append(f"raw {project.name} {label}：是 {project[label]}，清单为 {said}")
        if not project and row["推进状态"] not in ("终止", "退库"):
            wrong.append(f"raw 没有 {row['项目名称']}")
    return wrong


def main(folder, catalogue, facts):
    folder, catalogue = pathlib.Path(folder), pathlib.Path(catalogue)
    facts = json.loads(pathlib.Path(facts).read_text(encoding="utf-8"))
    year, month = facts["year"], facts["month"]
    now, before = (Ledger(folder / name, catalogue, year, month, facts.get("asked", False)) for name in ("raw.xlsx", "before.xlsx"))
    answer = {"compared": 0, "wrong": compare_with_list(before, folder / "list.csv"), "blind": [], "unnoticed": []}
    for name, check in checks(before, now, facts).items():
        paths = sorted((folder / "units").glob("*.xlsx")) if name == "units" else [folder / f"{name}.xlsx"]
        for path in filter(pathlib.Path.exists, paths):
            book = Book(path)
            answer["wrong"] += run(book, check)
            answer["blind"] += book.blind()
            answer["compared"] += len(book.seen)
            if not answer["wrong"]:
                answer["unnoticed"] += unnoticed(book, check)
    print(json.dumps(answer, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:4])
