import Access
import Foundation
import Ledger
import Logging
import Operations
import Spreadsheet
import Storage
import Synchronization

/// Answers requests from a ledger, independent of any server.
final class Site: Sendable {
  let ledger: OpenLedger
  let templates: Templates
  let files = StaticFiles()
  /// The jobs that plan and write imports.
  let imports = ImportJobs()
  let queue = QueueCount()
  let notices = EditNotices()
  private let answers = AnswerCache()
  /// Authenticates callers.
  let door: Door
  private let gatekeeper = Mutex(Gatekeeper(takingAll: false, isSecure: true))
  /// How long the API waits for a commit before it answers with the state, in milliseconds.
  let commitPatience: Int
  let table: RouteTable
  private let operations: LedgerOperations
  /// The folder of the ledger's backups, if known.
  let backups: String?
  private let stopping = Interruption()

  /// `operations` provides the path and the callbacks; each caller gets operations of their own.
  init(
    _ ledger: OpenLedger, operations: LedgerOperations, door: Door? = nil,
    routes: [Route] = Routes.all,
    strict: Bool = false, commitPatience: Int = 20_000, backups: String? = nil
  ) throws {
    self.ledger = ledger
    self.operations = operations
    templates = try Templates(strict: strict)
    table = RouteTable(routes)
    self.commitPatience = commitPatience
    self.backups = backups
    self.door = door ?? Door(ledger, operations: operations, host: Caller(name: operations.actor))
  }

  var routes: [Route] { table.routes }
  var meters: SiteMeters { door.meters }

  /// Cancels queued work and queries, so that stopping the server is quick; running writes are finished.
  func stop() {
    stopping.request()
    imports.stopAll()
  }

  /// Whether the server is stopping.
  var isStopping: Bool { stopping.isRequested }

  /// Accepts requests for the names of this machine at a port; none are accepted before.
  func opens(at port: Int) {
    gatekeeper.withLock { $0 = Gatekeeper(port: port, isSecure: door.isSecure) }
  }

  /// Accepts requests for any host name, since a server with accounts does not know its own names.
  func opensToAll() {
    gatekeeper.withLock { $0 = Gatekeeper(takingAll: true, isSecure: door.isSecure) }
  }

  /// Whether a write comes from a page of this site.
  func isOwn(_ request: WebRequest) -> Bool { gatekeeper.withLock { $0 }.isOwn(request) }

  /// Returns the route that matches a request.
  func route(of request: WebRequest) -> Route? {
    if case .route(let route, _) = table.match(request) { route } else { nil }
  }

  /// What to do with a request whose head has been read.
  enum Plan: Sendable {
    /// The response is final.
    case answered(WebResponse)
    /// A route handles it in its lane, after the body has been read.
    case route(Route, parameters: [String: String])
  }

  /// Returns the refusal of a request that is for another site or comes from a page of one.
  func refusal(of request: WebRequest, _ caller: Caller) -> WebResponse? {
    guard let refusal = gatekeeper.withLock({ $0 }).refusal(of: request) else { return nil }
    return refused(Failure(refusal), request, caller, why: "\(refusal)")
  }

  func plan(_ request: WebRequest, from caller: Caller) -> Plan {
    if let refused = refusal(of: request, caller) { return .answered(refused) }
    if request.terms.isPacked { return .answered(failure(.packed, request, caller)) }
    switch table.match(request) {
    case .nowhere: return .answered(failure(.nowhere, request, caller))
    case .otherMethod(let allowed):
      var response = failure(.otherMethod, request, caller)
      response.headers.append(("Allow", allowed.joined(separator: ", ")))
      return .answered(response)
    case .route(let route, let parameters):
      do throws(Failure) {
        try route.contract?.check(request, parameters)
        return .route(route, parameters: parameters)
      } catch {
        return .answered(refusal(of: request, by: route, caller) ?? failure(error, request, caller))
      }
    }
  }

  /// Returns the refusal of a caller who may not use the route, before anything else is checked.
  private func refusal(
    of request: WebRequest, by route: Route, _ caller: Caller
  ) -> WebResponse? {
    do {
      _ = try admit(caller, to: route)
      return nil
    } catch {
      return refused(error, request, caller, why: route.right?.rawValue ?? "forbidden")
    }
  }

  /// Audits a refusal and returns it; if it cannot be audited, returns that failure.
  private func refused(
    _ error: any Error, _ request: WebRequest, _ caller: Caller, why: String
  ) -> WebResponse {
    do {
      try door.record(.refused, caller, on: request.place, result: why)
    } catch let fault {
      return failure(fault, request, caller)
    }
    return failure(error, request, caller)
  }

  /// Answers a request by its route; an error becomes a page with a remedy.
  func answer(
    _ request: WebRequest, by route: Route, _ parameters: [String: String], from caller: Caller
  ) -> WebResponse {
    do {
      var response = try noted(
        try respond(request, route, parameters, caller), request, route, caller)
      SecurityHeaders.add(to: &response)
      return response
    } catch {
      let refusal = Failure(error, at: operations)
      let answer =
        formAgain(refusal, request, route, parameters, caller) ?? failure(refusal, request, caller)
      do {
        if error is SpreadsheetError {
          try door.record(.refused, caller, on: request.place, result: "file")
        }
        return try noted(answer, request, route, caller, missing: error.missingRight)
      } catch {
        return failure(Failure(error, at: operations), request, caller)
      }
    }
  }

