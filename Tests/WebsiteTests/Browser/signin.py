"""Signing in with a real browser, by keyboard and without scripts (Debian's chromium by chromedriver). 测试数据

    signin.py PORT LOGIN CODE PASSWORD

Prints one JSON object: the first sign-in with a one-time code, the password, where a person wanted to go, the
account's page, the way out, and the back button behind it; with what axe-core finds, where it is there.
"""
import json
import sys

from driving import By, Keys, axe, browser, until, violations

PORT, LOGIN, CODE, PASSWORD = sys.argv[1:5]
ROOT = f"http://127.0.0.1:{PORT}"


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
        seen["faults"] += [f"{where}: {fault}" for fault in violations(driver, script)]


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
        until(driver, lambda driver: "/sign-in" in driver.current_url)
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
