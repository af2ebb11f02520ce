import Ledger
import Storage

extension ErrorWording {
  /// The words for an error of using a ledger's file, or for a refused entry.
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

    // Things named by the user
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
    case .losesEntries(_, let effect):
      Self("\(effect.words)没有恢复。", .allow(.loss), .data)
    case .ledgerStands(let path):
      Self("「\(path)」已有台账，没有动它。", advice: "换一个地方或名字。", .cannotCreate)
    case .backupIsLedger(let path):
      Self("备份就是台账「\(path)」自己，没有什么要恢复。", advice: "指明另一份备份。", .usage)

    // The file, its folder, its disk
    case .diskFull(let path):
      Self("磁盘已满，「\(path)」处理不下去。", advice: "腾出空间后重试；台账里已有的都在。", .inputOutput)
    case .notUpgraded(let path):
      Self(
        "磁盘已满，「\(path)」写不下。台账没有升级，还是原来的样子。",
        advice: "升级前要留一份副本：腾出约两倍于台账的空间后重试。", .inputOutput)
    case .commitUnproven(let entry, true?):
      Self(
        "磁盘报错，但凭证第 \(entry) 号已在台账里，未必已落盘。",
        advice: "不要再做一次；腾出空间或查明磁盘故障后，核验台账并备份。", .doneWithErrors)
    case .commitUnproven(let entry, _):
      Self(
        "磁盘报错，不能确定凭证第 \(entry) 号在不在台账里。",
        advice: "腾出空间或查明磁盘故障后查看凭证，没有这一张再重做。", .inputOutput)
    case .notAFile(let path, true): Self("「\(path)」是文件夹，不是台账文件。", .state(.ledgerFile), .noInput)
    case .notAFile(let path, false):
      Self("「\(path)」是管道或设备，不是台账文件。", .state(.ledgerFile), .noInput)
    case .nameNotText(let path):
      Self(
        "台账「\(path)」所在文件夹（或链接所指的文件）的名字不是 UTF-8 编码，只能读，没有写入。",
        advice: "先把它改成 UTF-8 的名字（mv 或 convmv）再写。", .cannotCreate)
    case .severalNames(let path, let count):
      Self(
        "台账「\(path)」在磁盘上有 \(count) 个名字（硬链接）：各有各的锁和日志，同时写会丢数据，没有写入。",
        advice: "用 find -samefile 找出别的名字，删到只剩一个（旁边有 -wal 的那个要留）；要两份就做备份。",
        .cannotCreate)
    case .notWritable(let path) where Engines.isServer(path):
      Self(
        "数据库的登录名没有权限写入「\(path)」。", advice: "请建这本台账的登录名来开权限。",
        .cannotCreate)
    case .notReadable(let path) where Engines.isServer(path):
      Self(
        "数据库的登录名没有权限读取「\(path)」。", advice: "请建这本台账的登录名来开权限。", .noInput)
    case .notWritable(let path):
      Self("没有权限写入「\(path)」。", advice: "检查文件和文件夹的权限。", .cannotCreate)
    case .notReadable(let path):
      Self("没有权限读取「\(path)」。", advice: "检查文件和文件夹的权限。", .noInput)
    case .unreachable(let path, let message):
      Self(
        "连不上「\(path)」的数据库：\(message)。", advice: "检查地址、账号和服务器；没有写入没有做完的内容。", .temporary)
    case .overtaken(let path):
      Self("「\(path)」刚被别人改过，这次没有写入。", advice: "再做一次。", .temporary)
    case .wentBack(let path, let seen, let found):
      Self(
        "「\(path)」倒退了：见过第 \(seen) 号凭证，现在只到第 \(found) 号，或者那一号已不是同一张；没有写入。",
        advice: "多半是数据库换到了落后的副本：请管理员找回丢失的部分，对照在别处记下的末笔凭证。", .data)
    case .unknownLogin(let login):
      Self("数据库里没有登录名「\(login)」。", advice: "请数据库管理员先建好。", .noInput)
    case .notOffered(let path) where Engines.isServer(path):
      Self("台账「\(path)」在数据库服务器里，这件事目前只有台账文件能做。", nil, .usage)
    case .notOffered(let path):
      Self("台账「\(path)」是文件，这件事只有数据库服务器里的台账能做。", nil, .usage)
    case .file(let path, _, let errno):
      Self("无法处理「\(path)」：\(systemText(errno))。", nil, .inputOutput)

    // An entry that an intact ledger never produces
    case .unknownReference(let key, let code): refusal("“\(label(key))”指向目录里没有的「\(code)」")
    case .unknownItem(let kind, let code): refusal("目录“\(kind.label)”里没有「\(code)」")
    case .beforeDiffers(let project, let key):
      refusal("项目 \(project) 的“\(label(key))”不是要改的那个值")
    case .projectExists(let project): refusal("项目 \(project) 已在台账里")
    case .repeatedProject(let project): refusal("一张凭证里两次写到项目 \(project)")
    case .nameMissing(let row): refusal("\(place(row))没有项目名称")
    case .malformedChange(let row): refusal("\(place(row))的变动不成样子")
    case .uploadMissing(let sha256): refusal("没有留存校验值为 \(sha256.prefix(12)) 的原始文件")
    case .uploadDiffers(let sha256): refusal("原始文件的校验值不是 \(sha256.prefix(12))")
    }
  }

  /// What closing the ledger left unfinished, after the requested work was done.
  package static func unsettled(_ error: any Error) -> String {
    "收尾（把日志归并进台账文件）没有做完：\(ErrorWording(error).sentence)写入的内容都在，下次写入时会补做。"
  }

  private static func words(_ differences: [SchemaDifference]) -> String {
    let shown = differences.prefix(5).map(\.words).joined(separator: "、")
    return shown + (differences.count > 5 ? "等 \(differences.count) 处" : "")
  }
}
