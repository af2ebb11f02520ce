import Ledger

/// What the section rows above say of a row: the innermost wins, the row itself wins over all.
struct SectionContext {
  private let base: [Field: Value]
  private var open: [SectionReader.Section] = []
  /// The values in force.
  private(set) var values: [Field: Value]
  /// The register in force.
  private(set) var register: String?

  init(base: [Field: Value]) {
    self.base = base
    values = base
  }

  /// A section ends all sections of its own and deeper levels.
  mutating func enter(_ section: SectionReader.Section) {
    open.removeAll { $0.level >= section.level }
    open.append(section)
    values = open.reduce(base) { values, section in values.merging(section.values) { $1 } }
    register = open.last { $0.register != nil }?.register
  }
}
