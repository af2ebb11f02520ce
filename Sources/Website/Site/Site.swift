import Access
import Foundation
import Ledger
import Logging
import Operations
import Spreadsheet
import Storage
import Synchronization

/// The site: answers requests from a ledger, whatever server brings them.
final class Site: Sendable {
  let ledger: OpenLedger
  let templates: Templates
  let files = StaticFiles()
  /// Plans that are made and lists that are written.
  let imports = ImportJobs()
  let queue = QueueCount()
  let notices = EditNotices()
  private let answers = AnswerCache()
  /// Who comes.
  let door: Door
  private let gatekeeper = Mutex(Gatekeeper(takingAll: false, isSecure: true))
  /// How long a program that writes a list is kept waiting before it is told to look again, in milliseconds.
  let commitPatience: Int
  let table: RouteTable
  private let operations: LedgerOperations
  /// The folder that the ledger's backups are kept in, where it is known.
  let backups: String?
  private let stopping = Interruption()

  /// `operations` says where the ledger is and how it is watched; each caller acts at a operations of their own.
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

  /// Ends what waits and what is only asked: whoever stops the server is not kept waiting. What is being written is
  /// finished.
  func stop() {
    stopping.request()
    imports.stopAll()
  }

  /// Whether the server is being stopped.
  var isStopping: Bool { stopping.isRequested }

  /// Lets in what is meant for a port; before that nothing is.
  func opens(at port: Int) {
    gatekeeper.withLock { $0 = Gatekeeper(port: port, isSecure: door.isSecure) }
  }

  /// The same for names and schemes that are not this machine's: whoever has accounts is reached under names
  /// that nobody here knows.
  func opensToAll() {
    gatekeeper.withLock { $0 = Gatekeeper(takingAll: true, isSecure: door.isSecure) }
  }

  /// Whether a write comes from a page of ours.
  func isOwn(_ request: WebRequest) -> Bool { gatekeeper.withLock { $0 }.isOwn(request) }

  /// The route that would answer a request.
  func route(of request: WebRequest) -> Route? {
    if case .route(let route, _) = table.match(request) { route } else { nil }
  }

  /// What is to be done about a request, of which only the head has been read.
  enum Plan: Sendable {
    /// It is answered already.
    case answered(WebResponse)
    /// A route does it, in its lane, when its body has been read.
    case route(Route, parameters: [String: String])
  }

  /// The answer to a request that is not meant for this site, or was made by a page elsewhere.
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

  /// The answer to who may not ask for a route at all, whatever else is wrong with what they ask.
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

  /// A refusal, once its line is written; that the line cannot be is told instead.
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

  /// Answers a request by its route; whatever fails becomes a page that says what to do.
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

  /// The page about a failure, with the headers of every answer.
  func failure(_ failure: Failure, _ request: WebRequest, _ caller: Caller) -> WebResponse {
    var response = failure.response(self, request, caller)
    SecurityHeaders.add(to: &response)
    return response
  }

  /// The page about whatever was thrown before a route could answer.
  func failure(_ error: any Error, _ request: WebRequest, _ caller: Caller) -> WebResponse {
    failure(Failure(error, at: operations), request, caller)
  }

  /// The whole way of a request, for whoever has no server: tests.
  func answer(_ request: WebRequest) -> WebResponse {
    switch admit(request) {
    case .answered(let answer, _): answer
    case .caller(let caller): answer(request, from: caller)
    }
  }

  /// The same from a caller who is known.
  func answer(_ request: WebRequest, from caller: Caller) -> WebResponse {
    switch plan(request, from: caller) {
    case .answered(let response): response
    case .route(let route, let parameters):
      answer(request, by: route, parameters, from: caller)
    }
  }

  /// Reads what most pages count by into memory, before anybody asks; what goes wrong is told by the page that
  /// asks next.
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
      // What a program may say has been held against the contract.
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
    // A page is one read of one state; an act reads and writes as it goes.
    guard route.method == .get else { return try handle(operations) }
    return try ledger.reading(at: operations) { operations in
      // What an edit wrote is told once.
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
  /// Answers about the server without asking the ledger first: it may be what cannot be asked.
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

  /// The ledger with somebody at it who asks for a route; throws `rightMissing` where they may not.
  func admit(
    _ caller: Caller, to route: Route
  ) throws -> (operations: LedgerOperations, permissions: Permissions) {
    let permissions = try ledger.permissions(
      of: caller.person, requiring: route.right, or: route.otherRight)
    return (try operations(of: caller.person, called: ledger.actor(caller.person)), permissions)
  }

  /// The same of whoever has been let in.
  func importing(_ caller: Caller) throws -> LedgerOperations {
    importing(operations(of: caller.person, called: try ledger.actor(caller.person)))
  }

  /// A operations that takes lists from a browser: somebody's own machine is trusted with larger ones.
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
  /// What a list that comes over the network may ask of the reader.
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
