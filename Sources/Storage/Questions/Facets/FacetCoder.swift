import Engine
import Ledger

/// Maps the values of one property to small numbers (codes) during a scan, so that testing and counting a row
/// accesses arrays only. Code 0 means no value.
///
/// A class whose subclasses turn off exclusivity checks for their memory, since nine of them are called for each of
/// a hundred thousand rows.
class FacetCoder {
  /// The columns to read.
  let columns: [Int32]
  /// The filter's condition on the values, if SQL can evaluate it as well.
  let condition: SQLCondition?

  init(columns: [Int32], condition: SQLCondition?) {
    self.columns = columns
    self.condition = condition
  }

  /// Adopts the codes of another coder for the same values.
  func adopt(_ other: FacetCoder) {}

  /// The code of a row's values.
  func code(_ row: any Statement) throws -> Int { 0 }

  /// Releases data that only reading rows needs.
  func finish() {}

  /// Whether a code passes the filter's property; called once for each code.
  func passes(_ code: Int) -> Bool { true }

  /// The numbers of the catalogue items in a value; none for other values.
  func items(of code: Int) -> [Int] { [] }

  /// The facet counts from tallies by code.
  func counts(_ tallies: ArraySlice<Tally>) -> [Facet.Count] { [] }
}

/// The codes that a coder begins with.
enum FacetNumbers {
  /// No codes; register places are read for the projects that a condition selects.
  case fresh(among: SQLCondition?)
  /// The codes of another coder that has read all rows.
  case of(FacetCoder)
  /// The codes of another coder, and new ones for the projects that a condition selects.
  case after(FacetCoder, among: SQLCondition?)

  /// The other coder; nil if there is none.
  var coder: FacetCoder? {
    switch self {
    case .fresh: nil
    case .of(let coder), .after(let coder, _): coder
    }
  }
}

/// The data for creating coders.
struct FacetContext {
  let facets: FacetItems
  let session: Session
  /// The places on registers, which two properties look at.
  private let fresh = FreshPlaces()

  init(catalogue: Catalogue, items: ItemNumbers, session: Session) {
    facets = FacetItems(catalogue: catalogue, items: items)
    self.session = session
  }

  var catalogue: Catalogue { facets.catalogue }
  var items: ItemNumbers { facets.items }

  /// Creates the coder of a property's values, adding its columns to a query.
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
    case .batches(let asked, let year):
      BatchCodes(
        try places(numbers, ofAll: !asked.isEmpty), asked: asked, year: year,
        catalogue)
    }
  }

  /// A filter on registers needs the places of all projects.
  private func places(_ numbers: FacetNumbers, ofAll: Bool) throws -> RegisterPlaces {
    var places = RegisterPlaces()
    switch numbers {
    case .fresh(let condition): return try fresh.places(of: ofAll ? nil : condition, session)
    case .of(let other): places = (other as? PlaceCodes)?.places ?? places
    case .after(let other, let condition):
      places = (other as? PlaceCodes)?.places.withoutProjects ?? places
      try places.read(of: condition, session)
    }
    return places
  }
}

/// The data that coders keep. It has no session: that would keep alive the state that it read, and each state its
/// predecessor.
struct FacetItems {
  let catalogue: Catalogue
  let items: ItemNumbers

  /// The numbers of the items that the filter selects; nil if it selects none.
  func mask(_ codes: some Collection<String>, _ kind: CatalogueKind) -> ItemMask? {
    codes.isEmpty ? nil : ItemMask(codes, of: kind, items: items)
  }

  /// The counts of the items of a kind, in the catalogue's order.
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
  /// The condition that a column has one of some values; nil without any.
  static func one(of values: [SQLValue], in column: String) -> Self? {
    if values.isEmpty { return nil }
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    return Self("\(column) IN (\(marks))", values)
  }

  /// The condition that one of some conditions holds; nil without any.
  static func any(of conditions: [Self]) -> Self? {
    if conditions.isEmpty { return nil }
    return Self(
      "(\(conditions.map(\.sql).joined(separator: " OR ")))", conditions.flatMap(\.values))
  }
}

extension Field {
  /// The kind of the items that its values refer to.
  var itemKind: CatalogueKind? {
    switch kind {
    case .reference(let kind), .references(let kind): kind
    default: nil
    }
  }
}

/// A set of catalogue items, by number.
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
