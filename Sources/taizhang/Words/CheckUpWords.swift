import Foundation
import Ledger
import Operations
import Storage
import Wording

extension ServerCheck.Property {
  /// What is asked of a server, and what is risked without it.
  fileprivate var words: String {
    switch self {
    case .encoding: "编码是 UTF-8。否则汉字存不进去或取出来不对"
    case .emptyTexts: "空文本不等于没有值。否则凭证的校验值会变；openGauss、金仓要建 PG 兼容模式的库"
    case .byteOrder: "文本按字节排序（COLLATE \"C\"）。否则两种引擎的次序不一样"
    case .gramIndex: "整数数组能建 GIN 索引。否则搜索要逐条翻看，项目多了就慢"
    case .rowLock: "行锁挡得住第二个写入者。否则两人同时写会有一人白做（凭证链仍不会分叉）"
    case .copyTakenBack: "COPY 随事务撤销。否则导入中断会留下半截"
    case .cursor: "游标。否则大的导出要一次装进内存"
    case .localSettings: "SET LOCAL 随事务结束。否则连接池里会串到别的台账"
    case .settingsInViews: "查询里能读事务的设置。否则查不了过去某天"
    case .uniqueKeys: "唯一键。否则凭证链可能分叉"
    case .exactSums: "求和不溢出。否则总投资可能出错"
    case .blobs: "二进制原样存取。否则原始清单取不回来"
    case .steadyReads: "一次查询看到同一时刻（REPEATABLE READ）。否则合计和明细可能对不上"
    case .standby: "有同步副本。没有它，主库坏了最后几张凭证会丢；定时把 taizhang heads 的输出存到别处"
    case .flushes: "fsync 打开。否则停电会丢已答复的凭证，或损坏数据库"
    case .wholePages: "full_page_writes 打开。否则停电可能损坏数据库"
    case .waitsForDisk: "synchronous_commit 不是 off（台账写入时自己会打开；别的写入者不会）"
    }
  }
}

/// What this machine and this ledger look like, line by line.
enum CheckUpWords {
  static func lines(_ found: CheckUp) -> [String] {
    let catalogue = found.catalogue
    let size = found.bytes.map { "\($0 / 1024) KB，" } ?? ""
    return [
      "\(found.bytes == nil ? "台账" : "台账文件")：\(found.place)（\(size)第 \(found.last.number) 版）",
      "项目：\(found.projects) 项，总投资 "
        + (found.investment == .zero
          ? "–" : found.investment.fixed(in: .yiYuan, places: 2) + " 亿元"),
      "目录：\(catalogue.items.count) 条（产业链 \(catalogue.chains.count)，单位 \(catalogue.units.count)）",
      "时区：\(ShanghaiCalendar.timeZone.identifier)，经办人：\(found.actor)",
      "末笔凭证：第 \(found.last.number) 号，\(ShanghaiCalendar.text(found.last.at))",
      "核验：运行 taizhang verify",
    ] + (found.note.map { [$0.words] } ?? []) + server(found.server)
  }

  /// What the server does of what is needed; what it does not, with what is risked.
  private static func server(_ checks: [ServerCheck]) -> [String] {
    if checks.isEmpty { return [] }
    let missing = checks.filter { !$0.holds }
    return ["数据库：\(checks.count) 项要求，满足 \(checks.count - missing.count) 项"]
      + missing.map { check in
        let found = check.found.isEmpty ? "" : "（数据库答：\(check.found)）"
        return "不满足：\(check.property.words)\(found)"
      }
  }
}
