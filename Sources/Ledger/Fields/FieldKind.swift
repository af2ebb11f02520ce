/// What kind of value a field holds.
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
  /// Places on registers; each is a value of its own, keyed `registers.shuangbai@2026`.
  case memberships
}
