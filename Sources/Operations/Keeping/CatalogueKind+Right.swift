package import Ledger

extension CatalogueKind {
  /// The right that altering an item of the kind needs. What is reported, how far a task is and what was decided
  /// are acts, whoever keeps the settings: they say what the city did, not how the ledger works.
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
