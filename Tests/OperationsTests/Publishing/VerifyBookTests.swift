import Foundation
import Intake
import Ledger
import Spreadsheet
import Testing
import Wording

@testable import Operations

/// A book is compared with the one that the ledger lays out again at its revision.
@Suite struct VerifyBookTests {
  private let books: VerifiedBooks

  init() throws { books = try VerifiedBooks() }

  @Test func `按选的列导出的项目清单，核得出是不是这本台账的，不说读不出来`() throws {
    let path = try books.operations.exportList(
      QuestionOptions(filter: [:]), columns: [.id, .field(.name), .field(.done)],
      to: books.ledger.scratch.folder.path)
    let found = try books.verify(path)
    #expect(found.isOurs)
    guard case .checksum(true, .chosenColumns) = found.content else {
      Issue.record("\(found.content)")
      return
    }
  }

  @Test(arguments: Book.allCases)
  func `没动过的每一种报表，不论怎么导出、此后台账怎么变，都逐字节一致`(book: Book) throws {
    let since = try ExportOptions.Beginning(BookLedger.listed)
    var filters: [[String: [String]]] = [
      [:], ["month": ["2026-02"]], ["chain": ["新能源"], "as-of": [BookLedger.listed]],
      ["nature": ["A&B=C%26 \u{1}", "新建"], "ended": ["yes"], "counting": ["split"]],
    ]
    filters.append(["q": [String(repeating: "很长的查询", count: 60)]])
    filters.append([
      "light": ["滞后、严重滞后"], "rate-below": ["90%"], "has": ["总投资"],
      "start-planned": ["2026-01.."], "leader": ["测试"],
    ])
    filters.append(["light": ["正常、滞后、严重滞后"]])
    var paths: [String] = []
    for (index, filter) in filters.enumerated() {
      let options = ExportOptions(
        question: QuestionOptions(filter: filter),
        since: index == 2 && book != .changes ? nil : since, withPersonalData: index == 0,
        annex: index == 1 ? "附件1" : nil)
      paths.append(
        try books.operations.export(book, options, to: books.path("\(book.rawValue)-\(index).xlsx"))
      )
    }
    for path in paths { #expect(try books.verify(path).isIdentical, "\(path)") }
    _ = try books.operations.edit("1", [Assignment(field: "总投资", text: "9亿元")], reason: "测试")
    _ = try books.operations.edit("2", [Assignment(field: "2027年计划投资", text: "5000")], reason: "测试")
    _ = try books.operations.setItem(
      .chain, code: "new-energy", isNew: false, [(path: "name", text: "改了名的产业链")], reason: nil)
    _ = try books.operations.setItem(
      .setting, code: "light", isNew: false, [(path: "normal_at_least", text: "50")], reason: nil)
    for path in paths {
      let later = try books.verify(path)
      #expect(later.isIdentical && later.isUnaltered == true, "\(path) \(later.differences)")
      #expect(later.entries.count >= 3)
    }
  }

  @Test func `文件前后接了别的字节，不说逐字节一致`() throws {
    let path = try books.operations.export(
      .leaders, ExportOptions(question: QuestionOptions(filter: [:])), to: books.path("book.xlsx"))
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data("别的".utf8))
    try file.close()
    guard case .compared(let comparison) = try books.verify(path).content else {
      Testing.Issue.record("not compared")
      return
    }
    #expect(comparison.level == .repacked && comparison.isSame)
  }

  @Test func `单位核对表也能重新生成来比对`() throws {
    let files = try books.operations.exportUnits(
      QuestionOptions(filter: [:]), to: books.path("units"))
    _ = try books.operations.edit("1", [Assignment(field: "总投资", text: "9亿元")], reason: "测试")
    for file in files { #expect(try books.verify(file.path).isIdentical, "\(file.title)") }
  }

  /// People who see a part of the ledger, or all of it masked.
  static let seers: [String: [Grant]] = [
    "县": [Grant(role: "county", scope: .areas(["450203", "450223"]))],
    "牵头": [Grant(role: "lead", scope: .units(["drc"]))],
    "领导": [Grant(role: "leader", scope: .everything)],
    "两样": [
      Grant(role: "leader", scope: .everything),
      Grant(role: "county", scope: .areas(["450203"])),
    ],
  ]

  @Test(arguments: seers.keys.sorted(), [Book.leaders, .gaps])
  func `只看一部分的人导出的，照他看得到的重排，逐字节一致；改了也看得出`(seer: String, book: Book) throws {
    let person = Person(
      login: "seer", name: "测试", unit: nil, grants: Self.seers[seer] ?? [])
    let own = LedgerOperations(
      path: books.operations.path, person: person, actor: "测试", now: books.operations.now)
    let file = try own.export(
      book, ExportOptions(question: QuestionOptions(filter: [:])),
      to: books.path("\(seer)-\(book.rawValue).xlsx"))
    #expect(try books.verify(file).isIdentical)
    _ = try books.operations.edit("1", [Assignment(field: "总投资", text: "9亿元")], reason: "测试")
    #expect(try books.verify(file).isIdentical)
    // Whoever sees something else lays nothing out that is not theirs.
    let other = Person(
      login: "other", name: "测试", unit: nil,
      grants: [Grant(role: "county", scope: .areas(["450225"]))])
    let foreign = LedgerOperations(
      path: books.operations.path, person: other, actor: "测试", now: books.operations.now)
    let content = try foreign.verify(book: FilePath(file)).content
    guard case .checksum(true, .otherSight) = content else {
      Issue.record("laid out again")
      return
    }
  }
}
