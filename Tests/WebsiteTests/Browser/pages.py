"""Looks at pages in a real browser (Debian's chromium by chromedriver) and prints what is wrong, as JSON.

pages.py PORT PATH...: each path at a desk's size, a laptop's scaled one and a phone's: the console is silent,
nothing is wider than the screen, and axe-core finds nothing. axe-core comes with the Python package
axe-playwright-python, on PYTHONPATH or in the folder that TAIZHANG_AXE names; "axe" says whether it was there.
测试数据
"""
import json
import sys

from selenium import webdriver
from selenium.webdriver.chrome.options import Options

from driving import axe, violations


def main(port, paths):
    options = Options()
    for word in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]:
        options.add_argument(word)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options)
    script, faults = axe(), []
    try:
        for width, height in [(1366, 768), (1093, 614), (390, 844)]:
            driver.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 640},
            )
            for path in paths:
                driver.get(f"http://127.0.0.1:{port}{path}")
                where = f"{path} {width}"
                for line in driver.get_log("browser"):
                    if "favicon" not in line["message"]:
                        faults.append(f"{where}: {line['message']}")
                if driver.execute_script("return document.documentElement.scrollWidth > innerWidth"):
                    faults.append(f"{where}: wider than the screen")
                if script and width != 1093:
                    faults += [f"{where}: {fault}" for fault in violations(driver, script)]
    finally:
        driver.quit()
    print(json.dumps({"axe": script is not None, "faults": faults}, ensure_ascii=False))


main(sys.argv[1], sys.argv[2:])
