"""Confirms the first list of a server and stops it while the list is being written.

stop_writing.py PORT PROCESS: prints what it saw of the list last, and what the confirmation was answered with.
"""
import http.client
import json
import os
import signal
import sys
import threading

port, process = int(sys.argv[1]), int(sys.argv[2])


def ask(line, method, target, body=None, headers={}):
    line.request(method, target, body, headers)
    answer = line.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read().decode()


def connection():
    return http.client.HTTPConnection("127.0.0.1", port, timeout=60)


_, headers, _ = ask(connection(), "GET", "/api/v1/imports/1/plan?limit=1")
answers = []


def confirm():
    terms = {"If-Match": headers["ETag"], "Content-Type": "application/json"}
    try:
        answers.append(ask(connection(), "POST", "/api/v1/imports/1/commit", "{}", terms)[0])
    except (OSError, http.client.HTTPException):
        answers.append(0)


thread = threading.Thread(target=confirm)
thread.start()
line = connection()
while True:
    state = json.loads(ask(line, "GET", "/api/v1/imports/1")[2])
    if state["state"] == "written" or state["state"] == "writing" and state["progress"] is not None:
        break
os.kill(process, signal.SIGTERM)
thread.join()
print(state["state"], answers[0])
