import Foundation
import Ledger
import Storage
import Testing

@testable import Operations

/// A refresh takes lists in the order of senders and months, whatever they are called. 测试数据
@Suite struct RefreshOrderTests {
  private static let lists: [(sender: String?, month: Int?, columns: String, rows: [String])] = [
    ("鹿寨县发改局", 3, "总投资（万元）,形象进度", ["远岭冷库,7000,打桩", "白沙码头,70,前期"]),
    ("鹿寨县发改局", 4, "总投资（万元）,形象进度", ["远岭冷库,7500,封顶", "白沙码头,80,前期"]),
    ("市发展改革委", 4, "总投资（万元）,备注", ["远岭冷库,8000,冷库公司"]),
    ("市发展改革委", nil, "总投资（万元）,备注", ["远岭冷库,6000,"]),
    (nil, 2, "总投资（万元）,备注", ["白沙码头,60,码头公司"]),
  ]

  private func refresh(names: [String]) throws -> [ProjectID: Record] {
    let scratch = try ScratchLedger()
    let imports = scratch.folder.appending(path: "Imports")
    try FileManager.default.createDirectory(at: imports, withIntermediateDirectories: true)
    for (name, list) in zip(names, Self.lists) {
      let bytes = ReportedLists.bytes(
        sender: list.sender, list.month, list.columns, list.rows)
      try Data(bytes).write(to: imports.appending(path: name))
    }
    let options = RefreshOptions(imports: imports.path, exports: "", readsSamples: true)
    try scratch.operations.takeIn(options) { _ in }
    #expect(try scratch.operations.verify().isEmpty)
    return try scratch.snapshot()
  }

  @Test func `清单怎么起名，读入的结果都一样`() throws {
    let names = (1...5).map { "\($0).csv" }
    let first = try refresh(names: names)
    let store = try #require(first.values.first { $0.text(.name) == "远岭冷库" })
    #expect(store.money(.totalInvestment) == Money(fen: 8_000_000_000))
    for names in [names.reversed(), ["3.csv", "5.csv", "1.csv", "4.csv", "2.csv"]] {
      #expect(try refresh(names: names) == first)
    }
  }

  @Test func `随程序的示例清单倒着起名，台账也一样`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Imports")
    func read(_ rename: (Int) -> Int) throws -> [ProjectID: Record] {
      let scratch = try ScratchLedger()
      let imports = scratch.folder.appending(path: "Imports")
      let lists = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().filter {
        name in
        name.hasSuffix(".xlsx") || name.hasSuffix(".csv")
      }
      try FileManager.default.createDirectory(at: imports, withIntermediateDirectories: true)
      for (place, list) in lists.enumerated() {
        let ending = list.hasSuffix("csv") ? "csv" : "xlsx"
        try FileManager.default.copyItem(
          at: folder.appending(path: list),
          to: imports.appending(path: "\(rename(place)).\(ending)"))
      }
      let options = RefreshOptions(imports: imports.path, exports: "", readsSamples: true)
      try scratch.operations.takeIn(options) { _ in }
      return try scratch.snapshot()
    }
    let first = try read { $0 + 1 }
    #expect(first.count > 1_000)
    #expect(try read { 9 - $0 } == first)
  }
}
