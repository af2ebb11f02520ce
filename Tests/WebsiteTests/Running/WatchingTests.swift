import Foundation
import Ledger
import Testing

@testable import Access
@testable import Operations
@testable import Website

/// Whoever watches over a server: who that is, and what they are told.
@Suite struct WatchingTests {
  static let places = ["/healthz", "/readyz", "/metrics"]

  /// How a request comes, and whether it is let in.
  struct Coming: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let source: WebRequest.Source
    let status: Int

    init(_ words: String, _ status: Int, _ alter: (inout WebRequest.Source) -> Void) {
      testDescription = words
      self.status = status
      var source = WebRequest.Source()
      alter(&source)
      self.source = source
    }
  }

  static let comings = [
    Coming("127.0.0.1", 200) { $0.address = "127.0.0.1" },
    Coming("::1", 200) { $0.address = "::1" },
    Coming("::ffff:127.0.0.1", 200) { $0.address = "::ffff:127.0.0.1" },
    Coming("elsewhere", 403) { $0.address = "10.0.0.7" },
    Coming("a name like this machine's", 403) { $0.address = "12.7.0.1" },
    Coming("a gateway's socket", 403) { $0.isOnSocket = true },
    Coming("a gateway's socket, for this machine", 403) {
      $0.isOnSocket = true
      $0.address = "127.0.0.1"
    },
    Coming("a gateway at a port", 403) {
      $0.address = "127.0.0.1"
      $0.isHandedOn = true
    },
    Coming("a forged token", 401) {
      $0.address = "127.0.0.1"
      $0.authorization = "Bearer tz_forged"
    },
  ]

  private static func ask(_ site: AccountSite, _ place: String, _ source: WebRequest.Source)
    -> WebResponse
  {
    site.get(place) { request in
      let host = request.source.host
      request.source = source
      request.source.host = host
    }
  }

  @Test(arguments: comings)
  func `本机的程序直接问得到，别处来的、网关转来的问不到`(coming: Coming) throws {
    let site = try AccountSite()
    try site.person("wei", Grant(role: "promotion", scope: .everything))
    for place in Self.places {
      let answer = Self.ask(site, place, coming.source)
      #expect(answer.status == coming.status, "\(place)")
      #expect(answer["X-Content-Type-Options"] == "nosniff")
      if coming.status == 403 {
        #expect(try site.audit().contains("refused watching GET \(place)"))
      }
    }
  }

  @Test func `带令牌的从别处、从网关都问得到；登录的人的会话不算`() throws {
    let site = try AccountSite()
    try site.person("wei", Grant(role: "promotion", scope: .everything))
    let token = try site.machine("prometheus")
    let cookie = try site.signIn("wei")
    for place in Self.places {
      for onSocket in [false, true] {
        var source = WebRequest.Source(host: nil)
        source.address = AccountSite.address
        source.isOnSocket = onSocket
        source.cookie = cookie
        #expect(Self.ask(site, place, source).status == 403)
        source.authorization = "Bearer \(token)"
        #expect(Self.ask(site, place, source).status == 200)
      }
    }
  }

  /// What keeps the ledger from being read.
  enum Damage: CaseIterable { case gone, foreign, accounts }

  @Test(arguments: Damage.allCases)
  func `台账读不了时说没有就绪和为什么，但活着`(damage: Damage) throws {
    let site = try AccountSite()
    try site.person("wei", Grant(role: "promotion", scope: .everything))
    var here = WebRequest.Source()
    here.address = "127.0.0.1"
    #expect(Self.ask(site, "/readyz", here).status == 200)
    let path = site.base.operations.path
    switch damage {
    case .gone: try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
    case .foreign:
      try FileManager.default.removeItem(atPath: path)
      try Data("no ledger".utf8).write(to: URL(filePath: path))
    case .accounts:
      try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
      try site.site.door.close()
    }
    let answer = Self.ask(site, "/readyz", here)
    #expect(answer.status == 503)
    #expect(answer.text.hasPrefix("台账读不了："))
    #expect(answer.text.count > "台账读不了：".count + 4)
    #expect(Self.ask(site, "/healthz", here).text == "ok\n")
    let meters = Self.ask(site, "/metrics", here)
    #expect(meters.status == 200)
    #expect(meters.text.contains("taizhang_ready 0"))
    #expect(!meters.text.contains("taizhang_revision"))
  }

  @Test func `要停了就说没有就绪`() throws {
    let site = try TestSite()
    #expect(site.get("/readyz").status == 200)
    site.site.stop()
    #expect(site.get("/readyz").status == 503)
  }

  @Test func `指标是台账此刻的样子`() throws {
    let site = try AccountSite()
    try site.person("wei", Grant(role: "county", scope: .areas(["450223"])))
    let cookie = try site.signIn("wei")
    _ = site.post("/sign-in", site.signInForm("wei", "wrong"))
    _ = site.get("/queue", cookie: cookie)
    _ = site.get("/projects.csv", cookie: try site.signIn("wei"))
    _ = site.post("/targets", cookie: cookie)
    var here = WebRequest.Source()
    here.address = "127.0.0.1"
    func value(_ series: String) -> Double? {
      Self.ask(site, "/metrics", here).text.split(separator: "\n")
        .first { $0.hasPrefix(series + " ") }
        .flatMap { Double($0.dropFirst(series.count + 1)) }
    }
    #expect(value("taizhang_revision") == Double(try site.base.operations.standing().revision))
    #expect(value("taizhang_sessions") == Double(try site.access.sessionCount()))
    #expect(value("taizhang_signin_failures_total") == 1)
    #expect(value("taizhang_refusals_total{right=\"figures\"}") == 1)
    #expect(value("taizhang_imports_running") == 0 && value("taizhang_imports_waiting") == 0)
    #expect(value("taizhang_ready") == 1)
    let size =
      try FileManager.default.attributesOfItem(atPath: site.base.operations.path)[.size] as? Int
    #expect(value("taizhang_ledger_bytes") == size.map(Double.init))
    #expect((value("taizhang_access_bytes") ?? 0) > 0)
    #expect(value("taizhang_backup_age_seconds") == nil)
  }

  @Test func `备份核验通过了才算，按做备份的时间算多旧`() throws {
    let base = try TestSite()
    let folder = base.folder.appending(path: "backups").path
    func at(_ seconds: Double) -> LedgerOperations {
      LedgerOperations(
        path: base.operations.path, actor: "测试",
        now: { Date(timeIntervalSince1970: 1_790_000_000 + seconds) })
    }
    func age(_ seconds: Double) throws -> [Double?] {
      let operations = at(seconds)
      let site = try Website.Site(
        try OpenLedger(at: operations), operations: operations, backups: folder)
      site.opens(at: TestSite.port)
      defer { try? site.ledger.close() }
      var request = WebRequest(path: ["metrics"])
      request.source.host = "127.0.0.1:\(TestSite.port)"
      let lines = site.answer(request).text.split(separator: "\n")
      return ["backup_age_seconds ", "backup_check_age_seconds "].map { name in
        lines.first { $0.hasPrefix("taizhang_" + name) }
          .flatMap { Double($0.dropFirst("taizhang_".count + name.count)) }
      }
    }
    _ = try at(0).backUp(toFolder: folder, keep: nil)
    #expect(try age(100) == [nil, nil])
    _ = try at(200).checkBackups(in: folder, newest: false)
    #expect(try age(260) == [260, 60])
    // One that is damaged does not count: the one before it is the last that can be trusted.
    let second = try at(300).backUp(toFolder: folder, keep: nil)
    try Data("damaged".utf8).write(to: URL(filePath: folder + "/" + second.record.file))
    _ = try at(400).checkBackups(in: folder, newest: false)
    #expect(try age(500) == [500, 100])
    _ = try at(600).checkBackups(in: folder, newest: true)
    #expect(try age(700) == [700, 300])
  }

  @Test func `监控看得到在跑哪一版`() throws {
    let site = try AccountSite()
    let text = Self.ask(site, "/metrics", Self.comings[0].source).text
    #expect(text.contains("taizhang_build_info{version=\"\(ProgramVersion.text)\"} 1"))
    #expect(ProgramVersion.text.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+/) != nil)
  }
}
