"""Signing in with a real browser, by keyboard and without scripts (Debian's chromium by chromedriver). 测试数据

    signin.py PORT LOGIN CODE PASSWORD

Prints one JSON object: the first sign-in with a one-time code, the password, where a person wanted to go, the
account's page, the way out, and the back button behind it; with what axe-core finds, where it is there.
"""
import importlib.util
import json
import os
import pathlib
import sys

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
except ImportError:
    print(json.dumps({"absent": "python3-selenium"}))
    sys.exit(0)

if not (os.path.exists("/usr/bin/chromium") and os.path.exists("/usr/bin/chromedriver")):
    print(json.dumps({"absent": "chromium, chromium-driver"}))
    sys.exit(0)

PORT, LOGIN, CODE, PASSWORD = sys.argv[1:5]
ROOT = f"http://127.0.0.1:{PORT}"


def axe():
    folders = [os.environ.get("TAIZHANG_AXE", "")]
    spec = importlib.util.find_spec("axe_playwright_python")
    folders += spec.submodule_search_locations if spec else []
    for folder in filter(None, folders):
        for path in pathlib.Path(folder).rglob("axe.min.js"):
            return path.read_text()
    return None


def browser(scripts):
    options = Options()
    options.binary_location = "/usr/bin/chromium"
    for word in ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1366,768"]:
        options.add_argument(word)
    if not scripts:
        options.add_experimental_option(
            "prefs", {"profile.managed_default_content_settings.javascript": 2})
    driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    driver.set_page_load_timeout(60)
    return driver


def typed(driver, **fields):
    """Fills in a form by its labels' fields and sends it with Enter."""
    for name, value in fields.items():
        field = driver.find_element(By.NAME, name)
        field.clear()
        field.send_keys(value)
    field.send_keys(Keys.ENTER)


def look(driver, script, seen, where):
    if driver.execute_script("return document.documentElement.scrollWidth > innerWidth"):
        seen["faults"].append(f"{where}: wider than the screen")
    if script:
        driver.execute_script(script)
        seen["faults"] += [f"{where}: {fault}" for fault in driver.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations.map(v =>"
            " v.id + ': ' + v.nodes.slice(0, 2).map(n => n.html.slice(0, 160)).join(' | '))));")]


def main():
    seen, script = {"faults": []}, axe()
    driver = browser(scripts=False)
    try:
        driver.get(f"{ROOT}/projects?stage=开工")
        seen["door"] = driver.current_url.replace(ROOT, "").split("?")[0]
        typed(driver, login=LOGIN, password=CODE)
        seen["first"] = driver.current_url.replace(ROOT, "")
        typed(driver, new=PASSWORD, again=PASSWORD)
        driver.get(f"{ROOT}/account")
        seen["account"] = driver.find_element(By.TAG_NAME, "h1").text
        driver.find_element(By.XPATH, "//main//button[text()='退出']").click()
        seen["out"] = driver.current_url.replace(ROOT, "")
        driver.back()
        seen["back"] = driver.find_element(By.TAG_NAME, "h1").text
        driver.get(f"{ROOT}/projects?stage=开工")
        typed(driver, login=LOGIN, password="Falsch-1")
        seen["wrong"] = driver.find_element(By.CSS_SELECTOR, "[role=alert]").text
        typed(driver, login=LOGIN, password=PASSWORD)
        seen["next"] = driver.current_url.replace(ROOT, "").split("?")[0]
    finally:
        driver.quit()
    driver = browser(scripts=True)
    try:
        driver.get(f"{ROOT}/sign-in")
        look(driver, script, seen, "/sign-in")
        seen["focus"] = driver.switch_to.active_element.get_attribute("name")
        typed(driver, login=LOGIN, password=PASSWORD)
        for path in ["/account", "/account/password", "/account/factor"]:
            driver.get(ROOT + path)
            look(driver, script, seen, path)
        seen["cookie"] = [
            {key: cookie.get(key) for key in ["name", "httpOnly", "sameSite"]}
            for cookie in driver.get_cookies()
        ]
        seen["axe"] = script is not None
    finally:
        driver.quit()
    print(json.dumps(seen, ensure_ascii=False))


main()
