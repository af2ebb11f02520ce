import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing
import Wording

@testable import Operations
@testable import Reports

/// Targets and tasks belong to years: a clerk opens the next one, hands down what is decided, and no book
/// of a year shows another's (测试数据).
@Suite struct YearTests {
  private let scratch: ScratchLedger
  private let operations: LedgerOperations

  init() throws {
    scratch = try ScratchLedger()
    operations = scratch.operations
    try scratch.operations.beginLedger()
  }

  private func set(
    _ kind: CatalogueKind, _ code: String, _ values: [(String, String)]
  ) throws -> ItemOutcome {
    try operations.setItem(
      kind, code: code, isNew: false, values.map { (path: $0.0, text: $0.1) }, reason: nil)
  }

  /// A book of a year: a month of it is asked for.
  private func sheets(_ book: Book, of year: Int) throws -> [String] {
    try operations.reading { store, catalogue in
      let filter = ["month": ["\(year)-01"]]
      let press = try BookPress(
        [book], ExportOptions(question: QuestionOptions(filter: filter)), store, catalogue)
      return book.sheets(press.source, since: nil).map { sheet in
        sheet.rows.map { row in
          row.cells.compactMap { cell in
            if case .text(let text) = cell.content { text } else { nil }
          }.joined(separator: "|")
        }.joined(separator: "\n")
      }
    }
  }

  @Test func `写明年度改的是那一年的，今年的不动`() throws {
    let now = try #require(try operations.catalogue().item(.target, "output-auto"))
    let outcome = try set(.target, "output-auto", [("year", "2027"), ("value", "2200")])
    #expect(outcome.item.code == "output-auto@2027" && outcome.item.year == 2027)
    let catalogue = try operations.catalogue()
    #expect(catalogue.item(.target, "output-auto") == now)
    let next = try #require(catalogue.targets(of: 2027).first)
    #expect(catalogue.targets(of: 2027).count == 1)
    #expect(next.phrase == "力争突破 2200 亿元" && next.code == "output-auto")
    #expect(next.isHandedDown && next.deadline == PartialDate("2027-12-31"))
    // Said again, it is the same one that is altered.
    _ = try set(.target, "output-auto", [("year", "2027"), ("value", "2300")])
    #expect(try operations.catalogue().targets(of: 2027).map(\.value) == ["2300"])
    #expect(try operations.catalogue().item(.target, "output-auto") == now)
    #expect(try sheets(.targets, of: 2026)[0].contains("力争突破2000亿元"))
    #expect(try sheets(.targets, of: 2027)[0].contains("力争突破2300亿元"))
    #expect(try operations.verify().isEmpty)
  }

