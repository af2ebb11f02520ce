import Foundation
import Ledger
import Testing
import Wording

@testable import Operations

/// The catalogue grows only when somebody says so, and nothing in it goes by another's name (测试数据).
@Suite struct CatalogueItemTests {
  private let scratch: ScratchLedger
  private let operations: LedgerOperations

  init() throws {
    scratch = try ScratchLedger()
    operations = scratch.operations
  }

  private func set(
    _ kind: CatalogueKind, _ code: String, isNew: Bool = false, _ path: String, _ text: String
  ) throws {
    _ = try operations.setItem(kind, code: code, isNew: isNew, [(path, text)], reason: nil)
  }

  /// Kinds that have items when a ledger begins.
  private static let kinds = CatalogueKind.allCases.filter { kind in
    kind != .header && (try? Catalogue.shipped().items(of: kind).isEmpty) == false
  }

  @Test(arguments: kinds)
  func `写错的代码不会成为新的一条：问是不是相近的那一条，写明新增才新增`(kind: CatalogueKind) throws {
    let item = try #require(try operations.catalogue().items(of: kind).first)
    let wrong = item.code + "x"
    let count = try operations.catalogue().items(of: kind).count
    let error = try #require(throws: OperationError.self) { try set(kind, wrong, "name", "新的一条") }
    guard case .itemNotThere(kind, wrong, let nearest) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(item.code.count < 3 || nearest.contains { $0.hasPrefix(item.code) }, "\(nearest)")
    #expect(try operations.catalogue().items(of: kind).count == count)
    // What nothing reads is no setting.
    if kind == .setting { return }
    try set(kind, wrong, isNew: true, "name", "新的一条（测试数据）")
    #expect(try operations.catalogue().item(kind, wrong)?.name == "新的一条（测试数据）")
    #expect(throws: OperationError.itemExists(kind: kind, code: wrong, name: "新的一条（测试数据）")) {
      try set(kind, wrong, isNew: true, "name", "又一条")
    }
    #expect(try operations.verify().isEmpty)
  }

  @Test(arguments: kinds, ["name", "alias"])
  func `别的条目已有的名称、别名不能再用，说明是哪一条`(kind: CatalogueKind, path: String) throws {
    let items = try operations.catalogue().items(of: kind)
    guard items.count > 1 else { return }
    let (item, other) = (items[0], items[1])
    try set(kind, other.code, "alias", "别名（测试数据）")
    for taken in [other.name, "别名（测试数据）", " 别名(测试数据) "] {
      for isNew in [false, true] {
        let error = try #require(throws: OperationError.self, "\(taken)") {
          try set(kind, isNew ? "新代码" : item.code, isNew: isNew, path, taken)
        }
        #expect(error == .nameTaken(taken, kind: kind, code: other.code, by: other.name))
        #expect(ErrorWording(error).sentence.contains(other.name))
      }
    }
    #expect(try operations.catalogue().item(kind, item.code) == item)
    // Once the other one no longer goes by it, it is free.
    try set(kind, other.code, "-alias", "别名（测试数据）")
    try set(kind, item.code, "alias", "别名（测试数据）")
  }

  @Test func `县区和新区在清单里是一列，名称也不能相同`() throws {
    let zone = try #require(try operations.catalogue().items(of: .zone).first)
    let district = try #require(try operations.catalogue().items(of: .district).first)
    #expect(
      throws: OperationError.nameTaken(
        zone.name, kind: .zone, code: zone.code, by: zone.name)
    ) { try set(.district, district.code, "alias", zone.name) }
  }

  @Test func `一条自己的名称可以换来换去`() throws {
    let unit = try #require(try operations.catalogue().item(.unit, "drc"))
    try set(.unit, "drc", "name", "市发展改革局（测试数据）")
    try set(.unit, "drc", "name", unit.name)
    #expect(try operations.catalogue().item(.unit, "drc")?.name == unit.name)
  }

  @Test(arguments: [
    (CatalogueKind.chain, "ai-robot", "leads", "commerce", ["commerce"]),
    (CatalogueKind.chain, "ai-robot", "leads", "commerce、iit", ["commerce", "iit"]),
    (CatalogueKind.task, "2.1", "leads", "drc, iit，commerce", ["drc", "iit", "commerce"]),
    (CatalogueKind.chain, "ai-robot", "leads", "", []),
    // Others of the kind have a list there.
    (CatalogueKind.task, "2.1", "leads", "drc", ["drc"]),
    (CatalogueKind.stage, "plan", "evidence", "测试表", ["测试表"]),
    (
      CatalogueKind.setting, "reporting", "stages", "start、build、produce",
      ["start", "build", "produce"]
    ),
  ])
  func `是几个的地方，写一个也还是几个`(
    kind: CatalogueKind, code: String, path: String, text: String, list: [String]
  ) throws {
    for _ in 1...2 {
      try set(kind, code, path, text)
      let item = try #require(try operations.catalogue().item(kind, code))
      #expect(item.attributes[path] == .list(list.map { .text($0) }))
    }
  }

  @Test func `单个文字的地方还是文字；成组的东西不能用一句话盖掉`() throws {
    try set(CatalogueKind.chain, "ai-robot", "english", "Robots, new")
    #expect(
      try operations.catalogue().item(CatalogueKind.chain, "ai-robot")?.attributes["english"]?.text
        == "Robots, new")
    for (kind, code, path) in [
      (CatalogueKind.chain, "ai-robot", "segments"),
      (CatalogueKind.target, "gdp-growth", "measure"),
      (CatalogueKind.setting, "light", "names"),
    ] {
      let before = try operations.catalogue().item(kind, code)
      #expect(throws: OperationError.malformedArgument("\(path)=测试")) {
        try set(kind, code, path, "测试")
      }
      #expect(try operations.catalogue().item(kind, code) == before)
    }
  }
}
