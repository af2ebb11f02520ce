extension Range<Int> {
  /// The first place from which on something holds, which holds from there to the end; the end when it
  /// holds nowhere. Found by halving.
  package func first(from holds: (_ place: Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
