import Access
import Foundation
import Ledger
import Wording

/// The result of authenticating a request.
enum Admission: Sendable {
  case caller(Caller)
  /// The response is final; `to` is the caller, as far as known.
  case answered(WebResponse, to: Caller)
}

extension Site {
  /// Authenticates a request whose head has been read, and answers one that is not admitted.
  func admit(_ request: WebRequest) -> Admission {
    let stranger = Caller.stranger(at: request.source.address)
    do {
      let route = route(of: request)
      if route?.lane == .watching { return try admitWatching(request, stranger) }
      guard let caller = try door.caller(of: request, for: route) else {
        if route?.isOpen == true { return .caller(stranger) }
        if let refused = refusal(of: request, stranger) {
          return .answered(refused, to: stranger)
        }
        return .answered(try toSignIn(request, route), to: stranger)
      }
      if let session = caller.session {
        if let answer = try foreign(request, caller) { return .answered(answer, to: caller) }
        if let duty = session.duty, route?.isOpen != true, route?.settles(duty) != true {
          return .answered(
            request.isOfProgram
              ? failure(Failure.dutyOpen, request, caller) : redirect(to: duty.address),
            to: caller)
        }
      }
      return .caller(caller)
    } catch {
      var answer = failure(error, request, stranger)
      if answer.status == 401 { answer.headers.append(("WWW-Authenticate", "Bearer")) }
      if answer.status == 429, answer["Retry-After"] == nil {
        answer.headers.append(("Retry-After", "1"))
      }
      return .answered(answer, to: stranger)
    }
  }

  /// Admits a monitoring request: from this machine even if accounts cannot be read, otherwise with a token.
  private func admitWatching(_ request: WebRequest, _ stranger: Caller) throws -> Admission {
    if request.source.authorization == nil {
      if request.source.isOfThisMachine { return .caller(stranger) }
      try door.record(.refused, nil, stranger.address, on: request.place, result: "watching")
      return .answered(failure(Failure.notOfThisMachine, request, stranger), to: stranger)
    }
    return .caller(try door.caller(of: request, for: nil) ?? stranger)
  }

  /// Refuses every signed-in write that does not come from a page of this site; a request with a cookie but without an
  /// origin is refused too.
  private func foreign(_ request: WebRequest, _ caller: Caller) throws -> WebResponse? {
    guard !["GET", "HEAD"].contains(request.method), !isOwn(request) else { return nil }
    try door.record(.refused, caller, on: request.place, result: "foreignPage")
    return failure(Failure(Gatekeeper.Refusal.foreignPage), request, caller)
  }

  /// Redirects an anonymous request to the sign-in page, which returns to the requested address.
  private func toSignIn(_ request: WebRequest, _ route: Route?) throws -> WebResponse {
    let stranger = Caller.stranger(at: request.source.address)
    guard request.path.first != "api" else {
      var answer = failure(Failure.notSignedIn, request, stranger)
      answer.headers.append(("WWW-Authenticate", "Bearer"))
      return answer
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return failure(Failure.notSignedIn, request, stranger)
    }
    let place = Address(path: request.path, query: request.query)
    var answer = redirect(
      to: Address("sign-in", query: place.text == "/" ? [:] : ["next": place.text]))
    if request.source.cookie != nil {
      answer.headers.append(SessionCookie.clear(isSecure: door.isSecure))
    }
    return answer
  }

  private func redirect(to address: Address) -> WebResponse {
    var answer = WebResponse.seeOther(address)
    SecurityHeaders.add(to: &answer)
    return answer
  }

  /// Returns an address of this site, or nil for anything else, so that no redirect leaves the site.
  func ownPlace(_ text: String?) -> Address? {
    guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"),
      let request = WebRequest(method: "GET", target: text), route(of: request) != nil
    else { return nil }
    return Address(path: request.path, query: request.query)
  }