  /// Returns the failure page with the common headers.
  func failure(_ failure: Failure, _ request: WebRequest, _ caller: Caller) -> WebResponse {
    var response = failure.response(self, request, caller)
    SecurityHeaders.add(to: &response)
    return response
  }

  /// Returns the failure page for an error thrown before a route could answer.
  func failure(_ error: any Error, _ request: WebRequest, _ caller: Caller) -> WebResponse {
    failure(Failure(error, at: operations), request, caller)
  }

  /// Handles a request from authentication to response, without a server; for tests.
  func answer(_ request: WebRequest) -> WebResponse {
    switch admit(request) {
    case .answered(let answer, _): answer
    case .caller(let caller): answer(request, from: caller)
    }
  }

  /// Handles a request of an authenticated caller.
  func answer(_ request: WebRequest, from caller: Caller) -> WebResponse {
    switch plan(request, from: caller) {
    case .answered(let response): response
    case .route(let route, let parameters):
      answer(request, by: route, parameters, from: caller)
    }
  }

  /// Loads the columns that most pages use; errors are ignored and reported by the next page.
  func warm() {
    try? ledger.reading(at: operations) { operations in
      _ = try operations.table(QuestionOptions(filter: [:], limit: 1), columns: ProjectsQuery.usual)
      _ = try operations.overview(QuestionOptions(filter: [:]))
      _ = try operations.due(QuestionOptions(filter: [:]))
    }
  }

  func respond(
    _ request: WebRequest, _ route: Route, _ parameters: [String: String], _ caller: Caller
  ) throws -> WebResponse {
    if route.lane == .watching { return try watching(request, route, caller) }
    var (operations, permissions) = try admit(caller, to: route)
    operations.watch.committed = audited(caller)
    operations.watch.refused = auditedRefusal(caller)
    func handle(_ operations: LedgerOperations) throws -> WebResponse {
      let context = PageContext(
        request: request, parameters: parameters, caller: caller, permissions: permissions,
        operations: operations, site: self)
      // API requests are already checked against the contract.
      if route.contract != nil { return try route.handle(context) }
      if route.method == .post || route.isOfToday, let day = try context.asOf {
        throw Failure(409, "这是看 \(day.text) 的台账，过去只能看，这一页做的是今天的事。", "回到今天再做。")
      }
      if !route.takesMonth, request.query["month"] != nil {
        throw Failure(400, "这一页不能按月份看。", "去掉月份；按月份看用“项目”或“报表”。")
      }
      var response = try route.handle(context)
      if context.trail.isLeft { response.framed = nil }
      return response
    }
    // A page reads one state; an act reads and writes as it proceeds.
    guard route.method == .get else { return try handle(operations) }
    return try ledger.reading(at: operations) { operations in
      // The notice of an edit is shown once, so its page is not cached.
      guard route.isKept, request.query["done"] == nil else { return try handle(operations) }
      let standing = try ledger.standing(at: operations)
      let moment = AnswerCache.Moment(
        revision: standing.revision,
        figures: FrameFigures(
          revision: standing.revision,
          waiting: queue.count(at: operations, standing, anew: importing(operations)),
          printed: ShanghaiCalendar.text(Date())))
      let key = AnswerCache.Key(
        person: caller.person, isSignedIn: caller.session != nil, path: request.path,
        query: request.query, time: AnswerCache.Time(today: try operations.today, standing))
      return try answers.answer(key, at: moment) { page, revision in
        try ledger.leaves(page, since: revision, at: operations)
      } made: {
        try handle(operations)
      }
    }
  }
}

extension Site {
  /// Answers a monitoring request without reading the ledger, which may be unreadable.
  private func watching(
    _ request: WebRequest, _ route: Route, _ caller: Caller
  ) throws -> WebResponse {
    let permissions = Permissions(caller.person, Catalogue(items: []))
    return try route.handle(
      PageContext(
        request: request, parameters: [:], caller: caller, permissions: permissions,
        operations: operations,
        site: self))
  }

  /// Returns a caller's operations for a route; throws `rightMissing` if they may not use it.
  func admit(
    _ caller: Caller, to route: Route
  ) throws -> (operations: LedgerOperations, permissions: Permissions) {
    let permissions = try ledger.permissions(
      of: caller.person, requiring: route.right, or: route.otherRight)
    return (try operations(of: caller.person, called: ledger.actor(caller.person)), permissions)
  }

  /// Returns the import operations of an admitted caller.
  func importing(_ caller: Caller) throws -> LedgerOperations {
    importing(operations(of: caller.person, called: try ledger.actor(caller.person)))
  }

  /// Returns operations that import with the limits for uploads; local files may be larger.
  func importing(_ operations: LedgerOperations) -> LedgerOperations {
    var own = self.operations(of: operations.person, called: operations.actor)
    own.watch = operations.watch
    own.limits = .upload
    return own
  }

  private func operations(of person: Person, called actor: String) -> LedgerOperations {
    var own = LedgerOperations(
      path: operations.path, person: person, actor: actor, now: operations.now)
    own.watch = operations.watch
    own.hints = operations.hints
    own.patience = .seconds(30)
    own.interruption = stopping
    return own
  }
}

extension Limits {
  /// The limits for reading an uploaded list.
  static let upload: Limits = {
    var limits = Limits()
    limits.fileBytes = 20 << 20
    limits.partBytes = 1 << 30
    limits.totalBytes = 1 << 30
    limits.cells = 16_000_000
    limits.repeatedCells = 1_000_000
    limits.cellTextBytes = 256 << 20
    limits.sharedTextBytes = 256 << 20
    return limits
  }()
}
