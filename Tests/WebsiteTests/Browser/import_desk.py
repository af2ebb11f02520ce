"""The clerk's import in a real browser: from the drop to the receipt and back.

    import_desk.py PORT FOLDER [SCREENSHOTS]

Prints one JSON object: what was seen at each step. Pages are looked at with scripts and without, by mouse and by
keyboard, on a desk's screen and on a phone's. All data is invented.
"""
import os
import sys

from driving import (ActionChains, By, Keys, at, axe, browser, button, one, too_wide, until, walk)

PORT, FOLDER = sys.argv[1], sys.argv[2]
SHOTS = sys.argv[3] if len(sys.argv) > 3 else None
ROOT = f"http://127.0.0.1:{PORT}"
AXE = axe()
HEADER = "项目名称,业主单位,县区,总投资（万元）,项目阶段\n"


def file(name, rows):
    path = os.path.join(FOLDER, name)
    with open(path, "w", encoding="utf-8") as out:
        out.write(HEADER + "\n".join(rows) + "\n")
    return path


seen = {"overflow": [], "axe": [], "pages": []}


def look(driver, name, scripts=True):
    """Notes what is wrong with a page as it stands."""
    seen["pages"].append(name)
    if SHOTS:
        driver.save_screenshot(os.path.join(SHOTS, name + ".png"))
    if not scripts:
        return
    wide = too_wide(driver)
    if wide > 0:
        seen["overflow"].append([name, wide])
    if AXE:
        driver.execute_script(AXE)
        found = driver.execute_async_script(
            "const done = arguments[0]; axe.run().then(r => done(r.violations.map(v =>"
            " [v.id, v.nodes.slice(0, 3).map(n => n.html.slice(0, 160))])))")
        seen["axe"] += [[name] + violation for violation in found]


def new_sender():
    driver = browser(1366, 768)
    try:
        driver.get(ROOT + "/imports")
        look(driver, "imports")
        one(driver, "details summary")
        driver.execute_script("document.querySelector('.drop details').open = true")
        one(driver, "#sender").send_keys("示例局")
        one(driver, "#year").send_keys("2026")
        one(driver, "#files").send_keys(file("3月.csv", [
            "示例岭厂房,示例公司,火星区,1000,谋划", "示例谷仓库,示例公司,柳城县,2000,签约",
            "示例山水厂,示例公司,柳南区,很多钱,开工"]))
        until(driver, at("/asks"))
        look(driver, "asks")
        typed = one(driver, "input[name='w0.other']")
        typed.send_keys("柳南区")
        one(driver, "input[name='w0.choice'][value=other]").click()
        button(driver, "保存，看方案").click()
        until(driver, at("/plan"))
        look(driver, "plan")
        seen["button"] = one(driver, "button.main").text
        driver.get(one(driver, ".path a").get_attribute("href").replace("asks", "layout"))
        look(driver, "layout")
        driver.back()
        until(driver, at("/plan"))
        driver.refresh()
        look(driver, "plan-reloaded")
        ActionChains(driver).key_down(Keys.CONTROL).send_keys(Keys.ENTER).key_up(Keys.CONTROL).perform()
        until(driver, at("/receipts/"))
        look(driver, "receipt")
        button(driver, "撤销").click()
        until(driver, at("/undo"))
        look(driver, "undo")
        seen["undo"] = one(driver, "button.main").text
        one(driver, "button.main").click()
        until(driver, at("?done="))
        seen["undone"] = one(driver, ".done").text
    finally:
        driver.quit()


def known_sender():
    """Drop, look, write."""
    driver = browser(1366, 768)
    try:
        driver.get(ROOT + "/imports")
        driver.execute_script("document.querySelector('.drop details').open = true")
        one(driver, "#sender").send_keys("示例局")
        clicks = 1
        one(driver, "#files").send_keys(file("4月.csv", [
            "示例岭厂房,示例公司,柳南区,1000,谋划", "示例谷仓库,示例公司,柳城县,2000,签约"]))
        until(driver, at("/plan"))
        clicks += 1
        one(driver, "button.main").click()
        until(driver, at("/receipts/"))
        seen["clicks"] = clicks
    finally:
        driver.quit()


def without_scripts():
    driver = browser(1366, 768, scripts=False)
    try:
        driver.get(ROOT + "/imports")
        one(driver, "#files").send_keys(file("无脚本.csv", ["示例湖码头,示例公司,柳北区,3000,谋划"]))
        one(driver, ".drop button").click()
        until(driver, at("/plan"))
        look(driver, "plan-without-scripts", scripts=False)
        one(driver, "button.main").click()
        until(driver, at("/receipts/"))
        seen["without scripts"] = "新增 1 行" in driver.page_source
    finally:
        driver.quit()


def by_keyboard():
    """Tab and Enter alone; a file's path is typed where the system's own window would take it."""
    driver = browser(1366, 768)
    try:
        driver.get(ROOT + "/imports")
        one(driver, "#files").send_keys(file("键盘.csv", ["示例桥泵站,示例公司,柳江区,4000,谋划"]))
        until(driver, at("/plan"))
        for _ in range(60):
            focus = driver.switch_to.active_element
            if "main" in (focus.get_attribute("class") or "") and focus.tag_name == "button":
                break
            focus.send_keys(Keys.TAB)
        driver.switch_to.active_element.send_keys(Keys.ENTER)
        until(driver, at("/receipts/"))
        seen["by keyboard"] = True
    finally:
        driver.quit()


def queue():
    driver = browser(1366, 768)
    try:
        driver.get(ROOT + "/imports")
        driver.execute_script("document.querySelector('.drop details').open = true")
        one(driver, "#sender").send_keys("示例局")
        one(driver, "#files").send_keys(file("5月.csv", [
            "示例岭厂房,示例公司,水星区,1000,谋划", "示例谷仓库二期,示例公司,柳城县,2500,签约"]))
        until(driver, at("/asks"))
        look(driver, "asks-pairs")
        button(driver, "稍后再说").click()
        until(driver, at("/plan"))
        look(driver, "plan-review")
        one(driver, "button.main").click()
        until(driver, at("/receipts/"))
        driver.get(ROOT + "/queue")
        look(driver, "queue")
        before = int(one(driver, ".waiting b").text)
        button(driver, "忽略").click()
        until(driver, at("done="))
        seen["queue"] = [before, int(one(driver, ".waiting b").text)]
    finally:
        driver.quit()


def phone():
    driver = browser(390, 844)
    try:
        for page in ("imports", "queue"):
            driver.get(ROOT + "/" + page)
            look(driver, page + "-phone")
        driver.get(ROOT + "/imports")
        one(driver, "#files").send_keys(file("手机.csv", ["示例坡变电站,示例公司,柳江区,5000,谋划"]))
        until(driver, at("/plan"))
        look(driver, "plan-phone")
    finally:
        driver.quit()


walk(new_sender, known_sender, without_scripts, by_keyboard, queue, phone, into=seen)
