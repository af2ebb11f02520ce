import Engine
package import Ledger

/// What somebody above decides about a project from some of its fields: an answer that fits in 64 bits.
package struct ProjectJudgement: Sendable {
  /// The answer to one of at most 32 questions.
  package enum Answer: UInt64, Sendable {
    case no = 0
    case yes = 1
    case unknown = 2
  }

  /// What the answers depend on beside the project and the catalogue: equal ones are the same judgement.
  let key: String
  let fields: [Field]
  let answer: @Sendable (StoredProject) -> UInt64

  /// The project has values of the fields alone.
  package init(
    key: String, fields: Set<Field>, answer: @escaping @Sendable (StoredProject) -> UInt64
  ) {
    self.key = key
    self.fields = fields.sorted { $0.rawValue < $1.rawValue }
    self.answer = answer
  }

  /// Answers to several questions, two bits each.
  package init(
    key: String, fields: Set<Field>, answers: @escaping @Sendable (Record) -> [Answer]
  ) {
    self.init(key: key, fields: fields) { project in
      answers(project.record).prefix(32).reversed().reduce(0) { $0 << 2 | $1.rawValue }
    }
  }

  /// The projects of one question.
  package struct Tally: Hashable, Sendable {
    /// How many are answered yes, and how many might be.
    package var counted = 0
    package var undecided = 0
    /// The sum of the field that is asked for, of those that count; nil where none states it.
    package var sum: Money?
  }
}

/// Reads from the rows of a scan how a judgement falls.
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
  /// How the projects of a filter are judged, question by question, with the sum of a field for each that
  /// asks for one.
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

/// A sum of each row: of the year, or of a field.
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