  @Test(arguments: ["二〇二七", "27", "0"])
  func `年份写错了不采用`(year: String) throws {
    #expect(throws: OperationError.malformedPeriod(year)) {
      try set(.target, "output-auto", [("year", year), ("value", "1")])
    }
  }

  @Test func `开立新的一年：目标、任务沿用为草稿，没有值也没有环节；撤销了就没有`() throws {
    _ = try operations.advance(task: "2.6", to: "督办", note: nil, document: nil)
    let before = try operations.catalogue()
    let (reply, entry) = try operations.openYear(2027, reason: nil)
    let opened = try #require(entry)
    #expect(
      reply
        == .yearOpened(
          2027, from: 2026, targets: 27, tasks: 101, registers: 9, entry: opened.number))
    let catalogue = try operations.catalogue()
    #expect(catalogue.targets(of: 2026) == before.targets(of: 2026))
    #expect(catalogue.tasks(of: 2026) == before.tasks(of: 2026))
    let (targets, tasks) = (catalogue.targets(of: 2027), catalogue.tasks(of: 2027))
    #expect(targets.map(\.code) == before.targets(of: 2026).map(\.code))
    #expect(tasks.map(\.code) == before.tasks(of: 2026).map(\.code))
    #expect(targets.allSatisfy { $0.value.isEmpty && !$0.isHandedDown })
    #expect(tasks.allSatisfy { $0.isDraft && $0.state == nil })
    #expect(targets.map(\.leads) == before.targets(of: 2026).map(\.leads))
    // Once more there is nothing left to carry over.
    #expect(try operations.openYear(2027, reason: nil).reply == .yearIsOpen(2027))
    try scratch.undo(opened)
    #expect(try operations.catalogue().items(of: .target) == before.items(of: .target))
    #expect(try operations.verify().isEmpty)
  }

  @Test func `口径里的年份跟着走，不是年份的数不动`() throws {
    _ = try operations.openYear(2027, reason: nil)
    let catalogue = try operations.catalogue()
    for target in catalogue.targets(of: 2027) {
      let text = target.measure.json
      #expect(!text.contains(#""2026""#) || text.contains(#""base_year":"2026""#), "\(target.code)")
    }
    let growth = try #require(
      catalogue.target("large-industrial-signed-growth", inOrDraftedFor: 2027))
    #expect(growth.measure["base_year"]?.text == "2026")
    #expect(growth.measure.json.contains(#""value":"10000""#))
  }

  @Test func `没有目标的一年写未下达，从不拿别年的充数`() throws {
    let words = [
      Book.targets: "2027年目标未下达", .tasks: "2027年任务未下达", .promotion: "2027年目标未下达",
      .chains: "2027年目标：未下达",
    ]
    for (book, word) in words {
      let text = try sheets(book, of: 2027).joined(separator: "\n")
      #expect(text.contains(word), "\(book)")
      #expect(!text.contains("力争") && !text.contains("2026年产值"), "\(book)")
    }
    _ = try operations.openYear(2027, reason: nil)
    for (book, word) in words where book != .chains && book != .tasks {
      let text = try sheets(book, of: 2027).joined(separator: "\n")
      #expect(text.contains(word) && text.contains("|未下达|"), "\(book)")
      #expect(!text.contains("力争"), "\(book)")
    }
    #expect(try sheets(.tasks, of: 2027)[0].contains("2027年任务未下达，以下101项沿用上年，供核定。"))
    #expect(try sheets(.chains, of: 2027).contains { $0.contains("2027年产值目标：未下达") })
  }

  @Test func `下达了一个，只有这一个算数`() throws {
    _ = try operations.openYear(2027, reason: nil)
    _ = try set(.target, "reserve-count", [("year", "2027"), ("value", "1100")])
    _ = try set(.task, "2.6", [("year", "2027"), ("draft", "no")])
    #expect(
      try sheets(.targets, of: 2027)[0].contains("共27个目标：未达到序时进度1个，未下达26个。"))
    #expect(try sheets(.tasks, of: 2027)[0].contains("其中100项沿用上年，未下达。"))
    #expect(try operations.catalogue().tasks(of: 2027).first { $0.code == "2.6" }?.isDraft == false)
  }

  @Test func `任务环节、上报数记在那一年的头上`() throws {
    _ = try operations.openYear(2027, reason: nil)
    _ = try operations.advance(task: "2.6", of: 2027, to: "交办", note: nil, document: nil)
    let catalogue = try operations.catalogue()
    #expect(catalogue.tasks(of: 2027).first { $0.code == "2.6" }?.state?.step == .assigned)
    #expect(catalogue.tasks(of: 2026).first { $0.code == "2.6" }?.state == nil)
    _ = try set(.target, "output-auto", [("year", "2027"), ("value", "2200")])
    _ = try operations.report("汽车产值", value: "300亿元", period: "2027-01", basis: "测试快报")
    #expect(try sheets(.targets, of: 2027)[0].contains("上报（2027年1月，测试快报）"))
    #expect(!(try sheets(.targets, of: 2026)[0].contains("测试快报")))
  }

  @Test func `更早没有目标，就没有可沿用的`() throws {
    #expect(throws: OperationError.nothingToCarryOver(to: 2026)) {
      try operations.openYear(2026, reason: nil)
    }
  }

  @Test func `产业链的目标只有一处：在产业链上改不采用，说明在哪里改`() throws {
    #expect(throws: OperationError.ofTarget(chain: "ai-robot", target: "output-ai-robot")) {
      try set(.chain, "ai-robot", [("target.value", "260")])
    }
    #expect(throws: OperationError.ofTarget(chain: "quantum", target: nil)) {
      try set(.chain, "quantum", [("target", "260")])
    }
  }

  @Test(
    arguments: try! Catalogue.shipped().targets(of: 2026).filter { !$0.value.isEmpty }.map(\.code))
  func `改一个目标值，每本报表都是改后的，没有两本不一样`(code: String) throws {
    let before = try #require(try operations.catalogue().target(code, inOrDraftedFor: 2026))
    _ = try set(.target, code, [("value", "777")])
    let after = try #require(try operations.catalogue().target(code, inOrDraftedFor: 2026))
    let (old, new) = (before.phrase.withoutSpacesAtDigits, after.phrase.withoutSpacesAtDigits)
    let row = "\(after.name)|"
    for book in [Book.targets, .promotion, .chains, .tasks, .leaders] {
      for sheet in try sheets(book, of: 2026) {
        for line in sheet.split(separator: "\n")
        where line.contains(row) && (book == .targets || book == .promotion) {
          #expect(line.contains(new) || before.wording == "cleared", "\(book) \(line)")
        }
        if let chain = after.chain,
          sheet.hasPrefix(try operations.catalogue().name(of: .chain, chain) + "\n")
        {
          #expect(sheet.contains(new) && !sheet.contains(old), "\(book) \(sheet.prefix(200))")
        }
      }
    }
  }

  @Test func `建账之前的一天没有项目，说明台账从哪天起有`() throws {
    let day = "2020-06-30"
    let begun = try #require(
      ShanghaiCalendar.day(of: try operations.reading { store, _ in try store.entry(1).at }))
    let filter = QuestionOptions(filter: ["as-of": [day]])
    #expect(try operations.list(filter).begun == begun)
    #expect(try operations.funnel(filter).begun == begun)
    #expect(try operations.list(QuestionOptions(filter: [:])).begun == nil)
    #expect(
      AnswerJSON.list(try operations.list(filter)).text.contains(#""begun":"\#(begun.text)""#))
    let text = try operations.reading { store, catalogue in
      let press = try BookPress([.leaders], ExportOptions(question: filter), store, catalogue)
      return Book.leaders.sheets(press.source, since: nil).flatMap(\.rows).flatMap(\.cells)
        .compactMap { if case .text(let text) = $0.content { text } else { nil } }.joined()
    }
    #expect(text.contains("台账自\(begun.words)起有记录，此前没有台账"))
  }
}
