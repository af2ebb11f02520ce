extension ProjectFilter {
  /// The filter in one Chinese sentence without a full stop, as books and screens state it:
  /// 产业链为新能源，阶段为签约或开工的项目；不含终止、退库；打包项目按 1 项计.
  package func sentence(_ catalogue: Catalogue) -> String {
    let clauses = restrictions(catalogue)
    let subject = clauses.isEmpty ? "全部项目" : clauses.joined(separator: "，") + "的项目"
    return ([subject] + provisos(catalogue)).joined(separator: "；")
  }

  /// What a project must be.
  private func restrictions(_ catalogue: Catalogue) -> [String] {
    func either(_ kind: CatalogueKind, _ codes: Set<String>) -> String {
      Self.either(catalogue.sorted(kind, codes).map { catalogue.name(of: kind, $0) })
    }
    var clauses: [String] = []
    if !registers.isEmpty { clauses.append("列入" + registerNames(catalogue)) }
    if !chains.isEmpty {
      clauses.append("产业链\(includesOtherChains ? "（含关联产业链）" : "")为\(either(.chain, chains))")
    }
    if !units.isEmpty {
      let role = unitRole == .lead ? "牵头单位" : "牵头、责任或配合单位"
      clauses.append("\(role)为\(either(.unit, units))")
    }
    if !stages.isEmpty { clauses.append("阶段为\(either(.stage, stages))") }
    if !conditions.isEmpty { clauses.append("状态为\(either(.condition, conditions))") }
    if !districts.isEmpty || !zones.isEmpty {
      let places =
        catalogue.sorted(.district, districts).map { catalogue.name(of: .district, $0) }
        + catalogue.sorted(.zone, zones).map { catalogue.name(of: .zone, $0) }
      clauses.append("所在地为\(Self.either(places))")
    }
    if !natures.isEmpty { clauses.append("建设性质为\(Self.either(natures.sorted()))") }
    if let isIndustrial { clauses.append(isIndustrial ? "属产业项目" : "不属产业项目") }
    if let investment { clauses.append(investment) }
    if !searchQuery.isEmpty { clauses.append("含“\(query)”") }
    if !missing.isEmpty {
      let labels = missing.sorted { $0.rawValue < $1.rawValue }.map(\.label)
      clauses.append("缺" + labels.joined(separator: "、"))
    }
    if let updatedSince { clauses.append("\(Self.day(updatedSince))以来有变动") }
    return clauses
  }

  /// As of when, and how they are counted.
  private func provisos(_ catalogue: Catalogue) -> [String] {
    var provisos: [String] = []
    if let year { provisos.append("\(year) 年度") }
    if let month { provisos.append("数据截至 \(month.year) 年 \(month.lastMonth) 月") }
    if let asOf { provisos.append("按 \(Self.day(asOf))的台账") }
    let ended = catalogue.endedConditions.map(\.name).joined(separator: "、")
    if conditions.isEmpty { provisos.append("\(includesEnded ? "含" : "不含")\(ended)") }
    provisos.append(counting == .packages ? "打包项目按 1 项计" : "打包项目拆分计")
    return provisos
  }

  private func registerNames(_ catalogue: Catalogue) -> String {
    let clauses = registers.sorted { left, right in
      let orders = [left, right].map { catalogue.order(of: .register, $0.register) ?? .max }
      return (orders[0], left.text) < (orders[1], right.text)
    }
    return Self.either(
      clauses.map { clause in
        let hints = [clause.year.map { "\($0) 年" }, clause.state].compactMap { $0 }
        return catalogue.name(of: .register, clause.register)
          + (hints.isEmpty ? "" : "（\(hints.joined(separator: "，"))）")
      })
  }

  private var investment: String? {
    switch (minInvestment, maxInvestment) {
    case (let min?, let max?): "总投资 \(Self.sum(min))至 \(Self.sum(max))"
    case (let min?, nil): "总投资 \(Self.sum(min))以上"
    case (nil, let max?): "总投资 \(Self.sum(max))以下"
    case (nil, nil): nil
    }
  }

  /// In 亿元 from one up, else in 万元.
  private static func sum(_ money: Money) -> String {
    let unit: MoneyUnit = money.fen >= MoneyUnit.yiYuan.fenPerUnit ? .yiYuan : .wanYuan
    return "\(money.text(in: unit)) \(unit.rawValue)"
  }

  private static func day(_ date: PartialDate) -> String {
    guard case .day(let month, let day) = date.precision else { return date.text }
    return "\(date.year) 年 \(month) 月 \(day) 日"
  }

  private static func either(_ names: [String]) -> String {
    guard names.count > 2, let last = names.last else { return names.joined(separator: "或") }
    return names.dropLast().joined(separator: "、") + "或" + last
  }
}
