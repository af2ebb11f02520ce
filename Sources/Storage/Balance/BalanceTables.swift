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

  /// Projects as they once were, beside the current balance, for the length of one question.
  static let then = BalanceTables(
    project: "temp.project_then", detail: "temp.project_detail_then",
    membership: "temp.membership_then", search: "temp.project_search_then",
    sound: "temp.project_sound_then")
}
