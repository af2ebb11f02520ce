import Ledger
package import Storage

extension ClockGap {
  /// The question that only a person can answer.
  package var question: String {
    "电脑时钟是 \(ShanghaiCalendar.text(now))，上一张凭证记于 \(ShanghaiCalendar.text(last))，"
      + "相隔 300 天以上。时钟没有错吗？"
  }
}

extension LedgerNote {
  /// A notice about the ledger.
  package var sentence: String {
    switch self {
    case .clockBehind(let gap):
      "注意：电脑时钟（\(ShanghaiCalendar.text(gap.now))）早于上一张凭证，凭证时间记为"
        + " \(ShanghaiCalendar.text(gap.last))。请核对电脑的日期和时间。"
    case .earlierKept(let path):
      "注意：这本台账是旧版程序写的，现在升级；升级前的一份留在「\(path)」。"
    case .balanceRewritten(let schema, let newest):
      "注意：台账文件标明是第 \(schema) 版结构，已升到第 \(newest) 版，余额全部由凭证重写。"
        + "这本台账先前若已是新版，请用备份核对。"
    }
  }
}
