/// The part of a ledger visible to a person: which projects, and which of their fields are masked.
package struct Sight: Hashable, Sendable {
  package let reach: Reach
  /// The fields that are masked in projects outside `unmasked`.
  package let masked: Set<Field>
  package let unmasked: Reach

  package static let everything = Sight(.everything)

  /// The projects of a reach, unmasked.
  package init(_ reach: Reach) { self.init(reach, masked: [], unmasked: .everything) }

  package init(_ reach: Reach, masked: Set<Field>, unmasked: Reach) {
    self.reach = reach
    self.masked = masked
    self.unmasked = unmasked
  }

  /// Whether everything is visible.
  package var isEverything: Bool { reach.isEverything && !masks }

  /// Whether any project may have masked values.
  package var masks: Bool { !masked.isEmpty && !unmasked.isEverything }

  /// The visible part of a project; nil if the project is out of reach.
  package func shown(_ project: Record) -> Record? {
    if isEverything { return project }
    guard reach.holds(project) else { return nil }
    let fields = fieldsMasked(of: project)
    if fields.isEmpty { return project }
    var shown = project
    for entry in project.entries where fields.contains(entry.key.field) {
      shown[entry.key] = Mask.of(entry.value)
    }
    return shown
  }

  /// The masked fields of a project.
  package func fieldsMasked(of project: Record) -> Set<Field> {
    masks && !unmasked.holds(project) ? masked : []
  }
}
