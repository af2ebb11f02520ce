import Ledger
import Operations

/// Backups of the ledger as text.
enum BackupWords {
  static func kept(_ kept: KeptBackup) -> String {
    let record = kept.record
    let removed = kept.removed.isEmpty ? "" : "清除了较早的 \(kept.removed.count) 份。"
    return "已备份为 \(record.file)：\(record.projects) 个项目，末笔凭证 \(record.entries)。" + removed
  }

  static func lines(_ checks: [BackupCheck], in folder: String) -> [String] {
    if checks.isEmpty { return ["\(folder) 里没有备份。用 taizhang backup --to \(folder) 做一份。"] }
    let bad = checks.count { !$0.problems.isEmpty }
    let verdict =
      bad == 0 ? "\(checks.count) 份备份都核验通过。" : "\(checks.count) 份备份，\(bad) 份没有通过；没有通过的不要用来恢复。"
    return [verdict] + checks.map(line)
  }

  private static func line(_ check: BackupCheck) -> String {
    let record = check.record.map {
      "，\($0.projects) 个项目，末笔凭证 \($0.entries)（\(ShanghaiCalendar.text($0.at))）"
    }
    let verdict = check.problems.isEmpty ? "通过" : check.problems.map(words).joined(separator: "；")
    return "  \(check.name)\(record ?? "")：\(verdict)"
  }

  private static func words(_ problem: BackupCheck.Problem) -> String {
    switch problem {
    case .withoutRecord: "旁边没有它的清单（.json），或读不出来"
    case .otherBytes: "文件内容和备份时不一样"
    case .otherLedger: "里面的台账和清单写的不是同一个状态"
    case .unproved(let count): "核验有 \(count) 处不符"
    case .unreadable: "打不开"
    case .accountsMissing: "一起备份的账户（.access.sqlite）不在了"
    case .otherAccounts: "账户和备份时不一样，或打不开"
    case .unprovedAudit(let count): "审计有 \(count) 行不符"
    case .otherIssues: "一起备份的发出的报表（.issues）不在了，或和备份时不一样"
    case .unfittingAudit: "审计和台账不是同一时刻的：有凭证没有审计，或有审计没有凭证"
    }
  }
}
