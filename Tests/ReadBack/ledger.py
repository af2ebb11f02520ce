"""The ledger as its raw book and its catalogue have it, and the figures that follow from them."""
import calendar
import datetime
import json
import re

import openpyxl

from grid import added

STAGES = ["谋划", "洽谈", "签约", "开工", "建设", "投产", "达产"]


class Project:
    """A row of the raw book, by its labels; money in 万元."""

    def __init__(self, cells, year, month, is_asked, rule):
        self.rule = rule
        # The day that milestones and problems are looked at.
        end = datetime.date(year, month, calendar.monthrange(year, month)[1])
        self.today = min(end, datetime.date.today()) if is_asked else datetime.date.today()
        # What a book of a month asked for does not look at lies behind this one.
        self.cells, self.year, self.last = cells, year, month if is_asked else 12
        self.now = year * 12 + month if is_asked else None
        self.spans = {series: self.sums_to_date(series) for series in ("完成投资", "到位资金")}

    def __getitem__(self, label):
        return self.cells.get(label)

    registers = property(lambda self: set((self["项目库/清单"] or "").split("、")) - {""})
    name = property(lambda self: self["项目名称"])
    chain = property(lambda self: self["产业链"])
    stage = property(lambda self: self.stage_then())
    order = property(lambda self: STAGES.index(self.stage) + 1 if self.stage else 0)
    total = property(lambda self: self["总投资（万元）"])
    plan = property(lambda self: self[f"年度计划投资[{self.year}]（万元）"])
    units = property(lambda self: (self["牵头单位"] or "未明确牵头单位").split("、"))
    unit = property(lambda self: self.units[0])

    def stage_then(self):
        """The stage by the end of the month asked for, as far as dates tell."""
        stage = self["阶段"]
        if not stage or self.now is None:
            return stage
        dates = {"签约": "签约时间", "开工": "实际开工时间", "投产": "投产时间"}
        passed = STAGES[:STAGES.index(stage) + 1]
        entered = {name: self.day(dates[name])[0] for name in passed if name in dates and self[dates[name]]}
        later = [name for name in passed if entered.get(name, 0) > self.now]
        if not later:
            return stage
        return next((name for name in reversed(passed[:passed.index(later[0])]) if name in entered), None)

    def happened(self, label, order):
        """Whether an act had happened, by its date, else by the stage of now."""
        if not self[label]:
            return (STAGES.index(self["阶段"]) + 1 if self["阶段"] else 0) >= order
        return self.now is None or self.day(label)[0] <= self.now

    def sums_to_date(self, series):
        """What a series came to by the end of each month that somebody spoke of."""
        sums = {}
        for label, value in self.cells.items():
            span = re.fullmatch(series + rf"\[{self.year}-01(?:\.\.(\d\d))?\]（万元）", label)
            if span and value is not None:
                sums[int(span[1] or 1)] = value
        return sums

    def to_date(self, series, through=12):
        """What a series came to by the end of a month, and the month it reaches."""
        reached = max((month for month in self.spans[series] if month <= through), default=None)
        return self.spans[series].get(reached), reached

    @property
    def done(self):
        return self.to_date("完成投资", self.last)[0]

    @property
    def rate(self):
        return self.done / self.plan if self.done is not None and self.plan else None

    def day(self, label):
        """The first and last month of a date, counted from year 0."""
        if not self[label]:
            return None
        parts = [int(part) for part in re.findall(r"\d+", self[label])]
        return parts[0] * 12 + (parts[1] if len(parts) > 1 else 1), parts[0] * 12 + (parts[1] if len(parts) > 1 else 12)

    def gone(self, label, month):
        """Whether a date lies before the last day of a month."""
        parts = [int(part) for part in re.findall(r"\d+", self[label])]
        last = self.day(label)[1]
        return last < month or last == month and len(parts) == 3 and parts[2] < calendar.monthrange(parts[0], parts[1])[1]

    def followed(self, kind):
        """What was open by the day: milestones that were due, problems that were raised."""
        matters = json.loads(self["跟踪"] or "{}").get(kind, [])
        days = [(name, datetime.date.fromisoformat(first), done and datetime.date.fromisoformat(done)) for name, first, done in matters]
        # A milestone that is due on the day itself is not late.
        last = self.today - datetime.timedelta(days=kind == "节点")
        return [name for name, first, done in days if first <= last and (done is None or done > self.today)]

    def light(self, month):
        """The word of the light, by the rule the books state."""
        if self.followed("节点"):
            return "严重滞后"
        word = self.light_of_figures(month)
        # What is open is no better than 滞后, even where nothing else can be judged.
        return "滞后" if self.followed("问题") and word != "严重滞后" else word

    def light_of_figures(self, month):
        """The word of the light by plans and sums alone."""
        now = self.year * 12 + month
        late = [("计划开工时间", "实际开工时间", 4), ("计划竣工时间", "实际竣工时间", 6)]
        overdue = any(self[planned] and self.gone(planned, now) and not self.happened(actual, order)
                      for planned, actual, order in late)
        if overdue:
            return "严重滞后"
        if self.rate is None:
            return "未报" if self.plan is not None and self.done is None else None
        # What is not reported yet is not late: a sum is held against the month that it reaches.
        points = (self.rate - min(month, self.to_date("完成投资", self.last)[1] or month) / 12) * 100
        least = [int(self.rule.get(name, usual)) for name, usual in (("normal_at_least", -5), ("lagging_at_least", -15))]
        return "正常" if points >= least[0] else "滞后" if points >= least[1] else "严重滞后"


