import Engine
import Ledger

/// An optional number of each project.
final class NumberColumn: KeptColumn, @unchecked Sendable {
  /// 0 if there is none.
  @exclusivity(unchecked) private(set) var values: [Int64]
  @exclusivity(unchecked) private(set) var isKnown: [Bool]
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

  override func holds(_ place: Int, as later: KeptColumn, _ other: Int) -> Bool {
    guard let later = later as? NumberColumn else { return false }
    return self[place] == later[other]
  }

  override func moved(_ move: RowMove) -> KeptColumn {
    NumberColumn(source, values: move(values, blank: 0), isKnown: move(isKnown, blank: false))
  }
}
