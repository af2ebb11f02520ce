"""Sends forms with files to a server, whole, broken and too large; prints one JSON object of what came back.

    upload.py PORT
"""
import http.client
import json
import socket
import sys

PORT = int(sys.argv[1])
HEAD = {"Host": f"127.0.0.1:{PORT}", "Sec-Fetch-Site": "same-origin"}
LIST = "项目名称,业主单位,县区\n示例岭厂房,示例公司,柳南区\n".encode()


def part(name, data, file=None):
    head = f'--b\r\nContent-Disposition: form-data; name="{name}"'
    if file is not None:
        head += f'; filename="{file}"'
    return head.encode() + b"\r\n\r\n" + data + b"\r\n"


def send(body, head=None, kind="multipart/form-data; boundary=b"):
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    try:
        connection.request("POST", "/imports", body, {**HEAD, "Content-Type": kind, **(head or {})})
        answer = connection.getresponse()
        answer.read()
        return [answer.status, answer.getheader("Location"),
                answer.getheader("X-Content-Type-Options")]
    except (ConnectionError, socket.timeout, http.client.HTTPException) as error:
        return [type(error).__name__, None, None]
    finally:
        connection.close()


def slowly(size):
    """A body without a length, until the server has had enough: what it answered, and how much was taken."""
    connection = socket.create_connection(("127.0.0.1", PORT), timeout=60)
    head = "".join(f"{name}: {value}\r\n" for name, value in HEAD.items())
    connection.sendall(
        (f"POST /imports HTTP/1.1\r\n{head}Content-Type: multipart/form-data; boundary=b\r\n"
         "Transfer-Encoding: chunked\r\n\r\n").encode())
    body = part("files", b"", "big.csv")[:-2]
    sent = 0
    try:
        while sent < size:
            connection.sendall(b"%x\r\n" % len(body) + body + b"\r\n")
            sent += len(body)
            body = b"x" * 65536
    except ConnectionError:
        pass
    answer = b""
    try:
        while len(answer) < 4096:
            more = connection.recv(4096)
            if not more:
                break
            answer += more
    except (ConnectionError, socket.timeout):
        pass
    return [answer[9:12].decode() or "closed", sent]


whole = part("sender", "示例局".encode()) + part("files", LIST, "3月.csv") + b"--b--\r\n"
seen = {
    "whole": send(whole),
    "nothing": send(part("files", b"", "") + b"--b--\r\n"),
    "cut": send(whole[:-30]),
    "no boundary": send(whole, kind="multipart/form-data"),
    "form": send(b"a=b", kind="application/x-www-form-urlencoded"),
    "eleven": send(b"".join(part("files", LIST, f"{n}.csv") for n in range(11)) + b"--b--\r\n"),
    "many parts": send(b"".join(part("a", b"") for _ in range(40)) + b"--b--\r\n"),
    "long field": send(part("sender", b"x" * 300_000) + b"--b--\r\n"),
    "foreign": send(whole, head={"Sec-Fetch-Site": "cross-site"}),
    "too large": send(part("files", b"x" * (21 << 20), "big.csv") + b"--b--\r\n"),
    "endless": slowly(200 << 20),
    "after": send(whole),
}
print(json.dumps(seen))
