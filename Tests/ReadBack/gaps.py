"""催报清单 against the raw book: what each project does not say, and what that comes to for its unit."""
from ledger import STAGES

LABELS = {
    "name": "项目名称", "content": "建设规模及主要内容", "lead_units": "牵头单位", "investor": "投资方",
    "sign_date": "签约时间", "contract_investment": "合同投资额（万元）", "start_actual": "实际开工时间",
    "production_date": "投产时间", "expected_output": "预计年产值（万元）", "total_investment": "总投资（万元）",
    "stage": "阶段", "progress": "形象进度", "finish_actual": "实际竣工时间"}


class Gap:
    """What a project is asked for and does not say."""

    def __init__(self, project, ledger):
        self.project, self.weight = project, max(1, project.order)
        stages = {item["name"]: item["attributes"]["requires"] for item in ledger.items["stage"].values()}
        asked = ([] if project.stage else ["stage"]) + ["lead_units", "total_investment"]
        for stage in STAGES[:project.order]:
            asked += [field for field in stages[stage] if field not in asked]
        self.asked = asked
        self.missing = [field for field in asked if self.value(field, ledger) is None]
        reach = project.to_date("完成投资", project.last)[1] or 0
        rule = ledger.attributes("setting", "reporting")
        stages = [ledger.name("stage", code) for code in rule.get("stages", ["start", "build"])]
        self.expected = project.stage in stages and (project.plan is not None or rule.get("needs_plan", "true") == "false")
        self.stale = self.expected and reach < ledger.month
        self.share = (len(asked) - len(self.missing)) / len(asked)

    def value(self, field, ledger):
        if field == "done":
            return self.project.done
        if field == "plan":
            return self.project.plan
        return self.project[LABELS[field]]


def weighed(gaps, share):
    weights = sum(gap.weight for gap in gaps)
    return sum(share(gap) * gap.weight for gap in gaps) / weights if weights else None


def check_gaps(book, ledger, facts):
    units = {}
    for project in ledger.projects:
        units.setdefault(project.unit, []).append(Gap(project, ledger))
    book.check_table(
        "各单位情况", units,
        {"项目数": len,
         "有缺项的项目": lambda gaps: sum(bool(gap.missing) for gap in gaps) or None,
         "缺项数": lambda gaps: sum(len(gap.missing) for gap in gaps) or None,
         "未报到当月的项目": lambda gaps: sum(gap.stale for gap in gaps) or None,
         "完整率": lambda gaps: sum((len(gap.asked) - len(gap.missing)) * gap.weight for gap in gaps)
         / sum(len(gap.asked) * gap.weight for gap in gaps),
         "及时率": lambda gaps: weighed(
             [gap for gap in gaps if gap.expected], lambda gap: not gap.stale)},
        name="牵头单位", total=("项目数", "有缺项的项目", "缺项数", "未报到当月的项目"))
    book.expect("各张", list(book.values)[1:],
                [unit for unit in [row[1] for row in book.values["各单位情况"]] if unit in units
                 and any(gap.missing or gap.stale for gap in units[unit])])
    for unit in list(book.values)[1:]:
        own = {gap.project.name: gap for gap in units[unit] if gap.missing or gap.stale}
        book.check_table(unit, own, {"完整率": lambda gap: gap.share}, total=())
