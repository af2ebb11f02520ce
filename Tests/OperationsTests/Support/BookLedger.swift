import Foundation
import Intake
import Storage
import Testing

@testable import Ledger
@testable import Operations

/// A small ledger that always comes out the same: a catalogue that stands still, a list of fifteen
/// projects, and ten days later what people did about them. All of it is invented (测试数据).
final class BookLedger {
  static let folder = Fixtures.lists.deletingLastPathComponent().appending(path: "Books")
  static let list = folder.appending(path: "projects.csv")
  static let catalogue = folder.appending(path: "catalogue.jsonl")

  let scratch: ScratchLedger
  private var operations: LedgerOperations { scratch.operations }

  init() throws {
    scratch = try ScratchLedger()
    try LedgerStore.open(path: operations.path, access: .writing(timeout: .seconds(5))) {
      [clock = scratch.clock] in
      LedgerStore.Beginning(at: clock.tick(), actor: "测试", catalogue: try Self.items())
    }.close()
    _ = try operations.commit(
      try operations.prepare(try ReceivedFile(path: Self.list.path), ImportOptions(year: 2026)))
    for project in ["5", "6", "13"] { try edit(project, "registers:招商落地项目", "是") }
    try edit("5", "2026年1-3月到位资金", "5000")
    _ = try operations.confirm(
      "5", isConfirmed: true, year: 2026, document: "测试纪要1号", reason: nil)
    scratch.clock.skip(days: 10)
    try act()
  }

  /// The day of the list, and a day after which nothing happens.
  static let listed = "2026-03-20"

  /// What a raw book cannot say of this ledger.
  static var facts: [String: Any] {
    [
      "year": 2026, "month": 3, "confirmed": ["测试湛野储能系统集成"], "reported": ["AI机器人产值": 60],
      "contracts_of_last_year": 5, "steps": ["2.1": "督办", "7.2": "交办"],
    ]
  }

  private func act() throws {
    try edit("2", "总投资", "2.1亿元")
    try edit("1", "形象进度", "厂房竣工")
    try edit("15", "推进状态", "终止")
    _ = try operations.move(
      "10", StageMove(stage: "开工", date: PartialDate("2026-03-25"), evidence: "测试开工报告"))
    _ = try operations.add(
      [
        Assignment(field: "name", text: "测试后来增加的项目"), Assignment(field: "chain", text: "新能源"),
        Assignment(field: "stage", text: "谋划"), Assignment(field: "总投资", text: "1500"),
        Assignment(field: "lead_units", text: "市发展改革委"),
      ], reason: "测试")
    _ = try operations.report("AI机器人产值", value: "60亿元", period: "2026-01..03", basis: "测试快报")
    _ = try operations.report("新签项目合同额增速", value: "5亿元", period: "2025-01..03", basis: "测试统计")
    _ = try operations.advance(task: "2.1", to: "督办", note: "测试", document: "测试函1号")
    _ = try operations.advance(task: "7.2", to: "交办", note: nil, document: nil)
  }

  private func edit(_ project: String, _ field: String, _ text: String) throws {
    _ = try operations.edit(project, [Assignment(field: field, text: text)], reason: "测试")
  }

  private static func items() throws -> [CatalogueItem] {
    try String(contentsOf: catalogue, encoding: .utf8).split(separator: "\n").map { line in
      let item = Attribute(json: String(line))
      let word = item?["kind"]?.text.flatMap { CatalogueKind(rawValue: $0) }
      let kind = try #require(word)
      return try #require(
        CatalogueItem(kind: kind, code: item?["code"]?.text ?? "", canonical: String(line)))
    }
  }

  /// Writes every book, those of units into a folder, and returns each with its path.
  func export(to folder: URL) throws -> [(name: String, path: String)] {
    let units = folder.appending(path: "units")
    try FileManager.default.createDirectory(at: units, withIntermediateDirectories: true)
    let since = try ExportOptions.Beginning(Self.listed)
    let books = try Book.allCases.map { book in
      let path = folder.appending(path: "\(book.rawValue).xlsx").path
      try operations.export(
        book, ExportOptions(question: QuestionOptions(filter: [:]), since: since), to: path)
      return (name: book.rawValue, path: path)
    }
    return try books
      + operations.exportUnits(QuestionOptions(filter: [:]), to: units.path).map { file in
        let parts = URL(filePath: file.path).lastPathComponent.split(separator: "_")
        return (name: "units_\(parts[1])", path: file.path)
      }
  }
}
