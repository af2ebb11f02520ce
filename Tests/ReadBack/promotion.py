"""目标进度, 招商台账 and 任务总台账 against the raw book."""
import re

from ledger import Sums, added
from leaders import figures_of

YI = 1_000_000  # 百亿元, in 万元.


def values(ledger, facts):
    """How far each target of the fixture's catalogue has come, by its name."""
    reserve, landed = ledger.on("储备重大项目"), ledger.on("招商落地项目")
    invested = added(project.done for project in landed)
    made = added(project.done for project in landed if industry(project) == "C")
    if made is None and invested is not None and all(industry(project) for project in landed):
        made = 0
    large = [project for project in signed(ledger)
             if (project["合同投资额（万元）"] or 0) >= 10_000 and industry(project) in ("B", "C", "D")]
    return {
        "储备重大项目数": len(reserve),
        "储备中的产业项目数": sum(project["是否产业项目"] == "是" for project in reserve),
        "双百项目引进数": len(facts["confirmed"]),
        "落地项目投资完成额": None if invested is None else invested / 10_000,
        "落地投资中制造业比重": made / invested * 100 if invested and made is not None else None,
        "新签项目合同额增速": growth(signed(ledger), facts.get("contracts_of_last_year")),
        "亿元工业项目合同额增速": growth(large, facts.get("large_contracts_of_last_year")),
        **facts["reported"],
    }


def industry(project):
    """The section of an industry that is said by its code."""
    return (project["国民经济行业"] or "")[:1]


def growth(projects, base):
    """What was signed against the same months of last year, in 亿元, as a percentage."""
    contracts = added(project["合同投资额（万元）"] for project in projects)
    return (contracts - base * 10_000) / (base * 10_000) * 100 if base and contracts is not None else None


def grounds(ledger):
    """The sums that the rule in force looks at."""
    labels = {"total_investment": "总投资（万元）", "expected_output": "预计年产值（万元）", "contract_investment": "合同投资额（万元）"}
    return [labels[clause["field"]] for clause in ledger.items["setting"]["double-hundred"]["attributes"]["conditions"]]


def signed(ledger):
    """What was signed in the year by the end of the month."""
    return [project for project in ledger.on("招商签约项目") if (project["签约时间"] or "").startswith(str(ledger.year))
            and project.day("签约时间")[1] <= ledger.year * 12 + ledger.month]


def standing(target, value, month):
    """已达到, 达到序时进度 …, as a target's figures have it."""
    if value is None or not target.get("value"):
        return None
    goal, words = float(target["value"]), target.get("comparator", "gte")
    if (value <= goal) if words == "lte" else value > goal or value == goal and words != "gt":
        return "已达到"
    if words in ("about", "lte"):
        return None
    if target["unit"] == "%":
        return "低于目标"
    return "达到序时进度" if value / goal >= month / 12 else "未达到序时进度"


def check_progress(book, sheet, ledger, facts, group=None):
    """A table of targets with the sentence above it."""
    known = values(ledger, facts)
    # What a choice of projects comes to is no measure of the city's target.
    chosen = set(known) - set(facts["reported"]) if facts.get("choice") else set()
    lines = {}
    for item in ledger.items["target"].values():
        target = item["attributes"]
        if group in (None, target["group"]):
            value = known.get(item["name"])
            goal = float(target.get("value") or 0)
            share = value / goal if value is not None and target["unit"] != "%" and goal > 0 else None
            # What was reported is held against the month that it reaches.
            word = standing(target, value, facts.get("reached", {}).get(item["name"], ledger.month))
            if item["name"] in chosen:
                share = word = None
            lines[item["name"]] = (value, share, word and f"● {word}")
    labels = ["现值", "完成比例", "进度"]
    book.check_table(sheet, lines, {label: (lambda line, place=place: line[place]) for place, label in enumerate(labels)},
                     name="目标", total=())
    words = [line[2] and line[2][2:] for line in lines.values()]
    said = next(text for _, text in book.texts(sheet) if text.startswith("共") and "个目标" in text)
    counts = [words.count(word) for word in ("已达到", "达到序时进度", "未达到序时进度", "低于目标")]
    counts += [len(chosen & set(lines)), words.count(None) - len(chosen & set(lines))]
    book.expect(f"{sheet} 一句话", figures_of(said), [str(len(lines))] + [str(count) for count in counts if count])


def check_targets(book, ledger, facts):
    check_progress(book, "目标进度", ledger, facts)


def check_promotion(book, ledger, facts):
    check_progress(book, "目标", ledger, facts, "attraction")
    total = {"总投资": lambda project: project.total}
    members = {project.name for project in ledger.on("双百项目")}

    def state(project):
        return "已认定" if project.name in facts["confirmed"] else "候选" if project.name in members else None

    book.check_table(
        "双百项目", ledger.by_name(lambda project: project.name in members or max(
            project[label] or 0 for label in grounds(ledger)) >= YI),
        total | {"预计年产值": lambda project: project["预计年产值（万元）"],
                 "合同投资额": lambda project: project["合同投资额（万元）"], "清单状态": state}, total=())
    book.check_table(
        "签约", {project.name: project for project in signed(ledger)},
        total | {"合同投资额": lambda project: project["合同投资额（万元）"]})
    book.check_table(
        "落地投资", {project.name: project for project in ledger.on("招商落地项目")},
        total | {f"{ledger.year}年{'1' if ledger.month == 1 else f'1-{ledger.month}'}月完成投资": lambda project: project.done,
                 f"{ledger.year}年到位资金": lambda project: project.to_date("到位资金", project.last)[0]})


def check_tasks(book, ledger, facts):
    tasks = {}
    for code in ledger.items["task"]:
        chains, registers, builds = (
            {item["name"] for item in ledger.items.get(kind, {}).values() if item["attributes"].get("task") == code}
            for kind in ("chain", "register", "build"))
        own = ledger.where(lambda project: project.chain in chains or project.name in builds or registers & project.registers)
        tasks[code] = Sums(own), facts["steps"].get(code)
    # Where no task has projects, or none a step, the columns are left out.
    columns = {"关联项目": lambda task: task[0].count or None, "总投资": lambda task: task[0].total} if any(
        sums.count for sums, _ in tasks.values()) else {}
    columns |= {"环节": lambda task: task[1]} if facts["steps"] else {}
    book.check_table("任务", tasks, columns, name="任务号", total=())
    said = next(text for _, text in book.texts("任务") if re.match(r"共\d+项任务", text))
    steps = [list(facts["steps"].values()).count(step) for step in ("交办", "落实", "督办", "反馈", "办结")]
    open_ = len(tasks) - sum(steps)
    book.expect("任务 一句话", figures_of(said), [str(len(tasks))] + [str(n) for n in steps + [open_] if n])
