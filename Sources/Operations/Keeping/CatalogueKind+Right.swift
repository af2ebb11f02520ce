package import Ledger

extension CatalogueKind {
  /// The right needed to change an item of the kind. Figures, tasks and decisions are acts with rights of their
  /// own: they record what the city did, not how the ledger works.
  package var right: Right {
    switch self {
    case .figure: .figures
    case .task: .tasks
    case .distinction, .decision: .decide
    case .role: .grants
    case .chain, .unit, .district, .zone, .stage, .condition, .register, .channel, .industry,
      .target,
      .build, .setting, .recipe, .header, .view:
      .settings
    }
  }

  /// Whether its items are acts.
  var isOfActs: Bool { ![.settings, .grants].contains(right) }
}
