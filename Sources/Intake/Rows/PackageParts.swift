import Ledger

/// Parts of packages (打包项目): a row with serial `n-m` or `n.m` below a row with serial `n`, also if
/// Excel turned `n-m` into a date; and rows （1）, （2） … below a row whose investment includes theirs.
enum PackageParts {
  /// Sets the package of each part and marks it: sums leave parts out.
  static func mark(_ rows: inout [ParsedRow]) {
    // Plain numbers never name parts, and most lists have no other serials.
    guard rows.contains(where: { $0.serial.map(mayBePart) ?? false }) else { return }
    var names: [String: String] = [:]
    var index = rows.startIndex
    while index < rows.endIndex {
      let run = bracketedRun(at: index, in: rows)
      if let run, let package = rows[..<index].last(where: { $0.serial != nil }),
        holds(package, rows[run])
      {
        for part in run { mark(&rows[part], as: package.text(.name) ?? "") }
        index = run.upperBound
        continue
      }
      if let serial = rows[index].serial.map(comparable), !serial.isEmpty {
        if let parent = parent(of: serial), let name = names[parent] {
          mark(&rows[index], as: name)
        }
        names[serial] = rows[index].text(.name) ?? ""
      }
      index += 1
    }
  }

  private static func mark(_ row: inout ParsedRow, as package: String) {
    row.isPart = true
    if row[.package] == nil, !package.isEmpty {
      row.add(
        ParsedValue(
          key: FieldKey(.package), value: .text(package), column: nil, cellRow: nil, raw: nil))
    }
  }

  private static func mayBePart(_ serial: String) -> Bool {
    serial.utf8.contains { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// The serial in half width, without the marks around the number: （3）, 3、, 3.
  private static func comparable(_ serial: String) -> String {
    TextFolding.key(serial).trimming { "()、.".contains($0) }
  }

  private static func parent(of serial: String) -> String? {
    // Most serials are numbers, and a regex costs more than all other work on their row.
    guard mayBePart(serial) else { return nil }
    let mayBeDate = serial.hasSuffix("日") || serial.utf8.count == "2026-03-01".utf8.count
    if mayBeDate,
      let date = serial.wholeMatch(of: /[0-9]{4}-([0-9]{2})-[0-9]{2}|([0-9]{1,2})月[0-9]{1,2}日/)
    {
      // Excel turned 3-1 into 3月1日.
      return (date.output.1 ?? date.output.2).flatMap { Int($0) }.map(String.init)
    }
    guard let mark = serial.lastIndex(where: { "-.—–".contains($0) }), mark > serial.startIndex
    else { return nil }
    let part = serial[serial.index(after: mark)...]
    return !part.isEmpty && part.allSatisfy(\.isNumber) ? String(serial[..<mark]) : nil
  }

  // MARK: （1）, （2）

  /// The consecutive rows （1）, （2） … from a row on.
  private static func bracketedRun(at start: Int, in rows: [ParsedRow]) -> Range<Int>? {
    var end = start
    while end < rows.endIndex, rows[end].serial.flatMap(bracketed) == end - start + 1 { end += 1 }
    return end > start ? start..<end : nil
  }

  private static func bracketed(_ serial: String) -> Int? {
    guard serial.utf8.count <= 12 else { return nil }
    let key = TextFolding.key(serial)
    guard key.hasPrefix("("), key.hasSuffix(")") else { return nil }
    return Int(key.dropFirst().dropLast())
  }

  /// Whether a row's total investment covers the sum of its parts'.
  private static func holds(_ package: ParsedRow, _ parts: ArraySlice<ParsedRow>) -> Bool {
    guard let whole = package.money(.totalInvestment)?.fen else { return false }
    var sum: Int64 = 0
    for part in parts {
      let (next, overflow) = sum.addingReportingOverflow(part.money(.totalInvestment)?.fen ?? 0)
      if overflow { return false }
      sum = next
    }
    return sum > 0 && sum <= whole
  }
}
