package import Storage

extension RestoreEffect {
  /// What a restore removes from the ledger and adds to it, for the question before and the answer after.
  package var words: String {
    guard let standing else { return "现有台账读不出有几笔凭证，可能已损坏；备份有 \(backup) 笔。" }
    if standing == 0 { return "这里还没有台账；备份有 \(backup) 笔凭证。" }
    if shared == 0 { return "备份是另一本台账：台账现有的 \(standing) 笔凭证都不在里面，恢复会失去它们。" }
    switch (lost, gained) {
    case (0, 0): return "备份与现有台账的 \(standing) 笔凭证相同，没有凭证会失去。"
    case (0, _): return "备份比现有台账多 \(gained) 笔凭证（\(numbers(to: backup))），没有凭证会失去。"
    case (_, 0):
      return "台账现有 \(standing) 笔凭证，备份只到第 \(shared) 笔，恢复会失去后面的 \(lost) 笔（\(numbers(to: standing))）。"
    default:
      return "台账现有 \(standing) 笔凭证，备份从第 \(shared + 1) 笔起不同，恢复会失去 \(lost) 笔"
        + "（\(numbers(to: standing))），换成备份的 \(gained) 笔。"
    }
  }

  /// The entries after those that both have.
  private func numbers(to last: Int) -> String {
    last == shared + 1 ? "第 \(last) 号" : "第 \(shared + 1) 至 \(last) 号"
  }
}
