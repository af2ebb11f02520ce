import Ledger

/// A page or an act: how it is asked for, and who answers.
struct Route: Sendable {
  let method: WebRequest.Method
  /// The parts of the path; `{name}` stands for any one part.
  let pattern: String
  let lane: Lane
  let body: SentBody
  /// What a caller needs; nil for what anybody may have.
  var right: Right? = nil
  /// What does as well.
  var otherRight: Right? = nil
  /// Whether it is a page that follows from the ledger, who asks and when alone: then it is kept for whoever asks
  /// the same next.
  var isKept = false
  /// The page that a form stands on; nil where that is asked for at the same place.
  var formPage: String? = nil
  /// With which question that page is asked for; nil for the form's own.
  var formQuery: (@Sendable (Query) -> Query)? = nil
  /// What programs are promised of it; nil for pages.
  var contract: Contract? = nil
  let handle: Handler

  /// Answers a request of which everything is known.
  typealias Handler = @Sendable (PageContext) throws -> WebResponse

  /// Where the work of a route is done: none of it waits for another lane.
  enum Lane: Sendable {
    /// Questions: four at a time, each answered from one state of the ledger.
    case questions
    /// Acts: one at a time, as the ledger has one writer.
    case acts
    /// Imports: one at a time, beside everything else.
    case imports
    /// Passwords: two at a time, so that guessing keeps nobody waiting but those who guess.
    case passwords
    /// How the server is: answered from no state of the ledger, whatever else is under way.
    case watching
  }

  /// What a request may bring.
  enum SentBody: Sendable {
    case none
    /// A form of at most 256 KB.
    case form
    /// A form with files.
    case files
    /// A document of at most 256 KB.
    case document
    /// A file: the body itself.
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

  /// A form that is acted on.
  static func act(_ pattern: String, _ handle: @escaping Handler) -> Route {
    of(.post, pattern, .acts, .form, handle)
  }

  /// A form with a password.
  static func password(_ pattern: String, _ handle: @escaping Handler) -> Route {
    of(.post, pattern, .passwords, .form, handle)
  }

  /// What whoever watches over the server asks: from this machine, or with a token.
  static func watching(_ pattern: String, _ handle: @escaping Handler) -> Route {
    of(.get, pattern, .watching, .none, handle)
  }

  /// A form that starts or moves on an import.
  static func importing(_ pattern: String, _ handle: @escaping Handler) -> Route {
    of(.post, pattern, .imports, .form, handle)
  }

  /// A form with files: they are on the disk when it is handled, and what is made of them goes on by itself.
  static func upload(_ pattern: String, _ handle: @escaping Handler) -> Route {
    of(.post, pattern, .acts, .files, handle)
  }

  /// A form with a file that is looked at and not kept.
  static func check(_ pattern: String, _ handle: @escaping Handler) -> Route {
    of(.post, pattern, .questions, .files, handle)
  }

  /// The same for whoever has a right, or another one that does as well.
  func needs(_ right: Right, or other: Right? = nil) -> Route {
    var route = self
    (route.right, route.otherRight) = (right, other)
    return route
  }

  /// The same of a form that stands on a page at another place.
  func standing(
    on page: String, asking query: (@Sendable (_ form: Query) -> Query)? = nil
  ) -> Route {
    var route = self
    (route.formPage, route.formQuery) = (page, query)
    return route
  }

  /// The page that shows a refused form again; nil for what is no form, and for passwords, which are typed anew.
  func formPath(_ parameters: [String: String]) -> [String]? {
    guard method == .post, body == .form, lane != .passwords, contract == nil else { return nil }
    return (formPage ?? pattern).split(separator: "/").map { part in
      part.hasPrefix("{") ? parameters[String(part.dropFirst().dropLast())] ?? "" : String(part)
    }
  }

  /// The same, kept for whoever asks the same next.
  func kept() -> Route {
    var route = self
    route.isKept = true
    return route
  }

  /// Whether a page can be asked for a month of the figures.
  var takesMonth: Bool {
    [
      "", "projects", "projects.csv", "projects.xlsx", "milestones", "problems", "chains", "units",
      "areas", "registers", "due", "books",
    ].contains(pattern.split(separator: "/").first ?? "")
  }

  /// Whether the page only knows the present: what waits, what is on its way, and what is about to be done.
  var isOfToday: Bool {
    let parts = pattern.split(separator: "/")
    return ["imports", "queue", "receipts", "views"].contains(parts.first)
      || ["edit", "move", "matters", "undo", "merge", "parts", "publish"].contains(parts.last)
  }

}

/// All routes of a site.
struct RouteTable: Sendable {
  let routes: [Route]
  /// By the number of their parts.
  private let places: [Int: [(path: RoutePath, route: Route)]]

  init(_ routes: [Route]) {
    self.routes = routes
    places = Dictionary(grouping: routes.map { (RoutePath($0.pattern), $0) }) { $0.0.count }
  }

  enum Match: Sendable {
    case route(Route, parameters: [String: String])
    /// The place is there, and is asked for in other ways.
    case otherMethod(allowed: [String])
    case nowhere
  }

  /// What answers a request. `HEAD` is answered as `GET` is; the first of several routes counts. A program that takes
  /// another type of file than the route has is answered by the route that has it under an ending.
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
