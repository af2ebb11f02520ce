#!/usr/bin/env python3
"""What people would otherwise pick, on the same list: peers.py WHAT LIST.xlsx [OUT]

read-fastexcel    Rust calamine into Arrow; only reads
read-calamine    Rust calamine into Python rows; only reads
import-calamine   calamine's rows into an indexed SQLite table; no layout, checks, history or undo
write-polars      the same table written by polars through XlsxWriter
"""
import pathlib
import sqlite3
import sys


def read_fastexcel(path, _):
    import fastexcel
    return fastexcel.read_excel(path).load_sheet(0, header_row=1).height


def read_calamine(path, _):
    from python_calamine import CalamineWorkbook
    return len(CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()) - 2


def import_calamine(path, out):
    from python_calamine import CalamineWorkbook
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1:]
    for suffix in ("", "-wal", "-shm"):
        pathlib.Path(out + suffix).unlink(missing_ok=True)
    database = sqlite3.connect(out)
    database.execute("PRAGMA journal_mode = WAL")
    columns = [f"c{index}" for index in range(len(rows[0]))]
    database.execute(f"CREATE TABLE project ({', '.join(columns)})")
    for name, indexed in {"by_code": "c2", "by_chain": "c3, c19", "by_name": "c1"}.items():
        database.execute(f"CREATE INDEX {name} ON project ({indexed})")
    database.executemany(f"INSERT INTO project VALUES ({', '.join('?' * len(columns))})", rows[1:])
    database.commit()
    return len(rows) - 1


def write_polars(path, out):
    import polars
    frame = polars.read_excel(path, engine="calamine", read_options={"header_row": 1})
    frame.write_excel(out + ".xlsx", autofit=False)
    return frame.height


PEERS = {"read-fastexcel": read_fastexcel, "read-calamine": read_calamine,
         "import-calamine": import_calamine, "write-polars": write_polars}

if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in PEERS:
        sys.exit(__doc__)
    print(PEERS[sys.argv[1]](sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else ""))
