import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing

@testable import Operations

/// What the setting `sensitive` adds stands in no book and in no file for others. 测试数据
@Suite struct UntoldFieldsTests {
  /// Whether each file says a text, also where it is packed.
  private static let look = """
    import json, sys, zipfile
    def text(path):
        if not zipfile.is_zipfile(path): return open(path, encoding='utf-8').read()
        with zipfile.ZipFile(path) as book: return ''.join(book.read(n).decode('utf-8', 'replace') for n in book.namelist())
    print(json.dumps({path: sys.argv[1] in text(path) for path in sys.argv[2:]}))
    """

  private static let fields: [Field] = [
    .address, .content, .funding, .problems, .nextStep, .remark,
  ]

  private let scratch: ScratchLedger
  private var operations: LedgerOperations { scratch.operations }

  init() throws {
    scratch = try ScratchLedger()
    let known = [
      "name": "测试储能基地", "lead_units": "市商务局", "chain": "新能源", "stage": "建设",
      "total_investment": "5000",
    ]
    try scratch.add(
      known.merging(Self.fields.map { ($0.id, "先前不便公开") }) { $1 })
    for field in Self.fields {
      _ = try operations.edit("1", [Assignment(field: field.id, text: "现在不便公开")], reason: nil)
    }
  }

  private func hide() throws {
    _ = try operations.setItem(
      .setting, code: "sensitive", isNew: false,
      [(path: "fields", text: Self.fields.map(\.id).joined(separator: "、"))], reason: "测试")
  }

  /// The names of the files that say what is to be kept back.
  private func telling() throws -> Set<String> {
    let folder = scratch.folder.appending(path: UUID().uuidString)
    let units = folder.appending(path: "units").path
    try FileManager.default.createDirectory(atPath: units, withIntermediateDirectories: true)
    var names: [String: String] = [:]
    var options = ExportOptions(question: QuestionOptions(filter: [:]))
    options.since = try ExportOptions.Beginning("2026-01-31")
    for book in Book.allCases {
      names[try operations.export(book, options, to: folder.path)] = book.rawValue
    }
    for format in [FileFormat.csv, .jsonl] {
      options.format = format
      names[try operations.export(.raw, options, to: folder.path)] = "raw.\(format.rawValue)"
    }
    options.format = nil
    for data in [DataFile.oc4ids, .brief] {
      names[try operations.export(data, options, to: folder.path)] = data.rawValue
    }
    for file in try operations.exportUnits(QuestionOptions(filter: [:]), to: units) {
      names[file.path] = UnitBooks.name
    }
    let found = try Python.run(Self.look, ["不便公开"] + names.keys)
    return Set(names.filter { found[$0.key] as? Bool == true }.values)
  }

  @Test func `设置加进来的敏感字段，报表和给别人的文件里都没有`() throws {
    #expect(
      try telling() == [
        "leaders", "brief", "changes", "raw", "raw.csv", "raw.jsonl", "oc4ids", "units",
      ])
    try hide()
    #expect(try telling() == [])
  }

  @Test func `核对表里敏感字段的格空着，原样报回什么都不变`() throws {
    try hide()
    let masked = LedgerOperations(
      path: operations.path,
      person: Person(
        login: "du", name: "督查某", unit: nil,
        grants: [Grant(role: "inspection", scope: .everything)]), actor: "督查某"
    ) { [clock = scratch.clock] in clock.tick() }
    for operations in [operations, masked] {
      let folder = scratch.folder.appending(path: UUID().uuidString).path
      let file = try #require(
        try operations.exportUnits(QuestionOptions(filter: [:]), to: folder).first)
      let back = try self.operations.prepare(try ReceivedFile(path: file.path), ImportOptions())
      #expect(back.plan.rows.map(\.action) == [.unchanged])
      #expect(!back.hasEffect)
    }
  }
}
