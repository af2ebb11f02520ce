import Access
import Foundation
import Ledger

/// A folder that backups are kept in, each named by when it was made: `ledger-2026-04-01T0200.sqlite` with its
/// record `ledger-2026-04-01T0200.json`. Whatever else lies there is left alone.
struct BackupsFolder {
  let path: String

  /// The copies' names without their endings, the oldest first.
  func names() throws -> [String] {
    let files = try FileManager.default.contentsOfDirectory(atPath: path)
    return files.filter { $0.wholeMatch(of: Self.form) != nil }
      .map { String($0.dropLast(Self.ending.count)) }.sorted(by: Self.comesBefore)
  }

  /// What a copy of a moment is called: one of the same minute is the second.
  func name(at moment: Date) throws -> String {
    let text = ShanghaiCalendar.text(moment)
    let minute = text.prefix(16).replacing(" ", with: "T").replacing(":", with: "")
    let taken = Set(try names())
    var name = "ledger-\(minute)"
    var count = 1
    while taken.contains(name) {
      count += 1
      name = "ledger-\(minute)-\(count)"
    }
    return name
  }

  func copy(_ name: String) -> String { "\(path)/\(name)\(Self.ending)" }
  func record(_ name: String) -> String { "\(path)/\(name).json" }

  /// Removes all but the newest; returns the names of those that went.
  func keep(_ count: Int) throws -> [String] {
    let old = Array(try names().dropLast(count))
    for name in old {
      try FileManager.default.removeItem(atPath: copy(name))
      // The accounts of that day go with their ledger.
      try? FileManager.default.removeItem(atPath: AccessFile.path(beside: copy(name)))
      // So do the books that were sent out by then.
      try? FileManager.default.removeItem(atPath: IssuesFolder.copy(beside: copy(name)))
      // A copy without a record is told by the check; a record without a copy would be noise.
      try? FileManager.default.removeItem(atPath: record(name))
    }
    return old
  }

  private static let ending = ".sqlite"

  private static var form: Regex<(Substring, Substring?)> {
    /ledger-[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{4}(-[0-9]+)?\.sqlite/
  }

  /// By the minute, then by the number within it.
  private static func comesBefore(_ one: String, _ other: String) -> Bool {
    let minute = "ledger-2026-04-01T0200".count
    func key(_ name: String) -> (Substring, Int) {
      (name.prefix(minute), Int(name.dropFirst(minute + 1)) ?? 1)
    }
    return key(one) < key(other)
  }
}