def progress(project, month):
    """What was last said up to a month; what is said without one, where no month is told."""
    told = re.findall(r"(\d{4})-(\d\d) ([^；]*)", project["形象进度（分月）"] or "")
    known = [words for year, number, words in told if (int(year), int(number)) <= (project.year, month)]
    return known[-1] if known else None if told else project["形象进度"]


class Sums:
    """What projects come to; money in 万元."""

    def __init__(self, projects):
        self.projects = list(projects)
        self.count = len(self.projects)
        self.total, self.plan, self.done = (
            added(getattr(project, name) for project in self.projects) for name in ("total", "plan", "done"))
        # Like is compared with like: those that report with their own plans.
        self.reporting = [project for project in self.projects if project.rate is not None]
        self.silent = sum(project.plan is not None and project.done is None for project in self.projects)
        self.unplanned = sum(project.plan is None and project.done is not None for project in self.projects)
        self.done_of_reporting, plan = (added(getattr(project, name) for project in self.reporting) for name in ("done", "plan"))
        self.rate = self.done_of_reporting / plan if plan else None

    def yi(self):
        """The sums in 亿元."""
        return [None if sum_ is None else sum_ / 10_000 for sum_ in (self.total, self.plan, self.done)]


class Ledger:
    """Projects by name, with the catalogue's items by kind and code."""

    def __init__(self, raw, catalogue, year, month, is_asked=False):
        rows = list(openpyxl.load_workbook(raw, read_only=True).active.iter_rows(values_only=True))
        self.year, self.month = year, month
        self.items = {}
        for line in catalogue.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            self.items.setdefault(item["kind"], {})[item["code"]] = item
        light = self.attributes("setting", "light")
        self.projects = [Project(dict(zip(rows[0], row)), year, month, is_asked, light) for row in rows[1:]]
        self.chains = [item["name"] for item in sorted(self.items["chain"].values(), key=lambda item: int(item["position"]))]

    def attributes(self, kind, code):
        """What the catalogue says of an item; nothing of one that it has not."""
        return self.items.get(kind, {}).get(code, {}).get("attributes", {})

    def where(self, holds):
        return [project for project in self.projects if holds(project)]

    def by_name(self, holds=lambda project: True):
        return {project.name: project for project in self.where(holds)}

    def name(self, kind, code):
        return self.items[kind][code]["name"]

    def on(self, register):
        """The projects of a register, by its name."""
        return self.where(lambda project: register in project.registers)
