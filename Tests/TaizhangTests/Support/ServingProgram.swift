import Foundation
import Synchronization
import TestSupport
import Testing

/// The built program as a server, started and stopped as a service manager does.
final class ServingProgram: Sendable {
  let port: Int
  private let process: Process
  private let notes: NoteReader

  /// Starts `taizhang serve` in a program's folder, and waits until it says where it is.
  init(_ program: Program, _ options: String..., log: String = "warning") throws {
    process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.arguments = ["serve", "--port", "0"] + options
    process.currentDirectoryURL = program.folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": program.folder.path, "TAIZHANG_DATABASE": "台账.sqlite",
      "TAIZHANG_ACTOR": "测试", "LANG": "C.UTF-8", "TAIZHANG_LOG": log,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    try? pipe.fileHandleForWriting.close()
    notes = NoteReader(pipe.fileHandleForReading)
    let line = notes.next { $0.contains("打开") } ?? ""
    let number = line.firstMatch(of: /:(\d+)\//).flatMap { Int($0.1) }
    guard let number else {
      process.waitUntilExit()
      throw NotServing(notes: notes.all.joined(separator: "\n"))
    }
    port = number
  }

  struct NotServing: Error { let notes: String }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  var id: Int32 { process.processIdentifier }

  func signal(_ number: Int32) { kill(id, number) }

  /// Waits for its end; returns its status and what it noted.
  func end() -> (status: Int32, notes: [String]) {
    process.waitUntilExit()
    return (process.terminationStatus, notes.rest())
  }

  /// Whether it has a file open.
  func holds(_ file: String) -> Bool {
    let folder = "/proc/\(id)/fd/"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.contains {
      (try? FileManager.default.destinationOfSymbolicLink(atPath: folder + $0))?
        .hasSuffix(file) == true
    }
  }

  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "fetch.py").path

  /// What a request is answered with.
  struct Answer: Decodable, Sendable {
    let status: Int
    let headers: [[String]]
    let body: String
    let error: String

    func header(_ name: String) -> String? {
      headers.first { $0[0].lowercased() == name.lowercased() }?[1]
    }
  }

  /// Asks it something; `certificate` is the file of the one that is trusted, for TLS.
  func fetch(
    _ method: String, _ target: String, _ headers: [String: String] = [:], body: String? = nil,
    certificate: String? = nil
  ) throws -> Answer {
    try begin(method, target, headers, body: body, certificate: certificate).answer()
  }

  /// A request that is under way, sent by a process of its own.
  struct Pending {
    fileprivate let process: Process
    fileprivate let output: FileHandle

    /// Waits for the answer.
    func answer() throws -> Answer {
      let data = output.readDataToEndOfFile()
      process.waitUntilExit()
      return try JSONDecoder().decode(Answer.self, from: data)
    }
  }

  /// The same without waiting for the answer.
  func begin(
    _ method: String, _ target: String, _ headers: [String: String] = [:], body: String? = nil,
    certificate: String? = nil
  ) throws -> Pending {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-B", Self.script, String(port), method, target]
    process.arguments?.append(
      try String(decoding: JSONEncoder().encode(headers), as: UTF8.self))
    process.arguments? += [body ?? "", certificate ?? ""]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    return Pending(process: process, output: pipe.fileHandleForReading)
  }
}

/// Reads what a program notes, line by line.
private final class NoteReader: Sendable {
  private let handle: FileHandle
  private let state = Mutex<(lines: [String], rest: [UInt8])>(([], []))

  init(_ handle: FileHandle) { self.handle = handle }

  var all: [String] { state.withLock { $0.lines } }

  /// The next line that is wanted; nil at the end.
  func next(_ isWanted: (String) -> Bool) -> String? {
    while let line = line() { if isWanted(line) { return line } }
    return nil
  }

  /// All lines until the end.
  func rest() -> [String] {
    while line() != nil {}
    return all
  }

  private func line() -> String? {
    state.withLock { state in
      while true {
        if let end = state.rest.firstIndex(of: UInt8(ascii: "\n")) {
          let line = String(decoding: state.rest[..<end], as: UTF8.self)
          state.rest.removeSubrange(...end)
          state.lines.append(line)
          return line
        }
        let data = handle.availableData
        if data.isEmpty { return nil }
        state.rest += data
      }
    }
  }
}
