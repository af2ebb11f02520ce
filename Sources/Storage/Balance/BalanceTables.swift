/// The names of the tables that hold a balance.
struct BalanceTables: Sendable {
  let project: String
  let detail: String
  let membership: String
  let search: String
  let sound: String

  /// The current balance.
  static let current = BalanceTables(
    project: "project", detail: "project_detail", membership: "membership",
    search: "project_search", sound: "project_sound")

  /// The tables with which an engine replaces the balance for an earlier revision.
  static func past(_ name: (String) -> String) -> BalanceTables {
    BalanceTables(
      project: name(current.project), detail: name(current.detail),
      membership: name(current.membership), search: name(current.search),
      sound: name(current.sound))
  }
}
