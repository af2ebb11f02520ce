import Spreadsheet

#if canImport(Glibc)
  import Glibc
#endif

/// C copies of strings for a function that takes many at once; freed with this object.
final class CStrings {
  private let copies: [UnsafeMutablePointer<CChar>?]

  /// Copies strings; an empty one becomes NULL, and characters that XML does not allow become U+FFFD.
  init(_ strings: [String]) {
    copies = strings.map { $0.isEmpty ? nil : strdup(XMLCharacters.legible($0)) }
  }

  deinit { for copy in copies { free(copy) } }

  subscript(index: Int) -> UnsafeMutablePointer<CChar>? { copies[index] }

  /// The pointers in order, NULL-terminated.
  var terminated: [UnsafeMutablePointer<CChar>?] { copies + [nil] }
}

extension String {
  /// Calls `body` with the text as a C string, without characters that XML does not allow.
  func withLegibleCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    XMLCharacters.legible(self).withCString(body)
  }
}
