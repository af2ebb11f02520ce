import Spreadsheet

#if canImport(Glibc)
  import Glibc
#endif

/// Copies of strings for a C function that takes many at once; freed with this object.
final class CStrings {
  private let copies: [UnsafeMutablePointer<CChar>?]

  /// Copies strings; an empty one is passed as NULL, a character that XML does not have as U+FFFD.
  init(_ strings: [String]) {
    copies = strings.map { $0.isEmpty ? nil : strdup(XMLCharacters.legible($0)) }
  }

  deinit { for copy in copies { free(copy) } }

  subscript(index: Int) -> UnsafeMutablePointer<CChar>? { copies[index] }

  /// The pointers in order, with a NULL behind the last.
  var terminated: [UnsafeMutablePointer<CChar>?] { copies + [nil] }
}

extension String {
  /// Hands a text to the library, with nothing in it that XML does not have.
  func withLegibleCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    XMLCharacters.legible(self).withCString(body)
  }
}
