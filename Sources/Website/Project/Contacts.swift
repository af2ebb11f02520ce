import Access
import Ledger

/// Whether a project's contacts are shown. They are a separate click away for those who may see them, so that each view
/// is deliberate.
struct Contacts: Sendable {
  /// Whether the contacts are requested and permitted.
  let areShown: Bool
  /// The link that shows them; nil if they are shown already or not permitted.
  let address: Address?

  init(of project: Record, _ context: PageContext) {
    let may = context.permissions.allow(.contacts, on: project)
    areShown = may && Self.areAsked(context.query)
    address =
      may && !areShown
      ? Address(path: context.request.path, query: context.query.setting("contacts", to: "show"))
      : nil
  }

  /// Audits contacts that are about to be shown if any of the keys is a contact field.
  static func note(
    _ keys: some Sequence<FieldKey>, _ catalogue: Catalogue, _ context: PageContext
  ) throws {
    let sensitive = catalogue.sensitiveFields
    if keys.contains(where: { sensitive.contains($0.field) }) { try note(context) }
  }

  /// Audits that contacts are about to be shown, if the caller may see any.
  static func note(_ context: PageContext) throws {
    guard context.permissions.have(.contacts) else { return }
    context.trail.leave()
    try context.site.door.record(.contacts, context.caller, on: context.request.place)
  }

  /// Whether the request asks for contacts.
  static func areAsked(_ query: Query) -> Bool { query["contacts"] == "show" }
}
