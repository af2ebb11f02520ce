import Ledger
package import Storage

extension VerificationFinding {
  /// The fault, and where it is.
  package var words: String {
    switch self {
    case .schemaDiffers(let difference): "数据库结构：\(difference.words)"
    case .structure(let message): "数据库结构：\(message)"
    case .strayReference(let table, let row, let target):
      "数据库结构：\(table) \(row == 0 ? "有一行" : "第 \(row) 行")指向 \(target) 里没有的行"
    case .chainBroken(let entry): "第 \(entry) 号凭证与前一张接不上"
    case .hashDiffers(let entry): "第 \(entry) 号凭证或其变动被改过"
    case .countsDiffer(let entry): "第 \(entry) 号凭证的计数与变动不符"
    case .strayChange(let id): "变动 \(id) 不属于任何凭证"
    case .unreadable(let table, let row): "\(table) 第 \(row) 行读不出"
    case .unfittingChange(let project, let entry): "项目 \(project) 在第 \(entry) 号凭证的变动接不上"
    case .balanceDiffers(let project): "项目 \(project) 的值与逐笔重放不同"
    case .balanceLacks(let project): "项目 \(project) 有凭证而没有余额"
    case .balanceExceeds(let project): "项目 \(project) 有余额而没有凭证"
    case .searchDiffers(let project): "项目 \(project) 的检索文字不符"
    case .statementsDiffer(let project): "项目 \(project) 的报送底数不符"
    case .catalogueDiffers(let kind, let code): "目录 \(kind)/\(code) 与凭证不符"
    case .uploadDiffers(let sha256): "留存的原始文件 \(sha256.prefix(12)) 与收到时不同"
    case .uploadNameDiffers(let sha256): "留存的原始文件 \(sha256.prefix(12)) 的文件名与凭证不符"
    case .strayUpload(let sha256): "留存的文件 \(sha256.prefix(12)) 不属于任何凭证"
    case .valuesNotInFile(let entry, let count, let sheet, let cell):
      "第 \(entry) 号凭证有 \(count) 个值不在原始文件所记的单元格里，首处是 \(sheet.isEmpty ? cell : "\(sheet)!\(cell)")"
    case .registerDiffers(let entry): "发出登记与第 \(entry) 号凭证写入时不同"
    case .forbiddenRow(let table, let row): "\(table) 第 \(row) 行不合这张表的规定"
    case .headMissing(let head, let last):
      "台账只到第 \(last) 号凭证，没有记下的第 \(head.number) 号：末尾被截去，或者不是那一本台账"
    case .headDiffers(let head):
      "第 \(head.number) 号凭证不是记下的那一张：凭证被整本重算过，或者不是那一本台账"
    }
  }
}

extension VerificationNote {
  /// A note about something valid but worth knowing.
  package var words: String {
    switch self {
    case .lastIsToCome(let at, let now):
      "注意：末笔凭证记于 \(ShanghaiCalendar.text(at))，晚于电脑时钟（\(ShanghaiCalendar.text(now))）。"
        + "此后的凭证都记这个时间，看之前各日的台账时没有它们。"
    case .outOfTime(let entries):
      "注意：第 \(entries.prefix(10).map(String.init).joined(separator: "、")) 号\(entries.count > 10 ? "等 \(entries.count) 张" : "")"
        + "凭证的时间早于前一张：当时电脑时钟不准，看某一日的台账时按多数凭证的时间取舍。"
    case .uncoveredPublications(let count):
      "注意：发出登记的末 \(count) 条还没有凭证覆盖，下一张凭证写入后才能核验。"
    case .auditNotRead: "注意：这个登录名没有权限读账户，审计没有核验。"
    case .fileNotRead(let name, let entry):
      "注意：第 \(entry) 号凭证的原始文件「\(name)」这一版程序读不了，没有与凭证逐格对照。"
    }
  }
}
