#!/usr/bin/env python3
"""Makes the workbooks that ship in Imports/: the report's named builds, and invented sample lists.

    make_samples.py            writes ../../Imports and ../../Imports/示例

Needs xlsxwriter and PyYAML. The sample lists are invented from end to end (示例数据，均为虚构): no real
project, company, person or code is in them. The same seed gives the same lists. The result is
committed; run this only to change the samples.
"""
import csv
import datetime
import pathlib
import random

import xlsxwriter
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
IMPORTS = ROOT / "Imports"
SAMPLES = IMPORTS / "示例"
DATA = ROOT / "Sources/LedgerData/Catalogue"
MADE = datetime.datetime(2026, 4, 7, 9, 0, 0)
STATEMENT = "示例数据，均为虚构，与任何真实项目、企业、人员无关"

CHAINS = {
    "人工智能终端及机器人": ("市工业和信息化局", ["关节模组", "伺服驱动器", "巡检机器人", "智能穿戴终端", "力矩传感器"]),
    "智能网联及新能源汽车": ("市园区办", ["座舱域控制器", "热管理总成", "电驱总成", "车身冲压件", "线控制动器"]),
    "钢铁及关键金属新材料": ("市工业和信息化局", ["高强汽车板", "铟锡靶材", "再生铝合金锭", "电工钢深加工"]),
    "高端装备制造": ("市发展改革委", ["装载机结构件", "液压油缸", "精密减速机", "预应力锚具"]),
    "低空经济": ("市发展改革委", ["工业级无人机", "飞控模块", "无人机起降场"]),
    "新能源": ("市发展改革委", ["电池包箱体", "储能系统集成", "农光互补光伏电站", "充换电设施"]),
    "绿色食品加工": ("市商务局", ["方便米粉", "酸笋发酵", "预制菜", "茶叶精制"]),
    "页岩气": ("市自然资源和规划局", ["页岩气评价井", "集输管线", "液化调峰站"]),
    "绿色化工": ("市生态环境局", ["水性涂料树脂", "碳酸锶", "电子级双氧水"]),
    "生物医药及大健康": ("市市场监管局", ["民族药制剂", "医用耗材", "康养护理器械"]),
    "林产加工及纸业": ("市林业和园林局", ["定制家居板材", "竹浆模塑餐具", "生活用纸"]),
    "模具设计与开发": ("市园区办", ["压铸模具", "注塑模具", "检具夹具"]),
    "量子科技应用": ("市科技局", ["量子测量仪", "量子通信终端"]),
}
WEIGHTS = [9, 16, 12, 12, 5, 11, 12, 3, 7, 8, 8, 4, 1]
PLACES = [
    ("城中区", None, "450202"), ("鱼峰区", None, "450203"), ("柳南区", None, "450204"),
    ("柳北区", None, "450205"), ("柳江区", None, "450206"), ("柳城县", None, "450222"),
    ("鹿寨县", None, "450223"), ("融安县", None, "450224"), ("融水苗族自治县", None, "450225"),
    ("三江侗族自治县", None, "450226"), (None, "柳东新区", "450203"),
    (None, "阳和工业新区（北部生态新区）", "450203"),
]
PLACE_WEIGHTS = [5, 9, 9, 9, 9, 7, 12, 5, 5, 4, 18, 12]
STAGES = ["谋划", "洽谈", "签约", "开工", "建设", "投产", "达产"]
STAGE_WEIGHTS = [30, 14, 14, 12, 20, 8, 2]
WORKS = {"无人机起降场", "农光互补光伏电站", "充换电设施", "页岩气评价井", "集输管线", "液化调峰站"}
KINDS = ["生产基地", "智能工厂", "产业化", "生产线技术改造", "研发制造中心", "扩能", "数字化车间"]
# What has been built of a plant, and of works in the open: at the beginning, on the way, near the end.
PLANT = [["场地平整", "桩基施工", "基础开挖"], ["主体结构施工", "厂房钢结构吊装过半"],
         ["主体结构封顶，正在安装设备", "设备安装调试"]]
