import Engine
package import Ledger

/// A function of some fields of a project, given by the caller, with an answer of 64 bits.
package struct ProjectJudgement: Sendable {
  /// The answer to one of at most 32 questions.
  package enum Answer: UInt64, Sendable {
    case no = 0
    case yes = 1
    case unknown = 2
  }

  /// Identifies everything besides the project and the catalogue on which the answers depend: judgements with equal
  /// keys are the same.
  let key: String
  let fields: [Field]
  let answer: @Sendable (StoredProject) -> UInt64

  /// The project passed to `answer` has only values of these fields.
  package init(
    key: String, fields: Set<Field>, answer: @escaping @Sendable (StoredProject) -> UInt64
  ) {
    self.key = key
    self.fields = fields.sorted { $0.rawValue < $1.rawValue }
    self.answer = answer
  }

  /// Combines the answers to several questions, two bits each.
  package init(
    key: String, fields: Set<Field>, answers: @escaping @Sendable (StoredProject) -> [Answer]
  ) {
    self.init(key: key, fields: fields) { project in
      answers(project).prefix(32).reversed().reduce(0) { $0 << 2 | $1.rawValue }
    }
  }

  /// The result of one question.
  package struct Tally: Hashable, Sendable {
    /// The number of projects with the answer yes, and with the answer unknown.
    package var counted = 0
    package var undecided = 0
    /// The sum of the requested field over the counted projects; nil if none has a value.
    package var sum: Money?
  }
}

/// Evaluates a judgement on the rows of a scan.
struct JudgementReader {
  private let judgement: ProjectJudgement
  private let records: ProjectReader

  init(
    _ judgement: ProjectJudgement, _ items: ItemNumbers, _ session: Session,
    _ query: inout ScanQuery
  ) throws {
    self.judgement = judgement
    records = try ProjectReader(items: items, session, of: judgement.fields, &query)
  }

  func answer(_ row: any Statement) throws -> UInt64 {
    judgement.answer(try records.project(row))
  }
}

extension LedgerStore {
  /// The tallies of a judgement for the projects of a filter, by question, with the sum of a field for each question
  /// that has one.
  package func tallies(
    _ filter: ProjectFilter, _ judgement: ProjectJudgement, summing fields: [Field?]
  ) throws -> [ProjectJudgement.Tally] {
    try read(asOf: filter.asOf) { session, _ in
      var scan = try Scan(filter, scope: .counted, session)
      let items = scan.items
      let judged = try scan.values(
        .judgement(judgement.key), session, held: { JudgementColumn(judgement, count: $0) },
        read: { try JudgementReader(judgement, items, session, &$0) })
      let sums = try fields.map { try $0.map { try RowSum($0, &scan, session) } }
      var tallies = fields.map { _ in ProjectJudgement.Tally() }
      try scan.run(session) { scan, row in
        var answers =
          switch judged {
          case .held(let column): column.answers[row.place]
          case .read(let reader): try scan.statement.map(reader.answer) ?? 0
          }
        var place = 0
        while answers != 0 {
          switch ProjectJudgement.Answer(rawValue: answers & 3) {
          case .yes:
            tallies[place].counted += 1
            if let own = try sums[place]?.sum(row, &scan) {
              tallies[place].sum = (tallies[place].sum ?? .zero).adding(own) ?? tallies[place].sum
            }
          case .unknown: tallies[place].undecided += 1
          case .no, nil: break
          }
          answers >>= 2
          place += 1
        }
      }
      return tallies
    }
  }
}

/// A sum for each row: plan, done, or a field.
private enum RowSum {
  case plan, done
  case field(ScanValues<NumberColumn, SortKey>)

  init(_ field: Field, _ scan: inout Scan, _ session: Session) throws {
    let items = scan.items
    switch field {
    case .plan: self = .plan
    case .done: self = .done
    default:
      self = .field(
        try scan.values(
          .number(.integer(field)), session, held: { NumberColumn(.integer(field), count: $0) },
          read: { SortKey(.integer(field), items, &$0) }))
    }
  }

  func sum(_ row: borrowing ScannedRow, _ scan: inout Scan) throws -> Money? {
    switch self {
    case .plan: try scan.figures(of: row).plan.map(Money.init(fen:))
    case .done: try scan.figures(of: row).done?.amount
    case .field(.held(let column)): column[row.place].map(Money.init(fen:))
    case .field(.read(let key)):
      try scan.statement.flatMap { try key.number($0) }.map(Money.init(fen:))
    }
  }
}
