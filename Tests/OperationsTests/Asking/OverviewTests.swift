import Intake
import Ledger
import Storage
import Testing

@testable import Operations
@testable import Reports

/// What the overview counts is what the books of the same projects add up (测试数据).
@Suite struct OverviewTests {
  private let ledger: BookLedger
  private var operations: LedgerOperations { ledger.scratch.operations }

  init() throws { ledger = try BookLedger() }

  private static let filters: [[String: [String]]] = [
    [:], ["chain": ["人工智能终端及机器人"]], ["unit": ["市工业和信息化局"]], ["stage": ["开工", "建设"]],
    ["register": ["储备重大项目"]], ["month": ["2026-02"]], ["light": ["lagging"]],
    ["as-of": [BookLedger.listed]], ["as-of": ["2020-01-01"]],
  ]

  @Test(arguments: filters)
  func `总览的那句话、灯、要过问的、目标，与领导汇总、目标进度逐项加出来的一样`(filter: [String: [String]]) throws {
    try check(QuestionOptions(filter: filter), at: operations)
  }

  @Test(arguments: filters)
  func `台账一直开着的也一样`(filter: [String: [String]]) throws {
    let open = try OpenLedger(at: operations)
    for _ in 0..<2 {
      try open.reading(at: operations) { try check(QuestionOptions(filter: filter), at: $0) }
      _ = try operations.edit("5", [Assignment(field: "总投资", text: "7.5亿元")], reason: nil)
    }
  }

  private func check(_ options: QuestionOptions, at operations: LedgerOperations) throws {
    let overview = try operations.overview(options)
    let source = try operations.reading { store, catalogue in
      try BookPress([.leaders], ExportOptions(question: options), store, catalogue).source
    }
    let book = LeadersBook(source)
    #expect(overview.sentence == book.sentence)
    #expect(overview.key.started == book.keySentence.started)
    #expect(overview.key.undatedStarts == book.keySentence.undatedStarts)
    var lights: [LightRule.Light: Int] = [:]
    for project in source.figures {
      if let light = book.light(project)?.light { lights[light, default: 0] += 1 }
    }
    #expect(overview.lights.filter { $0.value > 0 } == lights)
    let milestones = source.projects.flatMap { $0.record.matters(.milestones) }
    #expect(
      overview.overdueMilestones
        == milestones.count { milestone in
          source.day.map { milestone.matter.daysOverdue(on: $0) != nil } ?? false
        })
    let severe = source.figures.filter { book.light($0)?.light == .serious }
    #expect(overview.concernCount >= severe.count)
    #expect(
      overview.concerns.prefix(severe.count).map(\.project.id)
        == severe.sorted { ($1.total?.fen ?? 0, $0.id) < ($0.total?.fen ?? 0, $1.id) }
        .prefix(Overview.told).map(\.id))
    let targets = TargetReader(source).all
    let counted = try operations.targets(options).targets
    #expect(counted.map(\.value) == targets.map(\.value))
    #expect(counted.map(\.rule) == targets.map(\.rule))
    #expect(counted.map(\.standing) == targets.map(\.standing))
  }
}
