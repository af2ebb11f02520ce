package import Ledger

extension ProjectList {
  /// What rows contradict of what their sender said before: the findings that a row by itself does not
  /// give. `earlier` tells what is known of a row's project, by the row's place in the list.
  package func findings(
    after earlier: (Int) -> EarlierWord?, _ catalogue: Catalogue
  ) -> [Finding] {
    let rows = rows
    let rules = tables.map { TableRules($0.layout, year: year, catalogue).ofRows }
    var found: [Finding] = []
    for index in rows.indices {
      guard let word = earlier(index) else { continue }
      let row = rows[index]
      found += rules[rows.table(of: index)].flatMap { rule in
        let known = rule.findings(of: row, after: .nothing)
        return rule.findings(of: row, after: word).filter { finding in
          !known.contains { $0.cell == finding.cell }
        }
      }
    }
    return found
  }
}
