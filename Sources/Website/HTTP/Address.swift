/// An address on this site. All links are built from it, so that nothing a person types becomes a URL.
struct Address: Hashable, Sendable {
  /// The decoded path components; empty for the home page.
  let path: [String]
  var query: Query
  /// The `id` of an element on the page.
  var fragment = ""

  init(_ path: String..., query: Query = Query()) {
    self.path = path
    self.query = query
  }

  init(path: [String], query: Query = Query()) {
    self.path = path
    self.query = query
  }

  /// The percent-encoded address, for links and `Location`.
  var text: String {
    "/" + path.map(PercentCoding.encoded).joined(separator: "/")
      + (query.items.isEmpty ? "" : "?" + query.encoded)
      + (fragment.isEmpty ? "" : "#" + PercentCoding.encoded(fragment))
  }

  /// Returns the address with another query.
  func with(_ query: Query) -> Address {
    var address = self
    address.query = query
    return address
  }

  /// Returns the address of an element on the page.
  func at(_ fragment: String) -> Address {
    var address = self
    address.fragment = fragment
    return address
  }
}
