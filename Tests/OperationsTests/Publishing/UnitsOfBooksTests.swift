import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing
import Wording

@testable import Operations
@testable import Reports

/// Which units get a 单位核对表, and what they can fill in there (测试数据).
@Suite struct UnitsOfBooksTests {
  private let scratch: ScratchLedger

  init() throws {
    scratch = try ScratchLedger()
    try scratch.add(["name": "甲测试项目", "lead_units": "市发展改革委、市商务局"])
    try scratch.add([
      "name": "乙测试项目", "lead_units": "市商务局", "responsible_units": "鹿寨县人民政府", "stage": "达产",
    ])
    try scratch.add(["name": "丙测试项目", "lead_units": "鹿寨县人民政府"])
    try scratch.add(["name": "丁测试项目"])
  }

  private func books(_ filter: [String: [String]]) throws -> [String: [String]] {
    let folder = scratch.folder.appending(path: UUID().uuidString).path
    let files = try scratch.operations.exportUnits(QuestionOptions(filter: filter), to: folder)
    return try Dictionary(
      uniqueKeysWithValues: files.map { file in
        let prepared = try scratch.operations.prepare(
          try ReceivedFile(path: file.path), ImportOptions())
        #expect(!prepared.hasEffect, "\(file.title)")
        return (file.title, prepared.plan.rows.compactMap { $0.row.text(.name) })
      })
  }

  @Test func `每个牵头单位都有一份，共同牵头的各有一份`() throws {
    #expect(
      try books([:]) == [
        "市发展改革委": ["甲测试项目"], "市商务局": ["甲测试项目", "乙测试项目"], "鹿寨县人民政府": ["丙测试项目"],
        "未明确牵头单位": ["丁测试项目"],
      ])
  }

  @Test func `县区按单位导出，得到它牵头和负责的一份`() throws {
    #expect(try books(["unit": ["鹿寨县人民政府"]]) == ["鹿寨县人民政府": ["乙测试项目", "丙测试项目"]])
    #expect(
      try books(["unit": ["鹿寨县人民政府"], "unit-role": ["lead"]]) == ["鹿寨县人民政府": ["丙测试项目"]])
  }

  @Test func `每份核对表都能照原样再出一遍核对`() throws {
    let folder = scratch.folder.appending(path: "units").path
    for filter in [[:], ["unit": ["鹿寨县人民政府"]]] {
      for file in try scratch.operations.exportUnits(QuestionOptions(filter: filter), to: folder) {
        let found = try scratch.operations.verify(book: FilePath(file.path))
        #expect(found.isUnaltered == true, "\(file.title)")
      }
    }
  }

  @Test func `全年的数和到月份的数是同一笔钱，只列一次`() throws {
    let list = scratch.folder.appending(path: "全年.csv")
    let text = """
      2026年重点项目（截至2026年3月）,,
      项目名称,牵头单位,2026年完成投资（万元）
      戊测试项目,市科技局,120
      己测试项目,市科技局,80
      """
    try Data(text.utf8).write(to: list)
    _ = try scratch.operations.commit(
      try scratch.operations.prepare(
        try ReceivedFile(path: list.path), ImportOptions(year: 2026, sender: "测试局")))
    func open(_ project: String) throws -> (unit: [String], raw: [String]) {
      try scratch.operations.reading { store, catalogue in
        let press = try BookPress(
          [.gaps], ExportOptions(question: QuestionOptions(filter: ["unit": ["市科技局"]])), store,
          catalogue)
        let book = UnitBook(press.source, unit: "市科技局", seal: 0)
        let stored = try #require(press.source.projects.first { $0.record.text(.name) == project })
        let columns = RawColumn.all(
          seriesKeys: try store.seriesKeys(asOf: nil), without: Field.personal)
        var maker = RawRowMaker(columns, catalogue: catalogue)
        return (
          book.columns.map(\.label).filter { $0.contains("完成投资") },
          maker.row(stored).cells.map { columns[$0.column].name }.filter { $0.hasPrefix("done") }
        )
      }
    }
    #expect(try open("戊测试项目").raw == ["done_fen.2026"])
    #expect(try open("戊测试项目").unit == ["2026年完成投资（万元）"])
    for (project, sum) in [("戊测试项目", "120"), ("己测试项目", "80")] {
      _ = try scratch.operations.edit(
        project, [Assignment(field: "done.2026-01..03", text: sum)], reason: "测试")
    }
    #expect(try open("戊测试项目").raw == ["done_fen.2026-01..03"])
    #expect(try open("戊测试项目").unit == ["2026年1-3月完成投资（万元）"])
    _ = try scratch.operations.edit(
      "戊测试项目", [Assignment(field: "done.2026-01..03", text: "125")], reason: "测试")
    #expect(try open("戊测试项目").raw == ["done_fen.2026", "done_fen.2026-01..03"])
  }

  @Test func `催报要的每个字段，核对表里都有格可填`() throws {
    let catalogue = try scratch.operations.catalogue()
    let asked = catalogue.stages.flatMap(\.requires)
    let done = try FieldKey(.done, #require(Period.year(2026)))
    let columns = UnitColumn.all(year: 2026, month: 3, done: [done], asked: asked)
    let open = Set(columns.filter(\.isInput).map(\.key.field))
    #expect(
      Set(asked).union([.name, .totalInvestment, .stage]).subtracting([.leadUnits]).isSubset(
        of: open))
    #expect(Set(columns.map(\.key)).count == columns.count)
  }
}
