import Foundation
import Glibc
import Ledger
import Machine
import SpreadsheetWriting
import Storage

/// The folder `issues` beside a ledger: books issued from the website, unchanged, each issue in a numbered
/// folder.
///
/// The ledger's register lists what was issued, with checksums; this folder has the files.
struct IssuesFolder {
  let path: String

  init(path: String) { self.path = path }

  init(beside ledger: String) {
    path = Disk.folder(of: Engines.place(besides: ledger)) + "/issues"
  }

  /// Creates the folder of the next issue.
  func begin() throws -> String {
    try PrivateFolder.make(path)
    var next = (numbers.last ?? 0) + 1
    while mkdir("\(path)/\(next)", 0o700) != 0 {
      guard errno == EEXIST else { throw Self.failure(path, errno) }
      next += 1
    }
    return "\(path)/\(next)"
  }

  /// Deletes the folder of a failed issue.
  func remove(_ folder: String) { try? FileManager.default.removeItem(atPath: folder) }

  /// The folder with a registered book; nil if it was issued elsewhere.
  func folder(of publication: Publication) -> String? {
    numbers.reversed().map { "\(path)/\($0)" }.first { folder in
      (try? ReceivedFile(path: folder + "/" + publication.file))?.sha256 == publication.sha256
    }
  }

  /// The names of an issue's files.
  static func files(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  var numbers: [Int] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).compactMap { Int($0) }
      .sorted()
  }

  static func failure(_ folder: String, _ number: Int32) -> WriteError {
    Disk.isFull(number) ? .diskFull(folder) : .notWritable(folder, errno: number)
  }
}
