import Engine
import Ledger

/// The union of the item lists in some fields: the code is the number of the list.
final class ListCodes: FacetCoder {
  private let kind: CatalogueKind
  private let asked: Set<String>
  private let mask: ItemMask?
  private let context: FacetItems
  @exclusivity(unchecked) private var lists: ItemLists

  init(
    _ fields: [Field], asked: Set<String>, _ context: FacetItems, _ query: inout ScanQuery
  ) {
    self.context = context
    self.asked = asked
    kind = fields.first?.itemKind ?? .unit
    mask = context.mask(asked, kind)
    var columns: [Int32] = []
    for field in fields { columns.append(query.read(field)) }
    lists = ItemLists(of: kind, context.items)
    // SQL does not evaluate conditions on lists.
    super.init(columns: columns, condition: nil)
  }

  override func adopt(_ other: FacetCoder) {
    if let other = other as? ListCodes { lists = other.lists }
  }

  override func code(_ row: any Statement) throws -> Int {
    var code = 0
    for column in columns { code = lists.union(code, lists.number(of: row.bytes(column))) }
    return code
  }

  override func passes(_ code: Int) -> Bool {
    mask.map { lists.lists[code].contains(where: $0.contains) } ?? true
  }

  override func items(of code: Int) -> [Int] { lists.lists[code] }

  override func counts(_ tallies: ArraySlice<Tally>) -> [Facet.Count] {
    let byItem = tallies.byItem(limit: context.items.limit, items)
    return context.counts(byItem, of: kind, asked: asked)
      + byItem[0].counted(.none, isSelected: false)
  }
}
