import Engine
import Ledger

/// The values that projects have of one property, each known by a small number while a scan meets them,
/// so that judging and counting a row touches nothing but arrays. Number 0 is none.
///
/// A class, and its subclasses say that nobody else looks at their memory while a row is read: eight of
/// them are asked for each of a hundred thousand rows.
class FacetCoder {
  /// The columns that are read.
  let columns: [Int32]
  /// What the filter asks of the values, where SQL can judge it as well.
  let condition: SQLCondition?

  init(columns: [Int32], condition: SQLCondition?) {
    self.columns = columns
    self.condition = condition
  }

  /// Goes on with the numbers that another coder of the same values has given.
  func adopt(_ other: FacetCoder) {}

  /// The number of a row's values.
  func code(_ row: any Statement) throws -> Int { 0 }

  /// Lets go of what only the reading of rows needs.
  func finish() {}

  /// Whether the filter's property lets values pass; asked once for each.
  func passes(_ code: Int) -> Bool { true }

  /// The catalogue's items among the values, by their numbers; none where the values are no items.
  func items(of code: Int) -> [Int] { [] }

  /// The facet of what was counted by number.
  func counts(_ tallies: ArraySlice<Tally>) -> [Facet.Count] { [] }
}

/// Which numbers a coder gives to values.
enum FacetNumbers {
  /// Its own; of places on registers those of the projects that a condition names are read.
  case fresh(among: SQLCondition?)
  /// Those that another one has given to all rows that there are.
  case of(FacetCoder)
  /// Those of another one, and new ones for what the projects have that a condition names.
  case after(FacetCoder, among: SQLCondition?)

  /// The coder that gave them; nil where there is none.
  var coder: FacetCoder? {
    switch self {
    case .fresh: nil
    case .of(let coder), .after(let coder, _): coder
    }
  }
}

/// What coders are made from.
struct FacetContext {
  let facets: FacetItems
  let session: Session

  init(catalogue: Catalogue, items: ItemNumbers, session: Session) {
    facets = FacetItems(catalogue: catalogue, items: items)
    self.session = session
  }

  var catalogue: Catalogue { facets.catalogue }
  var items: ItemNumbers { facets.items }

  /// The coder of a property's values; its columns are read by a query.
  func coder(
    of values: FacetValues, _ numbers: FacetNumbers, _ query: inout ScanQuery
  ) throws -> FacetCoder {
    let coder = try made(of: values, numbers, &query)
    if let other = numbers.coder { coder.adopt(other) }
    return coder
  }

  private func made(
    of values: FacetValues, _ numbers: FacetNumbers, _ query: inout ScanQuery
  ) throws -> FacetCoder {
    switch values {
    case .items(let fields, let excluded):
      ItemCodes(
        fields, excluded: excluded, like: numbers.coder as? ItemCodes, facets, &query)
    case .item(let field, nil, let asked):
      ItemCodes(
        [(field, asked)], excluded: [], like: numbers.coder as? ItemCodes, facets, &query)
    case .item(let field, let others?, let asked):
      ItemWithOthersCodes(field, others, asked: asked, facets, &query)
    case .lists(let fields, let asked): ListCodes(fields, asked: asked, facets, &query)
    case .text(let field, let asked): TextCodes(field, asked: asked, &query)
    case .flag(let field, let asked): FlagCodes(field, asked: asked, &query)
    case .registers(let asked, let year):
      RegisterCodes(
        try places(numbers, ofAll: !asked.isEmpty), asked: asked, year: year, catalogue)
    }
  }

  /// A filter of registers asks all projects, whatever else it asks.
  private func places(_ numbers: FacetNumbers, ofAll: Bool) throws -> RegisterPlaces {
    var places = RegisterPlaces()
    switch numbers {
    case .fresh(let condition): try places.read(of: ofAll ? nil : condition, session)
    case .of(let other): places = (other as? RegisterCodes)?.places ?? places
    case .after(let other, let condition):
      places = (other as? RegisterCodes)?.places.withoutProjects ?? places
      try places.read(of: condition, session)
    }
    return places
  }

}

/// What coders go by for as long as they are kept. No session is among it: it would keep the state that it read, and
/// each state the one before.
struct FacetItems {
  let catalogue: Catalogue
  let items: ItemNumbers

  /// The numbers of items that the filter asks for; nil when it asks for none.
  func mask(_ codes: some Collection<String>, _ kind: CatalogueKind) -> ItemMask? {
    codes.isEmpty ? nil : ItemMask(codes, of: kind, items: items)
  }

  /// The counts of the items of a kind in the catalogue's order.
  func counts(
    _ tallies: [Tally], of kind: CatalogueKind, asked: Set<String>
  ) -> [Facet.Count] {
    catalogue.items(of: kind).flatMap { item in
      items.number(of: item.code, kind: kind).map { number in
        tallies[Int(number)].counted(
          .item(kind, code: item.code), isSelected: asked.contains(item.code))
      } ?? []
    }
  }
}

extension SQLCondition {
  /// One of some numbers or texts in a column.
  static func one(of values: [SQLValue], in column: String) -> Self? {
    if values.isEmpty { return nil }
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    return Self("\(column) IN (\(marks))", values)
  }

  /// One of some conditions; nil without any.
  static func any(of conditions: [Self]) -> Self? {
    if conditions.isEmpty { return nil }
    return Self(
      "(\(conditions.map(\.sql).joined(separator: " OR ")))", conditions.flatMap(\.values))
  }
}

extension Field {
  /// The kind of the items that its values name.
  var itemKind: CatalogueKind? {
    switch kind {
    case .reference(let kind), .references(let kind): kind
    default: nil
    }
  }
}

/// A set of catalogue items by their numbers.
struct ItemMask {
  private var bits: [Bool]

  init(_ codes: some Collection<String>, of kind: CatalogueKind, items: ItemNumbers) {
    bits = Array(repeating: false, count: items.limit)
    for code in codes {
      if let number = items.number(of: code, kind: kind) { bits[Int(number)] = true }
    }
  }

  func contains(_ number: Int) -> Bool { bits[number] }
}
