import Access
import Foundation
import Ledger

/// A folder of backups, each named by its creation time: `ledger-2026-04-01T0200.sqlite` with its record
/// `ledger-2026-04-01T0200.json`. Other files are ignored.
struct BackupsFolder {
  let path: String

  /// The names of the copies without extension, oldest first.
  func names() throws -> [String] {
    let files = try FileManager.default.contentsOfDirectory(atPath: path)
    return files.filter { $0.wholeMatch(of: Self.form) != nil }
      .map { String($0.dropLast(Self.ending.count)) }.sorted(by: Self.comesBefore)
  }

  /// The name for a copy made at `moment`; further ones in the same minute are numbered from 2.
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

  /// Deletes all but the newest `count` copies; returns the names of the deleted ones.
  func keep(_ count: Int) throws -> [String] {
    let old = Array(try names().dropLast(count))
    for name in old {
      try FileManager.default.removeItem(atPath: copy(name))
      // The accounts are deleted with their ledger.
      try? FileManager.default.removeItem(atPath: AccessFile.path(beside: copy(name)))
      // So are the books issued until then.
      try? FileManager.default.removeItem(atPath: IssuesFolder.copy(beside: copy(name)))
      // The check reports a copy without a record; a record without a copy would be useless.
      try? FileManager.default.removeItem(atPath: record(name))
    }
    return old
  }

  private static let ending = ".sqlite"

  private static var form: Regex<(Substring, Substring?)> {
    /ledger-[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{4}(-[0-9]+)?\.sqlite/
  }

  /// By minute, then by the number within it.
  private static func comesBefore(_ one: String, _ other: String) -> Bool {
    let minute = "ledger-2026-04-01T0200".count
    func key(_ name: String) -> (Substring, Int) {
      (name.prefix(minute), Int(name.dropFirst(minute + 1)) ?? 1)
    }
    return key(one) < key(other)
  }
}
