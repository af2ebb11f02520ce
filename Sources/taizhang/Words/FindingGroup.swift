import Ledger

/// Findings of one cause: 23 行：牵头单位未识别「工信」.
struct FindingGroup {
  private let findings: [Finding]
  private let catalogue: Catalogue

  /// Groups findings by code, column and text; errors first, then the larger groups.
  static func groups(of findings: [Finding], _ catalogue: Catalogue) -> [FindingGroup] {
    struct Cause: Hashable {
      let code: FindingCode
      let field: FieldKey?
      let raw: String
    }
    let grouped = Dictionary(grouping: findings) { finding in
      // Only unknown words repeat for one cause; other texts are one of a kind.
      let repeats = finding.code == .refUnknown || finding.code == .refAmbiguous
      return Cause(
        code: finding.code, field: finding.field,
        raw: repeats ? finding.raw : finding.sheet + finding.cell)
    }
    return grouped.values.map { FindingGroup(findings: $0, catalogue: catalogue) }.sorted {
      ($1.severity, $1.findings.count, $0.place) < ($0.severity, $0.findings.count, $1.place)
    }
  }

  private var first: Finding { findings[0] }
  private var severity: Finding.Severity { first.severity }
  private var place: String { first.sheet + first.cell }

  var text: String {
    let mark = severity == .error ? "✗" : "!"
    let sheet =
      first.sheet.isEmpty || first.cell.isEmpty ? first.sheet : first.sheet + "!"
    let cells = findings.prefix(4).map(\.cell).filter { !$0.isEmpty }.joined(separator: "、")
    let whereabouts =
      findings.count > 1
      ? "\(findings.count) 处（\(sheet)\(cells)\(findings.count > 4 ? "…" : "")）" : sheet + cells
    let suggestion = first.suggestion(catalogue)
    return "\(mark) \(whereabouts)：\(first.sentence(catalogue))"
      + (suggestion.isEmpty ? "" : " → \(suggestion)")
  }
}
