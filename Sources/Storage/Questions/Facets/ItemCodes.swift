import Engine
import Ledger

/// The item in one field, or the items in several: the code is the item's number, or a mixed-radix number of the
/// combination.
final class ItemCodes: FacetCoder {
  private struct Part {
    let kind: CatalogueKind
    let column: Int32
    let asked: Set<String>
    let mask: ItemMask?
    /// The numbers of the items of the kind, with 0 for none first; the index is the field's digit in a combination.
    let numbers: [Int]
  }

  private let parts: [Part]
  /// The kind of each field's items.
  private let kinds: [CatalogueKind]
  private let items: ItemNumbers
  /// The digit of each item by field and number, and the radix of each field.
  private let digits: [Int]
  private let widths: [Int]
  private let excluded: ItemMask?
  private let context: FacetItems

  init(
    _ fields: [(field: Field, asked: Set<String>)], excluded: [String],
    like other: ItemCodes? = nil, _ context: FacetItems, _ query: inout ScanQuery
  ) {
    self.context = context
    var parts: [Part] = []
    var digits: [Int] = []
    var conditions: [SQLCondition] = []
    for (field, asked) in fields {
      guard let kind = field.itemKind else { continue }
      let numbers =
        other?.parts[parts.count].numbers
        ?? [0] + context.items.numbers(of: kind).values.sorted().map(Int.init)
      if other == nil {
        let start = digits.count
        digits += repeatElement(0, count: context.items.limit)
        for (digit, number) in numbers.enumerated() { digits[start + number] = digit }
      }
      parts.append(
        Part(
          kind: kind, column: query.read(field), asked: asked,
          mask: context.mask(asked, kind), numbers: numbers))
      // A code that is not in the catalogue matches no project.
      let values = asked.sorted().map {
        SQLValue.integer(context.items.number(of: $0, kind: kind) ?? -1)
      }
      conditions += [.one(of: values, in: query.name(of: field))].compactMap { $0 }
    }
    self.parts = parts
    self.digits = other?.digits ?? digits
    widths = parts.map(\.numbers.count)
    kinds = parts.map(\.kind)
    items = context.items
    self.excluded = parts.first.flatMap { context.mask(excluded, $0.kind) }
    super.init(columns: parts.map(\.column), condition: .any(of: conditions))
  }

  override func code(_ row: any Statement) throws -> Int {
    if columns.count == 1 { return try items.number(row, columns[0], kinds[0]) }
    var code = 0
    for (index, column) in columns.enumerated() {
      let number = try items.number(row, column, kinds[index])
      code = code * widths[index] + digits[index * items.limit + number]
    }
    return code
  }

  override func passes(_ code: Int) -> Bool {
    let numbers = numbers(of: code)
    if let excluded, excluded.contains(numbers[0]) { return false }
    let isAsked = parts.contains { $0.mask != nil }
    return !isAsked || zip(parts, numbers).contains { $0.mask?.contains($1) == true }
  }

  override func items(of code: Int) -> [Int] { numbers(of: code).filter { $0 != 0 } }

  override func counts(_ tallies: ArraySlice<Tally>) -> [Facet.Count] {
    let byItem = tallies.byItem(limit: context.items.limit, items)
    return parts.flatMap { context.counts(byItem, of: $0.kind, asked: $0.asked) }
      + byItem[0].counted(.none, isSelected: false)
  }

  /// The item in each field; 0 for none.
  private func numbers(of code: Int) -> [Int] {
    if parts.count == 1 { return [code] }
    var rest = code
    var numbers: [Int] = []
    for part in parts.reversed() {
      numbers.append(part.numbers[rest % part.numbers.count])
      rest /= part.numbers.count
    }
    return numbers.reversed()
  }
}
