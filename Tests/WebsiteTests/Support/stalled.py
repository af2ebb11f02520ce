"""Two take one file: one reads a little and then nothing, the other reads slowly. Prints what each got, as JSON. 测试数据

    stalled.py PORT PATH BYTES-A-SECOND SECONDS

SECONDS is how long the first reads nothing; the second reads to the end.
"""
import json
import socket
import sys
import threading
import time

PORT, PATH, RATE, SECONDS = int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
seen = {}


def begin():
    """A connection that holds little by itself, with the head of the answer read."""
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
    line.settimeout(60)
    line.connect(("127.0.0.1", PORT))
    line.sendall(f"GET {PATH} HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nConnection: close\r\n\r\n".encode())
    head = b""
    while b"\r\n\r\n" not in head:
        head += line.recv(1024)
    head, body = head.split(b"\r\n\r\n", 1)
    seen["status"] = int(head.split()[1])
    for field in head.decode("latin-1").split("\r\n"):
        if field.lower().startswith("content-length:"):
            seen["length"] = int(field.split(":")[1])
    return line, len(body)


def rest(line):
    """What still comes, as fast as it does."""
    got = 0
    try:
        while True:
            piece = line.recv(65536)
            if not piece:
                return got
            got += len(piece)
    except OSError:
        return got


def stalled():
    line, got = begin()
    time.sleep(SECONDS)
    seen["stalled"] = got + rest(line)


def slow():
    line, got = begin()
    began = time.monotonic()
    try:
        while True:
            piece = line.recv(16384)
            if not piece:
                break
            got += len(piece)
            ahead = got / RATE - (time.monotonic() - began)
            if ahead > 0:
                time.sleep(ahead)
    except OSError as error:
        seen["error"] = str(error)
    seen["slow"], seen["seconds"] = got, round(time.monotonic() - began, 1)


threads = [threading.Thread(target=act) for act in (stalled, slow)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(json.dumps(seen))
