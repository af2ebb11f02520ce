"""退回表: the sender's own list with what is to be mended, against the faults that were put into it."""
import csv
import re

import openpyxl

from world import HEADS, YEAR

LABELS = ["项目名称", "项目业主", "县区", "项目代码", "总投资（万元）", "计划开工时间"]
FAULTS = {"项目代码": ["1234-5678", "45020320260001"], "总投资（万元）": ["约五六千万", "面议"], "计划开工时间": [f"{YEAR}年13月", f"{YEAR}-02-31"]}


def write(world, path):
    """A list of which some rows cannot be read as they stand; tells the faults of each row of the file."""
    rows, faults = [], {}
    for project in world.chance.sample(world.projects, min(12, len(world.projects))):
        row = {label: project.get(label) for label in LABELS}
        own = [label for label in FAULTS if world.chance.random() < 0.25]
        row |= {label: world.chance.choice(FAULTS[label]) for label in own}
        rows.append(row)
        if own:
            faults[len(rows) + 2] = own
    return world.write(path, f"{YEAR}年项目表（测试数据）", LABELS, rows), faults


def check_returned(program, world, folder):
    """Every row with a fault is shown with an opinion, the cell is red, and all cells are as they were sent."""
    path, faults = write(world, folder / "退回.csv")
    program("import", path, "--dry-run", "--year", YEAR, "--sender", "市发展改革委", "--annotate", folder / "退回.xlsx", codes=(0, 1))
    sent = list(csv.reader(path.open(encoding="utf-8-sig")))
    sheet = openpyxl.load_workbook(folder / "退回.xlsx").active
    wrong, compared = [], 0

    def expect(place, found, expected):
        nonlocal compared
        compared += 1
        if found != expected:
            wrong.append(f"退回表 {place}：是 {found!r}，应为 {expected!r}")

    opinions = len(LABELS) + 1
    expect("末列", sheet.cell(2, opinions).value, "核对意见（台账填写，报回时不读）")
    for number, row in enumerate(sent, 1):
        for column, text in enumerate(row, 1):
            expect(f"{number}行{column}列", str(sheet.cell(number, column).value or ""), text)
        if number < 3:
            continue
        own = faults.get(number, [])
        expect(f"{number}行 核对意见", bool(sheet.cell(number, opinions).value), bool(own))
        # Where nothing needs work, nothing is filtered.
        expect(f"{number}行 隐藏", bool(sheet.row_dimensions[number].hidden), bool(faults) and not own)
        red = [LABELS[column - 1] for column in range(1, opinions) if sheet.cell(number, column).comment]
        expect(f"{number}行 标红", red, own)
        lines = [line for line in re.split(r"\n", sheet.cell(number, opinions).value or "") if line]
        expect(f"{number}行 意见条数", len(lines), len(own))
    return wrong, compared
