import Storage

extension ErrorWording {
  /// Words for what keeps a backup from taking the ledger's place.
  static func wordsOfRestoring(_ error: StorageError) -> ErrorWording {
    switch error {
    case .truncated(let path):
      Self("备份「\(path)」不完整：文件的后半截没有了，没有恢复。", "多半是没有拷完，重新拷一份；或换一份备份。", .data)
    case .foreignSchema(let path, let differences):
      Self(
        "备份「\(path)」的结构不是台账的结构，没有恢复：\(words(differences))。",
        "它被别的程序改过；换一份备份。", .data)
    case .losesEntries(_, let found, 0, _):
      Self(
        "备份是另一本台账：台账现有的 \(found) 笔凭证都不在里面，没有恢复。",
        "确实要换就加 --replace；换下的台账会留在旁边。", .data)
    case .losesEntries(_, let found, let shared, let backup):
      Self(
        "台账现有 \(found) 笔凭证，备份\(shared == backup ? "只到第 \(shared) 笔" : "从第 \(shared + 1) 笔起不同")，"
          + "恢复会失去后面的 \(found - shared) 笔，没有恢复。",
        "确实要换就加 --replace；换下的台账会留在旁边。", .data)
    case .backupIsLedger(let path):
      Self("备份就是台账「\(path)」自己，没有什么要恢复。", "指明另一份备份。", .usage)
    default: Self(error)
    }
  }

  /// Words for what a file, its folder or its disk do not allow.
  static func wordsOfPlace(_ error: StorageError) -> ErrorWording {
    switch error {
    case .diskFull(let path):
      Self("磁盘已满，「\(path)」处理不下去。", "腾出空间后重试；台账里已有的都在。", .inputOutput)
    case .commitUnproven(let entry, true?):
      Self(
        "磁盘报错，但凭证第 \(entry) 号已在台账里，未必已落盘。",
        "不要再做一次；腾出空间或查明磁盘故障后，运行 taizhang verify 并备份。", .doneWithErrors)
    case .commitUnproven(let entry, _):
      Self(
        "磁盘报错，不能确定凭证第 \(entry) 号在不在台账里。",
        "腾出空间或查明磁盘故障后，用 taizhang entries 查看，没有这张凭证再重做。", .inputOutput)
    case .notAFile(let path, true):
      Self("「\(path)」是文件夹，不是台账文件。", "用 --database 指明台账文件。", .noInput)
    case .notAFile(let path, false):
      Self("「\(path)」是管道或设备，不是台账文件。", "用 --database 指明台账文件。", .noInput)
    case .nameNotText(let path):
      Self(
        "台账「\(path)」所在文件夹（或链接所指的文件）的名字不是 UTF-8 编码，只能读，没有写入。",
        "先把它改成 UTF-8 的名字（mv 或 convmv）再写。", .cannotCreate)
    case .severalNames(let path, let count):
      Self(
        "台账「\(path)」在磁盘上有 \(count) 个名字（硬链接）：各有各的锁和日志，同时写会丢数据，没有写入。",
        "用 find -samefile 找出别的名字，删到只剩一个（旁边有 -wal 的那个要留）；要两份就用 taizhang backup。",
        .cannotCreate)
    case .notWritable(let path):
      Self("没有权限写入「\(path)」。", "检查文件和文件夹的权限。", .cannotCreate)
    case .notReadable(let path):
      Self("没有权限读取「\(path)」。", "检查文件和文件夹的权限。", .noInput)
    case .unreadableLog(let path):
      Self(
        "「\(path)」旁边有还没归并的日志（-wal 或 -journal），而文件夹只能读，无法读全。",
        "把台账连同旁边的日志一起复制到可以写的文件夹，再用 --database 指明。", .noInput)
    case .olderSchema(let path):
      Self(
        "「\(path)」是旧版本写的，要先升级才能读，而这里只能读。",
        "复制到可以写的文件夹，再用 --database 指明。", .noInput)
    default: Self(error)
    }
  }

  /// What closing the ledger left undone, after all that was asked for was done.
  package static func unsettled(_ error: any Error) -> String {
    "收尾（把日志归并进台账文件）没有做完：\(ErrorWording(error).sentence)写入的内容都在，下次写入时会补做。"
  }

  private static func words(_ differences: [SchemaDifference]) -> String {
    let shown = differences.prefix(5).map { difference in
      let state =
        switch difference.state {
        case .missing: "缺少"
        case .extra: "多出"
        case .altered: "改过"
        }
      return state + word(difference.type) + "“\(difference.name)”"
    }
    let more = differences.count > 5 ? "等 \(differences.count) 处" : ""
    return shown.joined(separator: "、") + more
  }

  private static func word(_ type: String) -> String {
    switch type {
    case "table": "表"
    case "index": "索引"
    case "view": "视图"
    case "trigger": "触发器"
    default: "对象"
    }
  }
}
