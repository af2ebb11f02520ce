"""Invented projects (测试数据): what offices write of them in their lists, and what a raw book has to hold then."""
import csv
import datetime
import json

import openpyxl

YEAR = 2026
CHAINS = ["人工智能终端及机器人", "新能源", "高端装备制造", "绿色食品加工", "绿色化工", None]
AREAS = ["城中区", "鱼峰区", "柳南区", "柳北区", "柳城县", "鹿寨县", "融安县"]
UNITS = ["市工业和信息化局", "市商务局", "市科技局"]
SYLLABLES = "远岭白沙龙潭溪口青石云岫霁川棠梨松涛墨江竹坪荷塘枫桥"
THINGS = ["冷库", "釉料生产线", "关节模组厂", "电缆厂", "包装厂", "轴承厂", "饲料厂", "涂料厂", "叉车厂", "传感器厂"]
FOLLOWED = {"节点": ["主体封顶", "设备进场", "联合验收"], "问题": ["征地未完成", "用电未落实", "环评未批"]}
WORDS = ["桩基施工", "主体施工", "设备安装", "厂房装修", "管线施工"]
PLAN = f"年度计划投资[{YEAR}]（万元）"
# What each office says, by the labels of a raw book: the library of projects, and who signed what.
LIBRARY = ["项目名称", "项目业主", "县区", "产业链", "牵头单位", "总投资（万元）", PLAN, "阶段", "项目库/清单", "是否产业项目",
           "国民经济行业", "建设规模及主要内容", "计划开工时间", "实际开工时间", "计划竣工时间", "投产时间", "存在问题"]
SIGNED = ["项目名称", "项目业主", "县区", "投资方", "签约时间", "合同投资额（万元）", "预计年产值（万元）"]
# How lists call them.
HEADS = {PLAN: f"{YEAR}年计划投资（万元）", "产业链": "所属产业链", "阶段": "项目阶段"}
STAGES = ["谋划", "洽谈", "签约", "开工", "建设", "投产"]


def span(label, month):
    """A sum up to a month as a raw book calls it."""
    return f"{label}[{YEAR}-01{'' if month == 1 else f'..{month:02}'}]（万元）"


