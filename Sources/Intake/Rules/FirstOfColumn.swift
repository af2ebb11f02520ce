import Ledger

/// Reports what is the same in every cell of a column once, at the top cell.
enum FirstOfColumn {
  private struct Column: Hashable {
    let code: FindingCode
    let letters: Substring
  }

  /// The findings of one table without repetitions further down a column.
  static func kept(_ findings: [Finding]) -> [Finding] {
    var first: [Column: Int] = [:]
    for finding in findings {
      guard let (column, row) = place(of: finding) else { continue }
      first[column] = min(row, first[column] ?? row)
    }
    if first.isEmpty { return findings }
    return findings.filter { finding in
      guard let (column, row) = place(of: finding) else { return true }
      return first[column] == row
    }
  }

  /// The column and row of a finding reported once per column; nil for others.
  private static func place(of finding: Finding) -> (Column, row: Int)? {
    switch finding.code {
    case .moneyUnitMissing, .valueScaled, .cellUncalculated: break
    default: return nil
    }
    let letters = finding.cell.prefix { $0.isASCII && $0.isLetter }
    return Int(finding.cell.dropFirst(letters.count)).map {
      (Column(code: finding.code, letters: letters), $0)
    }
  }
}

/// Reports what several stages found about one cell once: the first finding wins.
enum FirstOfCell {
  private struct Place: Hashable {
    let code: FindingCode
    let sheet: String
    let cell: String

    // Few findings share a cell, so the sheet need not be hashed.
    func hash(into hasher: inout Hasher) {
      hasher.combine(code)
      hasher.combine(cell)
    }
  }

  static func kept(_ findings: [Finding]) -> [Finding] {
    var seen = Set<Place>(minimumCapacity: findings.count)
    let isFirst = findings.map {
      seen.insert(Place(code: $0.code, sheet: $0.sheet, cell: $0.cell)).inserted
    }
    if seen.count == findings.count { return findings }
    return zip(findings, isFirst).filter(\.1).map(\.0)
  }
}