  /// Writes the audit line that a response needs before it is sent: for a refusal or a download.
  func noted(
    _ answer: WebResponse, _ request: WebRequest, _ route: Route, _ caller: Caller,
    missing right: Right? = nil
  ) throws -> WebResponse {
    if answer.status == 403 {
      try door.record(
        .refused, caller, on: request.place, result: (right ?? route.right)?.rawValue ?? "forbidden"
      )
    } else if answer.isFile {
      try door.record(
        .file, caller, on: "\(answer.fileName) \(request.place)")
    }
    return answer
  }
}

extension Caller {
  /// A signed-in caller.
  init(_ session: Session, at address: String) {
    self.init(session.person)
    self.session = session
    self.address = address
  }

  /// An anonymous caller.
  static func stranger(at address: String?) -> Caller {
    var caller = Caller(Person(login: nil, name: "未登录", unit: nil, grants: []))
    caller.address = address ?? "local"
    caller.isStranger = true
    return caller
  }
}

extension Route {
  /// Whether the route needs no sign-in.
  var isOpen: Bool {
    ["/static/{file}", "/sign-in", "/help", "/problems/{code}"].contains(pattern)
  }

  /// Whether a request counts as activity of the session; polling does not.
  var isActivity: Bool { !pattern.hasSuffix("/state") && !pattern.hasPrefix("/static/") }

  /// Whether the route fulfils the duty.
  func settles(_ duty: Session.Duty) -> Bool {
    pattern == "/sign-out" || pattern == duty.address.text
  }
}

extension Session {
  /// The first duty that the session owes.
  var duty: Duty? {
    [.firstPassword, .newPassword, .factor].first { owes.contains($0) }
  }
}

extension Session.Duty {
  /// The page on which the duty is fulfilled.
  var address: Address {
    self == .factor ? Address("account", "factor") : Address("account", "password")
  }
}

extension WebRequest {
  /// The method and path without the query. A project requested by anything but its number becomes `?`, because names
  /// and codes are contents of cells.
  var place: String {
    var parts = path
    for index in parts.indices.dropFirst()
    where parts[index - 1] == "projects" && !parts[index].allSatisfy(\.isNumber) {
      parts[index] = "?"
    }
    return "\(method) /" + parts.joined(separator: "/")
  }
}

extension WebResponse {
  /// Whether the response is a download.
  fileprivate var isFile: Bool {
    status == 200 && self["Content-Disposition"]?.hasPrefix("attachment") == true
  }

  /// The file name of a download.
  fileprivate var fileName: String {
    let name = (self["Content-Disposition"] ?? "").components(separatedBy: "filename*=UTF-8''").last
    return name?.removingPercentEncoding ?? ""
  }
}

extension Site {
  /// Returns a callback that audits an entry before the caller gets a response.
  func audited(_ caller: Caller) -> @Sendable (Entry) throws -> Void {
    { [door] entry in
      try door.record(
        .entry, caller, on: entry.kind.words, entry: entry.number)
    }
  }

  /// Returns a callback that audits a file that cannot be read.
  func auditedRefusal(_ caller: Caller) -> @Sendable (String) throws -> Void {
    { [door] name in try door.record(.refused, caller, on: name, result: "file") }
  }

  /// The response to a refused body. On upload routes the refusal is audited first; the line never contains what was
  /// sent.
  func refusal(
    ofBody error: any Error, _ request: WebRequest, by route: Route, _ caller: Caller
  ) -> WebResponse {
    guard [.files, .file].contains(route.body), let refused = error as? Failure,
      [413, 415].contains(refused.status)
    else { return failure(error, request, caller) }
    do {
      try door.record(.refused, caller, on: request.place, result: "file")
    } catch let fault {
      return failure(fault, request, caller)
    }
    return failure(error, request, caller)
  }
}

extension Error {
  /// The missing right, if the error reports one.
  var missingRight: Right? {
    switch self as? OperationError {
    case .rightMissing(let right, _), .scopeTooNarrow(let right): right
    default: nil
    }
  }
}
