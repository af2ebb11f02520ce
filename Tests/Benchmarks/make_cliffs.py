#!/usr/bin/env python3
"""Writes the invented lists on which speed once fell off a cliff; needs nothing but Python.

    make_cliffs.py text ROWS OUT [--numbers]   the list of make_list.py with every cell a text (.csv, .xlsx),
                                               or with its sums and serials as numbers (.xlsx)
    make_cliffs.py alike ROWS OUT [--from N]   names that differ in one number, from building N on (.csv, .xlsx)
    make_cliffs.py half|place|empty|owner|city ROWS OUT [--from N]
                                               names of which all share one half; that say nothing but a place
                                               with what all say; whose core is empty; that say their owner, or
                                               the city and their owner
    make_cliffs.py KIND ROWS OUT               a list (.csv) full of what most have a few of: totals, pages,
                                               subtotals, sections, headings, memos, dittos, packages, torn
                                               (quotes), bytes (of no encoding), sides (tables side by side),
                                               columns (unknown ones), bare (rows of a name and sums, no serials),
                                               units (rows of a name, a unit and sums, no serials)
"""
import csv
import sys
import zipfile
from xml.sax.saxutils import escape

import make_list

TYPES = ('<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
         'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
         'relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
         'officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" '
         'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')
RELATIONS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOOK = ('<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        f'xmlns:r="{OFFICE}"><sheets><sheet name="清单" sheetId="1" r:id="r1"/></sheets></workbook>')


def cell(value, numbers):
    if value == "":
        return "<c/>"
    if numbers and not isinstance(value, str):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'


def write_xlsx(rows, out, numbers):
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("_rels/.rels", RELATIONS.format(
            f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'))
        package.writestr("xl/workbook.xml", BOOK)
        package.writestr("xl/_rels/workbook.xml.rels", RELATIONS.format(
            f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'))
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/'
                        b'spreadsheetml/2006/main"><sheetData>')
            for row in rows:
                sheet.write(f'<row>{"".join(cell(value, numbers) for value in row)}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")


def write(rows, out, numbers=False):
    if str(out).endswith(".csv"):
        with open(out, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    else:
        write_xlsx(rows, out, numbers)


def texts(count):
    yield ["2026年重点项目清单（测试数据，均为虚构）"]
    yield make_list.HEADER
    yield from make_list.records(count, False)


def alike(count, first):
    """Names of one form, in turn of all districts: only the building's number tells most apart."""
    yield ["序号", "项目名称", "总投资（万元）"]
    places = ["城中区", "鱼峰区", "柳南区", "柳北区", "柳江区"]
    for number in range(first, first + count):
        yield [number, f"柳州市{places[number % 5]}示例产业园标准厂房{number}号楼建设项目", 1000 + number % 977]


WORDS = "云山石柳林泉江河田桥村塘坪冲岭峰龙凤马鹿竹松桂梅兰荷金银铜铁天地日月星辰东南西北"


def word(number, length):
    """A made-up name of some characters; the number tells which."""
    characters = []
    for _ in range(length):
        number, place = divmod(number, len(WORDS))
        characters.append(WORDS[place])
    return "".join(characters)


def crowds(kind, count, first):
    """Names that share much with all others."""
    yield ["序号", "项目名称", "业主单位", "建设地点", "总投资（万元）"]
    places = ["城中区", "鱼峰区", "柳南区", "柳北区", "柳江区", "鹿寨县", "融安县", "融水县", "三江县", "柳城县"]
    for number in range(first, first + count):
        place = places[number % 10]
        owner = f"{word(number, 3)}示例有限公司" if kind in ("owner", "city") else f"{place}示例局"
        name = {
            "half": f"{word(number, 4)}道路硬化工程", "place": f"{place}老旧小区改造{number % 997}项目",
            "empty": f"{place}产业园{'二三四五六'[number % 5]}期", "owner": f"{owner}项目",
            "city": f"柳州市{owner}项目",
        }[kind]
        yield [number, name, owner, place, 1000 + number % 977]


HEAD = ["序号", "项目名称", "业主单位", "总投资（万元）", "形象进度"]


def project(number):
    return [number, f"{word(number, 4)}示例项目{number}", f"{word(number * 7, 3)}示例有限公司", 1000 + number % 977, "正常推进"]


def crowded(kind, count):
    """Rows of a list in which every few rows are of a kind that most lists have a few of."""
    if kind == "sides":
        yield ["2026年重点项目清单（测试数据，均为虚构）"]
        yield HEAD + [""] + HEAD
        for number in range(1, count // 2 + 1):
            yield project(number) + [""] + project(count // 2 + number)
        return
    if kind in ("bare", "units"):
        units = [] if kind == "bare" else ["责任单位"]
        yield ["项目名称", *units, "总投资（万元）", "2026年计划投资（万元）"]
        for number in range(1, count + 1):
            name = f"{word(number, 4)}示例项目{number}"
            yield [name, *([f"{word(number % 40, 2)}县示例局"] if units else []), 1000 + number % 977, 100 + number % 89]
        return
    yield HEAD + ([f"未知列{number}" for number in range(200)] if kind == "columns" else [])
    for number in range(1, count + 1):
        fifth = number % 5 == 0
        if kind == "columns":
            yield project(number) + [f"甲{number % 7}"] * 200
        elif kind == "dittos" and not fifth:
            yield [number, project(number)[1], "同上", "同上", "同上"]
        elif kind == "totals" and fifth:
            yield ["", "合计", "", 5000, ""]
        elif kind == "pages" and fifth:
            yield ["", "本页小计", "", 5000, ""]
        elif kind == "subtotals" and fifth:
            yield ["", "小计", "", 5000, ""]
        elif kind == "sections" and fifth:
            yield [make_numeral(number // 5), "续建项目", "", "", ""]
        elif kind == "headings" and fifth:
            yield ["", f"{word(number, 2)}示例县人民政府", "4", 5000, ""]
        elif kind == "memos" and fifth:
            yield ["", "其中：续建项目", "", 5000, ""]
        elif kind == "packages" and not fifth:
            yield ["", f"（{number % 5}）{word(number, 3)}子项", "", 100, ""]
        else:
            yield project(number)


def make_numeral(number):
    """A Chinese numeral below a thousand; larger numbers begin again."""
    digits, number = "零一二三四五六七八九", number % 999 + 1
    hundred, ten, one = number // 100, number // 10 % 10, number % 10
    text = f"{digits[hundred]}百" if hundred else ""
    text += f"{digits[ten] if ten > 1 or hundred else ''}十" if ten else "零" if hundred and one else ""
    return text + (digits[one] if one else "")


def write_broken(kind, count, out):
    """Lines whose quotes do not match, or with bytes that no encoding knows."""
    with open(out, "wb") as file:
        file.write((",".join(HEAD) + "\r\n").encode())
        for number in range(1, count + 1):
            fields = [str(value).encode() for value in project(number)]
            fields[4] = b'"' + fields[4] if kind == "torn" else fields[4] + b"\xff\xfe\x80"
            file.write(b",".join(fields) + b"\r\n")


CROWDED = ("totals", "pages", "subtotals", "sections", "headings", "memos", "dittos", "packages", "sides", "columns",
           "bare", "units")
BROKEN = ("torn", "bytes")

if __name__ == "__main__":
    words, flags = sys.argv[1:4], sys.argv[4:]
    if len(words) < 3 or words[0] not in (
            "text", "alike", "half", "place", "empty", "owner", "city", *CROWDED, *BROKEN):
        sys.exit(__doc__)
    kind, count, out = words[0], int(words[1]), words[2]
    first = int(flags[flags.index("--from") + 1]) if "--from" in flags else 1
    if kind == "text":
        write(texts(count), out, "--numbers" in flags)
    elif kind in CROWDED:
        write(crowded(kind, count), out)
    elif kind in BROKEN:
        write_broken(kind, count, out)
    else:
        write(alike(count, first) if kind == "alike" else crowds(kind, count, first), out)
