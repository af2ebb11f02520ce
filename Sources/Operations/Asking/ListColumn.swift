package import Ledger
import Wording

/// A column of a list of projects: what a person or a program names it by, and what heads it.
package enum ListColumn: Hashable, Sendable {
  /// The project's number.
  case id
  /// The zone, else the district.
  case place
  /// A field; of a series the figure of the year.
  case field(Field)
  /// Done as a share of the year's plan.
  case rate
  case light

  /// What a list shows where nobody names columns.
  package static let usual: [ListColumn] = [
    .id, .field(.name), .field(.chain), .field(.stage), .place, .field(.leadUnits),
    .field(.totalInvestment),
  ]

  /// Every column that stands in a table of its own right, but for those of some fields.
  package static func all(without untold: Set<Field> = []) -> [ListColumn] {
    let fields = Field.allCases.filter { !untold.contains($0) }
    let first = Self.id
    return [first] + fields.map { .field($0) } + [.rate, .light]
  }

  /// Reads columns parted by commas; throws `unknownColumn`.
  package static func list(_ text: String) throws -> [ListColumn] {
    try text.split(whereSeparator: { ",，、".contains($0) }).map { part in
      let name = part.trimmingPrefix { $0.isWhitespace }
      guard let column = ListColumn(String(name)) else {
        throw OperationError.unknownColumn(
          String(name), nearest: names.nearest(to: String(name)))
      }
      return column
    }
  }

  /// The column that a label, a field's identifier or a key of sorting names; nil for none.
  package init?(_ text: String) {
    let name = TextFolding.key(text)
    let columns = Self.all() + [.place]
    let found = columns.first { column in
      column.id == name || column.allNames.contains { TextFolding.key($0) == name }
    }
    guard let column = found ?? ProjectSort.Key(named: text)?.column else { return nil }
    self = column
  }

  /// Its name for programs.
  package var id: String {
    switch self {
    case .id: "id"
    case .place: "place"
    case .field(let field): field.id
    case .rate: "rate"
    case .light: "light"
    }
  }

  /// What people call it.
  package var name: String { allNames[0] }

  private var allNames: [String] {
    switch self {
    case .id: ["编号"]
    case .place: ["县区/园区", "地点", "所在地"]
    case .field(.registers): [Field.registers.label, "项目库", "清单"]
    case .field(let field): [field.label]
    case .rate: ["完成率"]
    case .light: ["进度灯", "灯"]
    }
  }

  private static let names = NearNames(
    (all() + [.place]).map { ($0.name, Array($0.allNames.dropFirst())) })

  /// Whether it stands at the right: figures.
  package var isFigure: Bool {
    switch self {
    case .id, .rate: true
    case .place, .light: false
    case .field(let field): [.money, .quantity, .series].contains(field.kind)
    }
  }
}

extension ProjectSort.Key {
  /// The column that shows what is sorted by; nil where it is none of one field.
  fileprivate var column: ListColumn? {
    switch self {
    case .id: .id
    case .code: .field(.code)
    case .name: .field(.name)
    case .chain: .field(.chain)
    case .stage: .field(.stage)
    case .condition: .field(.condition)
    case .unit: .field(.leadUnits)
    case .district: .field(.district)
    case .zone: .field(.zone)
    case .owner: .field(.owner)
    case .investment: .field(.totalInvestment)
    case .plan: .field(.plan)
    case .done: .field(.done)
    case .rate: .rate
    case .field(let field): .field(field)
    case .start, .finish, .updated: nil
    }
  }
}

extension [ListColumn] {
  /// Whether any of them is masked for whoever may not see contacts.
  package func holdPersonalData(_ catalogue: Catalogue) -> Bool {
    let sensitive = catalogue.sensitiveFields
    return contains { column in
      if case .field(let field) = column { sensitive.contains(field) } else { false }
    }
  }
}
