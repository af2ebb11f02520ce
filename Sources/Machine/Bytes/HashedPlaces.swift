/// Places in a list, found by a hash of what stands there. Different things may share a hash: whoever
/// looks one up compares what is found.
package struct HashedPlaces: Sendable {
  /// The first and the last place of each slot, and behind each place the next one of its slot; -1 is none.
  private var first: [Int32]
  private var last: [Int32]
  private var next: [Int32]
  private var hashes: [UInt64]

  /// Room for a list of a length; nothing stands in it.
  package init(_ count: Int) {
    first = Array(repeating: -1, count: Self.slots(for: count))
    last = first
    next = Array(repeating: -1, count: count)
    hashes = Array(repeating: 0, count: count)
  }

  private static func slots(for count: Int) -> Int {
    var slots = 16
    while slots < count { slots *= 2 }
    return slots
  }

  /// All places of a list: `hash` tells that of each, nil where nothing is to be found.
  package init(_ count: Int, hash: (_ place: Int) -> UInt64?) {
    self.init(count)
    for place in 0..<count {
      if let hash = hash(place) { add(place, hash) }
    }
  }

  /// Makes room for a list that grew to a length.
  package mutating func makeRoom(for count: Int) {
    guard count > next.count else { return }
    next += repeatElement(-1, count: count - next.count)
    hashes += repeatElement(0, count: count - hashes.count)
    let slots = Self.slots(for: count)
    if slots > first.count { grow(to: slots) }
  }

  /// Adds a place: it is handed out behind those that were added earlier.
  package mutating func add(_ place: Int, _ hash: UInt64) {
    let slot = slot(of: hash)
    if last[slot] < 0 { first[slot] = Int32(place) } else { next[Int(last[slot])] = Int32(place) }
    last[slot] = Int32(place)
    next[place] = -1
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

  private mutating func grow(to slots: Int) {
    let before = first
    first = Array(repeating: -1, count: slots)
    last = first
    for var place in before {
      while place >= 0 {
        let following = next[Int(place)]
        add(Int(place), hashes[Int(place)])
        place = following
      }
    }
  }

  private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (first.count - 1) }
}
