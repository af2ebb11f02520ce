import Engine
import Ledger

/// The plan and done figures of each project in a year.
final class FigureColumn: KeptColumn, @unchecked Sendable {
  /// Figures in as few bytes as possible.
  private struct Packed: Equatable {
    var plan: Int64 = 0
    var done: Int64 = 0
    var isPlanned = false
    var isReported = false
    /// 0 if the figure has no month.
    var month: Int8 = 0
  }

  @exclusivity(unchecked) private var values: [Packed]
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

  override func holds(_ place: Int, as later: KeptColumn, _ other: Int) -> Bool {
    values[place] == (later as? FigureColumn)?.values[other]
  }

  override func moved(_ move: RowMove) -> KeptColumn {
    FigureColumn(reader, values: move(values, blank: Packed()))
  }
}
