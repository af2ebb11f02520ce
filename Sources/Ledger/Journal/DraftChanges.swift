/// The changes of an entry to be committed, in order. Each is created on access, so that those of a long
/// list are not all in memory together.
package struct DraftChanges: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
  package let count: Int
  private let make: @Sendable (_ position: Int) -> DraftChange

  /// Creates `count` changes, each from its position.
  package init(_ count: Int, _ make: @escaping @Sendable (_ position: Int) -> DraftChange) {
    self.count = count
    self.make = make
  }

  package init(_ changes: [DraftChange]) {
    self.init(changes.count) { changes[$0] }
  }

  package init(arrayLiteral changes: DraftChange...) { self.init(changes) }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }
  package subscript(position: Int) -> DraftChange { make(position) }
}
