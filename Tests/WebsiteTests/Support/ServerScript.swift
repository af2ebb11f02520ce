import Foundation
import TestSupport

/// A script that asks a running server and prints what it saw, as JSON on its last line.
enum ServerScript {
  /// What a script printed that was no answer: how it ended.
  struct NoAnswer: Error, CustomStringConvertible {
    let script: String
    let output: String
    var description: String { "\(script) gave no answer, but:\n\(output.suffix(4_000))" }
  }

  /// The last line that a script prints; throws `NoAnswer` where that is no JSON object.
  static func answer(_ script: String, _ arguments: [String]) throws -> Data {
    let output = try Command.output(["/usr/bin/python3", "-B", script] + arguments)
    guard let line = output.split(separator: "\n").last(where: { $0.hasPrefix("{") }),
      (try? JSONSerialization.jsonObject(with: Data(line.utf8))) is [String: Any]
    else { throw NoAnswer(script: script, output: output) }
    return Data(line.utf8)
  }

  /// The same as a dictionary.
  static func seen(_ script: String, _ arguments: [String]) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: answer(script, arguments)) as? [String: Any] ?? [:]
  }
}
