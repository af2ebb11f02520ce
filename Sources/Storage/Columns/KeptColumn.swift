import Engine
import Ledger

/// One value of every project, kept in memory: what the reader of a scan found in its row, in the order of
/// the projects' numbers.
///
/// It is filled by whoever makes it, and not altered once a state shows it to others.
class KeptColumn: @unchecked Sendable {
  /// Whether its query has conditions of its own, so that nothing else is read along with it.
  var isAlone: Bool { false }

  /// Makes ready to read rows of a query; of some projects where `among` names them, of all otherwise.
  func prepare(
    _ context: FacetContext, among: SQLCondition?, _ query: inout ScanQuery
  ) throws {}

  /// Takes the value of the project at a place from its row.
  func read(_ row: any Statement, at place: Int) throws {}

  /// Lets go of what read the rows.
  func finish() {}

  /// The same for other rows, of which some are to be read again.
  func moved(_ move: RowMove) -> KeptColumn { self }
}

/// How the rows of one state become those of the next.
struct RowMove {
  /// Where each new row stood; -1 for those that are new. Nil where the rows are the same.
  let sources: [Int32]?
  /// The places of those that are read again.
  let touched: [Int]

  func callAsFunction<Value>(_ values: [Value], blank: Value) -> [Value] {
    var moved = sources.map { $0.map { $0 < 0 ? blank : values[Int($0)] } } ?? values
    for place in touched { moved[place] = blank }
    return moved
  }
}

/// The numbers of the values that projects have of one property.
final class FacetColumn: KeptColumn, @unchecked Sendable {
  private(set) var codes: [Int32]
  /// One more than the greatest of them.
  private(set) var limit = 1
  /// What the numbers stand for.
  private(set) var coder: FacetCoder?
  private let values: FacetValues

  init(_ shape: FacetShape, count: Int) {
    values = shape.values
    codes = Array(repeating: 0, count: count)
  }

  private init(_ values: FacetValues, _ codes: [Int32], _ coder: FacetCoder?, limit: Int) {
    (self.values, self.codes, self.coder, self.limit) = (values, codes, coder, limit)
  }

  /// Adds to each row the bits of its number.
  func mark(_ bits: [UInt16], in rows: inout [UInt16]) {
    let numbers = codes
    let codes = numbers.span
    let bits = bits.span
    var rows = rows.mutableSpan
    for place in codes.indices { rows[place] |= bits[Int(codes[place])] }
  }

  override func prepare(
    _ context: FacetContext, among: SQLCondition?, _ query: inout ScanQuery
  ) throws {
    let numbers = coder.map { FacetNumbers.after($0, among: among) } ?? .fresh(among: among)
    coder = try context.coder(of: values, numbers, &query)
  }

  override func read(_ row: any Statement, at place: Int) throws {
    let code = try coder?.code(row) ?? 0
    codes[place] = Int32(code)
    limit = max(limit, code + 1)
  }

  override func moved(_ move: RowMove) -> KeptColumn {
    FacetColumn(values, move(codes, blank: 0), coder, limit: limit)
  }
}

/// A number of each project, or none.
final class NumberColumn: KeptColumn, @unchecked Sendable {
  /// 0 where there is none.
  private(set) var values: [Int64]
  private(set) var isKnown: [Bool]
  private let source: SortKey.Source
  private var reader: SortKey?

  init(_ source: SortKey.Source, count: Int) {
    self.source = source
    values = Array(repeating: 0, count: count)
    isKnown = Array(repeating: false, count: count)
  }

  private init(_ source: SortKey.Source, values: [Int64], isKnown: [Bool]) {
    (self.source, self.values, self.isKnown) = (source, values, isKnown)
  }

  subscript(place: Int) -> Int64? { isKnown[place] ? values[place] : nil }

  override func prepare(
    _ context: FacetContext, among: SQLCondition?, _ query: inout ScanQuery
  ) throws {
    reader = SortKey(source, context.items, &query)
  }

  override func read(_ row: any Statement, at place: Int) throws {
    guard let number = try reader?.number(row) else { return }
    values[place] = number
    isKnown[place] = true
  }

  override func moved(_ move: RowMove) -> KeptColumn {
    NumberColumn(source, values: move(values, blank: 0), isKnown: move(isKnown, blank: false))
  }
}

/// A text of each project, or none.
final class TextColumn: KeptColumn, @unchecked Sendable {
  private(set) var values: [String?]
  private let field: Field
  private var column: Int32 = 0

  init(_ field: Field, count: Int) {
    self.field = field
    values = Array(repeating: nil, count: count)
  }

  private init(_ field: Field, values: [String?]) { (self.field, self.values) = (field, values) }

  override func prepare(
    _ context: FacetContext, among: SQLCondition?, _ query: inout ScanQuery
  ) throws {
    column = query.read(field)
  }

  override func read(_ row: any Statement, at place: Int) {
    values[place] = row.textIfAny(column)
  }

  override func moved(_ move: RowMove) -> KeptColumn {
    TextColumn(field, values: move(values, blank: nil))
  }
}

/// What is planned and done of each project in a year.
final class FigureColumn: KeptColumn, @unchecked Sendable {
  /// Figures in as few bytes as they need.
  private struct Packed {
    var plan: Int64 = 0
    var done: Int64 = 0
    var isPlanned = false
    var isReported = false
    /// 0 where the figure says no month.
    var month: Int8 = 0
  }

  private var values: [Packed]
  private var reader: FigureReader

  init(_ reader: FigureReader, count: Int) {
    self.reader = reader
    values = Array(repeating: Packed(), count: count)
  }