OPEN = [["场地平整", "施工便道修筑"], ["主体工程施工", "设备基础施工"], ["设备安装调试", "附属设施施工"]]
EARLY = [["正在编制可行性研究报告", "正在开展选址比选"], ["正在洽谈投资协议", "正在开展尽职调查"],
         ["正在办理用地手续", "正在编制环评报告", "正在办理项目备案"]]
LATE = ["已竣工验收，试生产", "已投产，产能爬坡"]
# New double-hundred projects, which no other list has: chain, product, kind, total in 亿元.
NEW_BIG = [
    ("智能网联及新能源汽车", "新能源商用车底盘", "制造基地", 42), ("新能源", "半固态电池", "产业园", 106),
    ("钢铁及关键金属新材料", "电池铝箔", "生产基地", 28), ("高端装备制造", "电动矿用机械", "制造基地", 35),
    ("人工智能终端及机器人", "服务机器人整机", "生产基地", 22), ("林产加工及纸业", "竹基新材料", "产业园", 31),
    ("绿色化工", "电池级化学品", "生产基地", 54),
]
FIRST = "澄昀岚砚霁珂朔栩翊峤弘沅煜棠屿湛"
SECOND = "拓澜衡川序野坤凌晖岳泽禾曦枫阔远"
NEW_SECOND = "骁珩瀚燊铭钧奕"
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫"


def code(rng, yymm, area, department, kind):
    """A project code of GB/T 40058-2021 with its ISO 7064 MOD 11,10 check digit."""
    digits = f"{yymm}{area}{department}{kind}{rng.randrange(100000):05d}"
    product = 10
    for digit in digits:
        total = (product + int(digit)) % 10 or 10
        product = total * 2 % 11
    digits += str((11 - product) % 10)
    return f"{digits[:4]}-{digits[4:10]}-{digits[10:12]}-{digits[12:14]}-{digits[14:]}"


def uscc(rng, area):
    """A credit code of GB 32100-2015 with its check character."""
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    body = f"91{area}MA" + "".join(rng.choice(letters) for _ in range(7)) + "X"
    total = sum(letters.index(c) * pow(3, i, 31) for i, c in enumerate(body[:17]))
    return body[:17] + letters[(31 - total % 31) % 31]


def thousand_projects(rng, count):
    """Invented projects: each a dict of what some office might know of it."""
    names = set()
    projects = []
    brands = [a + b for a in FIRST for b in SECOND]
    while len(projects) < count:
        chain = rng.choices(list(CHAINS), WEIGHTS)[0]
        lead, products = CHAINS[chain]
        brand, product, kind = rng.choice(brands), rng.choice(products), rng.choice(KINDS)
        if product in WORKS:
            kind = "建设"
        name = f"{brand}{product}{kind}项目"
        if name in names:
            continue
        names.add(name)
        district, zone, area = rng.choices(PLACES, PLACE_WEIGHTS)[0]
        stage = rng.choices(STAGES, STAGE_WEIGHTS)[0]
        order = STAGES.index(stage)
        total = max(1200, int(rng.lognormvariate(9.8, 0.95) / 10) * 10)
        start = (2026 + (rng.random() < (.75 if order < 2 else .3)), rng.randint(4, 12)) if order < 3 else \
            (2026, rng.randint(1, 3)) if order == 3 else (rng.randint(2024, 2025), rng.randint(1, 12))
        finish = months_before(start, -rng.randint(12, 36))
        if order == 4 and finish < (2026, 4):
            finish = (2026, rng.randint(4, 12) if rng.random() < .8 else rng.randint(1, 3))
        if order >= 5:
            finish = (2026, rng.randint(1, 3)) if order == 5 else (2025, rng.randint(3, 11))
            start = (2024, rng.randint(1, 9))
        # What is finished was paid for before, or is this year; what begins later has no plan yet.
        before = (0 if order < 4 else total if order == 6 else
                  int(total * (rng.uniform(.75, .92) if order == 5 else rng.uniform(.15, .6)) / 10) * 10)
        plan = (0 if order < 2 or start[0] > 2026 else total - before if order >= 5 else
                int((total - before) * rng.uniform(.2, .5) / 10) * 10)
        done = 0 if order < 3 else int(plan * (rng.uniform(.6, .95) if order == 5 else rng.triangular(.05, .42, .25)))
        coded = months_before(min(start, (2026, 4)), rng.randint(1, 9))
        projects.append({
            "name": name, "chain": chain, "lead": lead, "district": district, "zone": zone,
            "place": zone or district, "area": area, "stage": stage, "order": order, "total": total,
            "fixed": int(total * rng.uniform(.65, .92) / 10) * 10, "before": before, "plan": plan,
            "done": done, "start": start, "finish": finish,
            "code": code(rng, f"{coded[0] % 100}{coded[1]:02d}", area,
                         rng.choice(["04", "89", "07"]), rng.choice(["01", "02"]))
            if order >= 2 else None,
            "owner": f"柳州示例{brand}{product}有限公司" if order >= 2 else None,
            "industrial": rng.random() < .82,
            "nature": "技术改造" if "改造" in kind else "扩建" if kind == "扩能" else "新建",
            "product": product, "brand": brand,
            "content": f"建设{product}及配套设施" if product in WORKS else
            f"建设{product}{kind}，建筑面积约{rng.randint(6, 120) * 500}平方米，购置设备{rng.randint(20, 400)}台（套）",
            "funding": rng.choice(["企业自筹", "企业自筹、银行贷款", "企业自筹、产业基金", "超长期特别国债、企业自筹"]),
        })
    return projects


