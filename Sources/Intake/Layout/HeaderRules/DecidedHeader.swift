package import Ledger

/// Headers that a person decided about for one sender's lists; tried before every other rule.
enum DecidedHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    guard let decision = reader.lexicon.decision(about: path.labels) else { return nil }
    return ColumnMeaning(decision, at: path, reader) ?? .unmapped
  }
}

extension ColumnMeaning {
  /// The interchange form of a person's name for a column, `total_investment` for 总投资; nil if there
  /// is no such column. A series may leave its period to the header.
  package static func interchangeName(_ text: String, _ catalogue: Catalogue) -> String? {
    if FieldKey(text)?.period != nil { return text }
    if [sequence, period, contactAndPhone, nameAndCode, nameAndContent].contains(where: {
      $0.text(catalogue) == text
    }) {
      return text
    }
    if text.hasPrefix("registers:") {
      guard case .item = catalogue.resolveRegister(String(text.dropFirst(10))) else { return nil }
      return text
    }
    let field = Field(id: text) ?? Field.allCases.first { $0.label == text }
    return field.flatMap { $0.kind.isColumn || $0.kind == .series ? $0.id : nil }
  }

  /// Parses the interchange form, `total_investment`, `plan.2026`, `seq`, `registers:双百项目`; a
  /// series without a period takes the header's. Nil if it names no column.
  init?(_ text: String, at path: HeaderPath, _ reader: HeaderReader) {
    if let key = FieldKey(text), let period = key.period {
      self = .series(key.field, period)
      return
    }
    switch text {
    case Self.sequence.text(reader.catalogue): self = .sequence
    case Self.period.text(reader.catalogue): self = .period
    case Self.contactAndPhone.text(reader.catalogue): self = .contactAndPhone
    case Self.nameAndCode.text(reader.catalogue): self = .nameAndCode
    case Self.nameAndContent.text(reader.catalogue): self = .nameAndContent
    default:
      if text.hasPrefix("registers:") {
        guard case .item(let code) = reader.catalogue.resolveRegister(String(text.dropFirst(10)))
        else { return nil }
        self = .register(code)
        return
      }
      guard let field = Field(id: text) ?? Field.allCases.first(where: { $0.label == text })
      else { return nil }
      if field.kind.hasParts, field.kind != .memberships {
        guard let period = SeriesHeader.period(of: field, path) else { return nil }
        self = .series(field, period)
      } else {
        self = .field(field)
      }
    }
  }
}
