import Access
import Foundation
import Ledger
import Logging
import Operations
import Synchronization

/// Authenticates a request by session cookie, API token or gateway header. While the ledger has no accounts, every
/// caller is the user who started the server.
final class Door: Sendable {
  private let ledger: OpenLedger
  let operations: LedgerOperations
  private let host: Caller
  private let way: Way
  private let hasher: PasswordHasher
  private let now: @Sendable () -> Date
  private let headDay = Mutex<String?>(nil)
  private let opened = Mutex<AccessFile?>(nil)
  private let known = Mutex<(rules: AccessRules, at: ContinuousClock.Instant)?>(nil)
  private let pace = TokenPace()
  let meters = SiteMeters()

  /// How requests reach the server.
  package struct Way: Hashable, Sendable {
    /// Whether browsers use TLS, terminated here or at a gateway.
    var isSecure = false
    /// The header in which a gateway names the user; trusted only on the Unix domain socket.
    var userHeader: String?
  }

  init(
    _ ledger: OpenLedger, operations: LedgerOperations, host: Caller, way: Way = Way(),
    hasher: PasswordHasher = PasswordHasher(), now: (@Sendable () -> Date)? = nil
  ) {
    self.ledger = ledger
    self.operations = operations
    self.host = host
    self.way = way
    self.hasher = hasher
    self.now = now ?? operations.now
  }

  /// Whether the ledger has accounts.
  static func hasAccounts(_ operations: LedgerOperations) throws -> Bool {
    guard try AccessFile.stands(beside: operations.path) else { return false }
    let file = try AccessFile.open(beside: operations.path)
    defer { try? file.close() }
    return try file.hasAccounts()
  }

  var isSecure: Bool { way.isSecure }

  /// The header in which a gateway names the user.
  var userHeader: String? { way.userHeader }

  /// The file of accounts, or nil before the first account; it may be created while the server runs.
  var access: AccessFile? {
    get throws {
      try opened.withLock { opened in
        if let opened { return opened }
        guard try AccessFile.stands(beside: operations.path) else { return nil }
        let file = try AccessFile.open(beside: operations.path, hasher: hasher, now: now)
        guard try file.hasAccounts() else {
          try file.close()
          return nil
        }
        opened = file
        return file
      }
    }
  }

  func close() throws { try opened.withLock { try $0?.close() } }

  /// The access rules of the ledger's catalogue, cached for a second.
  func rules() throws -> AccessRules {
    let now = ContinuousClock.now
    if let known = known.withLock({ $0 }), now - known.at < .seconds(1) { return known.rules }
    let rules = try ledger.reading(at: operations) { AccessRules(try $0.catalogue()) }
    known.withLock { $0 = (rules, now) }
    return rules
  }

  /// Returns the caller of a request, or nil if the request is anonymous, which only open routes accept.
  ///
  /// Throws `Failure` for an invalid or rate-limited token, and for a gateway user without an active account.
  func caller(of request: WebRequest, for route: Route?) throws -> Caller? {
    guard let access = try access else { return host }
    noteHead(of: access)
    let source = request.source
    let address = source.address ?? "local"
    if let header = source.authorization {
      return try machine(header, access, address)
    }
    if source.isOnSocket, let name = way.userHeader, let user = source.header(name) {
      return try session(ofUser: user, access, address)
    }
    guard let cookie = SessionCookie.value(in: source.cookie, isSecure: way.isSecure) else {
      return nil
    }
    let session = try access.session(
      ofCookie: cookie, isActivity: route?.isActivity ?? true, rules: try rules())
    guard let session else {
      try record(.refused, nil, address, on: request.place, result: "session")
      return nil
    }
    return Caller(session, at: address)
  }

  /// Logs the number and hash of the last audit line once a day, so that a truncated audit can be detected.
  func noteHead(of access: AccessFile) {
    let day = ShanghaiCalendar.day(now())
    let isNew = headDay.withLock { known in
      defer { known = day }
      return known != day
    }
    guard isNew, let head = try? access.auditHead() else { return }
    Logger(label: "taizhang.audit").warning("audit head \(head)")
  }

  private func machine(
    _ header: String, _ access: AccessFile, _ address: String
  ) throws -> Caller {
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer",
      let (token, person) = try? access.person(
        ofToken: parts[1].trimmingCharacters(in: .whitespaces))
    else {
      try record(.refused, nil, address, on: "", result: "token")
      throw Failure.badToken
    }
    guard pace.allows(token) else { throw Failure.tooOften }
    var caller = Caller(person)
    caller.address = address
    return caller
  }

  private func session(
    ofUser user: String, _ access: AccessFile, _ address: String
  ) throws -> Caller {
    guard let session = try access.session(ofUser: user, rules: try rules()) else {
      try record(.refused, nil, address, on: "", result: "gateway user")
      throw Failure(403, "统一认证的用户「\(user)」在台账里没有账户，或者已停用。", "请系统管理员建立账户。")
    }
    return Caller(session, at: address)
  }

  /// Writes a line to the audit if the ledger has accounts.
  func record(
    _ act: AuditAct, _ caller: Caller?, _ address: String? = nil, on subject: String,
    entry: Int64? = nil, result: String = AuditLine.done
  ) throws {
    if act == .refused { meters.refused(result) }
    guard let access = try access else { return }
    let actor = AuditActor(
      login: caller?.person.login, name: caller?.name ?? "?",
      address: caller?.address ?? address ?? "local")
    let line = AuditLine(act, by: actor, on: subject, entry: entry, result: result)
    if caller?.isStranger ?? true {
      try access.record(stranger: line)
    } else {
      try access.record(line)
    }
  }
}

extension Failure {
  static let badToken = Failure(401, "令牌不对、已到期，或者账户已停用。", "请管理员另给一个令牌。")
  static let tooOften = Failure(429, "请求太密，每秒至多 50 次。", "等一秒再发。")
  static let dutyOpen = Failure(403, "先要设密码或第二重验证，才能用接口。", "在网页上登录，按提示做完。")
  static let notOfThisMachine = Failure(
    403, "这个地址只给本机的监控程序，或者带令牌的程序。", "从台账所在的机器上取，或者用 taizhang token add 给监控程序一个令牌。")
  static let notSignedIn = Failure(401, "没有登录，或者会话已经结束。", "重新登录后再来。")
}
