"""Asks a server once, says so, keeps the connection and says when the other side closes it: hold.py PORT."""
import socket
import sys

line = socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=60)
line.sendall(f"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{sys.argv[1]}\r\n\r\n".encode())
assert b"ok" in line.recv(65536)
print("held", flush=True)
print("closed" if line.recv(1) == b"" else "answered", flush=True)
