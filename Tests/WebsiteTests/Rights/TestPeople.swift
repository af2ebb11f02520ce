import Ledger

@testable import Website

/// People with accounts, as their roles and scopes make them.
enum TestPeople {
  static func caller(_ role: String, _ scope: Scope, unit: String? = nil) -> Caller {
    Caller(
      Person(
        login: role, name: "测试\(role)", unit: unit, grants: [Grant(role: role, scope: scope)]))
  }

  /// One of every role: those with a scope have the county or unit of the project that is theirs.
  static let everyRole: [String: Caller] = [
    "promotion": caller("promotion", .everything), "planning": caller("planning", .everything),
    "inspection": caller("inspection", .everything),
    "lead": caller("lead", .units(["drc"]), unit: "drc"),
    "county": caller("county", .areas(["450223"])), "leader": caller("leader", .everything),
    "reader": caller("reader", .everything), "system": caller("system", .everything),
    "security": caller("security", .everything), "auditor": caller("auditor", .everything),
    "nobody": Caller(Person(login: "none", name: "没有授权", unit: nil, grants: [])),
  ]
}

extension TestSite {
  /// Asks for something as somebody.
  func ask(
    _ target: String, as caller: Caller, method: String = "GET", form: Query = [:]
  ) -> WebResponse {
    var request = WebRequest(method: method, target: target) ?? WebRequest(path: ["?"])
    request.source.host = "127.0.0.1:\(Self.port)"
    request.source.fetchSite = "same-origin"
    request.form = form
    return site.answer(request, from: caller)
  }
}
