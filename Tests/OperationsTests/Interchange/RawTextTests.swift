import Foundation
import Intake
import Ledger
import Reports
import Spreadsheet
import Storage
import Testing
import Wording

@testable import Operations

/// 全字段明细 as CSV and JSON Lines, read back by another program.
@Suite struct RawTextTests {
  private static let check = """
    import csv, decimal, json, sys, openpyxl
    book, text, lines, ledger = sys.argv[1:5]
    data = open(text, 'rb').read()
    rows = list(csv.reader(data.decode('utf-8-sig').splitlines(keepends=True), strict=True))
    objects = [json.loads(line, parse_float=decimal.Decimal) for line in open(lines, encoding='utf-8')]
    cells = list(openpyxl.load_workbook(book, read_only=True).active.iter_rows(values_only=True))
    balances = json.load(open(ledger))
    wrong = []
    def same(cell, field):
        if cell is None: return field == ''
        if isinstance(cell, str): return cell == field
        return abs(decimal.Decimal(repr(cell)) - decimal.Decimal(field)) < decimal.Decimal('0.0000001')
    for row, field in zip(cells, rows):
        wrong += [(a, b) for a, b in zip(row, field) if not same(a, b)]
    # Every value of the ledger stands in its object, exactly.
    for object in objects:
        for key, value in balances[str(object['id'])].items():
            field, dot, part = key.partition('.')
            if key in ('contact', 'phone') or field in ('registers', 'milestones', 'problem_log', 'monthly_progress'): continue
            name = field + '_fen' + dot + part if field + '_fen' + dot + part in object else key
            found = object[name]
            if name != key: found = str(found) if type(found) is int else found
            elif isinstance(found, bool): found = '1' if found else '0'
            elif field in ('land_area', 'jobs'): found = str((decimal.Decimal(found) * 10000).quantize(1))
            elif field in ('chain', 'stage', 'condition', 'district', 'zone') or isinstance(found, list): found = value if found else None
            if found != value: wrong.append((object['id'], key, value, found))
    names = list(objects[0])
    print(json.dumps({
        'projects': len(objects), 'rows': len(rows) - 1, 'cells': len(cells) - 1,
        'wrong': wrong[:3], 'mark': data.startswith(b'\\xef\\xbb\\xbf'),
        'columns': len({len(row) for row in rows}) == 1 and len(rows[0]) == len(names) == len(cells[0]),
        'stable': all(list(object) == names for object in objects),
        'line ends': data.count(b'\\r\\n') - data.count(b'\\n'),
        'labels': list(cells[0]) == rows[0],
        'codes': [row[rows[0].index('项目代码')] for row in rows[1:]] == [o['code'] or '' for o in objects],
    }))
    """

  @Test(arguments: [
    ("09-system-export-bom.csv", [:]), ("05-by-district.xlsx", [:]), ("12-registers.ods", [:]),
    ("08-large-1200.xlsx", [:]), ("08-large-1200.xlsx", ["stage": ["签约"]]),
    ("14-dates.xlsx", [:]), ("07-wide-sixty-columns.xlsx", [:]), ("15-money-units.xlsx", [:]),
  ])
  func `CSV、JSON Lines 和工作簿逐格相同，每个数等于台账`(
    list: String, filter: [String: [String]]
  ) throws {
    let scratch = try ScratchLedger()
    try scratch.commit(list)
    // A sum with a 分 that no binary fraction holds.
    _ = try scratch.operations.edit(
      "1", [Assignment(field: "总投资", text: "12345.678901")], reason: "测试")
    _ = try scratch.operations.milestone("1", "主体封顶", said { $0.due = PartialDate("2026-06-30") })
    _ = try scratch.operations.milestone("1", "联调、试产", said { $0.due = PartialDate("2026-09") })
    let count = try scratch.operations.list(QuestionOptions(filter: filter)).content.totals.count
    let out = try Python.run(
      Self.check,
      [
        scratch.export(.raw, "raw.xlsx", filter: filter),
        scratch.export(.raw, "raw.csv", filter: filter),
        scratch.export(.raw, "raw.jsonl", filter: filter),
        scratch.write(scratch.canonical(), "balances.json"),
      ])
    #expect(count > 0)
    for name in ["projects", "rows", "cells"] { #expect(out[name] as? Int == count, "\(name)") }
    #expect((out["wrong"] as? [Any])?.isEmpty == true, "\(out["wrong"] ?? "")")
    for name in ["mark", "columns", "stable", "labels", "codes"] {
      #expect(out[name] as? Bool == true, "\(name)")
    }
    #expect(out["line ends"] as? Int == 0)
  }

  @Test func `按日期出的是那一天的台账，联系人不写明就不在内`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("01-reserve-library.xlsx")
    let day = ShanghaiCalendar.day(try #require(try scratch.operations.entries(limit: 1).first).at)
    let before = try Data(contentsOf: URL(filePath: scratch.export(.raw, "before.csv")))
    let later = LedgerOperations(path: scratch.operations.path, actor: "测试") {
      Date(timeIntervalSince1970: 1_790_000_000)
    }
    _ = try later.edit("1", [Assignment(field: "总投资", text: "7亿元")], reason: "测试")
    let asOf = try Data(
      contentsOf: URL(filePath: scratch.export(.raw, "then.csv", filter: ["as-of": [day]])))
    let now = try Data(contentsOf: URL(filePath: scratch.export(.raw, "now.csv")))
    #expect(asOf == before)
    #expect(now != before)
    let open = try String(
      contentsOfFile: scratch.export(.raw, "open.csv", withPersonalData: true), encoding: .utf8)
    #expect(open.contains("联系电话"))
    #expect(!String(decoding: now, as: UTF8.self).contains("联系"))
  }

  @Test func `格式看扩展名，也可以指明；出不了的格式说清楚`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let csv = try scratch.export(.raw, "a.CSV")
    var options = ExportOptions(question: QuestionOptions(filter: [:]))
    options.format = .csv
    let path = try scratch.operations.export(.raw, options, to: scratch.folder.path)
    #expect(path.hasSuffix("版.csv") && path.contains("项目全字段明细_全部项目_"))
    #expect(
      try Data(contentsOf: URL(filePath: path)) == Data(contentsOf: URL(filePath: csv)))
    #expect(
      throws: InterchangeError.formatNotOffered("csv", of: "leaders", offered: ["xlsx"])
    ) { try scratch.export(.leaders, "b.csv") }
    #expect(
      throws: InterchangeError.formatNotOffered(
        "json", of: "raw", offered: ["xlsx", "csv", "jsonl"])
    ) { try scratch.export(.raw, "b.json") }
    #expect(
      throws: InterchangeError.unknownFormat("xml", known: FileFormat.allCases.map(\.rawValue))
    ) { try FileFormat("xml") }
    #expect(try scratch.files() == ["a.CSV", URL(filePath: path).lastPathComponent])
  }
}
