/// Findings of one column and one cause, said in one sentence: a hundred sums off by ten thousand
/// are one thing to mend, not a hundred.
package struct FindingGroup: Hashable, Sendable {
  /// In the order of the file; never empty.
  package let findings: [Finding]

  /// Groups findings; errors first, then the larger groups, then the order of the file.
  package static func groups(of findings: [Finding]) -> [FindingGroup] {
    let places = Dictionary(
      findings.enumerated().map { ($1.sheet, $0) }, uniquingKeysWith: { first, _ in first })
    let ordered = findings.sorted { FilePlace($0, places) < FilePlace($1, places) }
    return Dictionary(grouping: ordered, by: Cause.init).values.flatMap(parted).sorted {
      let (left, right) = ($0.findings[0], $1.findings[0])
      if left.severity != right.severity { return left.severity > right.severity }
      let counts = ($0.findings.count, $1.findings.count)
      return counts.0 != counts.1
        ? counts.0 > counts.1 : FilePlace(left, places) < FilePlace(right, places)
    }
  }

  /// What makes findings one: what is wrong with which column, and for unknown words which word.
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

  /// Findings that each name another place or sum stay apart as long as they are few.
  private static func parted(_ findings: [Finding]) -> [FindingGroup] {
    if case .apart(let most) = findings[0].code.meaning.grouping, findings.count <= most {
      return findings.map { FindingGroup(findings: [$0]) }
    }
    return [FindingGroup(findings: findings)]
  }

  package var severity: Finding.Severity { findings[0].severity }

  /// Where: `C12`, or the count with the first cells and the last:
  /// 241 处（清单!N22、N1886、N3586 … N99876）.
  package var whereabouts: String {
    let first = findings[0]
    // Hidden rows are named by the sentence itself.
    if first.code == .hiddenRows && findings.count == 1 { return first.sheet }
    guard findings.count > 1 else { return Self.cell(first, after: nil) }
    let shown = findings.count > 4 ? Array(findings.prefix(3)) : findings
    let cells = shown.indices.map { Self.cell(shown[$0], after: $0 == 0 ? nil : shown[$0 - 1]) }
    let last =
      findings.count > 4 ? " … " + Self.cell(findings[findings.count - 1], after: first) : ""
    return "\(findings.count) 处（\(cells.joined(separator: "、"))\(last)）"
  }

  /// A cell, with its sheet unless the one before stands on the same.
  private static func cell(_ finding: Finding, after before: Finding?) -> String {
    if finding.sheet.isEmpty || before?.sheet == finding.sheet { return finding.cell }
    return finding.cell.isEmpty ? finding.sheet : finding.sheet + "!" + finding.cell
  }

  /// What is wrong, in one short Chinese sentence that quotes the source.
  package func sentence(_ catalogue: Catalogue) -> String {
    findings.count == 1
      ? findings[0].sentence(catalogue)
      : findings[0].sentence(catalogue, quoting: quoted, isOne: false)
  }

  /// What would mend it.
  package func suggestion(_ catalogue: Catalogue) -> String {
    let first = findings[0]
    let isCommon = findings.allSatisfy { $0.candidates == first.candidates }
    return (isCommon ? first : first.withoutCandidates).suggestion(catalogue)
  }

  /// The texts of the source: a few of them, or the least and the greatest number.
  private var quoted: String {
    var texts: [String] = []
    for finding in findings where !texts.contains(finding.raw) {
      texts.append(finding.raw)
      if texts.count > 200 { break }
    }
    let numbers = findings.compactMap { Double($0.raw) }
    if texts.count > 2, numbers.count == findings.count,
      let least = findings.min(by: { Double($0.raw) ?? 0 < Double($1.raw) ?? 0 }),
      let most = findings.max(by: { Double($0.raw) ?? 0 < Double($1.raw) ?? 0 })
    {
      return "“\(least.raw)”至“\(most.raw)”"
    }
    return texts.prefix(3).map { "“\($0.prefix(24))\($0.count > 24 ? "…" : "")”" }
      .joined(separator: "、") + (texts.count > 3 ? "等" : "")
  }
}

/// Where a finding stands in its file: sheet, row, column.
private struct FilePlace: Comparable {
  private let sheet: Int
  private let row: Int
  private let column: String

  init(_ finding: Finding, _ sheets: [String: Int]) {
    sheet = sheets[finding.sheet] ?? 0
    let letters = finding.cell.prefix { $0.isASCII && $0.isLetter }
    row = Int(finding.cell.dropFirst(letters.count).prefix { $0.isASCII && $0.isNumber }) ?? 0
    // Shorter letters come first: Z before AA.
    column = String(repeating: " ", count: max(0, 3 - letters.count)) + letters
  }

  static func < (left: FilePlace, right: FilePlace) -> Bool {
    (left.sheet, left.row, left.column) < (right.sheet, right.row, right.column)
  }
}
