import Engine
import Ledger

/// An optional text of each project.
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

  override func holds(_ place: Int, as later: KeptColumn, _ other: Int) -> Bool {
    guard let later = later as? TextColumn else { return false }
    return values[place] == later.values[other]
  }

  override func moved(_ move: RowMove) -> KeptColumn {
    TextColumn(field, values: move(values, blank: nil))
  }
}
