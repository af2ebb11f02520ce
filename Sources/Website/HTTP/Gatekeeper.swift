/// Who may talk to the site at all: requests that are meant for it, and writes that its own pages send.
///
/// Without sign-in this is what keeps pages elsewhere from the ledger: a name that is made to lead here (DNS
/// rebinding) is not ours, and a form elsewhere says where it is from.
struct Gatekeeper: Sendable {
  /// What `Host` may say.
  let hosts: Set<String>
  /// Whether every name is ours: a server with accounts does not know them all, and a name that is made to
  /// lead here brings no cookie along.
  private let takesAll: Bool
  /// What the address of a page of ours begins with.
  private let schemes: Set<String>

  /// Takes every name, or none. A gateway may be reached by TLS although we are not.
  init(takingAll: Bool, isSecure: Bool) {
    hosts = []
    takesAll = takingAll
    schemes = isSecure ? ["https"] : ["http", "https"]
  }

  /// The names of a loopback address at a port.
  init(port: Int, isSecure: Bool = false) {
    let names = ["127.0.0.1", "localhost", "[::1]"]
    let standard = isSecure ? 443 : 80
    hosts = Set(names.flatMap { port == standard ? [$0, "\($0):\(port)"] : ["\($0):\(port)"] })
    takesAll = false
    schemes = [isSecure ? "https" : "http"]
  }

  enum Refusal: Hashable, Sendable {
    /// The request is for another site.
    case notOurs
    /// A page elsewhere sends it, or nobody says which.
    case foreignPage
  }

  /// Why a request is refused; nil for one that is welcome.
  func refusal(of request: WebRequest) -> Refusal? {
    guard let host = request.source.host?.lowercased(), takesAll || hosts.contains(host) else {
      return .notOurs
    }
    switch WebRequest.Method(rawValue: request.method) {
    case .get, .head, nil: return nil
    // Pages send nothing by these: what programs send is judged as such, and elsewhere there is no such route.
    case .put, .patch, .delete: return isForeign(request.source, host) ? .foreignPage : nil
    case .post:
      if request.isOfProgram { return isForeign(request.source, host) ? .foreignPage : nil }
      return isOwn(request.source, host) ? nil : .foreignPage
    }
  }

  /// Whether a browser says that a page elsewhere sends it. A program says nothing of the kind; that it is no form,
  /// which is all that an old browser sends without a word, is seen by its type.
  private func isForeign(_ source: WebRequest.Source, _ host: String) -> Bool {
    (source.fetchSite != nil || source.origin != nil) && !isOwn(source, host)
  }

  /// `Sec-Fetch-Site` is believed where it is sent; an older browser sends `Origin`.
  private func isOwn(_ source: WebRequest.Source, _ host: String) -> Bool {
    if let site = source.fetchSite { return site == "same-origin" }
    guard let origin = source.origin?.lowercased() else { return false }
    return schemes.contains { origin == "\($0)://\(host)" }
  }

  /// Whether a page of ours says that it sends a request.
  func isOwn(_ request: WebRequest) -> Bool {
    guard let host = request.source.host?.lowercased() else { return false }
    return isOwn(request.source, host)
  }
}
