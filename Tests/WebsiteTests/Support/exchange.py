"""Sends bytes to a port of this machine and prints what comes back, as JSON. 测试数据

exchange.py PORT SECONDS HEAD [BODY-BYTES [drip-head|drip-body]]: HEAD has \\r\\n written out; a body of that many
bytes is sent behind it, until the other side closes. What drips goes out byte by byte, fifty a second.
"""
import json
import socket
import sys
import time

port, seconds, head = int(sys.argv[1]), float(sys.argv[2]), sys.argv[3]
size = int(sys.argv[4]) if len(sys.argv) > 4 else 0
drips = sys.argv[5] if len(sys.argv) > 5 else ""
start = time.monotonic()
line = socket.create_connection(("127.0.0.1", port), timeout=seconds)
head = head.encode().decode("unicode_escape").encode("latin-1")
piece = b"a" * 65536
if drips == "drip-head":
    piece, size = head, len(head)
else:
    line.sendall(head)
sent, answer, closed, refused = 0, b"", False, False
line.setblocking(False)
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
    if refused:
        time.sleep(0.001)
        continue
    if sent < size:
        try:
            if drips == "drip-head":
                sent += line.send(piece[sent : sent + 1])
            else:
                sent += line.send(piece[: 1 if drips else size - sent])
            if drips:
                time.sleep(0.02)
        except BlockingIOError:
            time.sleep(0.001)
        except ConnectionError:
            # What the other side said before it hung up is still there to be read.
            refused = True
    else:
        time.sleep(0.002)
        if b"\r\n\r\n" in answer and not size:
            break
print(json.dumps({"answer": answer.decode("utf-8", "replace"), "sent": sent, "closed": closed}))
