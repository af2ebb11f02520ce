"""What the walks in a real browser share: Debian's chromium by its driver, waiting, and what is looked at on a page.

Whoever imports this where no browser can be driven prints {"absent": ...} and ends. 测试数据
"""
import importlib.util
import json
import os
import pathlib
import sys
import time

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
except ImportError:
    print(json.dumps({"absent": "python3-selenium"}))
    sys.exit(0)

CHROMIUM = "/usr/bin/chromium"
DRIVER = "/usr/bin/chromedriver"
if not (os.path.exists(CHROMIUM) and os.path.exists(DRIVER)):
    print(json.dumps({"absent": "chromium, chromium-driver"}))
    sys.exit(0)


def axe():
    """The text of axe-core, which comes with the Python package axe-playwright-python; None where it is not there."""
    folders = [os.environ.get("TAIZHANG_AXE", "")]
    spec = importlib.util.find_spec("axe_playwright_python")
    folders += spec.submodule_search_locations if spec else []
    for folder in filter(None, folders):
        for path in pathlib.Path(folder).rglob("axe.min.js"):
            return path.read_text()
    return None


def violations(driver, script):
    """What axe-core, whose text is given, objects to on the page that is open."""
    driver.execute_script(script)
    return driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations.map(v =>"
        " v.id + ': ' + v.nodes.slice(0, 2).map(n => n.html.slice(0, 160)).join(' | '))));")


def browser(width=1366, height=768, scripts=True):
    options = Options()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     f"--window-size={width},{height}", "--lang=zh-CN"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    if not scripts:
        options.add_experimental_option(
            "prefs", {"profile.managed_default_content_settings.javascript": 2})
    driver = webdriver.Chrome(service=Service(DRIVER), options=options)
    driver.set_page_load_timeout(60)
    if width < 500:
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": True})
    return driver


def until(driver, true, seconds=30):
    """Waits for a condition, and asks for it now and then."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            value = true(driver)
            if value:
                return value
        except Exception:
            pass
        time.sleep(0.05)
    raise AssertionError(f"not reached at {driver.current_url}\n{main(driver)}")


def main(driver):
    """What a page says beside its frame."""
    return driver.page_source.split("<main")[-1][:4000]


def at(part):
    return lambda driver: part in driver.current_url


def one(driver, css):
    return driver.find_element(By.CSS_SELECTOR, css)


def button(driver, text):
    for element in driver.find_elements(By.CSS_SELECTOR, "button, a.button"):
        if element.text.startswith(text):
            return element
    raise AssertionError(f"no button {text}: {driver.page_source[:3000]}")


def tab_to(driver, true, most=200):
    """Goes on by Tab alone to the element that is meant."""
    for _ in range(most):
        focus = driver.switch_to.active_element
        if true(focus):
            return focus
        focus.send_keys(Keys.TAB)
    raise AssertionError(f"not reached by Tab at {driver.current_url}")


def too_wide(driver):
    """By how many pixels a page is wider than its screen."""
    return driver.execute_script(
        "return document.documentElement.scrollWidth - document.documentElement.clientWidth")


def walk(*scenarios, into):
    """Goes through scenarios one after the other, and prints what was seen."""
    for scenario in scenarios:
        try:
            scenario()
        except Exception as error:
            into.setdefault("failed", []).append([scenario.__name__, str(error)[:4500]])
    print(json.dumps(into, ensure_ascii=False))
