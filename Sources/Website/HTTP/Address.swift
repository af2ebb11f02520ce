/// A place on this site: links are made of these alone, so that nothing typed by anybody becomes a URL of
/// its own.
struct Address: Hashable, Sendable {
  /// Decoded; none for the first page.
  let path: [String]
  var query: Query
  /// The part of the page.
  var fragment = ""

  init(_ path: String..., query: Query = Query()) {
    self.path = path
    self.query = query
  }

  init(path: [String], query: Query = Query()) {
    self.path = path
    self.query = query
  }

  /// As links and `Location` have it: ASCII.
  var text: String {
    "/" + path.map(PercentCoding.encoded).joined(separator: "/")
      + (query.items.isEmpty ? "" : "?" + query.encoded)
      + (fragment.isEmpty ? "" : "#" + PercentCoding.encoded(fragment))
  }

  /// The same with another query.
  func with(_ query: Query) -> Address {
    var address = self
    address.query = query
    return address
  }

  /// The part of the page that has an identifier.
  func at(_ fragment: String) -> Address {
    var address = self
    address.fragment = fragment
    return address
  }
}
