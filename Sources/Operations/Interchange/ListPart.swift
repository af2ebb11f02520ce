/// A part of a list that is at hand: so many of it behind a place.
package struct ListPart: Hashable, Sendable {
  package let limit: Int
  /// How many come before it; of lists by number, the number behind which it begins.
  package let after: Int64?

  package init(limit: Int, after: Int64? = nil) {
    self.limit = limit
    self.after = after
  }

  /// The part of a list whose items have numbers that rise, and the number behind which the next one begins.
  func of<Item>(_ items: [Item], by number: (Item) -> Int64) -> (items: [Item], next: Int64?) {
    let rest = items.drop { number($0) <= after ?? .min }
    let part = rest.prefix(limit)
    return (Array(part), part.endIndex < rest.endIndex ? part.last.map(number) : nil)
  }

  /// The part of a list by places.
  func of<Item>(_ items: [Item]) -> (items: ArraySlice<Item>, next: Int64?) {
    let first = Int(min(max(0, after ?? 0), Int64(items.count)))
    let part = items.dropFirst(first).prefix(limit)
    return (part, first + part.count < items.count ? Int64(first + part.count) : nil)
  }
}
