/// The key of a value in a project: a field, and its part if the field has several.
///
/// Written `name`, `plan.2026`, `done.2026-01..03`, `registers.shuangbai@2026`, `milestones.主体封顶`.
package struct FieldKey: Hashable, Sendable {
  /// The part of a field that holds several values.
  package enum Part: Hashable, Sendable {
    case none
    case period(Period)
    case register(KeyName, year: Int16)
    case name(KeyName)
  }

  /// The key packed into one integer, so that it is copied, compared and hashed as one: the field in the
  /// highest byte, then the kind of part, then year and months in order, or the number of a register or
  /// name.
  private let code: UInt64

  /// The key as one integer, valid only in this process.
  package var bits: UInt64 { code }

  /// The key of an integer from this process.
  package init(bits: UInt64) { code = bits }

  private static let periodMark: UInt64 = 1 << 48
  private static let registerMark: UInt64 = 2 << 48
  private static let nameMark: UInt64 = 3 << 48

  package init(_ field: Field) { code = UInt64(field.rawValue) << 56 }

  package init(_ field: Field, _ period: Period) {
    code =
      UInt64(field.rawValue) << 56 | Self.periodMark
      | UInt64(UInt16(bitPattern: period.year)) << 16
      | UInt64(UInt8(bitPattern: period.firstMonth)) << 8
      | UInt64(UInt8(bitPattern: period.lastMonth))
  }

  package init(register: String, year: Int) {
    code =
      UInt64(Field.registers.rawValue) << 56 | Self.registerMark
      | UInt64(UInt16(bitPattern: Int16(clamping: year))) << 32
      | UInt64(KeyName(register).number)
  }

  /// The key of a milestone or problem.
  package init(_ field: Field, named name: String) {
    code = UInt64(field.rawValue) << 56 | Self.nameMark | UInt64(KeyName(name).number)
  }

  package var field: Field {
    // Safe: every key is created from a field.
    Field(rawValue: fieldNumber).unsafelyUnwrapped
  }

  /// The field's `rawValue`.
  package var fieldNumber: UInt8 { UInt8(truncatingIfNeeded: code >> 56) }

  package var part: Part {
    switch code & 0xFF << 48 {
    case Self.periodMark: period.map { .period($0) } ?? .none
    case Self.registerMark:
      .register(
        KeyName(number: UInt32(truncatingIfNeeded: code)),
        year: Int16(bitPattern: UInt16(truncatingIfNeeded: code >> 32)))
    case Self.nameMark: .name(KeyName(number: UInt32(truncatingIfNeeded: code)))
    default: .none
    }
  }

  /// Whether the key has no part.
  package var isWhole: Bool { code & 0xFF << 48 == 0 }

  package var period: Period? {
    guard code & 0xFF << 48 == Self.periodMark else { return nil }
    return Period(
      year: Int16(bitPattern: UInt16(truncatingIfNeeded: code >> 16)),
      firstMonth: Int8(bitPattern: UInt8(truncatingIfNeeded: code >> 8)),
      lastMonth: Int8(bitPattern: UInt8(truncatingIfNeeded: code)))
  }

  /// Whether the key does not state its last month, so that the list must: money done or received
  /// in a year.
  package var needsReach: Bool {
    (field == .done || field == .funds) && period?.isYear == true
  }

  /// The written form.
  package var text: String {
    switch part {
    case .none: field.id
    case .period(let period): "\(field.id).\(period.text)"
    case .register(let name, let year): "\(field.id).\(name.text)@\(year)"
    case .name(let name): "\(field.id).\(name.text)"
    }
  }

  /// Parses the written form; nil if the part does not suit the field's kind.
  package init?(_ text: some StringProtocol) {
    guard let dot = text.firstIndex(of: ".") else {
      guard let field = Field(id: text) else { return nil }
      if field.kind.hasParts { return nil }
      self.init(field)
      return
    }
    guard let field = Field(id: text[..<dot]) else { return nil }
    let rest = text[text.index(after: dot)...]
    switch field.kind {
    case .series, .texts:
      guard let period = Period(rest) else { return nil }
      self.init(field, period)
    case .memberships:
      guard let at = rest.lastIndex(of: "@"), let year = Int(rest[rest.index(after: at)...])
      else { return nil }
      self.init(register: String(rest[..<at]), year: year)
    case .matters:
      if rest.isEmpty { return nil }
      self.init(field, named: String(rest))
    default: return nil
    }
  }
}

extension FieldKey: Comparable {
  /// By declared order of fields, then periods in order, registers by year and text, names by text.
  package static func < (left: FieldKey, right: FieldKey) -> Bool {
    guard left.hasName, left.code >> 32 == right.code >> 32 else { return left.code < right.code }
    return left.name < right.name
  }

  private var hasName: Bool { code & 0xFF << 48 >= Self.registerMark }

  private var name: KeyName { KeyName(number: UInt32(truncatingIfNeeded: code)) }
}
