/// The names of the tables that hold a balance.
struct BalanceTables: Sendable {
  let project: String
  let detail: String
  let membership: String
  let search: String
  let sound: String

  /// The balance as the last entry left it.
  static let current = BalanceTables(
    project: "project", detail: "project_detail", membership: "membership",
    search: "project_search", sound: "project_sound")

  /// Where an engine takes projects as they once were.
  static func past(_ name: (String) -> String) -> BalanceTables {
    BalanceTables(
      project: name(current.project), detail: name(current.detail),
      membership: name(current.membership), search: name(current.search),
      sound: name(current.sound))
  }
}
