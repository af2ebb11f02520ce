package import Ledger
import Wording

/// A column of a list of projects: its identifier, its name and its aliases.
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

  /// The default columns of a list.
  package static let usual: [ListColumn] = [
    .id, .field(.name), .field(.chain), .field(.stage), .place, .field(.leadUnits),
    .field(.totalInvestment),
  ]

  /// Every column of a full table, without those of the excluded fields.
  package static func all(without untold: Set<Field> = []) -> [ListColumn] {
    let fields = Field.allCases.filter { !untold.contains($0) }
    let first = Self.id
    return [first] + fields.map { .field($0) } + [.rate, .light]
  }

  /// Parses columns separated by commas; throws `unknownColumn`.
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

  /// The column with a label, a field's identifier or a sort key; nil if there is none.
  package init?(_ text: String) {
    let name = TextFolding.key(text)
    let columns = Self.all() + [.place]
    let found = columns.first { column in
      column.id == name || column.allNames.contains { TextFolding.key($0) == name }
    }
    guard let column = found ?? ProjectSort.Key(named: text)?.column else { return nil }
    self = column
  }

  /// Its identifier for programs.
  package var id: String {
    switch self {
    case .id: "id"
    case .place: "place"
    case .field(let field): field.id
    case .rate: "rate"
    case .light: "light"
    }
  }

  /// Its display name.
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

  /// Whether it is right-aligned: figures.
  package var isFigure: Bool {
    switch self {
    case .id, .rate: true
    case .place, .light: false
    case .field(let field): [.money, .quantity, .series].contains(field.kind)
    }
  }
}

extension ProjectSort.Key {
  /// The column that shows this sort key; nil if no single column does.
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
  /// Whether any column is masked for people who may not see contacts.
  package func holdPersonalData(_ catalogue: Catalogue) -> Bool {
    let sensitive = catalogue.sensitiveFields
    return contains { column in
      if case .field(let field) = column { sensitive.contains(field) } else { false }
    }
  }
}
