/// Places in a list, found by a hash of what stands there. Different things may share a hash: whoever
/// looks one up compares what is found.
package struct HashedPlaces: Sendable {
  /// The first place of each slot, and behind each place the next one of its slot; -1 is none.
  private var first: [Int32]
  private var next: [Int32]
  private var hashes: [UInt64]

  /// Room for a list of a length; nothing stands in it.
  package init(_ count: Int) {
    var slots = 16
    while slots < count { slots *= 2 }
    first = Array(repeating: -1, count: slots)
    next = Array(repeating: -1, count: count)
    hashes = Array(repeating: 0, count: count)
  }

  /// All places of a list: `hash` tells that of each, nil where nothing is to be found.
  package init(_ count: Int, hash: (_ place: Int) -> UInt64?) {
    self.init(count)
    // The last one first, so that they are handed out from the first to the last.
    for place in (0..<count).reversed() {
      if let hash = hash(place) { add(place, hash) }
    }
  }

  /// Adds a place behind the last one, as `add` does.
  package mutating func append(_ hash: UInt64?) {
    next.append(-1)
    hashes.append(0)
    if next.count > first.count { grow() }
    if let hash { add(next.count - 1, hash) }
  }

  /// Adds a place: it is handed out before those that were added earlier.
  package mutating func add(_ place: Int, _ hash: UInt64) {
    let slot = slot(of: hash)
    next[place] = first[slot]
    first[slot] = Int32(place)
    hashes[place] = hash
  }

  /// The first place of a hash that is one of those sought.
  package func first(of hash: UInt64, where isSought: (_ place: Int) -> Bool) -> Int? {
    var place = Int(first[slot(of: hash)])
    while place >= 0 {
      if hashes[place] == hash, isSought(place) { return place }
      place = Int(next[place])
    }
    return nil
  }

  /// All places of a hash that are sought.
  package func all(of hash: UInt64, where isSought: (_ place: Int) -> Bool) -> [Int] {
    var found: [Int] = []
    _ = first(of: hash) { place in
      if isSought(place) { found.append(place) }
      return false
    }
    return found
  }

  private mutating func grow() {
    let slots = first
    first = Array(repeating: -1, count: slots.count * 2)
    for var place in slots {
      // From the last one on, so that their order stays.
      var places: [Int] = []
      while place >= 0 {
        places.append(Int(place))
        place = next[Int(place)]
      }
      for place in places.reversed() { add(place, hashes[place]) }
    }
  }

  private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (first.count - 1) }
}
