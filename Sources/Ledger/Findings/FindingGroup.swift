/// Findings of one column and one cause, worded in one sentence: a hundred amounts off by ten
/// thousand are one thing to correct, not a hundred.
package struct FindingGroup: Hashable, Sendable {
  /// The findings in file order; never empty.
  package let findings: [Finding]

  /// Groups findings; errors first, then the larger groups, then in file order.
  package static func groups(of findings: [Finding]) -> [FindingGroup] {
    let places = FilePlace.places(of: findings)
    let placed = findings.indices.sorted { places[$0] < places[$1] }
    return Dictionary(grouping: placed, by: { Cause(findings[$0]) }).values.flatMap { group in
      parted(group.map { (places[$0], findings[$0]) })
    }.sorted {
      let (left, right) = ($0.group, $1.group)
      if left.severity != right.severity { return left.severity > right.severity }
      let counts = (left.findings.count, right.findings.count)
      return counts.0 != counts.1 ? counts.0 > counts.1 : $0.first < $1.first
    }.map(\.group)
  }

  /// The cause that findings of a group share: code and column, and the word if it is unknown.
  private struct Cause: Hashable {
    let code: FindingCode
    let field: FieldKey?
    let word: String
    let isRange: Bool
    let isAboveTotal: Bool

    init(_ finding: Finding) {
      code = finding.code
      field = finding.field
      if case .byWord = code.meaning.grouping { word = finding.raw } else { word = "" }
      isRange = code == .valueApproximate && finding.isRange
      isAboveTotal = code == .moneyMagnitude && !finding.candidates.isEmpty
    }
  }

  /// Splits a group whose findings each name another place or amount, if they are few; each part with the
  /// place of its first finding.
  private static func parted(
    _ placed: [(place: FilePlace, finding: Finding)]
  ) -> [(first: FilePlace, group: FindingGroup)] {
    if case .apart(let most) = placed[0].finding.code.meaning.grouping, placed.count <= most {
      return placed.map { ($0.place, FindingGroup(findings: [$0.finding])) }
    }
    return [(placed[0].place, FindingGroup(findings: placed.map(\.finding)))]
  }

  package var severity: Finding.Severity { findings[0].severity }

  /// The location: `C12`, or the count with the first cells and the last: 241 处（清单!N22、N1886、N3586
  /// … N99876）.
  package var whereabouts: String {
    let first = findings[0]
    // The sentence itself names hidden rows.
    if first.code == .hiddenRows && findings.count == 1 { return first.sheet }
    guard findings.count > 1 else { return Self.cell(first, after: nil) }
    let shown = findings.count > 4 ? Array(findings.prefix(3)) : findings
    let cells = shown.indices.map { Self.cell(shown[$0], after: $0 == 0 ? nil : shown[$0 - 1]) }
    let last =
      findings.count > 4 ? " … " + Self.cell(findings[findings.count - 1], after: first) : ""
    return "\(findings.count) 处（\(cells.joined(separator: "、"))\(last)）"
  }

  /// A cell, with its sheet unless the previous one is on the same.
  private static func cell(_ finding: Finding, after before: Finding?) -> String {
    if finding.sheet.isEmpty || before?.sheet == finding.sheet { return finding.cell }
    return finding.cell.isEmpty ? finding.sheet : finding.sheet + "!" + finding.cell
  }

  /// The problem, in one short Chinese sentence that quotes the source.
  package func sentence(_ catalogue: Catalogue) -> String {
    findings.count == 1
      ? findings[0].sentence(catalogue)
      : findings[0].sentence(catalogue, quoting: quoted, isOne: false)
  }

  /// The remedy, in one short Chinese sentence.
  package func suggestion(_ catalogue: Catalogue) -> String {
    let first = findings[0]
    let isCommon = findings.allSatisfy { $0.candidates == first.candidates }
    return (isCommon ? first : first.withoutCandidates).suggestion(catalogue)
  }

  /// The quoted texts: a few of them, or the least and the greatest number.
  private var quoted: String {
    var texts: [String] = []
    for finding in findings where !texts.contains(finding.raw) {
      texts.append(finding.raw)
      if texts.count > 200 { break }
    }
    if texts.count > 2, findings.allSatisfy({ Double($0.raw) != nil }),
      let least = findings.min(by: { Double($0.raw) ?? 0 < Double($1.raw) ?? 0 }),
      let most = findings.max(by: { Double($0.raw) ?? 0 < Double($1.raw) ?? 0 })
    {
      return "“\(least.raw)”至“\(most.raw)”"
    }
    return texts.prefix(3).map { "“\($0.prefix(24))\($0.count > 24 ? "…" : "")”" }
      .joined(separator: "、") + (texts.count > 3 ? "等" : "")
  }
}

/// The place of a finding in its file: sheet, row, column.
private struct FilePlace: Comparable {
  private let sheet: Int
  private let row: Int
  private let column: Int

  /// The places of findings; sheets count in the order in which they appear.
  static func places(of findings: [Finding]) -> [FilePlace] {
    var numbers: [String: Int] = [:]
    var sheet = (name: "", number: 0)
    return findings.map { finding in
      if finding.sheet != sheet.name {
        sheet = (finding.sheet, numbers[finding.sheet] ?? numbers.count + 1)
        numbers[sheet.name] = sheet.number
      }
      return FilePlace(finding.cell, sheet: sheet.number)
    }
  }

  private init(_ cell: String, sheet: Int) {
    self.sheet = sheet
    var (row, column) = (0, 0)
    for byte in cell.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row &* 10 &+ Int(byte & 15)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): column = column &* 26 &+ Int(byte & 31)
      default: break
      }
    }
    (self.row, self.column) = (row, column)
  }

  static func < (left: FilePlace, right: FilePlace) -> Bool {
    (left.sheet, left.row, left.column) < (right.sheet, right.row, right.column)
  }
}