  private init(_ reader: FigureReader, values: [Packed]) {
    (self.reader, self.values) = (reader, values)
  }

  subscript(place: Int) -> RowFigures {
    let packed = values[place]
    return RowFigures(
      plan: packed.isPlanned ? packed.plan : nil,
      done: packed.isReported
        ? YearToDate(
          amount: Money(fen: packed.done), month: packed.month == 0 ? nil : Int(packed.month))
        : nil)
  }

  override func read(_ row: any Statement, at place: Int) throws {
    let (plan, done) = (reader.plan(row), try reader.done(row))
    values[place] = Packed(
      plan: plan ?? 0, done: done?.amount.fen ?? 0, isPlanned: plan != nil,
      isReported: done != nil, month: Int8(done?.month ?? 0))
  }

  override func moved(_ move: RowMove) -> KeptColumn {
    FigureColumn(reader, values: move(values, blank: Packed()))
  }
}

/// The light of each project.
final class LightColumn: KeptColumn, @unchecked Sendable {
  /// The place of the light among all, from 1 on; 0 for none.
  private(set) var lights: [UInt8]
  private let measure: LightMeasure
  private var figures: FigureReader
  private var judge: LightJudge?

  init(_ measure: LightMeasure, _ figures: FigureReader, count: Int) {
    (self.measure, self.figures) = (measure, figures)
    lights = Array(repeating: 0, count: count)
  }

  private init(_ measure: LightMeasure, _ figures: FigureReader, lights: [UInt8]) {
    (self.measure, self.figures, self.lights) = (measure, figures, lights)
  }

  static func number(of light: LightRule.Light) -> UInt8 {
    UInt8((LightRule.Light.allCases.firstIndex(of: light) ?? -1) + 1)
  }

  override func prepare(
    _ context: FacetContext, among: SQLCondition?, _ query: inout ScanQuery
  ) throws {
    judge = LightJudge([], measure, &query)
  }

  override func read(_ row: any Statement, at place: Int) throws {
    lights[place] = try judge?.light(row, &figures).map(Self.number) ?? 0
  }

  override func moved(_ move: RowMove) -> KeptColumn {
    LightColumn(measure, figures, lights: move(lights, blank: 0))
  }
}

/// What of each project is late on a day.
final class LatenessColumn: KeptColumn, @unchecked Sendable {
  private var values: [Packed]
  private let day: PartialDate
  private var reader: LatenessReader?

  /// Counts in as few bytes as they need.
  private struct Packed {
    var overdue: UInt16 = 0
    var open: UInt16 = 0
    var days = Int32.min
  }

  init(_ day: PartialDate, count: Int) {
    self.day = day
    values = Array(repeating: Packed(), count: count)
  }

  private init(_ day: PartialDate, values: [Packed]) { (self.day, self.values) = (day, values) }

  subscript(place: Int) -> Lateness {
    let packed = values[place]
    var lateness = Lateness()
    lateness.overdue = Int(packed.overdue)
    lateness.open = Int(packed.open)
    lateness.days = packed.days == .min ? nil : Int(packed.days)
    return lateness
  }

  override func prepare(
    _ context: FacetContext, among: SQLCondition?, _ query: inout ScanQuery
  ) throws {
    reader = LatenessReader(day, &query)
  }

  override func read(_ row: any Statement, at place: Int) throws {
    guard let own = try reader?.lateness(row) else { return }
    values[place] = Packed(
      overdue: UInt16(clamping: own.overdue), open: UInt16(clamping: own.open),
      days: own.days.map { Int32(clamping: $0) } ?? .min)
  }

  override func moved(_ move: RowMove) -> KeptColumn {
    LatenessColumn(day, values: move(values, blank: Packed()))
  }
}

/// How each project is judged.
final class JudgementColumn: KeptColumn, @unchecked Sendable {
  /// Two bits for each question.
  private(set) var answers: [UInt64]
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
    answers[place] = try reader?.answers(row) ?? 0
  }

  override func finish() { reader = nil }

  override func moved(_ move: RowMove) -> KeptColumn {
    JudgementColumn(judgement, answers: move(answers, blank: 0))
  }
}

/// Whether each project fulfils a condition that a filter asks for beside facets.
final class PassColumn: KeptColumn, @unchecked Sendable {
  private(set) var passes: [Bool]
  private let restriction: FilterRestriction
  private let measure: LightMeasure
  private var figures: FigureReader
  private var judge: (any RowJudge)?

  init(
    _ restriction: FilterRestriction, _ measure: LightMeasure, _ figures: FigureReader, count: Int
  ) {
    (self.restriction, self.measure, self.figures) = (restriction, measure, figures)
    passes = Array(repeating: false, count: count)
  }

  private init(
    _ restriction: FilterRestriction, _ measure: LightMeasure, _ figures: FigureReader,
    passes: [Bool]
  ) {
    (self.restriction, self.measure, self.figures) = (restriction, measure, figures)
    self.passes = passes
  }

  override var isAlone: Bool { true }

  override func prepare(
    _ context: FacetContext, among: SQLCondition?, _ query: inout ScanQuery
  ) throws {
    query = try ScanQuery([restriction], context.session)
    judge = restriction.judge(measure, &query)
  }

  override func read(_ row: any Statement, at place: Int) throws {
    passes[place] = try judge?.passes(row, &figures) ?? true
  }

  override func moved(_ move: RowMove) -> KeptColumn {
    PassColumn(restriction, measure, figures, passes: move(passes, blank: false))
  }
}
