/// A page of a list in memory: at most `limit` items after a position.
package struct ListPart: Hashable, Sendable {
  package let limit: Int
  /// The number of items before the page; for numbered lists, the number of the item before it.
  package let after: Int64?

  package init(limit: Int, after: Int64? = nil) {
    self.limit = limit
    self.after = after
  }

  /// The page of a list sorted by number, and the number after which the next page begins.
  func of<Item>(_ items: [Item], by number: (Item) -> Int64) -> (items: [Item], next: Int64?) {
    let rest = items.drop { number($0) <= after ?? .min }
    let part = rest.prefix(limit)
    return (Array(part), part.endIndex < rest.endIndex ? part.last.map(number) : nil)
  }

  /// The page of a list by position.
  func of<Item>(_ items: [Item]) -> (items: ArraySlice<Item>, next: Int64?) {
    let first = Int(min(max(0, after ?? 0), Int64(items.count)))
    let part = items.dropFirst(first).prefix(limit)
    return (part, first + part.count < items.count ? Int64(first + part.count) : nil)
  }
}
