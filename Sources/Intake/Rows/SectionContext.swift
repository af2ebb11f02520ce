import Ledger

/// What the section rows above say of a row: the innermost wins, the row itself wins over all.
struct SectionContext {
  private var base: [Field: Value]
  private var open: [SectionReader.Section] = []

  init(base: [Field: Value]) { self.base = base }

  /// A section ends all sections of its own and deeper levels.
  mutating func enter(_ section: SectionReader.Section) {
    open.removeAll { $0.level >= section.level }
    open.append(section)
  }

  /// The values in force.
  var values: [Field: Value] {
    open.reduce(base) { values, section in values.merging(section.values) { $1 } }
  }

  /// The register in force.
  var register: String? { open.last { $0.register != nil }?.register }
}
