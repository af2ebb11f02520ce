package import Foundation

/// A temporary folder for a test.
package enum TemporaryFolder {
  /// Creates a folder; the caller removes it.
  package static func make() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "taizhang-tests-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
