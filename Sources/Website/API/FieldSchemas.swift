import Ledger

/// JSON schemas of field values, derived from the declaration of each field.
enum FieldSchemas {
  /// A decimal number as text: money in 万元, or a measure.
  static let decimal = Schema.pattern("^-?[0-9]+(\\.[0-9]+)?$")

  /// The members of a project in a response.
  static let project = Field.allCases.map { field in
    Schema.Member.maybe(field.id, read(field), label(field))
  }

  /// The members of a project in a list of columns: null if unknown; a field with parts is one figure or text.
  static let listed =
    Field.allCases.map { field in
      Schema.Member.maybe(field.id, .either([read(field), cell(field), .nothing]), label(field))
    } + [
      .maybe("place", Schema.text().orNull, "县区/新区"), .maybe("rate", Schema.number.orNull, "完成率"),
      .maybe("light", Schema.text().orNull, "进度灯"),
    ]

  /// The members of a project that a request can set. Registers, milestones and problems have operations of their own.
  static let written = Field.allCases.compactMap { field in
    sent(field).map { Schema.Member.maybe(field.id, .either([$0, .nothing]), label(field)) }
  }

  /// Whether a request can set the field.
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

  /// The keys of a series, in the format of `Period`.
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

  /// The text of a list's cell, or a plain number.
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
