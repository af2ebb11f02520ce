import Ledger

/// Counts projects by every property while a scan goes over them.
struct FacetCounter {
  /// By property and number.
  private var tallies = Array(repeating: [Tally](), count: FilterProperty.facets.count)

  /// Counts projects that fail by one property alone.
  mutating func add(_ tally: Tally, at code: Int, failing: Int) {
    while tallies[failing].count <= code { tallies[failing].append(Tally()) }
    tallies[failing][code].add(tally)
  }

  /// Counts a row in all facets, or in the one it alone fails by.
  mutating func add(_ row: ScannedRow, failing: UInt16) {
    if failing == 0 {
      for facet in tallies.indices { tallies[facet].add(row.investment, to: row.codes[facet]) }
    } else {
      let facet = failing.trailingZeroBitCount
      tallies[facet].add(row.investment, to: row.codes[facet])
    }
  }

  /// The facets, values in the catalogue's order, what is unknown last.
  func facets(_ scan: Scan) -> [Facet] {
    zip(FilterProperty.facets, zip(scan.coders, tallies)).map { property, counted in
      Facet(property: property, values: counted.0.counts(counted.1))
    }
  }
}
