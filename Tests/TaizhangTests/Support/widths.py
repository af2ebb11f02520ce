"""Runs a program in terminals of given sizes and says which lines are wider, Chinese counted double.

    widths.py PROGRAM < LINES        each line the words of a run; the answer is a line for each that is too wide
"""
import fcntl
import os
import pty
import re
import shlex
import struct
import sys
import termios
import unicodedata

SIZES = [(80, 24), (120, 40)]
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")


def width(text):
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text if not unicodedata.combining(letter))


def shown(words, columns, rows):
    """What a run shows in a terminal that says no to whatever is asked."""
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.execv(words[0], words)
    os.write(terminal, b"\x04\x04")
    output = b""
    while True:
        try:
            piece = os.read(terminal, 1 << 16)
        except OSError:
            break
        if not piece:
            break
        output += piece
    os.waitpid(child, 0)
    os.close(terminal)
    return ESCAPES.sub("", output.decode("utf-8", "replace"))


for line in sys.stdin.read().splitlines():
    for columns, rows in SIZES:
        for text in re.split(r"[\r\n]+", shown([sys.argv[1], *shlex.split(line)], columns, rows)):
            if width(text) > columns:
                print(f"{columns} {line}：{width(text)} {text}")
