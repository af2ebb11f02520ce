import Foundation
import Intake
import Ledger
import Storage
import Testing

@testable import Operations

/// A ledger of 2,000 projects in every format. 测试数据
@Suite struct LongLedgerTests {
  private static let count = 2_000

  private static let check = """
    import csv, decimal, json, sys
    text, lines, package, journal = sys.argv[1:5]
    rows = list(csv.DictReader(open(text, encoding='utf-8-sig', newline=''), strict=True))
    objects = [json.loads(line) for line in open(lines, encoding='utf-8')]
    projects = json.load(open(package, encoding='utf-8'), parse_float=decimal.Decimal)['projects']
    changes = [c for line in open(journal, encoding='utf-8') for c in json.loads(line)['changes']]
    sums = [sum(decimal.Decimal(row['总投资（万元）']) * 1000000 for row in rows),
            sum(o['total_investment_fen'] for o in objects),
            sum(decimal.Decimal(p['budget']['amount']['amount']) * 100 for p in projects),
            sum(int(f['new']) for c in changes for f in c['fields'] if f['field'] == 'total_investment')]
    print(json.dumps({'counts': [len(rows), len(objects), len(projects), len(changes)],
                      'sums': [str(s.quantize(1)) if isinstance(s, decimal.Decimal) else str(s) for s in sums]}))
    """

  @Test func `两千个项目，各种文件都不少一个，合计分毫不差`() throws {
    let scratch = try ScratchLedger()
    let rows = (1...Self.count).map { number in
      "第\(number)号云岫测试厂,云岫测试\(number)有限公司,鹿寨县,\(number).\(1_000_000 + number)"
    }
    let list = scratch.folder.appending(path: "list.csv")
    let text = (["项目名称,项目业主,县区,总投资（万元）"] + rows).joined(separator: "\n")
    try Data(text.utf8).write(to: list)
    let prepared = try scratch.operations.prepare(
      try ReceivedFile(path: list.path), ImportOptions(year: 2026, sender: "测试"))
    _ = try scratch.operations.commit(prepared)
    let out = try Python.run(
      Self.check,
      [
        scratch.export(.raw, "raw.csv"), scratch.export(.raw, "raw.jsonl"),
        scratch.export(.oc4ids, "p.json"), scratch.export(.journal, "j.jsonl"),
      ])
    let totals = try scratch.operations.list(QuestionOptions(filter: [:])).content.totals
    #expect(totals.count == Self.count)
    #expect(out["counts"] as? [Int] == Array(repeating: Self.count, count: 4))
    #expect(
      out["sums"] as? [String] == Array(repeating: String(totals.investment.fen), count: 4))
  }
}
