import Foundation

/// The source files of the rooms, as these tests read them.
enum Sources {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  /// The Swift files of a room, or of one of its folders.
  static func files(in room: String) -> [URL] {
    let folder = folder.appending(path: room)
    let paths =
      FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.map { folder.appending(path: $0) }
  }

  /// A line of code, without comments.
  struct Line {
    let place: String
    let text: String

    /// What stands between the first quotation mark and the last; nil without any.
    var quoted: Substring? {
      guard let first = text.firstIndex(of: "\""), let last = text.lastIndex(of: "\""),
        first < last
      else { return nil }
      return text[text.index(after: first)..<last]
    }
  }

  /// The lines of code in a room.
  static func lines(in room: String) throws -> [Line] {
    try files(in: room).flatMap { file in
      try String(contentsOf: file, encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .filter { !$1.drop { $0 == " " }.hasPrefix("//") }
        .map { Line(place: "\(room)/\(file.lastPathComponent):\($0 + 1)", text: String($1)) }
    }
  }
}
