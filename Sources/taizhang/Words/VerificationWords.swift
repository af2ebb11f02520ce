import Access
import Foundation
import Ledger
import Operations
import Storage
import Wording

/// What verification found, for people.
enum VerificationWords {
  static func lines(_ verification: LedgerVerification, expecting head: LedgerHead?) -> [String] {
    let findings = verification.findings
    let verdict =
      findings.isEmpty
      ? ["核验通过：凭证链完整，余额与逐笔重放一致，原始文件里有这些值，数据库完好。"]
      : ["核验没有通过，\(findings.count) 处不符："] + findings.map { "  " + $0.words }
        + ["办法：不要再写入，用最近一次通过核验的备份恢复（taizhang restore）。"]
    let expected = findings.isEmpty ? head.map { "第 \($0.number) 号凭证是记下的那一张。" } : nil
    let last = verification.last.map { entry in
      "末笔凭证 \(entry.number)（\(ShanghaiCalendar.text(entry.at))），校验 \(LedgerHead(entry).text)"
    }
    return verdict + [expected, last].compactMap { $0 } + verification.notes.map(\.words)
      + audit(verification.audit)
  }
}

extension VerificationWords {
  /// What was found of the audit.
  private static func audit(_ proof: AuditProof?) -> [String] {
    guard let proof else { return [] }
    if proof.faults.isEmpty { return ["审计链完整，末行 \(proof.head)"] }
    let lines = proof.faults.map(String.init).joined(separator: "、")
    return ["审计没有通过核验：第 \(lines) 行被改过，或者不见了。"]
  }
}

/// A verification for programs.
enum VerificationJSON {
  static func json(_ verification: LedgerVerification) -> JSON {
    .object([
      ("passed", .bool(verification.passed)),
      ("findings", .array(verification.findings.map { .string($0.words) })),
      ("notes", .array(verification.notes.map { .string($0.words) })),
      ("entry", .optional(verification.last?.number)),
      ("at", .optional(verification.last.map { ShanghaiCalendar.text($0.at) })),
      ("hash", .optional(verification.last?.hash)),
      ("audit_head", .optional(verification.audit.map { "\($0.head)" })),
      ("audit_faults", .array((verification.audit?.faults ?? []).map { .integer($0) })),
    ])
  }
}
