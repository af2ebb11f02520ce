"""Looks at pages in a real browser (Debian's chromium by chromedriver) and prints what is wrong, as JSON.

pages.py PORT [--as LOGIN PASSWORD] [--only WIDTH] PATH...: each path at a desk's size, a laptop's scaled one and a
phone's: it answers 200, or what stands before it (404:/nowhere); the console is silent, nothing is wider than the
screen, and axe-core finds nothing. axe-core comes with the Python package axe-playwright-python, on PYTHONPATH or in
the folder that TAIZHANG_AXE names; "axe" says whether it was there. 测试数据
"""
import json
import os
import re
import sys

from driving import Keys, By, axe, browser, too_wide, until, violations

SIZES = [(1920, 1080), (1366, 768), (1093, 614), (390, 844)]
# Where they are named, each page is kept as a picture there.
SHOTS = os.environ.get("TAIZHANG_SHOTS")


def sign_in(driver, root, login, password):
    driver.get(root + "/sign-in")
    driver.find_element(By.NAME, "login").send_keys(login)
    field = driver.find_element(By.NAME, "password")
    field.send_keys(password)
    field.send_keys(Keys.ENTER)
    until(driver, lambda d: "/sign-in" not in d.current_url)


def look(driver, root, path, width, status, script, faults):
    """Notes what is wrong with a page."""
    driver.get(root + path)
    where = f"{path} {width}"
    found = driver.execute_script(
        "return performance.getEntriesByType('navigation')[0].responseStatus")
    if found != status:
        faults.append(f"{where}: {found}")
    for line in driver.get_log("browser"):
        # What Chromium only recommends is no fault.
        if line["level"] in ("DEBUG", "VERBOSE"):
            continue
        if "favicon" not in line["message"] and (status == 200 or str(status) not in line["message"]):
            faults.append(f"{where}: {line['message']}")
    if too_wide(driver) > 0:
        faults.append(f"{where}: {too_wide(driver)} wider than the screen")
    if script and width != 1093:
        faults += [f"{where}: {fault}" for fault in violations(driver, script)]
    if SHOTS:
        driver.save_screenshot(os.path.join(
            SHOTS, re.sub(r"[/?&=:%]+", "_", path)[:80] + f"-{width}.png"))


def main(port, words):
    who, only = None, None
    while words and words[0].startswith("--"):
        if words[0] == "--as":
            who, words = words[1:3], words[3:]
        else:
            only, words = int(words[1]), words[2:]
    root, faults = f"http://127.0.0.1:{port}", []
    driver, script = browser(), axe()
    driver.set_page_load_timeout(180)
    driver.set_script_timeout(180)
    try:
        if who:
            sign_in(driver, root, *who)
        driver.get_log("browser")
        for width, height in SIZES:
            if only not in (None, width):
                continue
            driver.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 640},
            )
            for path in words:
                status, path = re.fullmatch(r"(?:(\d{3}):)?(.*)", path).groups()
                try:
                    look(driver, root, path, width, int(status or 200), script, faults)
                except Exception as error:
                    faults.append(f"{path} {width}: {str(error).splitlines()[0]}")
    finally:
        driver.quit()
    print(json.dumps({"axe": script is not None, "faults": faults}, ensure_ascii=False))


main(sys.argv[1], sys.argv[2:])
