import Engine
import Ledger

/// The late milestones and problems of each project on a day.
final class LatenessColumn: KeptColumn, @unchecked Sendable {
  @exclusivity(unchecked) private var values: [Packed]
  private let day: PartialDate
  private var reader: LatenessReader?

  /// Counts in as few bytes as possible.
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
