"""Whether books that were made together say the same of what stands in several of them."""
import re

# What several books say of a project, a target or a unit, as they call it.
FIGURES = ["编号", "总投资", "计划投资", "完成投资", "到位资金", "合同投资额", "预计年产值", "完成率", "进度灯", "阶段", "产业链", "县区（园区）", "牵头单位",
           "签约时间", "存在问题", "项目业主", "投资方", "目标值", "现值", "完成比例", "进度", "项目数"]


def plain(label):
    """2026年⏎计划投资（万元） is 计划投资 in every book."""
    return re.sub(r"（万元）$|^\d{4}年(?:(?:1-)?\d+月)?", "", re.sub(r"\s|（万元）$", "", str(label)))


def value(found):
    """Dates are the same however they are written."""
    if isinstance(found, str) and (parts := re.findall(r"\d+", found)) and re.fullmatch(r"[\d年月日-]+", found):
        return tuple(map(int, parts))
    return round(found, 6) if isinstance(found, float) else found or None


def quantities(book, is_then):
    """What a book says: of whom, what, and how much of it."""
    is_units = "核对表" in book.values
    for sheet, rows in book.values.items():
        head = next((index for index, row in enumerate(rows) if row[0] == "序号"), None)
        if head is None:
            continue
        labels = [plain(label) for label in rows[head]]
        whose = next((label for label in ("项目名称", "目标", "任务号", "牵头单位") if label in labels), None)
        if whose is None or "原值" in labels or "原阶段" in labels or "经办人" in labels:
            continue
        for row in rows[head + 1:]:
            if not isinstance(row[0], (int, float)) or row[labels.index(whose)] is None:
                continue
            for label, found in zip(labels, row):
                # To be mended is what the ledger holds now, whatever month is asked for; and what nobody said of
                # the month is asked for, however far the figures reach.
                is_asked = is_units and (is_then and label == "阶段" or label == "完成投资" and found is None)
                if label in FIGURES and label != whose and not is_asked:
                    yield (whose, row[labels.index(whose)], label), sheet, value(found)


def check_agreement(books, is_then):
    """What two books say differently; and how much they say together."""
    said, wrong, compared = {}, [], 0
    for book in books:
        for what, sheet, found in quantities(book, is_then):
            place = f"{book.path.name} {sheet}"
            if what in said:
                compared += 1
                if said[what][1] != found:
                    wrong.append(f"{' '.join(what)}：{said[what][0]}是 {said[what][1]!r}，{place}是 {found!r}")
            said.setdefault(what, (place, found))
    return wrong, compared
