import Wording

/// The format of an exported file.
package enum FileFormat: String, CaseIterable, Hashable, Sendable {
  case xlsx
  case csv
  /// JSON Lines: one value per line.
  case jsonl
  case json
  case docx

  /// Parses a format; throws `unknownFormat`.
  package init(_ text: String) throws {
    guard let format = FileFormat(rawValue: text.lowercased()) else {
      throw InterchangeError.unknownFormat(text, known: Self.allCases.map(\.rawValue))
    }
    self = format
  }

  /// The format of a file: as requested, else by the path's extension, else the first one offered. `name` is
  /// the name of the export for errors. Throws `formatNotOffered`.
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
