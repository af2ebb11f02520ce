import Ledger

/// Parts of packages (打包项目): a row with serial `n-m` or `n.m` below a row with serial `n`.
enum PackageParts {
  /// Names the package of each part and marks it: sums leave parts out.
  static func mark(_ rows: inout [ParsedRow]) {
    // Serial numbers without a mark between two numbers name no parts, and most lists have no other.
    guard rows.contains(where: { $0.serial.map(mayBePart) ?? false }) else { return }
    var names: [String: String] = [:]
    for index in rows.indices {
      guard let serial = rows[index].serial.map(Self.comparable), !serial.isEmpty else { continue }
      if let parent = parent(of: serial), let name = names[parent] {
        rows[index].isPart = true
        if rows[index][.package] == nil, !name.isEmpty {
          rows[index].add(
            ParsedValue(
              key: FieldKey(.package), value: .text(name), column: nil, cellRow: nil, raw: nil))
        }
      }
      names[serial] = rows[index].text(.name) ?? ""
    }
  }

  private static func mayBePart(_ serial: String) -> Bool {
    serial.utf8.contains { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Half-width, without the marks around a number: （3）, 3、, 3.
  private static func comparable(_ serial: String) -> String {
    TextFolding.key(serial).trimming { "()、.".contains($0) }
  }

  private static func parent(of serial: String) -> String? {
    guard let mark = serial.lastIndex(where: { "-.—–".contains($0) }), mark > serial.startIndex
    else { return nil }
    let part = serial[serial.index(after: mark)...]
    return !part.isEmpty && part.allSatisfy(\.isNumber) ? String(serial[..<mark]) : nil
  }
}