def months_before(day, count):
    """Year and month so many months earlier."""
    year, number = divmod(day[0] * 12 + day[1] - 1 - count, 12)
    return year, number + 1


def progress(rng, project):
    """What can be seen of a project at its stage."""
    order = project["order"]
    if order < 3:
        return rng.choice(EARLY[order])
    if order == 6:
        return "已达产"
    if order == 5:
        return rng.choice(LATE) if project["product"] not in WORKS else "已竣工验收，投入使用"
    share = (project["before"] + project["done"]) / project["total"]
    step = 0 if order == 3 else 1 if share < .45 else 2
    return rng.choice((OPEN if project["product"] in WORKS else PLANT)[step])


def month(value, style):
    year, number = value
    return {"year": f"{year}年", "month": f"{year}年{number}月", "dot": f"{year}.{number:02d}",
            "dash": f"{year}-{number:02d}"}[style]


class Sheet:
    """A worksheet with the handful of cell styles the lists use."""

    def __init__(self, path, name, title, comments):
        self.book = xlsxwriter.Workbook(str(path))
        self.book.set_properties({"title": title, "comments": comments, "created": MADE})
        self.sheet = self.book.add_worksheet(name)
        base = {"font_name": "宋体", "font_size": 10, "valign": "vcenter"}
        def style(**more):
            return self.book.add_format({**base, **more})
        self.title = style(font_size=18, align="center")
        self.note = style(font_name="仿宋")
        self.right = style(font_name="仿宋", align="right")
        self.head = style(font_name="黑体", align="center", text_wrap=True, border=1)
        self.text = style(border=1, text_wrap=True)
        self.centre = style(border=1, align="center")
        self.money = style(border=1, num_format="#,##0")
        self.yi = style(border=1, num_format="#,##0.00")
        self.section = style(border=1, bold=True)
        self.day = style(border=1, align="center", num_format='yyyy"年"m"月"d"日"')

    def row(self, number, values, formats=None, default=None):
        for column, value in enumerate(values):
            cell = (formats or {}).get(column, default or self.text)
            if value is None or value == "":
                self.sheet.write_blank(number, column, None, cell)
            elif isinstance(value, (datetime.date, datetime.datetime)):
                self.sheet.write_datetime(number, column, value, cell)
            elif isinstance(value, (int, float)):
                self.sheet.write_number(number, column, value, cell)
            else:
                self.sheet.write_string(number, column, value, cell)

    def close(self):
        self.sheet.set_landscape()
        self.sheet.set_paper(8)
        self.sheet.fit_to_pages(1, 0)
        self.book.close()


