import Ledger
import Operations
import Storage
import Testing

@testable import Access
@testable import Website

/// The matrix once more through the door: machines with their tokens, and accounts that are disabled. 测试数据
@Suite struct TokenMatrixTests {
  private static func ask(
    _ site: AccountSite, _ route: Route, _ target: String,
    _ alter: (inout WebRequest.Source) -> Void
  ) -> WebResponse {
    var request =
      WebRequest(method: route.method.rawValue, target: target) ?? WebRequest(path: ["?"])
    request.source.host = "127.0.0.1:\(TestSite.port)"
    request.source.address = AccountSite.address
    alter(&request.source)
    return site.site.answer(request)
  }

  @Test(arguments: TestPeople.everyRole.keys.sorted())
  func `令牌能做的就是它的角色能做的；停用以后哪条路径都不认，每次都有一行`(role: String) throws {
    let site = try AccountSite(isEmpty: true)
    let (own, _) = try RightsMatrixTests.addProjects(at: site.base.operations)
    // The last entry but one added it: somebody else's act.
    let entry = String(try site.base.operations.standing().revision - 1)
    let grants = TestPeople.everyRole[role]?.person.grants ?? []
    let token = try site.machine("bot", grants)
    for route in APIRoutes.all {
      let target = RightsMatrixTests.target(route, project: own, entry: entry)
      let answer = Self.ask(site, route, target) { $0.authorization = "Bearer " + token }
      try RightsMatrixTests.check(answer, route, role, target)
    }
    try site.access.disable("bot", by: AccountSite.terminal)
    for route in APIRoutes.all.prefix(25) {
      let count = try site.audit().count
      let target = RightsMatrixTests.target(route, project: own, entry: entry)
      let answer = Self.ask(site, route, target) { $0.authorization = "Bearer " + token }
      #expect(answer.status == 401, "\(target)")
      #expect(try site.audit(after: count) == ["refused token "], "\(target)")
    }
  }

  @Test func `停用的账户，哪一页、哪条路径都不给`() throws {
    let site = try AccountSite()
    try site.person("wei", Grant(role: "promotion", scope: .everything))
    let cookie = try site.signIn("wei")
    #expect(site.get("/projects", cookie: cookie).status == 200)
    try site.access.disable("wei", by: AccountSite.terminal)
    for route in Routes.all where !route.isOpen && route.lane != .watching {
      let target = RightsMatrixTests.target(route, project: "1", entry: "2")
      let answer = Self.ask(site, route, target) {
        $0.cookie = cookie
        $0.fetchSite = "same-origin"
      }
      let isPage = route.method == .get && !target.hasPrefix("/api")
      #expect(answer.status == (isPage ? 303 : 401), "\(route.method) \(target)")
    }
  }
}
