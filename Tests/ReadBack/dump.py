#!/usr/bin/env python3
"""Prints a workbook as text: what its cells hold and how they look, for golden tests.

    dump.py BOOK.xlsx TEXT …              how books differ from texts, as unified diffs
    dump.py --record BOOK.xlsx TEXT …     writes the texts

A line a row: its number, its height, its cells parted by bars; a formula stands before its value. The
line of styles below it is left out where the row above has the same. Styles are numbered as they are
met and explained at the end. Depends on nothing but openpyxl.
"""
import difflib
import pathlib
import sys

import openpyxl


def number(value):
    """A figure without the noise of its last binary places."""
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def look(cell):
    """What matters of a cell's look, in words."""
    font, fill, side = cell.font, cell.fill, cell.alignment
    words = [font.name, f"{font.sz:g}"]
    if font.b:
        words.append("粗")
    if font.color is not None and font.color.type == "rgb" and font.color.rgb != "FF000000":
        words.append(f"字#{font.color.rgb[2:]}")
    if fill.fill_type == "solid":
        words.append(f"底#{fill.fgColor.rgb[2:]}")
    if cell.number_format != "General":
        words.append(cell.number_format)
    words += [word for word in (side.horizontal, side.vertical) if word]
    words += [word for word, on in (("换行", side.wrap_text), ("缩小", side.shrink_to_fit)) if on]
    if side.indent:
        words.append(f"缩进{side.indent:g}")
    if cell.border.left.style:
        words.append(cell.border.left.style)
    if not cell.protection.locked:
        words.append("可填")
    return " ".join(words)


def text(formula, value):
    if formula is None:
        return ""
    if isinstance(formula, str) and formula.startswith("="):
        return f"{formula}→{number(value) if value is not None else ''}"
    return formula.replace("\n", "⏎") if isinstance(formula, str) else number(formula)


def page(sheet):
    """How a sheet is shown and printed."""
    setup = sheet.page_setup
    yield f"纸张 {'A3' if setup.paperSize == 8 else 'A4'} {setup.orientation}" + (
        f" 宽{setup.fitToWidth or 1}页高{setup.fitToHeight if setup.fitToHeight is not None else 1}页" if sheet.sheet_properties.pageSetUpPr else "")
    for label, value in (("冻结", sheet.freeze_panes), ("标题行", sheet.print_title_rows),
                         ("标题列", sheet.print_title_cols), ("筛选", sheet.auto_filter.ref),
                         ("页脚", sheet.oddFooter.center.text)):
        if value:
            yield f"{label} {value}"
    breaks = [str(item.id) for item in sheet.row_breaks.brk]
    if breaks:
        yield f"分页在行后 {' '.join(breaks)}"
    if sheet.protection.sheet:
        yield "受保护"
    yield "列宽 " + " ".join(f"{name}:{column.width:g}" + (f"-{column.max}" if column.max > column.min else "")
                           for name, column in sheet.column_dimensions.items())
    merged = sorted((area.min_row, area.min_col, area.coord) for area in sheet.merged_cells.ranges)
    if merged:
        yield "合并 " + " ".join(area for _, _, area in merged)
    for rule in sheet.data_validations.dataValidation:
        yield f"选择 {rule.sqref} {rule.formula1}"


def charts(sheet):
    for chart in sheet._charts:
        kind = chart.tagname + ("(横)" if getattr(chart, "type", "") == "bar" else "")
        corner = chart.anchor._from
        yield (f"图 {kind} 在 {corner.row + 1},{corner.col + 1} {chart.anchor.width if hasattr(chart.anchor, 'width') else ''}"
               f"轴序 {chart.x_axis.scaling.orientation}").replace("  ", " ")
        for series in chart.ser:
            yield f"  系列 {series.tx.v or series.tx.strRef.f} {series.cat.strRef.f} {series.val.numRef.f}"


def lines(path):
    shown, held = openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path)
    yield f"属性 {held.properties.title} · {held.properties.subject} · {held.properties.creator}"
    looks = {}
    for sheet in held.worksheets:
        yield f"\n== {sheet.title}"
        yield from page(sheet)
        yield from charts(sheet)
        before = None
        for row, values in zip(sheet.iter_rows(), shown[sheet.title].iter_rows(values_only=True)):
            if all(cell.value is None and not cell.has_style for cell in row):
                continue
            size = sheet.row_dimensions[row[0].row]
            level = f" 级{size.outlineLevel}" if size.outlineLevel else ""
            yield (f"{row[0].row} [{size.height:g}{level}] " if size.height else f"{row[0].row} ") + "|".join(
                text(cell.value, value) for cell, value in zip(row, values))
            styles = " ".join(str(looks.setdefault(look(cell), len(looks) + 1)) for cell in row)
            if styles != before:
                yield f"    式 {styles}"
            before = styles
    yield "\n== 式"
    for words, index in looks.items():
        yield f"{index} {words}"


def main(words):
    records = words[0] == "--record"
    words = words[records:]
    for book, path in zip(words[::2], map(pathlib.Path, words[1::2])):
        now = "\n".join(lines(book)).split("\n")
        if records:
            path.write_text("\n".join(now) + "\n", encoding="utf-8")
            continue
        before = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        for line in difflib.unified_diff(before, now, path.name, "now", n=1, lineterm=""):
            print(line)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1:])
