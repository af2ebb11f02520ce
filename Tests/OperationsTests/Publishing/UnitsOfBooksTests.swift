import Foundation
import Intake
import Ledger
import Testing

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
    let files = try scratch.desk.exportUnits(QuestionOptions(filter: filter), to: folder)
    return try Dictionary(
      uniqueKeysWithValues: files.map { file in
        let prepared = try scratch.desk.prepare(
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
      for file in try scratch.desk.exportUnits(QuestionOptions(filter: filter), to: folder) {
        let found = try scratch.desk.verify(book: FilePath(file.path))
        #expect(found.isUnaltered == true, "\(file.title)")
      }
    }
  }

  @Test func `催报要的每个字段，核对表里都有格可填`() throws {
    let catalogue = try scratch.desk.catalogue()
    let asked = catalogue.stages.flatMap(\.requires)
    let columns = UnitColumn.all(year: 2026, month: 3, seriesKeys: [], asked: asked)
    let open = Set(columns.filter(\.isInput).map(\.key.field))
    #expect(
      Set(asked).union([.name, .totalInvestment, .stage]).subtracting([.leadUnits]).isSubset(
        of: open))
    #expect(Set(columns.map(\.key)).count == columns.count)
  }
}
