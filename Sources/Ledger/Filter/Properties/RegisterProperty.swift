extension FilterProperty {
  /// 项目库 and 清单, each optionally with year and state.
  package static let register = FilterProperty(
    "register", title: "项目库/清单",
    options: [
      Option(name: .register, kind: .register) { (filter, values) throws(FilterError) in
        filter.registers = try values.registers()
      } written: {
        $0.registers.map(\.text).sorted()
      }
    ],
    facet: { filter, _ in .registers(asked: filter.registers, year: filter.year) }
  ) { filter, catalogue in
    filter.registers.isEmpty ? nil : "列入" + names(filter.registers, catalogue)
  }

  private static func names(_ registers: Set<RegisterClause>, _ catalogue: Catalogue) -> String {
    let clauses = registers.sorted { left, right in
      let orders = [left, right].map { catalogue.order(of: .register, $0.register) ?? .max }
      return (orders[0], left.text) < (orders[1], right.text)
    }
    return FilterWords.either(
      clauses.map { clause in
        let hints = [clause.year.map { "\($0) 年" }, clause.state].compactMap { $0 }
        return catalogue.name(of: .register, clause.register)
          + (hints.isEmpty ? "" : "（\(hints.joined(separator: "，"))）")
      })
  }
}

extension FilterOption { package static let register = FilterOption("register") }
