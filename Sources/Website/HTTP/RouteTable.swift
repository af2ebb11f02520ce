import Ledger

/// A page or an act: method, path pattern, required right and handler.
struct Route: Sendable {
  let method: WebRequest.Method
  /// The path; `{name}` matches any one component.
  let pattern: String
  let lane: Lane
  let body: SentBody
  /// The required right; nil for none.
  var right: Right? = nil
  /// An alternative to the required right.
  var otherRight: Right? = nil
  /// Whether the page depends only on the ledger, the caller and the day, so that it can be cached for others who see
  /// the same.
  var isKept = false
  /// The path of the page that contains the form; nil if it has the same path as the act.
  var formPage: String? = nil
  /// Returns the query of that page from the form's fields; nil for the query of the request.
  var formQuery: (@Sendable (Query) -> Query)? = nil
  /// The API contract; nil for pages.
  var contract: Contract? = nil
  let handle: Handler

  /// Answers a request whose caller, parameters and body are known.
  typealias Handler = @Sendable (PageContext) throws -> WebResponse

  /// The queue that runs a route; lanes do not wait for each other.
  enum Lane: Sendable {
    /// Queries: four at a time, each on one state of the ledger.
    case questions
    /// Acts: one at a time, since a ledger has one writer.
    case acts
    /// Imports: one at a time, in parallel to all other lanes.
    case imports
    /// Password checks: two at a time, so that guessing delays only other password checks.
    case passwords
    /// Monitoring: answered without reading the ledger, whatever else is running.
    case watching
  }

  /// The body that a request may have.
  enum SentBody: Sendable {
    case none
    /// A form of at most 256 KB.
    case form
    /// A form with files.
    case files
    /// A document of at most 256 KB.
    case document
    /// The body is a file.
    case file
  }

  private static func of(
    _ method: WebRequest.Method, _ pattern: String, _ lane: Lane, _ body: SentBody,
    _ handle: @escaping Handler
  ) -> Route {
    Route(method: method, pattern: pattern, lane: lane, body: body, handle: handle)
  }

  /// A page to read.
  static func page(_ pattern: String, _ handle: @escaping Handler) -> Route {
    of(.get, pattern, .questions, .none, handle)
  }

  /// A form that performs an act.
  static func act(_ pattern: String, _ handle: @escaping Handler) -> Route {
    of(.post, pattern, .acts, .form, handle)
  }

  /// A form with a password.
  static func password(_ pattern: String, _ handle: @escaping Handler) -> Route {
    of(.post, pattern, .passwords, .form, handle)
  }

  /// A monitoring request, from this machine or with a token.
  static func watching(_ pattern: String, _ handle: @escaping Handler) -> Route {
    of(.get, pattern, .watching, .none, handle)
  }

  /// A form that starts or continues an import.
  static func importing(_ pattern: String, _ handle: @escaping Handler) -> Route {
    of(.post, pattern, .imports, .form, handle)
  }

  /// A form with files, which are on the disk when it is handled; their processing continues in a job.
  static func upload(_ pattern: String, _ handle: @escaping Handler) -> Route {
    of(.post, pattern, .acts, .files, handle)
  }

  /// A form with a file that is checked and not stored.
  static func check(_ pattern: String, _ handle: @escaping Handler) -> Route {
    of(.post, pattern, .questions, .files, handle)
  }

  /// Returns the route with a required right and, optionally, an alternative.
  func needs(_ right: Right, or other: Right? = nil) -> Route {
    var route = self
    (route.right, route.otherRight) = (right, other)
    return route
  }

  /// Returns the route of a form that is on a page at another path.
  func standing(
    on page: String, asking query: (@Sendable (_ form: Query) -> Query)? = nil
  ) -> Route {
    var route = self
    (route.formPage, route.formQuery) = (page, query)
    return route
  }

  /// The path of the page that shows a refused form again; nil for API routes, uploads and passwords, which are typed
  /// anew.
  func formPath(_ parameters: [String: String]) -> [String]? {
    guard method == .post, body == .form, lane != .passwords, contract == nil else { return nil }
    return (formPage ?? pattern).split(separator: "/").map { part in
      part.hasPrefix("{") ? parameters[String(part.dropFirst().dropLast())] ?? "" : String(part)
    }
  }

  /// Returns the route with its pages cached.
  func kept() -> Route {
    var route = self
    route.isKept = true
    return route
  }

  /// Whether the page has a choice of months.
  var takesMonth: Bool {
    [
      "", "projects", "projects.csv", "projects.xlsx", "milestones", "problems", "chains", "units",
      "areas", "registers", "due", "books",
    ].contains(pattern.split(separator: "/").first ?? "")
  }

  /// Whether the page shows only the present state: pending items, imports, and forms for acts.
  var isOfToday: Bool {
    let parts = pattern.split(separator: "/")
    return ["imports", "queue", "receipts", "views"].contains(parts.first)
      || ["edit", "move", "matters", "undo", "merge", "parts", "publish"].contains(parts.last)
  }

}

/// All routes of a site.
struct RouteTable: Sendable {
  let routes: [Route]
  /// By their number of path components.
  private let places: [Int: [(path: RoutePath, route: Route)]]

  init(_ routes: [Route]) {
    self.routes = routes
    places = Dictionary(grouping: routes.map { (RoutePath($0.pattern), $0) }) { $0.0.count }
  }

  enum Match: Sendable {
    case route(Route, parameters: [String: String])
    /// The path exists, but not with this method.
    case otherMethod(allowed: [String])
    case nowhere
  }

  /// Returns the route of a request: the first that matches, `HEAD` counting as `GET`. If `Accept` prefers a file
  /// format of the route, the route with that ending.
  func match(_ request: WebRequest) -> Match {
    let match = ownMatch(request)
    guard case .route(let route, _) = match,
      let ending = route.contract?.ending(taking: request.terms.accept),
      let last = request.path.last
    else { return match }
    let file = WebRequest(
      method: request.method, path: request.path.dropLast() + [last + "." + ending])
    if case .route = ownMatch(file) { return ownMatch(file) }
    return match
  }

  private func ownMatch(_ request: WebRequest) -> Match {
    let found = (places[request.path.count] ?? []).compactMap { path, route in
      path.parameters(of: request.path).map { (route, $0) }
    }
    let method = WebRequest.Method(rawValue: request.method)
    let asked = method == .head ? .get : method
    if let (route, parameters) = found.first(where: { $0.0.method == asked }) {
      return .route(route, parameters: parameters)
    }
    if found.isEmpty { return .nowhere }
    let methods = Set(found.map(\.0.method))
    let allowed = methods.map(\.rawValue) + (methods.contains(.get) ? ["HEAD"] : [])
    return .otherMethod(allowed: allowed.sorted())
  }
}
