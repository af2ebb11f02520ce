package import Ledger

extension ProjectList {
  /// The findings about contradictions between rows and the sender's earlier values; not those about a
  /// row alone. `earlier` returns what is known of a row's project, by the row's index in the list.
  package func findings(
    after earlier: (Int) -> EarlierStatements?, _ catalogue: Catalogue
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
