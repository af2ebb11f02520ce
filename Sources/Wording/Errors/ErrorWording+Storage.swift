import Ledger
import Storage

extension ErrorWording {
  /// Words what keeps a ledger's file from being used, or refuses an entry.
  static func words(_ error: StorageError) -> ErrorWording {
    switch error {
    // The ledger
    case .missing(let path): Self("还没有台账文件「\(path)」。", .act(.firstImport), .noInput)
    case .notALedger(let path): Self("「\(path)」不是台账文件。", .state(.ledgerFile), .data)
    case .newerSchema(let found, let known):
      Self("台账文件由更新的版本写成（格式 \(found)，本程序认识到 \(known)）。", advice: "请升级本程序。", .data)
    case .olderSchema(let path):
      Self("「\(path)」是旧版本写的，要先升级才能读，而这里只能读。", .state(.writableCopy(withLog: false)), .noInput)
    case .unreadableLog(let path):
      Self(
        "「\(path)」旁边有还没归并的日志（-wal 或 -journal），而文件夹只能读，无法读全。",
        .state(.writableCopy(withLog: true)), .noInput)
    case .busy(let path): Self("台账「\(path)」正被另一个程序写入。", advice: "稍后再试。", .temporary)
    case .stale(let expected, let found):
      Self(
        "预览之后台账又有变动（预览时第 \(expected) 版，现在第 \(found) 版），没有写入。",
        .retry(.stalePreview), .temporary)
    case .damaged(let table, let row):
      Self("台账文件有损坏（\(table) 第 \(row) 行）。", .act(.verifyAndRestore), .data)
    case .engine(let code, let message), .diskFailed(let code, let message):
      Self("数据库报错（\(code)）：\(message)。", .act(.verify), .inputOutput)
    case .clockAhead(let last, let now):
      Self(
        "电脑时钟是 \(ShanghaiCalendar.text(now))，比上一张凭证（\(ShanghaiCalendar.text(last))）晚 300 天以上，没有写入。",
        .allow(.clock), .data)
    case .clockOutside(let now):
      Self(
        "电脑时钟是 \(ShanghaiCalendar.text(now))，台账记不了这个时间，没有写入。", advice: "校准电脑的日期和时间。", .data)

    // What is named
    case .unknownProject(let id): Self("没有编号为 \(id) 的项目。", .see(.projects), .noInput)
    case .unknownEntry(let number): Self("没有第 \(number) 号凭证。", .see(.entries), .noInput)
    case .alreadyUndone(let entry, let by):
      Self("第 \(entry) 号凭证已被第 \(by) 号撤销。", advice: "要恢复它，撤销第 \(by) 号。", .data)
    case .cannotUndo(let entry, _): Self("第 \(entry) 号凭证不能撤销。", nil, .data)
    case .nothingToUndo(let entry):
      Self("第 \(entry) 号凭证已没有可撤销的内容：它的值后来都改过了。", nil, .data)

    // A backup
    case .unfitBackup(let path, let findings):
      Self("备份「\(path)」没有通过核验（\(findings) 处不符），没有恢复。", advice: "换一份备份。", .data)
    case .truncated(let path):
      Self(
        "备份「\(path)」不完整：文件的后半截没有了，没有恢复。", advice: "多半是没有拷完，重新拷一份；或换一份备份。", .data)
    case .foreignSchema(let path, let differences):
      Self(
        "备份「\(path)」的结构不是台账的结构，没有恢复：\(words(differences))。",
        advice: "它被别的程序改过；换一份备份。", .data)
    case .losesEntries(_, let found, 0, _):
      Self("备份是另一本台账：台账现有的 \(found) 笔凭证都不在里面，没有恢复。", .allow(.loss), .data)
    case .losesEntries(_, let found, let shared, let backup):
      Self(
        "台账现有 \(found) 笔凭证，备份\(shared == backup ? "只到第 \(shared) 笔" : "从第 \(shared + 1) 笔起不同")，"
          + "恢复会失去后面的 \(found - shared) 笔，没有恢复。",
        .allow(.loss), .data)
    case .backupIsLedger(let path):
      Self("备份就是台账「\(path)」自己，没有什么要恢复。", advice: "指明另一份备份。", .usage)

    // The file, its folder, its disk
    case .diskFull(let path):
      Self("磁盘已满，「\(path)」处理不下去。", advice: "腾出空间后重试；台账里已有的都在。", .inputOutput)
    case .commitUnproven(let entry, true?):
      Self(
        "磁盘报错，但凭证第 \(entry) 号已在台账里，未必已落盘。",
        advice: "不要再做一次；腾出空间或查明磁盘故障后，核验台账并备份。", .doneWithErrors)
    case .commitUnproven(let entry, _):
      Self(
        "磁盘报错，不能确定凭证第 \(entry) 号在不在台账里。",
        advice: "腾出空间或查明磁盘故障后查看凭证，没有这一张再重做。", .inputOutput)
    case .notWritable(let path):
      Self("没有权限写入「\(path)」。", advice: "检查文件和文件夹的权限。", .cannotCreate)
    case .notReadable(let path):
      Self("没有权限读取「\(path)」。", advice: "检查文件和文件夹的权限。", .noInput)
    case .file(let path, _, let errno):
      Self("无法处理「\(path)」：\(systemText(errno))。", nil, .inputOutput)

    // An entry that no act should have made
    case .unknownReference(let key, let code): refusal("\(key.field.label)“\(code)”不在目录中")
    case .unknownItem(let kind, let code): refusal("目录的\(kind.label)里没有“\(code)”")
    case .beforeDiffers(let project, let key):
      refusal("项目 \(project) 的\(key.field.label)与凭证所写的原值不同")
    case .projectExists(let id): refusal("项目 \(id) 已在台账里")
    case .repeatedProject(let id): refusal("一张凭证里项目 \(id) 有两处变动")
    case .nameMissing(let row): refusal("项目没有名称\(place(row))")
    case .malformedChange(let row): refusal("变动的写法不对\(place(row))")
    case .uploadMissing(let sha256): refusal("缺少原始文件 \(sha256.prefix(12))")
    case .uploadDiffers(let sha256): refusal("原始文件 \(sha256.prefix(12)) 的内容与校验值不符")
    }
  }

  /// What closing the ledger left undone, after all that was asked for was done.
  package static func unsettled(_ error: any Error) -> String {
    "收尾（把日志归并进台账文件）没有做完：\(ErrorWording(error).sentence)写入的内容都在，下次写入时会补做。"
  }

  private static func refusal(_ reason: String) -> ErrorWording {
    Self("台账拒绝了这次写入：\(reason)。", advice: "请把这句话报给维护人员；台账保持原样。", .software)
  }

  private static func place(_ row: SourceRow?) -> String { row.map { "（第 \($0.number) 行）" } ?? "" }

  private static func words(_ differences: [SchemaDifference]) -> String {
    let shown = differences.prefix(5).map(\.words).joined(separator: "、")
    return shown + (differences.count > 5 ? "等 \(differences.count) 处" : "")
  }
}
