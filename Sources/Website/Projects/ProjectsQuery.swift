import Ledger
import Operations
import Wording

/// Which projects a list shows, and how: the whole state of the page, as its URL says it.
struct ProjectsQuery {
  let filter: ProjectFilter
  let catalogue: Catalogue
  let sort: ProjectSort
  let columns: [ListColumn]
  let page: Int
  let rendering: Rendering
  /// The conditions by name.
  let conditions: Query
  /// What the URL says beside conditions.
  let shape: Query

  /// How the same projects are shown.
  enum Rendering: String, CaseIterable {
    case table, board, time

    var label: String {
      switch self {
      case .table: "表格"
      case .board: "看板"
      case .time: "时间轴"
      }
    }
  }

  /// The names in a URL that are no conditions.
  static let shapeNames: Set<String> = ["sort", "cols", "page", "view", "done"]

  /// What a list shows where nobody chose.
  static let usual: [ListColumn] = [
    .field(.name), .field(.stage), .place, .field(.leadUnits), .field(.totalInvestment),
    .field(.plan), .field(.done), .rate, .light,
  ]

  static let pageSize = 50

  init(_ query: Query, _ catalogue: Catalogue) throws {
    filter = try ProjectFilter(
      options: query.values(without: Self.shapeNames), catalogue: catalogue)
    self.catalogue = catalogue
    rendering = query["view"].flatMap(Rendering.init) ?? .table
    let asked = query["sort"] ?? (rendering == .time ? ProjectSort.Key.start.rawValue : nil)
    guard let sort = asked.map({ ProjectSort($0) }) ?? .byID else {
      throw OperationError.unknownSort(asked ?? "")
    }
    self.sort = sort
    let columns = try query.all("cols").flatMap { try ListColumn.list($0) }
    var seen: Set<ListColumn> = []
    self.columns = columns.isEmpty ? Self.usual : columns.filter { seen.insert($0).inserted }
    page = max(1, min(query["page"].flatMap { Int($0) } ?? 1, 1_000_000))
    conditions = FilterQuery(filter, catalogue).query
    shape = query.only(["sort", "cols", "view"])
  }

  /// The question behind the page.
  var options: QuestionOptions {
    QuestionOptions(
      filter: conditions.values(without: []), sort: sort.text, limit: Self.pageSize,
      offset: (page - 1) * Self.pageSize)
  }

  /// This list with other conditions, from its first page on.
  func address(_ conditions: Query) -> Address { Address("projects", query: conditions + shape) }

  /// This list with another shape.
  func address(_ name: String, _ values: [String]) -> Address {
    Address("projects", query: conditions + shape.setting(name, to: values))
  }

  /// Another page of this list.
  func address(page: Int) -> Address {
    Address(
      "projects",
      query: conditions + shape + (page > 1 ? ["page": String(page)] : Query()))
  }

  /// The same projects as a file.
  func file(_ ending: String) -> Address {
    Address("projects.\(ending)", query: conditions + shape.only(["sort", "cols"]))
  }

  /// What a form keeps that sets one name.
  func kept(without name: String) -> [View] {
    (conditions + shape).without(name).items.map { View(["name": $0.name, "value": $0.value]) }
  }

  /// What a click on the head of a column sorts by; nil for a column that nothing sorts by.
  func sorting(_ column: ListColumn) -> (address: Address, now: ProjectSort.Direction?)? {
    guard let key = column.sortKey else { return nil }
    let term = sort.terms.first.flatMap { $0.key == key ? $0 : nil }
    // Money is asked for from the top.
    let first: ProjectSort.Direction = column.isFigure ? .descending : .ascending
    let next: ProjectSort.Direction =
      term.map { $0.direction == .ascending ? .descending : .ascending } ?? first
    let text = (next == .descending ? "-" : "") + key.rawValue
    return (address("sort", [text]), sort == .byID ? nil : term?.direction)
  }
}

extension ListColumn {
  /// What projects are sorted by in a column.
  fileprivate var sortKey: ProjectSort.Key? {
    switch self {
    case .id: .id
    case .place: .district
    case .rate: .rate
    case .light: nil
    case .field(let field): ProjectSort.Key(of: field)
    }
  }
}
