import Ledger

/// What the values of fields look like: written from what is declared of each.
enum FieldSchemas {
  /// Money in 万元, measures: decimal digits.
  static let decimal = Schema.pattern("^-?[0-9]+(\\.[0-9]+)?$")

  /// The members of a project, as it is answered.
  static let project = Field.allCases.map { field in
    Schema.Member.maybe(field.id, read(field), label(field))
  }

  /// The members of a project in a list, which may be columns: unknown is null, and what has parts is one figure or
  /// sentences.
  static let listed =
    Field.allCases.map { field in
      Schema.Member.maybe(field.id, .either([read(field), cell(field), .nothing]), label(field))
    } + [
      .maybe("place", Schema.text().orNull, "县区/新区"), .maybe("rate", Schema.number.orNull, "完成率"),
      .maybe("light", Schema.text().orNull, "进度灯"),
    ]

  /// The members of a project that can be sent: what stands on registers, and milestones and problems, have acts of
  /// their own.
  static let written = Field.allCases.compactMap { field in
    sent(field).map { Schema.Member.maybe(field.id, .either([$0, .nothing]), label(field)) }
  }

  /// Whether a value of a field can be sent.
  static func isWritten(_ field: Field) -> Bool { sent(field) != nil }

  private static func label(_ field: Field) -> String {
    switch field.kind {
    case .money, .series: field.label + "（万元）"
    default: field.label
    }
  }

  private static func read(_ field: Field) -> Schema {
    switch field.kind {
    case .text, .date, .reference: .text()
    case .money, .quantity: decimal
    case .flag: .boolean
    case .references, .list, .memberships: .array(.text())
    case .series: .object([], others: decimal)
    case .texts: .object([], others: .text())
    case .matters: .object([], others: .named("Matter"))
    }
  }

  private static func cell(_ field: Field) -> Schema {
    switch field.kind {
    case .flag: .boolean
    case .references, .list, .memberships, .matters, .texts: .array(.text())
    case .text, .date, .reference, .money, .quantity, .series: .text()
    }
  }

  /// The periods of a series, as `Period` writes them.
  private static let period: Schema.Text = {
    let spans = (1...12).map { first in
      let last = (first...12).map(two).joined(separator: "|")
      return "\(two(first))(\\.\\.(\(last)))?"
    }
    return Schema.Text(
      pattern: "^\(FilterParameters.year)(-(\(spans.joined(separator: "|"))))?$",
      words: "写成 2026、2026-03 或 2026-01..03")
  }()

  private static func two(_ month: Int) -> String { month < 10 ? "0\(month)" : "\(month)" }

  /// What a cell of a list says, or a plain number.
  private static let said = Schema.either([.text(), .number])

  private static func sent(_ field: Field) -> Schema? {
    switch field.kind {
    case .memberships, .matters: nil
    case .flag: .boolean
    case .references, .list: .either([.text(), .array(.stated)])
    case .series: .mapping(period, .either([said, .nothing]))
    case .texts: .mapping(period, .either([.text(), .nothing]))
    case .money, .quantity: said
    case .text, .date, .reference: .text()
    }
  }
}
