import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

/// Brings the requests of a connection to the site, and its answers back.
struct SiteResponder: HTTPResponder {
  typealias Context = ConnectionContext

  let site: Site
  let caller: Caller
  let lanes = Lanes()
  private let numbers = RequestNumbers()
  private let log = Logger(label: "taizhang.website")

  init(site: Site, caller: Caller) {
    self.site = site
    self.caller = caller
  }

  /// Answers whatever comes: nothing that is thrown leaves this function, so that every answer has the
  /// headers of all.
  func respond(to request: Request, context: ConnectionContext) async -> Response {
    let clock = ContinuousClock()
    let start = clock.now
    let (response, pattern, number) = await answer(request, context)
    let took = (clock.now - start).components
    log.info(
      "#\(number) \(request.method.rawValue) \(pattern) \(response.status) \(took.seconds * 1000 + took.attoseconds / 1_000_000_000_000_000) ms"
    )
    return Response(response, isHead: request.method == .head, on: context.channel)
  }

  private func answer(
    _ head: Request, _ context: ConnectionContext
  ) async -> (WebResponse, pattern: String, number: Int) {
    let number = numbers.next()
    guard
      var request = WebRequest(method: head.method.rawValue, target: head.head.path ?? "")
    else {
      var request = WebRequest(path: [])
      request.number = number
      return (site.failure(.malformed, request, caller), "-", number)
    }
    request.number = number
    request.source = WebRequest.Source(
      host: head.head.authority, origin: head.headers[.origin],
      fetchSite: head.headers[.secFetchSite])
    request.terms = WebRequest.Terms(
      contentType: head.headers[.contentType], accept: head.headers[.accept],
      ifMatch: head.headers[.ifMatch])
    switch site.plan(request, from: caller) {
    case .answered(var response):
      // What such a request brings is not read.
      response.closes = ![.get, .head].contains(head.method)
      return (response, "-", number)
    case .route(let route, let parameters):
      var answer = await answer(request, by: route, parameters, head, context)
      if answer.status == 413 || answer.status == 408 { answer.closes = true }
      return (answer, route.pattern, number)
    }
  }

  private func answer(
    _ request: WebRequest, by route: Route, _ parameters: [String: String], _ head: Request,
    _ context: ConnectionContext
  ) async -> WebResponse {
    do {
      var request = request
      if route.body == .form {
        request.form = try await FormReading(head, on: context.channel).form()
      }
      if route.body == .document {
        request.document = try await FormReading(head, on: context.channel).bytes()
      }
      if route.body == .file {
        request.files = try await [
          UploadReading(
            head, on: context.channel, at: site.importing(site.admit(caller, to: route).desk)
          ).file(named: request.query["name"] ?? "")
        ]
      }
      if route.body == .files {
        let content = try await UploadReading(
          head, on: context.channel, at: site.importing(site.admit(caller, to: route).desk)
        ).content()
        (request.form, request.files) = (content.form, content.files)
      }
      let complete = request
      return try await lanes.run(in: route.lane) { [site, caller] in
        site.answer(complete, by: route, parameters, from: caller)
      }
    } catch {
      var answer = site.failure(error, request, caller)
      // Of files that are not taken nothing more is read.
      if [.files, .file, .document].contains(route.body) { answer.closes = true }
      return answer
    }
  }
}

/// The connection of a request.
struct ConnectionContext: InitializableFromSource {
  let channel: any Channel

  init(source: ApplicationRequestContextSource) { channel = source.channel }
}

/// Counts requests, from the start of the server.
final class RequestNumbers: Sendable {
  private let last = Atomic(0)

  func next() -> Int { last.wrappingAdd(1, ordering: .relaxed).newValue }
}

extension HTTPField.Name {
  static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin
}
