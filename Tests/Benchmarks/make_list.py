#!/usr/bin/env python3
"""Writes an invented project list of any length: make_list.py ROWS OUT [--stream] [--edited]

OUT is .xlsx (needs xlsxwriter) or .xls (needs xlwt; up to 65,534 rows). --stream writes texts beside their
numbers instead of into a shared table; --edited raises ten sums by one, as next month's list would.
"""
import itertools
import random
import sys

HEADER = ["序号", "项目名称", "项目代码", "所属产业链", "牵头单位", "配合单位", "县区", "建设性质", "项目业主",
          "建设规模及主要内容", "总投资（万元）", "固定资产投资（万元）", "2025年底累计完成投资（万元）",
          "2026年计划投资（万元）", "本年累计完成投资（万元）", "资金来源", "计划开工时间", "计划竣工时间",
          "建设起止年限", "项目阶段", "投资方", "联系人", "联系电话", "用地面积（亩）", "存在问题", "备注", "备案机关"]
CHAINS = ["人工智能终端及机器人", "智能网联及新能源汽车", "高端装备制造", "新能源", "绿色食品加工", "绿色化工",
          "生物医药及大健康", "林产加工及纸业", "低空经济", "页岩气", "模具设计与开发", "量子科技应用",
          "钢铁及关键金属新材料"]
UNITS = ["市发展改革委", "市工业和信息化局", "市园区办", "市商务局", "市科技局", "市生态环境局", "市林业和园林局"]
PLACES = [("城中区", "450202"), ("鱼峰区", "450203"), ("柳南区", "450204"), ("柳江区", "450206"),
          ("鹿寨县", "450223"), ("柳东新区", "450203")]
STAGES = ["谋划", "洽谈", "签约", "开工", "在建", "投产"]
THINGS = ["动力电池", "关节模组", "座舱控制器", "压铸模具", "预制菜", "竹浆纸", "无人机", "激光雷达"]


def code(number, area):
    digits = f"2503{area}8901{number % 100000:05d}"
    product = 10
    for digit in digits:
        total = (product + int(digit)) % 10 or 10
        product = total * 2 % 11
    digits += str((11 - product) % 10)
    # The serial alone repeats after 100,000: the year and month go on.
    return f"{digits[:4]}-{digits[4:10]}-{digits[10:12]}-{digits[12:14]}-{digits[14:]}"


def records(rows, edited):
    """The rows of the list, in order."""
    rng = random.Random(2026)
    for number in range(1, rows + 1):
        place, area = rng.choice(PLACES)
        thing = rng.choice(THINGS)
        total = round(rng.lognormvariate(9.6, 0.9), 2)
        if edited and number % max(1, rows // 10) == 0:
            total = round(total + 1, 2)
        year = rng.randint(2023, 2027)
        yield [
            number, f"{place}示例{thing}生产基地{number:07d}号项目", code(number, area), rng.choice(CHAINS),
            rng.choice(UNITS), "、".join(rng.sample(UNITS, 2)), place, rng.choice(["新建", "扩建", "技术改造"]),
            f"柳州示例{thing}{number:06d}有限公司",
            f"建设{thing}生产线{rng.randint(1, 9)}条，总建筑面积{rng.randint(5, 300) * 1000}平方米，购置设备{rng.randint(10, 900)}台（套）。",
            total, round(total * .8, 2), round(total * .3, 2), round(total * .2, 2), round(total * .05, 2),
            rng.choice(["企业自筹", "银行贷款、企业自筹"]), f"{year}年{rng.randint(1, 12)}月",
            f"{year + 2}-{rng.randint(1, 12):02d}", f"{year}-{year + 2}", rng.choice(STAGES),
            f"示例{thing}集团有限公司", rng.choice("赵钱孙李") + "工", f"138{rng.randint(0, 99999999):08d}",
            rng.randint(5, 800), rng.choice(["", "", "用地指标未落实"]), "", "示例审批局"]


def write_xls(rows, out):
    import xlwt
    book = xlwt.Workbook()
    sheet = book.add_sheet("清单")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value != "":
                sheet.write(number, column, value)
    book.save(out)


def write_xlsx(rows, out, streams):
    import xlsxwriter
    book = xlsxwriter.Workbook(out, {"strings_to_urls": False, "constant_memory": streams})
    sheet = book.add_worksheet("清单")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()


def main(rows, out, flags):
    head = [["2026年重点项目清单（测试数据，均为虚构）"], HEADER]
    table = itertools.chain(head, records(rows, "--edited" in flags))
    if out.endswith(".xls"):
        write_xls(table, out)
    else:
        write_xlsx(table, out, "--stream" in flags)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3:])
