"""变化简报 and 单位核对表 against the raw books of both days."""
import re

from grid import added
from ledger import STAGES, Sums, progress
from leaders import figures_of

# Personal data is not told.
SILENT = ("编号", "阶段", "联系人", "联系电话")


def shown(value):
    """A value as a brief shows it."""
    if value is None:
        return "（空）"
    if day := re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", str(value)) if isinstance(value, str) else None:
        return "".join(f"{int(part)}{word}" for part, word in zip(day.groups(), "年月日") if part)
    return f"{value:.10g}" if isinstance(value, (int, float)) else str(value)


def is_first_report(label, old):
    """Whether a figure of months or its progress was not there before."""
    return old is None and re.match(r"(完成投资|到位资金)\[|形象进度（分月）", label) is not None


def differences(before, after):
    """What is another in projects of both days: name, old and new, one for each cell."""
    old = before.by_name()
    return [(project.name, shown(old[project.name][label]), shown(project[label]), is_first_report(label, old[project.name][label]))
            for project in after.projects if project.name in old
            for label in project.cells if label not in SILENT and old[project.name][label] != project[label]]


def check_overview(book, sheet, before, after):
    first, last = Sums(before.projects), Sums(after.projects)

    def line(old, new):
        return old, new, None if old is None and new is None else (new or 0) - (old or 0)

    lines = {"项目数": line(first.count, last.count)}
    unknown = [None] if any(not project.stage for ledger in (before, after) for project in ledger.projects) else []
    for stage in STAGES + unknown:
        lines[f"其中：{stage or '未填阶段'}"] = line(*(
            sum((project.stage or None) == stage for project in ledger.projects) for ledger in (before, after)))
    for label, old, new in zip(("总投资", f"{after.year}年计划投资", "本年累计完成投资"), first.yi(), last.yi()):
        lines[label] = line(old, new)
    labels = ["期初", "期末", "增减"]
    book.check_table(sheet, lines, {label: (lambda line, place=place: line[place]) for place, label in enumerate(labels)},
                     name="指标", total=())


def check_changes(book, before, after):
    check_overview(book, "总体", before, after)
    old, new = before.by_name(), after.by_name()
    arrivals = {name: project for name, project in new.items() if name not in old}
    departures = {name: project for name, project in old.items() if name not in new}
    moves = {name: project for name, project in new.items() if name in old and project.stage != old[name].stage}
    total = {"总投资": lambda project: project.total}
    book.check_table("新增", arrivals, total)
    book.check_table("退出", departures, total)
    book.check_table("阶段变化", moves, {
        "原值": lambda project: old[project.name].stage, "现值": lambda project: project.stage})
    told = differences(before, after)
    changed, reported = [[line[:3] for line in told if line[3] == is_first] for is_first in (False, True)]
    check_adjustments(book, changed)
    check_first_reports(book, reported)
    said = next(text for _, text in book.texts("总体") if "项目由" in text)
    book.expect("总体 一句话", figures_of(said.split("，项目由")[1]), [str(number) for number in (
        len(old), len(new), len(arrivals), len(departures), len(moves), len({name for name, _, _ in changed}), len(changed),
        *([len({name for name, _, _ in reported}), len(reported)] if reported else []))])


def check_adjustments(book, changed):
    sheet, found = "数据调整", []
    if sheet not in book.values:
        return book.expect(f"{sheet} 各处", changed, [])
    head = next(row for row in book.values[sheet] if row[0] == "序号")
    places = [head.index(label) for label in ("项目名称", "原值", "现值")]
    growth = head.index("增减")
    for index, row in enumerate(book.values[sheet]):
        if isinstance(row[0], (int, float)):
            found.append(tuple(shown(row[place]) for place in places))
            book.claim(sheet, index, 0, len(found))
            old, new = (row[place] for place in places[1:])
            book.seen |= {(sheet, index, place) for place in places[1:]}
            is_sum = isinstance(old, (int, float)) and isinstance(new, (int, float))
            book.claim(sheet, index, growth, new - old if is_sum else None)
    book.expect(f"{sheet} 各处", sorted(found), sorted(changed))


def check_first_reports(book, reported):
    """A line for each list, which come to all that was reported for the first time."""
    sheet = "首次填报"
    if sheet not in book.values:
        return book.expect(sheet, reported, [])
    head = next(index for index, row in enumerate(book.values[sheet]) if row[0] == "序号")
    labels, lines = book.values[sheet][head], []
    for index, row in enumerate(book.values[sheet][head + 1:], head + 1):
        if isinstance(row[0], (int, float)):
            lines.append(row)
            book.claim(sheet, index, 0, len(lines))
            book.seen |= {(sheet, index, labels.index(label)) for label in ("项目数", "填报处数")}
        elif (row[0] or "").startswith("合计"):
            # A project that two lists tell of is one project: only what was reported adds up.
            book.claim(sheet, index, labels.index("填报处数"), len(reported))
            book.claim(sheet, index, labels.index("项目数"), None)
    book.expect(f"{sheet} 处数", sum(row[labels.index("填报处数")] for row in lines), len(reported))
    book.expect(f"{sheet} 项目数", sum(row[labels.index("项目数")] for row in lines) >= len({name for name, _, _ in reported}), True)


