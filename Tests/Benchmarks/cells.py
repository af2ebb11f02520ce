#!/usr/bin/env python3
"""Turns a workbook's first sheet into a flat file for bare.c: cells.py BOOK.xlsx OUT

A cell is: row and column (u32), kind (u8: 0 text, 1 number), then length and bytes, or a double.
"""
import struct
import sys

from python_calamine import CalamineWorkbook


def main(book, out):
    with open(out, "wb") as file:
        for row, values in enumerate(CalamineWorkbook.from_path(book).get_sheet_by_index(0).to_python()):
            for column, value in enumerate(values):
                if value in ("", None):
                    continue
                if isinstance(value, (int, float)):
                    file.write(struct.pack("<IIBd", row, column, 1, value))
                else:
                    text = str(value).encode()
                    file.write(struct.pack("<IIBI", row, column, 0, len(text)) + text)


if __name__ == "__main__":
    main(*sys.argv[1:])
