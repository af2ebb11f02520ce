/// What somebody is shown of a ledger: which projects, and of which fields no more than a mask.
package struct Sight: Hashable, Sendable {
  package let reach: Reach
  /// Fields that are masked, but for the projects of `unmasked`.
  package let masked: Set<Field>
  package let unmasked: Reach

  package static let everything = Sight(.everything)

  /// All that projects say.
  package init(_ reach: Reach) { self.init(reach, masked: [], unmasked: .everything) }

  package init(_ reach: Reach, masked: Set<Field>, unmasked: Reach) {
    self.reach = reach
    self.masked = masked
    self.unmasked = unmasked
  }

  /// Whether all is shown.
  package var isEverything: Bool { reach.isEverything && !masks }

  /// Whether any project may have masked values.
  package var masks: Bool { !masked.isEmpty && !unmasked.isEverything }

  /// What is shown of a project: nil where it is as if absent.
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

  /// The fields of a project that are masked.
  package func fieldsMasked(of project: Record) -> Set<Field> {
    masks && !unmasked.holds(project) ? masked : []
  }
}
