import Foundation
import Ledger
import Storage

extension LedgerDesk {
  /// What this machine and this ledger look like, line by line.
  package func checkUp() throws -> [String] {
    try reading { store, catalogue in
      let revision = try store.revision
      let totals = try store.totals(.init())
      let size =
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int64) ?? nil
      let last = try store.entry(revision)
      let now = now()
      var lines = [
        "台账文件：\(path)（\((size ?? 0) / 1024) KB，第 \(revision) 版）",
        "项目：\(totals.count) 项，总投资 \(totals.investment.fixed(in: .yiYuan, places: 2)) 亿元",
        "目录：\(catalogue.items.count) 条（产业链 \(catalogue.chains.count)，单位 \(catalogue.units.count)）",
        "时区：\(ShanghaiCalendar.timeZone.identifier)，经办人：\(actor)",
        "末笔凭证：第 \(revision) 号，\(ShanghaiCalendar.text(last.at))",
        "核验：运行 taizhang verify",
      ]
      if last.at > now {
        lines.append(
          "注意：末笔凭证的时间晚于电脑时钟（\(ShanghaiCalendar.text(now))），此后的凭证都记这个时间；请核对电脑的日期和时间。"
        )
      }
      return lines
    }
  }
}
