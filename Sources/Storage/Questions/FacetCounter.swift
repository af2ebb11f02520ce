import Ledger

/// Counts projects by every property during a scan.
struct FacetCounter {
  /// By property, then code: `width` tallies for each property.
  private var tallies: [Tally] = []
  private var width = 0

  /// Counts projects that fail by one property alone.
  mutating func add(_ tally: Tally, at code: Int, failing facet: Int) {
    if code >= width { widen(to: code) }
    tallies[facet * width + code].add(tally)
  }

  /// Counts projects with codes below a limit in one facet: the tally of a code has the index `first + code`.
  mutating func add(
    to facet: Int, below limit: Int,
    _ count: (_ tallies: inout MutableSpan<Tally>, _ first: Int) -> Void
  ) {
    if limit > width { widen(to: limit - 1) }
    let first = facet * width
    var tallies = tallies.mutableSpan
    count(&tallies, first)
  }

  /// Counts a row in all facets, or in the only one by which it fails.
  mutating func add(_ row: borrowing ScannedRow, failing: UInt16) {
    if failing == 0 {
      for facet in FilterProperty.facets.indices { add(row, facet) }
    } else {
      add(row, failing.trailingZeroBitCount)
    }
  }

  /// The facets, with values in the catalogue's order and unknown ones last.
  func facets(_ scan: Scan) -> [Facet] {
    zip(FilterProperty.facets, scan.coders).enumerated().map { place, facet in
      let counted = tallies[place * width..<(place + 1) * width]
      return Facet(property: facet.0, values: facet.1.counts(counted))
    }
  }

  private mutating func add(_ row: borrowing ScannedRow, _ facet: Int) {
    let code = row.codes[facet]
    if code >= width { widen(to: code) }
    tallies[facet * width + code].add(row.investment)
  }

  /// Makes room for a greater code.
  private mutating func widen(to code: Int) {
    let wider = max(1024, code.nextPowerOfTwo)
    var moved: [Tally] = []
    moved.reserveCapacity(wider * FilterProperty.facets.count)
    for facet in FilterProperty.facets.indices {
      moved += tallies[facet * width..<(facet + 1) * width]
      moved += repeatElement(Tally(), count: wider - width)
    }
    (tallies, width) = (moved, wider)
  }
}

extension Int {
  /// The least power of two above the number.
  fileprivate var nextPowerOfTwo: Int { 1 << (Int.bitWidth - leadingZeroBitCount) }
}
