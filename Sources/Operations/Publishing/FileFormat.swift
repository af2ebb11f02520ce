import Wording

/// What a file that leaves the ledger is written as.
package enum FileFormat: String, CaseIterable, Hashable, Sendable {
  case xlsx
  case csv
  /// JSON Lines: one value a line.
  case jsonl
  case json
  case docx

  /// Reads a format as typed; throws `unknownFormat`.
  package init(_ text: String) throws {
    guard let format = FileFormat(rawValue: text.lowercased()) else {
      throw InterchangeError.unknownFormat(text, known: Self.allCases.map(\.rawValue))
    }
    self = format
  }

  /// The format of a file: the one asked for, else that of the path's extension, else the first one
  /// offered. `name` is what is to be written. Throws `formatNotOffered`.
  static func of(
    _ path: String, asked: FileFormat?, from offered: [FileFormat], name: String
  ) throws -> FileFormat {
    let end = path.split(separator: "/").last?.split(separator: ".").dropFirst().last
    guard let format = asked ?? end.flatMap({ FileFormat(rawValue: $0.lowercased()) }) else {
      return offered[0]
    }
    guard offered.contains(format) else {
      throw InterchangeError.formatNotOffered(
        format.rawValue, of: name, offered: offered.map(\.rawValue))
    }
    return format
  }
}
