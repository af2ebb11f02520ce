extension Range<Int> {
  /// The first position from which `holds` is true up to the end, or the upper bound where it is true
  /// nowhere. A binary search.
  package func first(from holds: (_ place: Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
