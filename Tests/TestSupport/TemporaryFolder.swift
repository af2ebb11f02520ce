package import Foundation

/// A folder of a test's own.
package enum TemporaryFolder {
  /// Makes one; whoever asks removes it.
  package static func make() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "taizhang-tests-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