class World:
    """Projects as offices know them, and what each month they say of them."""

    def __init__(self, chance, count, months):
        self.chance, self.months = chance, months
        names = set()
        while len(names) < count:
            names.add("测试" + "".join(chance.sample(SYLLABLES, 4)) + chance.choice(THINGS))
        self.projects = [self.project(name) for name in chance.sample(sorted(names), count)]

    def project(self, name):
        pick, total = self.chance.choice, round(self.chance.uniform(900, 90_000), self.chance.choice([0, 0, 2]))
        stage = pick(STAGES + STAGES[3:5])
        place = STAGES.index(stage)
        registers = [word for word, share in (("储备重大项目", 0.5), ("双百项目", 0.1), ("招商签约项目", 0.5 if place > 1 else 0))
                     if self.chance.random() < share]
        done = self.sums(total) if place > 2 else {}
        return {
            "项目名称": name, "项目业主": f"{name}有限公司", "县区": pick(AREAS), "产业链": pick(CHAINS),
            "牵头单位": "、".join(self.chance.sample(UNITS, pick([1, 1, 1, 2]))),
            "总投资（万元）": pick([total, total, total, None]), PLAN: pick([None, round(total * self.chance.uniform(0.1, 0.5), 1)]),
            "阶段": stage, "项目库/清单": "、".join(registers) or None, "是否产业项目": pick(["是", "否", None]),
            "国民经济行业": pick(["C36", "C39", "D44", "G54", None]), "建设规模及主要内容": pick(["厂房3栋", None]),
            "计划开工时间": pick([None, f"{YEAR}-0{self.chance.randint(1, 9)}"]),
            "实际开工时间": pick([None, "2025-08", f"{YEAR}-0{self.chance.randint(1, 5)}"]) if place > 2 else None,
            "计划竣工时间": pick([None, f"{YEAR}-0{self.chance.randint(1, 9)}", "2027-12"]) if place > 2 else None,
            "投产时间": pick([None, f"{YEAR}-0{self.chance.randint(2, 6)}"]) if place > 4 else None,
            "存在问题": pick([None, None, "用地指标未落实"]),
            "投资方": pick(["测试集团", None]) if place else None,
            "签约时间": pick([None, "2025-11", *(f"{YEAR}-0{month}" for month in range(1, 6))]) if place > 1 else None,
            "合同投资额（万元）": pick([None, total, round(total * 0.9)]) if place > 1 else None,
            "预计年产值（万元）": pick([None, None, round(total * 1.5), 1_200_000]),
            "done": done, "funds": {month: round(sum_ * 1.1, 1) for month, sum_ in done.items() if self.chance.random() < 0.5},
            "words": {month: pick(WORDS) for month in done if month < self.months and self.chance.random() < 0.8},
            "followed": {kind: self.followed(names) for kind, names in FOLLOWED.items()}}

    def followed(self, names):
        """Milestones with the day they are due, problems with the day they were raised, and the day each was done."""
        matters = []
        for name in self.chance.sample(names, self.chance.choice([0, 0, 0, 1, 2])):
            first = f"{YEAR}-0{self.chance.randint(1, self.months)}-{self.chance.randint(1, 27):02}"
            done = f"{YEAR}-0{int(first[6]) + self.chance.randint(1, 3)}-{self.chance.randint(1, 28):02}"
            matters.append((name, first, self.chance.choice([None, done])))
        # What is to come cannot be reported.
        today = datetime.date.today().isoformat()
        return [(name, first, None if (done or "") > today else done) for name, first, done in matters if first <= today]

    def sums(self, total):
        """What comes together by the end of months; of some months nobody says."""
        done, sums = 0.0, {}
        for month in range(1, self.months + 1):
            done = round(done + total * self.chance.uniform(0, 0.06), 1)
            if self.chance.random() < 0.7:
                sums[month] = done
        return sums

    def lists(self, folder, months):
        """Writes the lists of months, before the first of them those of no month; tells each with its sender."""
        if 1 in months:
            yield "市发展改革委", self.write(folder / "库.csv", f"{YEAR}年重大项目库（测试数据）", LIBRARY, self.projects)
            signed = [project for project in self.projects if any(project[label] is not None for label in SIGNED[3:])]
            self.chance.shuffle(signed)
            yield "市投资促进局", self.write(folder / "投资方.csv", f"{YEAR}年投资方情况表（测试数据）", SIGNED, signed)
        for month in months:
            till = "1月" if month == 1 else f"1-{month}月"
            for unit in UNITS:
                rows = [{**project, **{key: project[key].get(month) for key in ("done", "funds", "words")}}
                        for project in self.projects if project["牵头单位"].split("、")[0] == unit and month in project["done"]]
                self.chance.shuffle(rows)
                labels = {"项目名称": "项目名称", "项目业主": "项目业主", "县区": "县区", "done": f"{YEAR}年{till}完成投资（万元）",
                          "funds": f"{YEAR}年{till}到位资金（万元）", "words": "形象进度"}
                # In the last month nobody tells of progress.
                if month == self.months:
                    del labels["words"]
                if rows:
                    yield unit, self.write(folder / f"{unit}{month}.csv", f"{YEAR}年项目进度表（截至{YEAR}年{month}月底）（测试数据）",
                                           labels, rows, labels)

    @staticmethod
    def write(path, title, labels, rows, heads=HEADS):
        with open(path, "w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerows([[title], [heads.get(label, label) for label in labels]])
            writer.writerows([["" if row[label] is None else row[label] for label in labels] for row in rows])
        return path

    def row(self, number, project, renamed, months, asked):
        """What a raw book says of a project when the lists up to a month are in, of a month asked for."""
        def named(value):
            return "、".join(renamed.get(word, word) for word in value.split("、")) if isinstance(value, str) else value

        row = {label: named(value) for label, value in project.items() if label not in ("done", "funds", "words", "followed")}
        row["跟踪"] = json.dumps(project["followed"], ensure_ascii=False)
        # A decision of a later month had not put it on the register.
        if asked and project.get("confirmed", 0) > asked and not project["listed"]:
            row["项目库/清单"] = "、".join(word for word in row["项目库/清单"].split("、") if word != "双百项目") or None
        row["编号"] = number
        for key, label in (("done", "完成投资"), ("funds", "到位资金")):
            row |= {span(label, month): sum_ for month, sum_ in project[key].items() if month <= months}
        told = {month: words for month, words in project["words"].items() if month <= months}
        row["形象进度"] = told[max(told)] if told else None
        row["形象进度（分月）"] = "；".join(f"{YEAR}-{month:02} {words}" for month, words in sorted(told.items())) or None
        return row

    def raw(self, path, renamed, holds, months=12, asked=None):
        """The rows of the projects that a filter takes, under the labels that the checks know."""
        rows = [self.row(number, project, renamed, months, asked) for number, project in enumerate(self.projects, 1) if holds(project)]
        labels = sorted({label for row in rows for label in row})
        book = openpyxl.Workbook()
        for line in [labels] + [[row.get(label) for label in labels] for row in rows]:
            book.active.append(line)
        book.save(path)
        return rows
