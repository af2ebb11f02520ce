import Foundation
import TestSupport
import Testing

@testable import Spreadsheet
@testable import SpreadsheetWriting

@Suite struct TextWriterTests {
  private let folder: URL

  init() throws { folder = try TemporaryFolder.make() }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `What was written piece by piece stands in the file whole`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "long.txt").path
    let pieces = (0..<40_000).map { "第\($0)行\n" }
    let writer = try TextWriter(path: path)
    for piece in pieces { try writer.write(piece) }
    #expect(try names().count == 1 && !FileManager.default.fileExists(atPath: path))
    try writer.finish()
    #expect(try names() == ["long.txt"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == pieces.joined())
  }

  @Test func `A writer that is not finished leaves nothing, and what was there`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "kept.txt").path
    try Data("before".utf8).write(to: URL(filePath: path))
    do {
      let writer = try TextWriter(path: path)
      try writer.write(String(repeating: "after ", count: 100_000))
    }
    #expect(try names() == ["kept.txt"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "before")
  }

  @Test func `What is written goes to the disk at once, but for the last pieces`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let writer = try TextWriter(path: folder.appending(path: "long.txt").path)
    let piece = String(repeating: "x", count: 1_000)
    let temporary = folder.appending(path: try #require(try names().first)).path
    for count in 1...2_000 {
      try writer.write(piece)
      guard count.isMultiple(of: 500) else { continue }
      let facts = try FileManager.default.attributesOfItem(atPath: temporary)
      #expect(try #require(facts[.size] as? Int) > (count * 1_000) - 70_000)
    }
    try writer.finish()
  }

  @Test func `A folder that is missing, or stands at the path, is refused at once`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let missing = folder.appending(path: "missing").path
    #expect(throws: WriteError.folderMissing(missing)) { try TextWriter(path: missing + "/a.txt") }
    #expect(throws: WriteError.isFolder(folder.path)) {
      try TextWriter(path: folder.path)
    }
  }
}
