import Ledger
import Operations
import Storage
import Wording

/// What all ledgers of a database come to, for people.
enum ProvinceWords {
  static func cities(_ province: Province) -> [String] {
    var table = TextTable([
      ("台账", .left), ("项数", .right), ("总投资（亿元）", .right), ("末笔凭证", .right), ("日期", .left),
    ])
    for city in province.cities {
      table.add([
        city.name, String(city.totals.count), city.totals.investment.yiYuanOrBlank,
        String(city.last.number), ShanghaiCalendar.text(city.last.at),
      ])
    }
    table.add([
      "合计", String(province.totals.count), province.totals.investment.yiYuanOrBlank, "", "",
    ])
    return table.lines + remarks(province, kinds: [])
  }

  static func matrix(_ province: Province) -> [String] {
    func cell(_ sum: Province.Sum) -> String {
      if sum.count == 0 { return "" }
      let text = sum.investment.yiYuanOrBlank
      return "\(sum.count)/\(text.isEmpty ? "–" : text)"
    }
    let stages = province.stages.names
    var table = TextTable(
      [("产业链", .left)] + stages.map { ($0, .right) } + [("合计", .right)])
    for chain in province.chains.names {
      table.add(
        [chain] + stages.map { cell(province.cell(chain: chain, stage: $0)) }
          + [cell(province.chains[chain])])
    }
    table.add(["合计"] + stages.map { cell(province.stages[$0]) } + [cell(province.totals)])
    return table.lines + ["每格：项数/总投资（亿元），“–”为没有填报总投资。"]
      + remarks(province, kinds: [.chain, .stage])
  }

  static func facets(_ province: Province) -> [String] {
    let tables = province.facets.filter { !$0.values.names.isEmpty }.map { facet in
      var table = TextTable([
        (facet.property.title, .left), ("项数", .right), ("总投资（亿元）", .right), ("台账", .right),
      ])
      let values = facet.values
      for name in values.names.sorted(by: { (values[$1].count, $0) < (values[$0].count, $1) }) {
        let sum = values[name]
        table.add([name, String(sum.count), sum.investment.yiYuanOrBlank, String(sum.ledgers)])
      }
      return table.lines
    }
    return Array(tables.joined(separator: [""]))
      + remarks(province, kinds: [.chain, .stage, .unit])
  }

  static func leaders(_ province: Province) -> [String] {
    var table = TextTable([
      ("台账", .left), ("编号", .right), ("项目名称", .left), ("产业链", .left), ("阶段", .left),
      ("总投资（亿元）", .right),
    ])
    for leader in province.leaders {
      table.add([
        leader.city, String(leader.project.id), leader.project.record.text(.name) ?? "",
        leader.chain ?? "", leader.stage ?? "",
        leader.project.record.money(.totalInvestment)?.yiYuanOrBlank ?? "",
      ])
    }
    return table.lines + remarks(province, kinds: [])
  }

  /// What was not counted, and what could not be put together.
  private static func remarks(_ province: Province, kinds: [CatalogueKind]) -> [String] {
    let unmapped = kinds.compactMap { kind -> String? in
      let names = province.unmapped(kind)
      if names.isEmpty { return nil }
      let shown = names.prefix(20).joined(separator: "、")
      return "\(kind.label)不是每本台账都有，只加了有这个名称的：\(shown)"
        + (names.count > 20 ? " 等 \(names.count) 个" : "")
    }
    let leftOut = province.leftOut.map { "没有计入「\($0.name)」：\(ErrorWording($0.error).sentence)" }
    return unmapped + leftOut
  }
}
