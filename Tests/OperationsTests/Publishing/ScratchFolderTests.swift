import Foundation
import Testing

@testable import Operations

/// Folders in which books are laid out again are cleared away, unless somebody works in them.
@Suite struct ScratchFolderTests {
  private let scratch: ScratchLedger

  init() throws { scratch = try ScratchLedger() }

  @Test func `被杀掉的核对留下的，下一次清掉；正在用的不动`() throws {
    let parent = scratch.folder.appending(path: "tmp").path
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    let left = parent + "/taizhang-scratch-1"
    try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
    try Data([1]).write(to: URL(filePath: left + "/book.xlsx"))
    let used = try ScratchFolder(in: parent)
    let other = try ScratchFolder(in: parent)
    func names() throws -> Set<String> {
      Set(try FileManager.default.contentsOfDirectory(atPath: parent))
    }
    #expect(try names() == Set([used, other].map { URL(filePath: $0.path).lastPathComponent }))
  }

  @Test func `许多核对同时来，谁也不清掉谁的`() async throws {
    let parent = scratch.folder.appending(path: "many").path
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<100 {
            let folder = try ScratchFolder(in: parent)
            #expect(FileManager.default.fileExists(atPath: folder.path))
            withExtendedLifetime(folder) {}
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
