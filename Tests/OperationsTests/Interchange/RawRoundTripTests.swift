import Foundation
import Intake
import Ledger
import Matching
import Testing

@testable import Operations

/// What was exported as CSV is imported into an empty ledger.
@Suite struct RawRoundTripTests {
  @Test(arguments: [
    "list-march.xlsx", "01-reserve-library.xlsx", "04-signed-projects.xls", "05-by-district.xlsx",
    "08-large-1200.xlsx", "09-system-export-bom.csv", "14-dates.xlsx", "15-money-units.xlsx",
    "03-monthly-dispatch.xlsx", "21-packages.xlsx",
  ])
  func `导出的 CSV 导入空台账，各项余额不变`(list: String) throws {
    let (scratch, other) = (try ScratchLedger(), try ScratchLedger())
    try scratch.commit(list)
    let file = try ReceivedFile(
      path: scratch.export(
        .raw, "raw.csv", filter: ["counting": ["packages"]], withPersonalData: true))
    let prepared = try other.operations.prepare(file, ImportOptions(year: 2026, sender: "测试"))
    #expect(prepared.plan.list.findings.filter { $0.severity == .error } == [])
    #expect(prepared.plan.count(.new) == prepared.plan.rows.count)
    _ = try other.operations.commit(prepared)
    let known = try Self.balances(scratch)
    let found = try Self.balances(other)
    #expect(found.count == prepared.plan.rows.count && found.count > 0)
    for (name, record) in found { #expect(known[name] == record, "\(name)") }
    #expect(try other.operations.verify().isEmpty)
  }

  @Test func `像公式的文字前面加撇号，导入时去掉`() throws {
    let (scratch, other) = (try ScratchLedger(), try ScratchLedger())
    let names = ["=1+2号测试厂", "+3号测试厂", "-4号测试厂", "@5号测试厂", "\"引号\"，6号测试厂, 二期"]
    for (index, name) in names.enumerated() {
      _ = try scratch.operations.add(
        [
          Assignment(field: "name", text: name), Assignment(field: "owner", text: name),
          Assignment(field: "total_investment", text: "\(index + 1).25"),
        ], reason: nil)
    }
    let path = try scratch.export(.raw, "raw.csv")
    let out = try Python.run(
      """
      import csv, json, sys
      rows = list(csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline=''), strict=True))
      print(json.dumps({'names': [row[1] for row in rows[1:]],
                        'formulas': sum(f[:1] in list('=+-@\\t\\r') for row in rows for f in row)}))
      """, [path])
    #expect(
      out["names"] as? [String] == [
        "'=1+2号测试厂", "'+3号测试厂", "'-4号测试厂", "'@5号测试厂", names[4],
      ])
    #expect(out["formulas"] as? Int == 0)
    let prepared = try other.operations.prepare(
      try ReceivedFile(path: path), ImportOptions(year: 2026, sender: "测试"))
    _ = try other.operations.commit(prepared)
    #expect(try Self.balances(other) == Self.balances(scratch))
    #expect(try Self.balances(other).count == names.count)
  }

  /// Projects by name, without what a table says in words only: registers, milestones, months.
  private static func balances(_ scratch: ScratchLedger) throws -> [String: [FieldKey: Value]] {
    var balances: [String: [FieldKey: Value]] = [:]
    for record in try scratch.snapshot().values {
      let entries = record.entries.filter { entry in
        !entry.key.field.kind.hasParts || entry.key.field.kind == .series
      }
      balances[record.text(.name) ?? ""] = Dictionary(
        uniqueKeysWithValues: entries.map { ($0.key, $0.value) })
    }
    return balances
  }
}
