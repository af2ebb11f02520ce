"""Asks a server on this machine something and prints the answer as JSON.

fetch.py PORT METHOD TARGET HEADERS BODY CERTIFICATE: HEADERS is JSON; with a CERTIFICATE it is asked by TLS.
"""
import http.client
import json
import ssl
import sys

port, method, target, headers, body, certificate = sys.argv[1:]
answer = {"status": 0, "headers": [], "body": "", "error": ""}
try:
    if certificate:
        context = ssl.create_default_context(cafile=certificate)
        line = http.client.HTTPSConnection("127.0.0.1", int(port), timeout=60, context=context)
    else:
        line = http.client.HTTPConnection("127.0.0.1", int(port), timeout=60)
    line.request(method, target, body.encode() or None, json.loads(headers))
    got = line.getresponse()
    answer.update(
        status=got.status, headers=[list(pair) for pair in got.getheaders()],
        body=got.read().decode("utf-8", "replace"))
except (OSError, http.client.HTTPException) as error:
    answer["error"] = repr(error)
print(json.dumps(answer))
