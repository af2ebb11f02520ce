import Foundation
import Testing

/// The other program: Debian's Python with openpyxl and jsonschema, installed by the README's test command.
enum Python {
  /// Runs a script; returns the object that it prints as JSON.
  static func run(_ script: String, _ arguments: [String]) throws -> [String: Any] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", script] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(
      process.terminationStatus == 0,
      "needs python3-openpyxl and python3-jsonschema: apt-get install them")
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }
}
