"""Walks through the site as people go, in a real browser (Debian's chromium by chromedriver). 测试数据

    walks.py WALK PORT [FOLDER LOGIN PASSWORD LOGIN PASSWORD]

Prints one JSON object: what was seen at each step. A unit reports with the keyboard alone and without scripts; a
leader looks at a phone; the commission goes from the first page to a chain's book; two people with accounts edit one
project; one finishes the list that another began.
"""
import json
import os
import sys
from urllib.parse import unquote

from driving import By, Keys, at, browser, button, one, tab_to, too_wide, until, walk

WALK, PORT = sys.argv[1:3]
ROOT = f"http://127.0.0.1:{PORT}"
seen = {}


def wide(driver, name):
    if too_wide(driver) > 0:
        seen.setdefault("too wide", []).append(name)


def open_rows(driver):
    """The rows that are not reported yet; their numbers."""
    driver.get(ROOT + "/due/全部?show=open")
    wide(driver, "due")
    found = driver.find_elements(By.CSS_SELECTOR, "form[data-keep] input[name=project]")
    return [field.get_attribute("value") for field in found]


def is_reported(driver, number):
    """Whether a row is gone from those that are open, and stands among the reported ones."""
    gone = number not in open_rows(driver)
    driver.get(ROOT + "/due/全部?show=reported")
    return gone and "已报" in one(driver, f"#p{number}").text


def saved(number):
    """Whether a row says which entry it was saved with."""
    return lambda driver: "号凭证" in one(driver, f"#p{number}").text


def report_by_keyboard():
    """催报 to 已报: Tab, digits and Enter alone."""
    driver = browser()
    try:
        number, following = open_rows(driver)[:2]
        field = tab_to(driver, lambda focus: focus.get_attribute("id") == "a" + number)
        field.send_keys("321")
        driver.switch_to.active_element.send_keys(Keys.ENTER)
        until(driver, saved(number))
        seen["keyboard focus"] = driver.switch_to.active_element.get_attribute("id") == "a" + number
        # The next row is saved by leaving it.
        one(driver, "#a" + following).send_keys("1.2万")
        until(driver, lambda d: "读作 12,000" in one(d, "#r" + following).text
              or "读作 1.2" in one(d, "#r" + following).text)
        seen["read"] = one(driver, "#r" + following).text
        one(driver, "#a" + number).send_keys(" ")
        until(driver, saved(following))
        seen["left"] = is_reported(driver, following)
        seen["keyboard"] = is_reported(driver, number)
    finally:
        driver.quit()


def report_without_scripts():
    driver = browser(scripts=False)
    try:
        number = open_rows(driver)[0]
        one(driver, f"#p{number} button[name=unchanged]").click()
        until(driver, at("done="))
        seen["without scripts"] = is_reported(driver, number)
    finally:
        driver.quit()


def what_is_typed_stays():
    driver = browser()
    try:
        number = open_rows(driver)[0]
        one(driver, "#a" + number).send_keys("99")
        driver.refresh()
        seen["kept"] = one(driver, "#a" + number).get_attribute("value")
    finally:
        driver.quit()


def leader():
    """One page on a phone: the sentence, four counts, what needs a word, the book as a page."""
    driver = browser(390, 844)
    try:
        driver.get(ROOT + "/")
        wide(driver, "overview on a phone")
        seen["sentence"] = one(driver, "#sentence").is_displayed()
        seen["counts"] = len(
            [e for e in driver.find_elements(By.CSS_SELECTOR, ".cards a") if e.is_displayed()])
        seen["matrix"] = one(driver, ".desk").is_displayed()
        touched = [e for e in driver.find_elements(By.CSS_SELECTOR, ".cards a, .bars a, a.touch")
                   if e.is_displayed()]
        seen["touch"] = min(e.rect["height"] for e in touched)
        one(driver, "a.touch").click()
        until(driver, at("/books/leaders"))
        wide(driver, "book on a phone")
        seen["book"] = len(driver.find_elements(By.CSS_SELECTOR, "table.sheet tr")) > 3
    finally:
        driver.quit()


