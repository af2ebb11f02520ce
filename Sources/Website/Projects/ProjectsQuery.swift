import Ledger
import Operations
import Wording

/// The state of a list page as encoded in its URL: which projects it shows, and how.
struct ProjectsQuery {
  let filter: ProjectFilter
  let catalogue: Catalogue
  let sort: ProjectSort
  let columns: [ListColumn]
  let page: Int
  let rendering: Rendering
  /// The filter conditions.
  let conditions: Query
  /// The other parameters of the URL.
  let shape: Query

  /// How the projects are shown.
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

  /// The parameters that are not filter conditions.
  static let shapeNames: Set<String> = ["sort", "cols", "page", "view", "done"]

  /// The default columns.
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

  /// The query of the current page of the list.
  var options: QuestionOptions {
    QuestionOptions(
      filter: conditions.values(without: []), sort: sort.text, limit: Self.pageSize,
      offset: (page - 1) * Self.pageSize)
  }

  /// The first page of this list with other conditions.
  func address(_ conditions: Query) -> Address { Address("projects", query: conditions + shape) }

  /// This list with another value of one display parameter.
  func address(_ name: String, _ values: [String]) -> Address {
    Address("projects", query: conditions + shape.setting(name, to: values))
  }

  /// Another page of this list.
  func address(page: Int) -> Address {
    Address(
      "projects",
      query: conditions + shape + (page > 1 ? ["page": String(page)] : Query()))
  }

  /// The list as a file.
  func file(_ ending: String) -> Address {
    Address("projects.\(ending)", query: conditions + shape.only(["sort", "cols"]))
  }

  /// The parameters that a form preserves when it sets `name`.
  func kept(without name: String) -> [View] {
    (conditions + shape).without(name).items.map { View(["name": $0.name, "value": $0.value]) }
  }

  /// The order after a click on a column's heading, and the column's present direction; nil if it is not sortable.
  func sorting(_ column: ListColumn) -> (address: Address, now: ProjectSort.Direction?)? {
    guard let key = column.sortKey else { return nil }
    let term = sort.terms.first.flatMap { $0.key == key ? $0 : nil }
    // Amounts are first sorted from largest to smallest.
    let first: ProjectSort.Direction = column.isFigure ? .descending : .ascending
    let next: ProjectSort.Direction =
      term.map { $0.direction == .ascending ? .descending : .ascending } ?? first
    let text = (next == .descending ? "-" : "") + key.rawValue
    return (address("sort", [text]), sort == .byID ? nil : term?.direction)
  }
}

extension ListColumn {
  /// The sort key of the column.
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
