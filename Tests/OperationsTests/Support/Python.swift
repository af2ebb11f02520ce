import Foundation
import Testing

/// Another program that reads books: Debian's Python with openpyxl, installed by the README's test
/// command.
enum Python {
  /// A script beside the tests.
  static func script(_ name: String) -> String {
    Fixtures.lists.appending(path: "../../ReadBack/\(name)").standardized.path
  }

  /// What a script given as text says, as JSON.
  static func run(_ script: String, _ arguments: [String]) throws -> [String: Any] {
    try json(["-c", script] + arguments)
  }

  /// What a command says, as JSON.
  static func json(_ arguments: [String]) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(output(arguments).utf8)) as? [String: Any] ?? [:]
  }

  /// What a command says.
  static func output(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-B"] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONUTF8": "1"]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(
      process.terminationStatus == 0, "needs python3-openpyxl: apt-get install python3-openpyxl")
    return String(decoding: data, as: UTF8.self)
  }
}