def reserve(projects):
    """The commission's reserve: two merged header levels, sections by chain, subtotals."""
    sheet = Sheet(SAMPLES / "01-重大项目储备库（市发展改革委）.xlsx", "储备库", "重大项目储备库", STATEMENT)
    page = sheet.sheet
    page.merge_range(0, 0, 0, 18, "柳州市2026年储备重大项目清单（示例数据）", sheet.title)
    page.merge_range(1, 0, 1, 8, "填报单位：市发展改革委（示例）", sheet.note)
    page.merge_range(1, 9, 1, 13, "数据截至2026年3月底", sheet.note)
    page.merge_range(1, 14, 1, 18, "单位：万元", sheet.right)
    for column, label in {0: "序号", 1: "项目名称", 2: "项目代码", 3: "是否产业\n项目", 4: "建设性质", 5: "建设规模及\n主要内容",
                          6: "项目业主", 10: "总投资", 17: "资金来源", 18: "备注"}.items():
        page.merge_range(2, column, 3, column, label, sheet.head)
    page.merge_range(2, 7, 2, 9, "责任落实", sheet.head)
    page.merge_range(2, 11, 2, 13, "年度投资", sheet.head)
    page.merge_range(2, 14, 2, 16, "时间与阶段", sheet.head)
    for column, label in {7: "牵头单位", 8: "属地", 9: "所属清单", 11: "2025年底累计完成投资", 12: "2026年计划投资",
                          13: "2026年1-3月完成投资", 14: "计划开工时间", 15: "计划竣工时间", 16: "项目阶段"}.items():
        page.write(3, column, label, sheet.head)
    numbers = {c: sheet.money for c in (10, 11, 12, 13)}
    line = 4
    numerals = "一二三四五六七八九十"
    serial = 0
    sums = [0, 0, 0, 0]
    for index, chain in enumerate(CHAINS):
        group = [p for p in projects if p["chain"] == chain]
        mark = numerals[index] if index < 10 else "十" + numerals[index - 10]
        own = [sum(p[k] for p in group) for k in ("total", "before", "plan", "done")]
        sums = [a + b for a, b in zip(sums, own)]
        sheet.row(line, [f"{mark}、{chain}（{len(group)}项）"] + [None] * 9 + own + [None] * 5,
                  numbers, sheet.section)
        line += 1
        for p in group:
            serial += 1
            sheet.row(line, [
                serial, p["name"], p["code"], "是" if p["industrial"] else "否", p["nature"], p["content"],
                p["owner"], p["lead"], p["place"], "储备重大项目", p["total"], p["before"] or None,
                p["plan"] or None, p["done"] or None, month(p["start"], "month"),
                month(p["finish"], "month"), p["stage"], p["funding"], None], numbers)
            line += 1
    sheet.row(line, [f"合计（{serial}项）"] + [None] * 9 + sums + [None] * 5, numbers, sheet.section)
    page.merge_range(line + 1, 0, line + 1, 18, "注：" + STATEMENT + "。", sheet.note)
    page.set_column(1, 1, 34)
    page.set_column(5, 6, 30)
    page.freeze_panes(4, 2)
    sheet.close()


