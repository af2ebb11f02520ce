/// What put a project on a register, or what the decision about it is based on.
package enum RegisterReason: Hashable, Sendable {
  /// The document named by the person who decided.
  case document(String)
  /// A list, and the cell that states it.
  case list(file: String, cell: String?)
  /// An act by hand, with its reason if one was given.
  case hand(reason: String?)

  /// The text in a book.
  var words: String {
    switch self {
    case .document(let document): "认定依据：\(document)"
    case .list(let file, let cell):
      "清单列入：\(file.split(separator: "/").last ?? "")" + (cell.map { " \($0)" } ?? "")
    case .hand(let reason): "手工列入" + (reason.map { "：\($0)" } ?? "")
    }
  }
}
