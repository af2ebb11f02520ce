import Engine
import Ledger

/// The answer of a `ProjectJudgement` for each project.
final class JudgementColumn: KeptColumn, @unchecked Sendable {
  @exclusivity(unchecked) private(set) var answers: [UInt64]
  private let judgement: ProjectJudgement
  private var reader: JudgementReader?

  init(_ judgement: ProjectJudgement, count: Int) {
    self.judgement = judgement
    answers = Array(repeating: 0, count: count)
  }

  private init(_ judgement: ProjectJudgement, answers: [UInt64]) {
    (self.judgement, self.answers) = (judgement, answers)
  }

  override func prepare(
    _ context: FacetContext, among: SQLCondition?, _ query: inout ScanQuery
  ) throws {
    reader = try JudgementReader(judgement, context.items, context.session, &query)
  }

  override func read(_ row: any Statement, at place: Int) throws {
    answers[place] = try reader?.answer(row) ?? 0
  }

  override func finish() { reader = nil }

  override func moved(_ move: RowMove) -> KeptColumn {
    JudgementColumn(judgement, answers: move(answers, blank: 0))
  }
}
