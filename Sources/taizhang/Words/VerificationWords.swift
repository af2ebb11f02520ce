import Access
import Foundation
import Ledger
import Operations
import Storage
import Wording

/// The result of verification as text.
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
  /// The result for the audit.
  private static func audit(_ proof: AuditProof?) -> [String] {
    guard let proof else { return [] }
    guard let head = proof.head else {
      return ["审计没有通过核验：账户文件不见了。", "办法：从最近一次备份里取回账户文件，放在台账旁边。"]
    }
    let untold = proof.untold.isEmpty ? [] : [Self.untold(proof.untold)]
    if proof.passed { return ["审计链完整，账户与审计一致，末行 \(head)"] + untold }
    let other = proof.isOther ? ["  记下的那一行不见了，或者不是当时的那一行"] : []
    let most = 20
    let shown = proof.faults.prefix(most).map { "  " + $0.words }
    let more = proof.faults.count > most ? ["  另有 \(proof.faults.count - most) 处"] : []
    return ["审计没有通过核验："] + other + shown + more + untold
  }

  private static func untold(_ entries: [Int64]) -> String {
    let most = 10
    let numbers = entries.prefix(most).map(String.init).joined(separator: "、")
    let more = entries.count > most ? " 等 \(entries.count) 张" : ""
    return "提醒：凭证 \(numbers)\(more)没有审计行。服务中断后再启动会补记；没有中断过，就是末尾的审计行被截去了，"
      + "用 --audit-head 对照在别处记下的行。"
  }
}

/// The result of verification as JSON.
enum VerificationJSON {
  static func json(_ verification: LedgerVerification) -> JSON {
    .object([
      ("passed", .bool(verification.passed)),
      ("findings", .array(verification.findings.map { .string($0.words) })),
      ("notes", .array(verification.notes.map { .string($0.words) })),
      ("entry", .optional(verification.last?.number)),
      ("at", .optional(verification.last.map { ShanghaiCalendar.text($0.at) })),
      ("hash", .optional(verification.last?.hash)),
      ("audit_head", .optional(verification.audit?.head.map { "\($0)" })),
      ("audit_passed", verification.audit.map { .bool($0.passed) } ?? .null),
      ("entries_without_line", .array((verification.audit?.untold ?? []).map { .integer($0) })),
      ("audit_faults", .strings((verification.audit?.faults ?? []).map(\.words))),
    ])
  }
}

extension AccessFault {
  /// The fault in words, for the operator of the server.
  fileprivate var words: String {
    switch self {
    case .line(let number): "第 \(number) 行被改过，或者不见了"
    case .grants(let login): "账户 \(login) 的授权与审计记的不同"
    case .state(let login): "账户 \(login) 的启用、停用与审计记的不同"
    case .schema(let name): "账户文件里的 \(name) 不是本程序建的样子"
    case .structure(let text): "账户文件损坏：\(text)"
    }
  }
}
