import Foundation

/// Runs other programs.
package enum Command {
  /// The output of a command, standard output and error together.
  package static func output(_ command: String...) throws -> String { try output(command) }

  package static func output(_ command: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
