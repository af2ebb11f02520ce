"""领导汇总 and 产业链分册 against the raw book."""
import re
from decimal import ROUND_HALF_UP, Decimal

from grid import added
from ledger import STAGES, Sums

LIGHTS = ["正常", "滞后", "严重滞后", "未报"]


def figures_of(sentence):
    """The figures of a sentence, in their order."""
    return re.findall(r"\d+(?:\.\d+)?", sentence)


def rounded(value, places):
    """A figure as people round it: a half goes up."""
    return str(Decimal(f"{value:.9f}").quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def told(wan):
    """A sum of 万元 in 亿元; one that would round to nothing there in 万元."""
    yi = rounded(wan / 10_000, 2)
    return f"{wan:.10g}" if wan and float(yi) == 0 else yi


def sentence(ledger):
    """The figures of the one sentence that is read first."""
    sums = Sums(ledger.projects)
    starts = ledger.where(lambda project: any(
        (project[label] or "").startswith(str(ledger.year)) for label in ("实际开工时间", "计划开工时间")))
    end = ledger.year * 12 + ledger.month
    started = [project for project in starts if (
        project.day("实际开工时间")[0] <= end if project["实际开工时间"] else project.order >= 4)]
    own, silent = [], [str(sums.silent)] if sums.silent else []
    if sums.rate is not None:
        of_all = sums.silent == sums.unplanned == 0
        own = [] if of_all else [str(len(sums.reporting))]
        own += [told(sums.done_of_reporting)] if sums.unplanned else []
        distance = rounded(abs(sums.rate - ledger.month / 12) * 100, 1)
        # 与序时进度持平 has no figure.
        own += [rounded(sums.rate * 100, 1)] + ([distance] if float(distance) else [])
    begun = [str(len(started)), rounded(len(started) / len(starts) * 100, 1)] if started else []
    money = (told(sum_) for sum_ in (sums.total, sums.plan, sums.done) if sum_ is not None)
    reaches = [project.to_date("完成投资", ledger.month)[1] for project in ledger.projects]
    behind = sum(reach is not None and reach < ledger.month for reach in reaches)
    late = [str(behind), str(ledger.month)] if behind else []
    return [str(ledger.month), str(sums.count), *parts(ledger), *money, *late,
            *own, *silent, *([str(len(starts))] if starts else []), *begun]


def parts(ledger):
    """How many projects are of each register that the sentence names, each counted once."""
    rest, counts = ledger.projects, []
    setting = ledger.items["setting"].get("key-sentence", {"attributes": {"parts": []}})
    for part in setting["attributes"]["parts"]:
        on = set(map(id, ledger.on(ledger.name("register", part["register"]))))
        own = [project for project in rest if id(project) in on]
        rest = [project for project in rest if id(project) not in on]
        if len(own) == len(ledger.projects):
            return []
        counts += [str(len(own))] if own else []
    return counts + ([str(len(rest))] if counts and rest else [])


def check_groups(book, ledger, row, names, key):
    """A table of the first page: a row for each group, then their sum."""
    sheet = "总体情况"
    rows = book.values[sheet]
    for index, name in enumerate([*names, "合计"], row + 1):
        own = ledger.projects if name == "合计" else ledger.where(lambda project: (key(project) or names[-1]) == name)
        sums = Sums(own)
        lights = [project.light(ledger.month) for project in own]
        book.claim(sheet, index, 0, name)
        line = [sums.count or None, *sums.yi(), sums.rate] + [lights.count(light) or None for light in LIGHTS]
        for column, expected in enumerate(line, 1):
            book.claim(sheet, index, column, expected)
    book.expect(f"{sheet} 表头", rows[row][6:10], LIGHTS)


def check_leaders(book, ledger):
    rows = book.values["总体情况"]
    said = next(text for _, text in book.texts("总体情况") if re.match(r"截至\d+月，", text))
    book.expect("总体情况 第一句", figures_of(said), sentence(ledger))
    chains = [name for name in ledger.chains if ledger.where(lambda project: project.chain == name)]
    others = ["未列入产业链"] if ledger.where(lambda project: not project.chain) else []
    without = ["未填阶段"] if ledger.where(lambda project: not project.stage) else []
    heads = {row[0]: index for index, row in enumerate(rows) if row[0] in ("阶段", "产业链")}
    check_groups(book, ledger, heads["阶段"], STAGES + without, lambda project: project.stage)
    # A book of one chain compares it with no other.
    if "产业链" in heads or len(chains) > 1:
        check_groups(book, ledger, heads["产业链"], chains + others, lambda project: project.chain)
    check_decisions(book, ledger)
    check_sections(book, ledger, "项目台账", 6, dict(zip(chains + others, chains + [None] * len(others))))
    check_months(book, ledger)


def check_decisions(book, ledger):
    """What needs a decision: those far behind and those with problems, the largest first."""
    sheet, words = "总体情况", "需要研究的项目："
    head = next((index for index, row in enumerate(book.values[sheet]) if (row[0] or "").startswith(words)), None)
    own = [project for project in ledger.projects if project.light(ledger.month) == "严重滞后" or project["存在问题"] or project.followed("问题")]
    if head is None:
        return book.expect(f"{sheet} 需要研究的项目", len(own), 0)
    own.sort(key=lambda project: (-(project.total if project.total is not None else -1), project["编号"]))
    serious = sum(project.light(ledger.month) == "严重滞后" for project in own)
    rows = []
    for row in book.values[sheet][head + 2:]:
        if not row[0] or row[0].startswith("较上期"):
            break
        rows.append(row)
    counts = [serious] * bool(serious) + [len(own) - serious] * (len(own) > serious) + [len(rows)] * (len(rows) < len(own))
    book.expect(f"{sheet} {words}", figures_of(book.values[sheet][head][0]), [str(count) for count in counts])
    for index, (row, project) in enumerate(zip(rows, own), head + 2):
        book.claim(sheet, index, 0, project.name)
        book.claim(sheet, index, 2, None if project.total is None else project.total / 10_000)
        light = project.light(ledger.month)
        book.claim(sheet, index, 3, light and f"● {light}")
        if project["存在问题"]:
            book.expect(f"{sheet} {index + 1}行 主要问题", project["存在问题"] in row[5], True)
        # What was closed by then, or was not raised yet, is not told.
        told = re.findall(r"(?:节点|问题)“(\w+)”", row[5] or "")
        open_ = [name for kind in ("节点", "问题") for name in project.followed(kind)]
        book.expect(f"{sheet} {index + 1}行 节点和问题", sorted(told), sorted(open_))
    if len(rows) < min(10, len(own)):
        book.expect(f"{sheet} 至少列三项", len(rows) >= min(3, len(own)), True)


def check_project(book, sheet, index, project, ledger, first):
    """The figures of one project: total, plan, done, rate, light, from a column on."""
    light = project.light(ledger.month)
    line = [project.total, project.plan, project.done, project.rate, light and f"● {light}"]
    for column, expected in enumerate(line, first):
        book.claim(sheet, index, column, expected)


def check_sums(book, sheet, index, sums, first):
    for column, expected in enumerate([sums.total, sums.plan, sums.done, sums.rate], first):
        book.claim(sheet, index, column, expected)


def check_sections(book, ledger, sheet, first, sections):
    """Projects numbered through all sections, each section headed by its sums."""
    known, met = ledger.by_name(), []
    for index, row in enumerate(book.values[sheet]):
        if isinstance(row[0], (int, float)):
            met.append(row[2])
            book.claim(sheet, index, 0, len(met))
            book.claim(sheet, index, 1, known[row[2]]["编号"])
            check_project(book, sheet, index, known[row[2]], ledger, first)
        elif match := re.match(r"(?:合计|[一二三四五六七八九十]+、(.+))（共(\d+)项）$", row[0] or ""):
            name, count = match.groups()
            own = ledger.where(lambda project: name is None or project.chain == sections[name])
            book.expect(f"{sheet} {row[0]}", count, str(len(own)))
            check_sums(book, sheet, index, Sums(own), first)
    book.expect(f"{sheet} 各项目", sorted(met), sorted(known))


def check_months(book, ledger):
    sheet = "月度进度"
    if not any(project.to_date("完成投资", ledger.month)[1] for project in ledger.projects):
        return book.expect(f"{sheet} 没有项目报数", sheet in book.values, False)
    reports = {project: [project.to_date("完成投资", month) for month in range(1, ledger.month + 1)]
               for project in ledger.projects}
    reported = [month for month in range(1, ledger.month + 1) if any(own[month - 1][1] == month for own in reports.values())]
    full = [project for project, own in reports.items() if all(own[month - 1][1] == month for month in reported)]
    # Where none of them has a plan, they are compared with none.
    steady = [project for project in full if project.plan is not None] or full
    plan = added(project.plan for project in steady)
    months = {}
    for month in reported:
        done = added(reports[project][month - 1][0] for project in steady)
        months[f"{month}月"] = (None if done is None else done / 10_000, plan and plan * month / 12 / 10_000, plan and done / plan,
                              sum(own[month - 1][1] == month for own in reports.values()))
    said = next(text for _, text in book.texts(sheet) if "各月都报数的" in text)
    book.expect(f"{sheet} 各月都报", re.search(r"各月都报数的(\d+)项", said)[1], str(len(steady)))
    labels = ["本年累计完成", "序时应完成", "占年度计划", "报到当月的项目数"]
    book.check_table(sheet, months, {label: (lambda line, place=place: line[place]) for place, label in enumerate(labels)},
                     name="月份", total=())


def check_chains(book, ledger):
    sheet = book.values and "产业链×阶段"
    without = ledger.where(lambda project: not project.chain)
    stages = STAGES + ([None] if ledger.where(lambda project: not project.stage) else [])
    names = ledger.chains + (["未列入产业链"] if without else []) + ["合计"]
    first = next(index for index, row in enumerate(book.values[sheet]) if row[0] == "产业链") + 2
    for index, name in enumerate(names, first):
        book.claim(sheet, index, 0, name)
        own = {"合计": ledger.projects, "未列入产业链": without}.get(
            name, ledger.where(lambda project: project.chain == name))
        cells = [Sums(project for project in own if project.stage == stage) for stage in stages] + [Sums(own)]
        for column, sums in enumerate(cells):
            count = sums.count if column == len(stages) and name != "合计" else sums.count or None
            book.claim(sheet, index, 2 + column * 2, count)
            book.claim(sheet, index, 3 + column * 2, sums.yi()[0])
    for sheet in list(book.values)[1:]:
        check_chain(book, ledger, sheet)
    held = {project.chain for project in ledger.projects}
    book.expect("各链的表", list(book.values)[1:], [name for name in ledger.chains if name in held] + (["未列入产业链"] if without else []))


def check_chain(book, ledger, sheet):
    """One chain's sheet: its links with their counts, its projects, its total."""
    title = book.values[sheet][0][0]
    own = {project.name: project for project in ledger.where(
        lambda project: project.chain == (None if title.startswith("未列入") else title))}
    met, link, counts = [], None, {}
    first = next((row.index("总投资") for row in book.values[sheet] if "总投资" in row), None)
    for index, row in enumerate(book.values[sheet]):
        if isinstance(row[0], (int, float)):
            met.append(row[1])
            counts[link] = counts.get(link, 0) + 1
            book.claim(sheet, index, 0, len(met))
            check_project(book, sheet, index, own[row[1]], ledger, first)
        elif match := re.match(r"(.+)（(\d+)项）$", row[0] or ""):
            link = match[1]
            counts[link] = -int(match[2])
        elif (row[0] or "").startswith("合计"):
            book.expect(f"{sheet} 合计", figures_of(row[0]), [str(len(own))])
            check_sums(book, sheet, index, Sums(own.values()), first)
    book.expect(f"{sheet} 各项目", sorted(met), sorted(own))
    for name, rest in counts.items():
        book.expect(f"{sheet} {name}", rest if name else 0, 0)
