import Foundation
import Ledger

@testable import Storage

/// A ledger in a directory of its own, gone when the test is over.
final class Fixture {
  let directory: URL
  private let engine = TestEngine.current
  var path: String { file("ledger.sqlite") }

  /// In memory where the system has a file system there: for tests that commit often.
  init(isFast: Bool = false) throws {
    let memory = URL(filePath: "/dev/shm")
    let isThere = FileManager.default.isWritableFile(atPath: "/dev/shm")
    directory = (isFast && isThere ? memory : FileManager.default.temporaryDirectory)
      .appending(path: "storage-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  /// Where a ledger of a name stands; a file's path, where ledgers are files.
  func file(_ name: String) -> String {
    engine.path(directory.path(percentEncoded: false), name)
  }

  /// Opens the ledger to write, with the test catalogue.
  func open(timeout: Duration = .seconds(5)) throws -> LedgerStore {
    try open(.writing(timeout: timeout))
  }

  /// Opens the ledger, or another one, with the engine that the test is run with.
  func open(
    _ access: LedgerStore.Access, at other: String? = nil,
    _ beginning: () -> LedgerStore.Beginning? = { Fixture.beginning }
  ) throws -> LedgerStore {
    try LedgerStore.open(engine.engine, other ?? path, access, .nobody, beginning)
  }

  func openReading() throws -> LedgerStore {
    try open(.reading)
  }

  /// 2026-01-01 00:00 in Shanghai.
  static let dawn = Date(timeIntervalSince1970: 1_767_196_800)

  /// A moment of a day counted from the dawn.
  static func day(_ day: Int) -> Date { dawn.addingTimeInterval(Double(day) * 86_400 + 3_600) }

  static let beginning = LedgerStore.Beginning(
    at: dawn.addingTimeInterval(-86_400), actor: "system", catalogue: catalogue)

  static let catalogue: [CatalogueItem] =
    items(.chain, ["robot": "机器人链", "steel": "钢铁链", "food": "食品链"])
    + items(.unit, ["fgw": "市发展改革委", "gxj": "市工业和信息化局", "tcj": "市投资促进局"])
    + items(.district, ["450203": "鱼峰区", "450204": "柳南区"])
    + items(.zone, ["liudong": "柳东新区"])
    + items(.stage, ["plan": "谋划", "sign": "签约", "start": "开工", "build": "建设"])
    + items(.condition, ["normal": "正常", "ended": "终止"])
    + items(.register, ["shuangbai": "双百项目", "reserve": "储备重大项目"])

  static func items(_ kind: CatalogueKind, _ names: KeyValuePairs<String, String>)
    -> [CatalogueItem]
  {
    names.enumerated().map { index, pair in
      CatalogueItem(
        kind: kind, code: pair.key, name: pair.value, position: index + 1,
        aliases: [Alias(pair.value + "\"别名\"", validUntil: PartialDate("2016"))],
        attributes: .map([
          "counts_in_totals": .text(pair.key == "ended" ? "false" : "true"),
          "list": .list([.text("a\\b"), .text("行\n行")]),
          "classes": .list([.map(["name": .text("开工一批"), "stage": .text("start")])]),
        ]))
    }
  }
}
