import Foundation
import Ledger
import Operations
import Storage
import Wording

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
    ] + (found.note.map { [$0.words] } ?? [])
  }
}
