import Access
import Ledger

/// Whether a project's contacts stand on its page: one click away from whoever may see them, so that they are
/// shown where somebody asks for them.
struct Contacts: Sendable {
  /// Whether somebody who may see them asks for them.
  let areShown: Bool
  /// Where they are shown; nil where they are already, or may not be.
  let address: Address?

  init(of project: Record, _ context: PageContext) {
    let may = context.permissions.allow(.contacts, on: project)
    areShown = may && Self.areAsked(context.query)
    address =
      may && !areShown
      ? Address(path: context.request.path, query: context.query.setting("contacts", to: "show"))
      : nil
  }

  /// The same where some of what is about to be shown are contacts.
  static func note(
    _ keys: some Sequence<FieldKey>, _ catalogue: Catalogue, _ context: PageContext
  ) throws {
    let sensitive = catalogue.sensitiveFields
    if keys.contains(where: { sensitive.contains($0.field) }) { try note(context) }
  }

  /// Writes the line of contacts that are about to be shown, where whoever asks may see any.
  static func note(_ context: PageContext) throws {
    guard context.permissions.have(.contacts) else { return }
    context.trail.leave()
    try context.site.door.record(.contacts, context.caller, on: context.request.place)
  }

  /// Whether a page is asked for with contacts: an act of its own for whoever keeps the audit.
  static func areAsked(_ query: Query) -> Bool { query["contacts"] == "show" }
}
