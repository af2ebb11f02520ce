import Matching
import Testing

@testable import Website

/// The pages that a real browser looks at, each in the states that it has, and what a site answers that is no page.
struct BrowserPages {
  /// On a ledger without accounts, with the states of `TestSite.fillStates`.
  static let ofLedger = [
    "/", "/?as-of=2026-03-21", "/?month=2026-02",
    "/projects", "/projects?view=board", "/projects?view=time", "/projects?chain=新能源&stage=达产",
    "/projects?q=没有这样的项目", "/projects?cols=name,contact,content",
    "/projects/1", "/projects/1?as-of=2026-03-21", "/projects/3", "/projects/16",
    "/projects/1/edit", "/projects/1/move", "/projects/2/matters", "/projects/1/parts",
    "/projects/3/merge", "/projects/3/merge?with=4",
    "/views", "/views/VIEW",
    "/chains", "/chains/人工智能终端及机器人", "/units", "/units/市工业和信息化局", "/areas",
    "/areas/柳南区", "/registers", "/registers/储备重大项目", "/registers/双百项目",
    "/due", "/due?month=2026-02", "/due/全部", "/due/全部?show=gaps", "/due/市工业和信息化局?show=open",
    "/books", "/books/leaders", "/books/chains?chain=新能源", "/books/changes", "/books/raw",
    "/books/publish", "/books/issued/1", "/books/issued/1?left=changes",
    "/targets", "/tasks", "/tasks/2.1", "/milestones", "/problems",
    "/entries", "/entries/2", "/entries/2/verify", "/entries/2/undo", "/entries/IMPORT",
    "/receipts/IMPORT",
    "/decisions", "/catalogue", "/catalogue/unit", "/catalogue/setting/reporting",
    "/imports", "/imports/2/plan", "/imports/3/asks", "/imports/3/plan", "/imports/3/layout",
    "/imports/4", "/queue", "/help", "/help/api", "/problems/plan.stale",
  ]

  /// On a ledger in which every field holds markup and ten thousand characters.
  static let ofHostile =
    ofLedger.filter { !$0.contains("新能源") && !$0.contains("双百") } + [
      "/projects?q=<script>alert(1)</script>", "/entries?actor=<img src=x>",
    ]

  /// What failures look like, by their status.
  static let failures = [
    "404:/nowhere", "404:/projects/99999", "400:/projects?stage=没有这个阶段", "400:/?as-of=2199-01-01",
    "404:/imports/99", "404:/due/没有这个单位", "404:/books/issued/99",
  ]

  /// On a ledger with accounts, each by who may see it.
  static let ofAccounts = [
    "promotion": ["/account", "/account/password", "/account/factor", "/", "/projects/1"],
    "system": ["/accounts", "/accounts/reader", "/account", "/catalogue/setting"],
    "security": ["/accounts", "/accounts/reader"],
    "auditor": ["/audit", "/audit?act=entry"],
    "reader": ["/", "/projects", "/projects/1", "/books"],
  ]

  /// Who nobody knows sees this alone.
  static let ofStrangers = ["/sign-in", "/help"]

  /// Files, answers for scripts and machines, and what leads on at once.
  static let noPages: Set<String> = [
    "/projects.csv", "/projects.xlsx", "/due/{unit}/book.xlsx", "/reading",
    "/books/issued/{issue}/{file}", "/books/{book}/file",
    "/entries/{entry}/file", "/entries/{entry}/receipt", "/imports/{draft}/state",
    "/imports/{draft}/annotated.xlsx", "/receipts/{entry}/book.xlsx", "/audit.csv",
    "/account/home", "/healthz", "/readyz", "/metrics", "/static/{file}",
  ]

  @Suite struct Coverage {
    /// A page that is added and stands in no list is seen by nobody.
    @Test func `每个能看的网址都在给浏览器看的清单里`() throws {
      let table = RouteTable(Routes.all)
      let targets =
        BrowserPages.ofLedger + BrowserPages.ofAccounts.values.flatMap(\.self)
        + BrowserPages.ofStrangers
      var seen = BrowserPages.noPages
      for target in targets {
        let request = try #require(WebRequest(method: "GET", target: encoded(target)), "\(target)")
        guard case .route(let route, _) = table.match(request) else {
          Issue.record("\(target)")
          continue
        }
        #expect(!BrowserPages.noPages.contains(route.pattern), "\(target)")
        seen.insert(route.pattern)
      }
      let pages = Set(Routes.all.filter { $0.method == .get && $0.contract == nil }.map(\.pattern))
      #expect(pages.subtracting(seen) == [])
      #expect(BrowserPages.noPages.subtracting(pages) == [])
    }

    private func encoded(_ target: String) -> String {
      String(
        target.unicodeScalars.flatMap { scalar -> [Character] in
          scalar.isASCII ? [Character(scalar)] : Array(PercentCoding.encoded(String(scalar)))
        })
    }
  }
}
