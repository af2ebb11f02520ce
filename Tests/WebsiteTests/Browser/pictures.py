"""Takes the pictures of 帮助 from the product, in a real browser (Debian's chromium by chromedriver). 测试数据

    pictures.py PORT FOLDER

Writes FOLDER/picture-NAME.webp for each page below and prints one JSON object: the sizes in bytes.
"""
import base64
import json
import sys
from pathlib import Path

from driving import browser

PAGES = {"overview": "/", "projects": "/projects", "due": "/due/全部", "books": "/books/leaders"}
WIDTH, HEIGHT, SCALE = 1200, 620, 0.7


def main(port, folder):
    driver, sizes = browser(WIDTH, HEIGHT), {}
    try:
        driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False})
        for name, path in PAGES.items():
            driver.get(f"http://127.0.0.1:{port}{path}")
            picture = driver.execute_cdp_cmd(
                "Page.captureScreenshot",
                {"format": "webp", "quality": 45,
                 "clip": {"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT, "scale": SCALE}})
            data = base64.b64decode(picture["data"])
            Path(folder, f"picture-{name}.webp").write_bytes(data)
            sizes[name] = len(data)
    finally:
        driver.quit()
    print(json.dumps(sizes))


main(*sys.argv[1:])