ACTS = [("签约时间", "签约"), ("实际开工时间", "开工"), ("实际竣工时间", "竣工"), ("投产时间", "投产")]


def acted(project, label, month):
    """Whether the month of an act of the year is said, and is one up to this."""
    span = project.day(label)
    return bool(span) and span[0] == span[1] and project.year * 12 < span[0] <= project.year * 12 + month


def check_two_months(book, ledger, first):
    """What was reported for two months, of one ledger."""
    last = ledger.month
    sums = {project: [project.to_date("完成投资", month)[0] for month in (first, last)] for project in ledger.projects}
    acts = {project: "、".join(word for label, word in ACTS if acted(project, label, last) and not acted(project, label, first))
            for project in ledger.projects}
    moved = [project for project in ledger.projects if acts[project]
             or any(project.to_date(series, first) != project.to_date(series, last) for series in ("完成投资", "到位资金"))
             or progress(project, first) != progress(project, last)]
    both = [project for project in ledger.projects if None not in sums[project]]

    def yi(series, month, projects):
        sum_ = added(project.to_date(series, month)[0] for project in projects)
        return None if sum_ is None else sum_ / 10_000

    def line(value):
        old, new = value(first), value(last)
        return old, new, None if old is None and new is None else (new or 0) - (old or 0)

    lines = {"报到当月的项目": line(lambda month: sum(project.to_date("完成投资", month)[1] == month for project in ledger.projects)),
             "两个月都报数的项目本年累计完成": line(lambda month: yi("完成投资", month, both)),
             "全部项目本年累计完成": line(lambda month: yi("完成投资", month, ledger.projects)),
             "到位资金": line(lambda month: yi("到位资金", month, ledger.projects))}
    for label, word in ACTS:
        # What no project has a date of is unknown, and no zero.
        if not any(project[label] for project in ledger.projects):
            continue
        lines[f"本年已{word}的项目（按{word}时间）"] = line(
            lambda month, label=label: sum(acted(project, label, month) for project in ledger.projects))
    book.check_table("总体", lines, {label: (lambda line, place=place: line[place]) for place, label in enumerate(
        [f"{first}月底", f"{last}月底", "增减"])}, name="指标", total=())
    done = {project.name: project for project in moved}
    book.check_table("各项目", done, {
        f"{first}月底本年累计完成": lambda project: sums[project][0], f"{last}月底本年累计完成": lambda project: sums[project][1],
        "其间完成": lambda project: sums[project][1] - sums[project][0] if None not in sums[project] else None})
    said = next(text for _, text in book.texts("总体") if "项有新的数据" in text)
    late = sum(old is None and new is not None for old, new in sums.values())
    figures = [str(len(ledger.projects)), str(len(moved))]
    if both:
        figures += [str(len(both)), *(f"{yi('完成投资', month, both):.2f}" for month in (first, last))]
    book.expect("总体 一句话", re.findall(r"\d+(?:\.\d+)?", said.split("月底，")[1]), figures + ([str(late), str(first)] if late else []))


def dated(label, value):
    """A date as official tables write it; other values as they are."""
    if not value or not label.endswith("时间"):
        return value
    year, *parts = str(value).split("-")
    words = {"H1": "上半年", "H2": "下半年", **{f"Q{quarter}": f"第{quarter}季度" for quarter in range(1, 5)}}
    return f"{year}年" + "".join(words.get(part) or f"{int(part)}{unit}" for part, unit in zip(parts, "月日"))


def check_units(book, ledger):
    """Every cell that a unit is asked to look through is the ledger's, as it is now: it comes back and is held against that."""
    sheet = "核对表"
    unit = next(re.search("填报单位：(.+)", text)[1] for _, text in book.texts(sheet) if "填报单位：" in text)
    head = next(index for index, row in enumerate(book.values[sheet]) if row[0] == "序号")
    labels, known, met = book.values[sheet][head], ledger.by_name(), []
    span = f"{ledger.year}-01" + (f"..{ledger.month:02}" if ledger.month > 1 else "")
    raw = {f"{ledger.year}年计划投资（万元）": f"年度计划投资[{ledger.year}]（万元）",
           f"{ledger.year}年{'1-' if ledger.month > 1 else ''}{ledger.month}月完成投资（万元）": f"完成投资[{span}]（万元）"}
    for index in range(head + 1, len(book.values[sheet])):
        row = book.values[sheet][index]
        if not isinstance(row[0], (int, float)):
            continue
        project = known[row[labels.index("项目名称")]]
        met.append(project.name)
        book.claim(sheet, index, 0, len(met))
        for column, label in enumerate(labels[2:], 2):
            book.claim(sheet, index, column, dated(label, project[raw.get(label, label)]))
    book.expect(f"{sheet} 各项目", sorted(met), sorted(
        project.name for project in ledger.projects if unit in project.units))