def promotion(rng, projects):
    """The bureau's signings: one header row, sums in 亿元 with units in some cells."""
    sheet = Sheet(SAMPLES / "02-双百及签约项目台账（市投资促进局）.xlsx", "签约台账", "双百及签约项目台账", STATEMENT)
    page = sheet.sheet
    page.merge_range(0, 0, 0, 12, "2026年“双百”及招商签约项目台账（示例数据）", sheet.title)
    page.write(1, 0, "填报单位：市投资促进局（示例）", sheet.note)
    page.write(1, 12, "截至2026年3月31日", sheet.right)
    sheet.row(2, ["序号", "招商项目名称", "投资方", "是否双百\n项目", "列入清单", "签约日期", "合同投资额（亿元）",
                  "其中：固定资产投资（亿元）", "2026年1-3月到位资金（万元）", "产业方向", "落户县区\n（园区）", "目前进展",
                  "责任单位"], None, sheet.head)
    signed = [p for p in projects if p["order"] == 2]
    large = sorted(signed, key=lambda p: -p["total"])[:7]
    big = large + new_projects(rng)
    fresh = big + [p for p in signed if p not in large][:22]
    forms = [lambda t: f"{t / 10000:g}", lambda t: f"{t / 10000:g}亿元", lambda t: f"约{t / 10000:.1f}亿元"]
    for line, p in enumerate(fresh):
        total = p["total"]
        form = forms[0] if line % 6 else forms[line // 6 % 3]
        responsible = {"柳东新区": "柳东新区管委会"}.get(p["place"], p["place"] + "管委会" if p["zone"] else p["place"] + "人民政府")
        sheet.row(3 + line, [
            line + 1, p["name"], f"示例{p['brand']}投资集团有限公司",
            "是" if line < len(big) else "否", "招商签约项目", datetime.date(2026, rng.randint(1, 3), rng.randint(1, 28)),
            round(total / 10000, 4) if line % 6 else form(total), round(total * .7 / 10000, 4),
            int(total * .02), p["chain"], p["place"],
            rng.choice(["已签约，正在办理项目公司注册", "已完成备案，正在开展用地报批", "正在编制环评报告"]), responsible],
            {5: sheet.day, 7: sheet.yi, 8: sheet.money})
    page.merge_range(3 + len(fresh), 0, 3 + len(fresh), 12, "注：" + STATEMENT + "。", sheet.note)
    page.set_column(1, 2, 32)
    sheet.close()


def new_projects(rng):
    """The large signings of the year that no other list has yet."""
    new = []
    for (chain, product, kind, total), first, second in zip(NEW_BIG, rng.sample(FIRST, 7), rng.sample(NEW_SECOND, 7)):
        brand = first + second
        place = rng.choice(["柳东新区", "柳南区", "柳北区", "柳江区", "柳城县", "鹿寨县"])
        new.append({
            "name": f"{brand}{product}{kind}项目", "brand": brand, "total": total * 10000, "chain": chain,
            "place": place, "zone": None})
    return new


def monthly(rng, projects):
    """A dispatch table: starts at column B, a column a month, the header printed again."""
    sheet = Sheet(SAMPLES / "03-重点项目月调度表（市工业和信息化局）.xlsx", "3月调度", "重点项目月调度表", STATEMENT)
    page = sheet.sheet
    page.merge_range(1, 1, 1, 17, "重点工业项目投资月调度表（2026年3月，示例数据）", sheet.title)
    page.merge_range(2, 1, 2, 6, "报送部门：市工业和信息化局（示例）", sheet.note)
    page.merge_range(2, 14, 2, 17, "单位：万元", sheet.right)

    def header(top):
        for column, label in {1: "序号", 2: "项目名称", 3: "投资项目统一代码", 4: "总投资", 5: "2026年计划投资",
                              12: "本年累计\n完成投资", 13: "年度计划\n完成率", 14: "形象进度", 15: "存在的主要问题",
                              16: "下一步工作措施", 17: "备注"}.items():
            page.merge_range(top, column, top + 1, column, label, sheet.head)
        page.merge_range(top, 6, top, 11, "2026年各月完成投资", sheet.head)
        for index in range(6):
            page.write(top + 1, 6 + index, f"{index + 1}月", sheet.head)

    running = [p for p in projects if p["order"] >= 3 and p["plan"]][:160]
    line, totals = 3, [0] * 6
    for index, p in enumerate(running):
        if index % 40 == 0:
            header(line)
            line += 2
        first = int(p["done"] * rng.uniform(.2, .4))
        second = int((p["done"] - first) * rng.uniform(.2, .5))
        parts = [first, second, p["done"] - first - second]
        for position, value in enumerate([p["total"], p["plan"], *parts, p["done"]]):
            totals[position] += value
        behind = p["done"] < p["plan"] * .1
        sheet.row(line, [
            None, index + 1, p["name"], p["code"], p["total"], p["plan"], *parts, None, None, None,
            p["done"], f"{p['done'] / p['plan']:.1%}",
            progress(rng, p),
            rng.choice(["用地指标未落实", "外部供电线路未接入", "环评批复未取得"]) if behind else None,
            "由牵头单位召开专题会协调" if behind else None, None],
            {**{c: sheet.money for c in (4, 5, 6, 7, 8, 12)}})
        line += 1
    sheet.row(line, [None, f"合计（{len(running)}个）", None, None, totals[0], totals[1], *totals[2:5], None, None,
                     None, totals[5]], {c: sheet.money for c in (4, 5, 6, 7, 8, 12)}, sheet.section)
    page.merge_range(line + 1, 1, line + 1, 17, "备注：" + STATEMENT + "。", sheet.note)
    page.set_column(2, 3, 30)
    sheet.close()


def county(rng, projects):
    """A county's list as delimited text in GB18030, with slips of the kind that offices make."""
    own = [p for p in projects if p["district"] == "鹿寨县"][:40]
    rows = [["鹿寨县2026年重点项目推进情况（示例数据）"], ["填报单位：鹿寨县发展改革局（示例）", "", "", "", "", "单位：万元", "", "截至3月底"],
            ["序号", "项目名称", "项目代码", "县区", "建设起止年限", "总投资", "2026年计划", "形象进度", "项目状态", "牵头部门", "责任单位", "备注"]]
    for index, p in enumerate(own):
        total = f"{p['total']:,}"
        if index == 5:
            total = "3-5亿元"
        if index == 9:
            total = "约" + total
        rows.append([str(index + 1), p["name"], p["code"] or "正在办理", "鹿寨" if index % 3 else "鹿寨县",
                     f"{p['start'][0]}-{p['finish'][0]}", total, str(p["plan"] or "/"),
                     progress(rng, p),
                     {"建设": "在建", "开工": "新开工"}.get(p["stage"], p["stage"]),
                     "县产业专班" if index == 12 else p["lead"], "鹿寨县发改局" if index % 4 == 0 else "鹿寨县政府",
                     ""])
    rows.append(["注：" + STATEMENT + "。"])
    path = SAMPLES / "04-鹿寨县重点项目（县区报送）.csv"
    with open(path, "w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(rows)


def goal(build):
    """What the report wants of a build this year: the stage where it names one, else its words."""
    if not build.get("goal_explicit"):
        return build.get("expects")
    finished = "投产" if build["field"] == "产业" else "建成"
    return {"plan": "谋划", "start": "开工", "produce": finished, "full": "达产"}[build["year_goal"]]


def leads(build):
    """The units that lead a build, the primary one first."""
    return sorted(build["leads"], key=lambda code: code != build.get("primary"))


def named_builds():
    """What the report states of the builds it names: name, form, chain, county, lead, task, the year's goal."""
    def items(file):
        return yaml.safe_load((DATA / file).read_text(encoding="utf-8"))["items"]

    builds = items("builds.yaml")
    chains = {chain["code"]: chain["name"] for chain in items("chains.yaml")}
    units = {unit["code"]: unit["name"] for unit in items("units.yaml")}
    places = {place["code"]: place["name"] for place in items("districts.yaml")}
    forms = {"project": "项目", "park": "园区", "package": "打包类"}
    sheet = Sheet(IMPORTS / "2026年政府工作报告点名项目.xlsx", "点名项目", "政府工作报告点名项目",
                  "名称、产业链、牵头单位、目标依《政府工作报告》重点工作分工意见（2026-03-28），其余未载")
    page = sheet.sheet
    page.merge_range(0, 0, 0, 8, "2026年《政府工作报告》点名项目清单", sheet.title)
    page.merge_range(1, 0, 1, 8, "依2026年3月28日重点工作分工意见整理，报告未载投资额、业主和工期；"
                     "粉用稻米、风电光伏和储能三项的产业链为编者归入", sheet.note)
    sheet.row(2, ["序号", "项目名称", "点名形式", "所属产业链", "县区", "牵头单位", "所属清单", "分任务编号", "2026年目标"],
              None, sheet.head)
    for index, build in enumerate(builds):
        sheet.row(3 + index, [
            index + 1, build["name"], forms[build.get("form", "project")], chains.get(build.get("chain"), "报告未列产业链"),
            places.get(build.get("place")), "、".join(units[code] for code in leads(build)), "报告点名项目",
            build["task"], goal(build)])
    page.set_column(1, 1, 44)
    page.set_column(2, 2, 10)
    page.set_column(3, 6, 22)
    page.set_column(7, 8, 14)
    page.freeze_panes(3, 2)
    sheet.close()


def main():
    rng = random.Random(20260328)
    SAMPLES.mkdir(parents=True, exist_ok=True)
    projects = thousand_projects(rng, 1060)
    reserve(projects)
    promotion(rng, projects)
    monthly(rng, projects)
    county(rng, projects)
    named_builds()


if __name__ == "__main__":
    main()
