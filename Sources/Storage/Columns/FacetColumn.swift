import Engine
import Ledger

/// The facet codes of one property, one per project.
final class FacetColumn: KeptColumn, @unchecked Sendable {
  @exclusivity(unchecked) private(set) var codes: [Int32]
  /// One more than the greatest code.
  private(set) var limit = 1
  /// Maps codes to values.
  private(set) var coder: FacetCoder?
  private let values: FacetValues

  init(_ shape: FacetShape, count: Int) {
    values = shape.values
    codes = Array(repeating: 0, count: count)
  }

  private init(_ values: FacetValues, _ codes: [Int32], _ coder: FacetCoder?, limit: Int) {
    (self.values, self.codes, self.coder, self.limit) = (values, codes, coder, limit)
  }

  /// ORs the bits of its code into each row.
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

  override func finish() { coder?.finish() }

  override func holds(_ place: Int, as later: KeptColumn, _ other: Int) -> Bool {
    codes[place] == (later as? FacetColumn)?.codes[other]
  }

  override func moved(_ move: RowMove) -> KeptColumn {
    FacetColumn(values, move(codes, blank: 0), coder, limit: limit)
  }
}
