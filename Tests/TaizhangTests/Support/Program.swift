import Foundation
import Testing

/// The built program beside the tests, run as people and services run it.
final class Program {
  /// What a run came to.
  struct Outcome {
    let status: Int32
    let output: String
    let notes: String

    /// The lines of the answer.
    var lines: [String] {
      output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
  }

  /// A folder of its own, removed with this object.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "taizhang-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Where the build puts the program: beside the tests.
  static var path: String {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: "taizhang").path
  }

  /// Runs `taizhang` with arguments in the folder, on its ledger.
  func run(_ arguments: String..., actor: String = "测试") throws -> Outcome {
    try shell("\"$0\" \"$@\"", arguments, actor: actor)
  }

  /// Runs a line of bash in which `"$0" "$@"` is the program with its arguments.
  func shell(_ line: String, _ arguments: [String], actor: String = "测试") throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line, Self.path] + arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "TAIZHANG_DATABASE": "台账.sqlite",
      "TAIZHANG_ACTOR": actor, "LANG": "C.UTF-8",
    ]
    let (output, notes) = (folder.appending(path: ".out"), folder.appending(path: ".err"))
    for file in [output, notes] { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: notes)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      notes: String(decoding: try Data(contentsOf: notes), as: UTF8.self))
  }

  /// Writes a list of three invented projects (测试数据) into the folder; returns its name.
  func writeList(_ name: String = "清单.csv") throws -> String {
    let text = """
      项目名称,总投资（万元）,填报单位
      测试数据甲电池厂,1000,
      测试数据乙机器人厂,2000,
      测试数据丙产业园,3000,
      """
    try Data(text.utf8).write(to: folder.appending(path: name))
    return name
  }

  /// How many entries the ledger has.
  func entries() throws -> Int { try run("entries").lines.count - 2 }
}
