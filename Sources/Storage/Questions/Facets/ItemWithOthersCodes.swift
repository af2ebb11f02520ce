import Engine
import Ledger

/// The item in a field combined with a list of others: the code is the number of the item or of the combination.
final class ItemWithOthersCodes: FacetCoder {
  private let kind: CatalogueKind
  private let asked: Set<String>
  private let mask: ItemMask?
  private let context: FacetItems
  @exclusivity(unchecked) private var texts: ItemLists
  /// The combinations, numbered after the items: the item, then the others, each once.
  @exclusivity(unchecked) private var together: [[Int]] = []
  @exclusivity(unchecked) private var known: [UInt64: Int] = [:]

  init(
    _ field: Field, _ others: Field, asked: Set<String>, _ context: FacetItems,
    _ query: inout ScanQuery
  ) {
    self.context = context
    self.asked = asked
    kind = field.itemKind ?? .chain
    mask = context.mask(asked, kind)
    texts = ItemLists(of: kind, context.items)
    // SQL does not evaluate conditions on lists.
    super.init(columns: [query.read(field), query.read(others)], condition: nil)
  }

  override func adopt(_ other: FacetCoder) {
    guard let other = other as? ItemWithOthersCodes else { return }
    (texts, together, known) = (other.texts, other.together, other.known)
  }

  override func code(_ row: any Statement) throws -> Int {
    let main = try context.items.number(row, columns[0], kind)
    let list = texts.number(of: row.bytes(columns[1]))
    if list == 0 { return main }
    let pair = UInt64(main) << 32 | UInt64(list)
    if let code = known[pair] { return code }
    together.append([main] + texts.lists[list].filter { $0 != main })
    let code = context.items.limit + together.count - 1
    known[pair] = code
    return code
  }

  override func passes(_ code: Int) -> Bool {
    mask.map { items(of: code).contains(where: $0.contains) } ?? true
  }

  override func items(of code: Int) -> [Int] {
    code < context.items.limit ? [code] : together[code - context.items.limit]
  }

  override func counts(_ tallies: ArraySlice<Tally>) -> [Facet.Count] {
    let byItem = tallies.byItem(limit: context.items.limit, items)
    return context.counts(byItem, of: kind, asked: asked)
      + byItem[0].counted(.none, isSelected: false)
  }
}
