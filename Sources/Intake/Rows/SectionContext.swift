import Ledger

/// The values that section rows set for a row: the innermost wins, the row itself over all.
struct SectionContext {
  private let base: [Field: Value]
  private var open: [SectionReader.Section] = []
  /// The current values, in field order.
  private(set) var values: [(field: Field, value: Value)]
  /// The current register.
  private(set) var register: String?

  init(base: [Field: Value]) {
    self.base = base
    values = Self.inOrder(base)
  }

  /// Enters a section, which ends all sections of its own and deeper levels.
  mutating func enter(_ section: SectionReader.Section) {
    open.removeAll { $0.level >= section.level }
    open.append(section)
    values = Self.inOrder(
      open.reduce(base) { values, section in values.merging(section.context.values) { $1 } })
    register = open.last { $0.context.register != nil }?.context.register
  }

  private static func inOrder(_ values: [Field: Value]) -> [(field: Field, value: Value)] {
    values.map { (field: $0.key, value: $0.value) }.sorted { $0.field.rawValue < $1.field.rawValue }
  }
}
