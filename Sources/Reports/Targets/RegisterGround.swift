/// What put a project on a register, or decided about it there.
package enum RegisterGround: Hashable, Sendable {
  /// The document that a person named who decided.
  case document(String)
  /// A list, and the cell where it says so.
  case list(file: String, cell: String?)
  /// An act by hand, with its reason if one was given.
  case hand(reason: String?)

  /// As a book writes it.
  var words: String {
    switch self {
    case .document(let document): "认定依据：\(document)"
    case .list(let file, let cell):
      "清单列入：\(file.split(separator: "/").last ?? "")" + (cell.map { " \($0)" } ?? "")
    case .hand(let reason): "手工列入" + (reason.map { "：\($0)" } ?? "")
    }
  }
}
