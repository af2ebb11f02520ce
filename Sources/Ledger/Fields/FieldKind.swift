/// The kind of value a field holds.
package enum FieldKind: Hashable, Sendable {
  case text
  case money
  case quantity
  case date
  case flag
  case reference(CatalogueKind)
  case references(CatalogueKind)
  case list
  /// Money by period; each period is a value of its own, keyed `plan.2026`.
  case series
  /// Text by period, keyed `monthly_progress.2026-03`.
  case texts
  /// Milestones or problems; each is a value of its own, keyed by its text: `milestones.主体封顶`.
  case matters
  /// Memberships of registers; each is a value of its own, keyed `registers.shuangbai@2026`.
  case memberships

  /// Whether a field of the kind holds several values, each with a key of its own.
  package var hasParts: Bool {
    switch self {
    case .series, .texts, .matters, .memberships: true
    default: false
    }
  }

  /// Whether a list column can hold the whole field. Columns of series state their period;
  /// milestones and problems are entered separately.
  package var isColumn: Bool { !hasParts || self == .memberships }
}