def commission():
    """From 总览 to a chain's page, and to the book about it."""
    driver = browser()
    try:
        driver.get(ROOT + "/")
        driver.find_element(By.LINK_TEXT, "产业链").click()
        until(driver, at("/chains"))
        one(driver, "table th a").click()
        until(driver, lambda d: "/chains/" in d.current_url)
        chain = one(driver, "h1").text
        seen["total"] = one(driver, "[data-count]").get_attribute("data-count")
        button(driver, "报表").click()
        until(driver, at("/books/chains"))
        seen["about"] = chain in unquote(driver.current_url) and chain in one(driver, ".heads").text
        file = button(driver, "下载").get_attribute("href")
        seen["file"] = driver.execute_async_script(
            "const done = arguments[1]; fetch(arguments[0]).then(r => r.arrayBuffer()"
            ".then(b => done([r.status, new Uint8Array(b).slice(0, 2).join(' ')])))", file)
    finally:
        driver.quit()


def signed_in(login, password):
    driver = browser()
    driver.get(ROOT + "/sign-in")
    one(driver, "[name=login]").send_keys(login)
    field = one(driver, "[name=password]")
    field.send_keys(password)
    field.send_keys(Keys.ENTER)
    until(driver, lambda d: "/sign-in" not in d.current_url)
    return driver


def two_people():
    """Two open one project; the second to save is asked where both altered a value, and nowhere else."""
    first, second = signed_in(*PEOPLE[0]), signed_in(*PEOPLE[1])
    try:
        for driver in (first, second):
            driver.get(ROOT + "/projects/2/edit")
        def type_in(driver, key, text):
            field = driver.find_element(By.NAME, "v." + key)
            field.clear()
            field.send_keys(text)
        type_in(first, "progress", "桩基施工")
        type_in(first, "remark", "先改的备注")
        button(first, "保存修改").click()
        until(first, at("done="))
        type_in(second, "progress", "主体封顶")
        type_in(second, "next_step", "下月设备进场")
        button(second, "保存修改").click()
        until(second, lambda d: d.find_elements(By.CSS_SELECTOR, "fieldset legend"))
        seen["clashes"] = len(second.find_elements(By.CSS_SELECTOR, "fieldset legend"))
        seen["clash"] = one(second, "fieldset").text
        wide(second, "clash")
        one(second, "input[value=mine]").click()
        button(second, "保存修改").click()
        until(second, at("done="))
        facts = one(second, "main").text
        seen["merged"] = all(word in facts for word in ("主体封顶", "先改的备注", "下月设备进场"))
    finally:
        first.quit()
        second.quit()


def draft_of_another():
    """One brings a list and leaves; a colleague finds it under 进行中, takes it over and writes it."""
    path = os.path.join(FOLDER, "接手.csv")
    with open(path, "w", encoding="utf-8") as out:
        out.write("项目名称,业主单位,县区,总投资（万元）,项目阶段\n示例接手厂房,示例公司,柳南区,1000,谋划\n")
    first, second = signed_in(*PEOPLE[0]), signed_in(*PEOPLE[1])
    try:
        first.get(ROOT + "/imports")
        one(first, "#files").send_keys(path)
        until(first, at("/plan"))
        first.quit()
        second.get(ROOT + "/imports")
        second.find_element(By.PARTIAL_LINK_TEXT, "接手.csv").click()
        until(second, at("/plan"))
        seen["holder"] = one(second, ".heads .note").text
        button(second, "由我接着做").click()
        until(second, lambda d: d.execute_script("return document.readyState") == "complete"
              and not d.find_elements(By.CSS_SELECTOR, "form[action$=take-over]")
              and one(d, "button.main").is_enabled())
        one(second, "button.main").click()
        until(second, at("/receipts/"), 15)
        seen["receipt"] = "新增 1 行" in second.page_source
        second.get(ROOT + "/entries")
        seen["actor"] = one(second, "tbody tr").text
    finally:
        first.quit()
        second.quit()


if WALK == "people":
    FOLDER = sys.argv[3]
    PEOPLE = [sys.argv[4:6], sys.argv[6:8]]
walk(*{
    "report": (what_is_typed_stays, report_by_keyboard, report_without_scripts),
    "look": (leader, commission),
    "people": (two_people, draft_of_another),
}[WALK], into=seen)
