import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Logging
import NIOCore
import Synchronization

/// Passes requests of a connection to the site, and responses back.
struct SiteResponder: HTTPResponder {
  typealias Context = ConnectionContext

  let site: Site
  /// Whether requests arrive over the Unix domain socket.
  let isOnSocket: Bool
  let patience: Patience
  let lanes = Lanes()
  private let numbers = RequestNumbers()
  private let log = Logger(label: "taizhang.website")

  init(site: Site, isOnSocket: Bool, patience: Patience) {
    self.site = site
    self.isOnSocket = isOnSocket
    self.patience = patience
  }

  /// Loads the columns that most pages use. A request that arrives meanwhile waits no longer than loading them itself
  /// would take.
  func warm() {
    Task { [lanes, site] in try? await lanes.run(in: .questions) { site.warm() } }
  }

  /// Answers every request. No error leaves this function, so every response has the common headers.
  func respond(to request: Request, context: ConnectionContext) async -> Response {
    let start = ContinuousClock.now
    let number = numbers.next()
    var answered = await answer(request, number, context)
    let took = (ContinuousClock.now - start).components
    let nanoseconds = took.seconds * 1_000_000_000 + took.attoseconds / 1_000_000_000
    site.meters.answered(
      route: answered.route, status: answered.response.status, nanoseconds: nanoseconds)
    // Neither the query nor parts of the path that a caller chose are logged.
    log.info(
      "#\(number) \(answered.account) \(request.method.rawValue) \(answered.route) \(answered.response.status) \(nanoseconds / 1_000_000) ms"
    )
    if site.door.isSecure {
      answered.response.headers.append(("Strict-Transport-Security", "max-age=31536000"))
    }
    return Response(answered.response, isHead: request.method == .head, on: context.channel)
  }

  /// A response with what is logged about it.
  private struct Answered {
    var response: WebResponse
    let route: String
    let account: String

    init(_ response: WebResponse, _ route: Route?, _ caller: Caller?) {
      self.response = response
      self.route = route?.pattern ?? "-"
      account = caller?.person.login ?? "-"
    }
  }

  private func answer(
    _ head: Request, _ number: Int, _ context: ConnectionContext
  ) async -> Answered {
    // A second `Host` header makes the request ambiguous.
    guard
      var request = WebRequest(method: head.method.rawValue, target: head.head.path ?? ""),
      !head.headers.contains(.otherHost)
    else {
      var request = WebRequest(path: [])
      request.number = number
      return Answered(site.failure(.malformed, request, .stranger(at: nil)), nil, nil)
    }
    request.number = number
    request.source = source(of: head, context)
    request.terms = WebRequest.Terms(
      contentType: head.headers[.contentType], accept: head.headers[.accept],
      ifMatch: head.headers[.ifMatch], encoding: head.headers[.contentEncoding])
    let caller: Caller
    do {
      let known = request
      switch try await lanes.atDoor({ [site] in site.admit(known) }) {
      case .answered(var response, let caller):
        response.closes = ![.get, .head].contains(head.method)
        return Answered(response, site.route(of: request), caller)
      case .caller(let known): caller = known
      }
    } catch {
      return Answered(
        site.failure(error, request, .stranger(at: nil)), site.route(of: request), nil)
    }
    switch site.plan(request, from: caller) {
    case .answered(var response):
      // The body of such a request is not read.
      response.closes = ![.get, .head].contains(head.method)
      return Answered(response, site.route(of: request), caller)
    case .route(let route, let parameters):
      var answer = await answer(request, by: route, parameters, caller, head, context)
      if answer.status == 413 || answer.status == 408 { answer.closes = true }
      return Answered(answer, route, caller)
    }
  }

  private func answer(
    _ request: WebRequest, by route: Route, _ parameters: [String: String], _ caller: Caller,
    _ head: Request, _ context: ConnectionContext
  ) async -> WebResponse {
    do {
      var request = request
      if route.body == .form {
        request.form = try await FormReading(
          head, on: context.channel, within: patience.form
        ).form()
      }
      if route.body == .document {
        request.document = try await FormReading(
          head, on: context.channel, within: patience.form
        ).bytes()
      }
      if route.body == .file {
        request.files = try await [
          UploadReading(
            head, on: context.channel, at: site.importing(site.admit(caller, to: route).operations),
            within: patience.files
          ).file(named: request.query["name"] ?? "")
        ]
      }
      if route.body == .files {
        let content = try await UploadReading(
          head, on: context.channel, at: site.importing(site.admit(caller, to: route).operations),
          within: patience.files
        ).content()
        (request.form, request.files) = (content.form, content.files)
      }
      let complete = request
      return try await lanes.run(in: route.lane) { [site] in
        site.answer(complete, by: route, parameters, from: caller)
      }
    } catch {
      var answer = site.refusal(ofBody: error, request, by: route, caller)
      // The rest of a refused upload is not read.
      if [.files, .file, .document].contains(route.body) { answer.closes = true }
      return answer
    }
  }
}

extension SiteResponder {
  /// Returns the origin of a request.
  private func source(of head: Request, _ context: ConnectionContext) -> WebRequest.Source {
    var source = WebRequest.Source(
      host: head.head.authority, origin: head.headers[.origin],
      fetchSite: head.headers[.secFetchSite])
    source.cookie = head.headers[.cookie]
    source.authorization = head.headers[.authorization]
    source.browser = head.headers[.userAgent]
    source.isOnSocket = isOnSocket
    source.isHandedOn = [.forwardedFor, .forwarded, .via].contains { head.headers[$0] != nil }
    if let name = site.door.userHeader, let field = HTTPField.Name(name) {
      source.headers[name.lowercased()] = head.headers[field]
    }
    // From a gateway the last address counts; a browser can forge those before it.
    source.address =
      isOnSocket
      ? head.headers[.forwardedFor]?.split(separator: ",").last?
        .trimmingCharacters(in: .whitespaces) ?? "gateway"
      : context.channel.remoteAddress?.ipAddress
    return source
  }
}

/// The connection of a request.
struct ConnectionContext: InitializableFromSource {
  let channel: any Channel

  init(source: ApplicationRequestContextSource) { channel = source.channel }
}

/// Numbers requests, starting at 1 with the server.
final class RequestNumbers: Sendable {
  private let last = Atomic(0)

  func next() -> Int { last.wrappingAdd(1, ordering: .relaxed).newValue }
}

extension HTTPField.Name {
  static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin
  static let otherHost = HTTPField.Name("Host") ?? .origin
  static let forwarded = HTTPField.Name("Forwarded") ?? .origin
  static let via = HTTPField.Name("Via") ?? .origin
  static let forwardedFor = HTTPField.Name("X-Forwarded-For") ?? .origin
}
