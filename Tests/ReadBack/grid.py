"""A book as another program reads it: the values its cells show, and who vouched for which of them."""
import re

import openpyxl
from openpyxl.utils import get_column_letter as letters, range_boundaries


def same(found, expected):
    """Whether two cells say the same; figures to the last place a double of money holds."""
    if isinstance(found, (int, float)) and isinstance(expected, (int, float)):
        return abs(found - expected) <= 1e-9 * max(1, abs(found), abs(expected))
    return (found or None) == (expected or None)


class Book:
    """Cells by sheet, row and column, counted from 0."""

    def __init__(self, path):
        self.path = path
        shown, held = openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path)
        self.values = {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in shown}
        self.formulas = {
            (sheet.title, cell.row - 1, cell.column - 1): cell.value
            for sheet in held for row in sheet.iter_rows() for cell in row if cell.data_type == "f"}
        self.charts = [(sheet.title, chart) for sheet in held for chart in sheet._charts]
        self.seen, self.wrong = set(), []

    def note(self, place, found, expected):
        self.wrong.append(f"{self.path.name} {place}：是 {found!r}，应为 {expected!r}")

    def expect(self, place, found, expected):
        """Compares something that is not one cell."""
        if not same(found, expected):
            self.note(place, found, expected)

    def claim(self, sheet, row, column, expected):
        """Compares a cell with what was worked out apart from it."""
        self.seen.add((sheet, row, column))
        self.expect(f"{sheet}!{letters(column + 1)}{row + 1}", self.values[sheet][row][column], expected)

    def texts(self, sheet):
        """The texts of a sheet with their rows."""
        return [(index, cell) for index, row in enumerate(self.values[sheet]) for cell in row
                if isinstance(cell, str)]

    def numbers(self, sheet):
        return [(sheet, row, column) for row, cells in enumerate(self.values[sheet])
                for column, cell in enumerate(cells) if isinstance(cell, (int, float))]

    def blind(self):
        """Figures that nobody compared."""
        return [f"{self.path.name} {sheet}!{letters(column + 1)}{row + 1}"
                for name in self.values for sheet, row, column in self.numbers(name)
                if (sheet, row, column) not in self.seen]

    def check_formulas(self):
        """What a formula shows is what it works out to."""
        for (sheet, row, column), formula in self.formulas.items():
            cells = self.values[sheet]
            place = f"{sheet}!{letters(column + 1)}{row + 1} {formula}"
            if total := re.fullmatch(r"=SUBTOTAL\(9,(\w+:\w+)\)", formula):
                left, top, right, bottom = range_boundaries(total[1])
                own = [cells[y][x] for y in range(top - 1, bottom) for x in range(left - 1, right)
                       if "SUBTOTAL" not in self.formulas.get((sheet, y, x), "")]
                self.expect(place, cells[row][column], sum(own_ for own_ in own if isinstance(own_, (int, float))))
            elif share := re.fullmatch(
                    r'=IFERROR\(SUMPRODUCT\((SUBTOTAL\(3,OFFSET\((\w+),ROW\((\w+:\w+)\)-ROW\(\2\),0\)\)\*ISNUMBER\((\w+:\w+)\)),'
                    r'(\w+:\w+)\)/SUMPRODUCT\(\1,(\w+:\w+)\),""\)', formula):
                rates, serials, parts, wholes = (
                    [cells[y][left - 1] for y in range(top - 1, bottom)]
                    for left, top, _, bottom in map(range_boundaries, share.groups()[2:]))
                own = [index for index, rate in enumerate(rates)
                       if rate is not None and isinstance(serials[index], (int, float))]
                self.expect(place, cells[row][column],
                            sum(parts[index] for index in own) / sum(wholes[index] for index in own))
            else:
                self.note(place, formula, "一个认得的公式")

    def check_charts(self):
        """A chart draws the column under its series' name, one bar for each row of its table."""
        for sheet, chart in self.charts:
            cells = self.values[sheet]
            title = "".join(run.t for part in chart.title.tx.rich.p for run in part.r or [])
            # The first category of a bar chart stands on top, as in the table.
            self.expect(f"{sheet} 图 {title} 轴序", chart.x_axis.scaling.orientation,
                        "maxMin" if chart.tagname == "barChart" and chart.type == "bar" else "minMax")
            for series in chart.ser:
                left, top, right, bottom = range_boundaries(series.val.numRef.f.split("!")[1])
                names, first, _, last = range_boundaries(series.cat.strRef.f.split("!")[1])
                place = f"{sheet} 图 {title} {series.val.numRef.f}"
                self.expect(place + " 一列", (left, first, last), (right, top, bottom))
                self.expect(place + " 系列名", cells[top - 2][left - 1].replace("\n", ""), series.tx.v.replace("\n", ""))
                for line in range(top, bottom + 1):
                    name, value = cells[line - 1][names - 1], cells[line - 1][left - 1]
                    if not isinstance(name, str) or name.startswith("合计"):
                        self.note(f"{place} 第{line}行", name, "一个类别")
                    if value is not None and (sheet, line - 1, left - 1) not in self.seen:
                        self.note(f"{place} 第{line}行", value, "一个核对过的数")
                drawn = {point.idx: float(point.v) for point in series.val.numRef.numCache.pt}
                held = {line - top: cells[line - 1][left - 1] for line in range(top, bottom + 1)}
                for index, value in held.items():
                    self.expect(f"{place} 存值 {index}", drawn.get(index), value)

    def check_table(self, sheet, items, figures, *, name="项目名称", total=True):
        """A numbered table: `items` by what stands in the column `name`, a figure of each for the columns
        of `figures`; the last row adds those up of which the label is in `total`, all when it is true."""
        if sheet not in self.values:
            return self.expect(f"{sheet} 没有这张表", list(items), [])
        rows = self.values[sheet]
        head = next((index for index, row in enumerate(rows) if row[0] == "序号"), None)
        labels = [str(cell).replace("\n", "") for cell in rows[head]]
        met = []
        for index in range(head + 1, len(rows)):
            first = rows[index][0]
            if isinstance(first, (int, float)):
                item_name = rows[index][labels.index(name)]
                met.append(item_name)
                self.claim(sheet, index, 0, len(met))
                if item_name not in items:
                    self.note(f"{sheet} 第{index + 1}行", item_name, "所选的一项")
                    continue
                for label, figure in figures.items():
                    self.claim(sheet, index, labels.index(label), figure(items[item_name]))
            elif isinstance(first, str) and first.startswith("合计"):
                self.expect(f"{sheet} 合计项数", re.findall(r"\d+", first), [str(len(met))])
                for label, figure in figures.items():
                    if total is True or label in total:
                        self.claim(sheet, index, labels.index(label), added(map(figure, items.values())))
        self.expect(f"{sheet} 各行", sorted(met, key=str), sorted(items, key=str))


def added(figures):
    """The sum of the figures that are known; unknown is not zero."""
    known = [figure for figure in figures if figure is not None]
    return sum(known) if known else None
