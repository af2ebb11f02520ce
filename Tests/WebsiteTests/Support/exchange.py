"""Sends bytes to a port of this machine and prints what comes back, as JSON. 测试数据

exchange.py PORT SECONDS HEAD [BODY-BYTES [CHUNK]]: HEAD has \\r\\n written out; a body of that many bytes is sent
behind it, until the other side closes.
"""
import json
import socket
import sys
import time

port, seconds, head = int(sys.argv[1]), float(sys.argv[2]), sys.argv[3]
size = int(sys.argv[4]) if len(sys.argv) > 4 else 0
start = time.monotonic()
line = socket.create_connection(("127.0.0.1", port), timeout=seconds)
line.sendall(head.encode().decode("unicode_escape").encode("latin-1"))
sent, answer, closed = 0, b"", False
line.setblocking(False)
piece = b"a" * 65536
while time.monotonic() - start < seconds:
    try:
        got = line.recv(65536)
        if not got:
            closed = True
            break
        answer += got
    except BlockingIOError:
        pass
    except ConnectionError:
        closed = True
        break
    if sent < size:
        try:
            sent += line.send(piece[: size - sent])
        except BlockingIOError:
            time.sleep(0.001)
        except ConnectionError:
            closed = True
            break
    else:
        time.sleep(0.002)
        if b"\r\n\r\n" in answer and not size:
            break
print(json.dumps({"answer": answer.decode("utf-8", "replace"), "sent": sent, "closed": closed}))
