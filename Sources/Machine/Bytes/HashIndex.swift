/// Positions in a list, indexed by a hash of the elements. Different elements may share a hash: the
/// caller compares what a lookup finds.
package struct HashIndex: Sendable {
  /// The first and last position in each slot, and for each position the next one in its slot; -1 is none.
  private var first: [Int32]
  private var last: [Int32]
  private var next: [Int32]
  private var hashes: [UInt64]

  /// Makes an empty index with room for `count` positions.
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

  /// Indexes all positions of a list by `hash`, except those for which it returns nil.
  package init(_ count: Int, hash: (_ place: Int) -> UInt64?) {
    self.init(count)
    for place in 0..<count {
      if let hash = hash(place) { add(place, hash) }
    }
  }

  /// Makes room for a list that grew to `count` elements.
  package mutating func makeRoom(for count: Int) {
    guard count > next.count else { return }
    next += repeatElement(-1, count: count - next.count)
    hashes += repeatElement(0, count: count - hashes.count)
    let slots = Self.slots(for: count)
    if slots > first.count { grow(to: slots) }
  }

  /// Adds a position. Lookups return positions in the order they were added.
  package mutating func add(_ place: Int, _ hash: UInt64) {
    let slot = slot(of: hash)
    if last[slot] < 0 { first[slot] = Int32(place) } else { next[Int(last[slot])] = Int32(place) }
    last[slot] = Int32(place)
    next[place] = -1
    hashes[place] = hash
  }

  /// The first position with this hash for which `isSought` is true.
  package func first(of hash: UInt64, where isSought: (_ place: Int) -> Bool) -> Int? {
    var place = Int(first[slot(of: hash)])
    while place >= 0 {
      if hashes[place] == hash, isSought(place) { return place }
      place = Int(next[place])
    }
    return nil
  }

  /// All positions with this hash for which `isSought` is true.
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
