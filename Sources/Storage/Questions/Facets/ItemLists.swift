import Ledger
import Machine

/// Lists of items as repeating texts: each is parsed once and numbered from then on; number 0 is the empty list.
struct ItemLists {
  /// The items of each list, by number.
  private(set) var lists: [[Int]] = [[]]
  private let kind: CatalogueKind
  private let numbers: [String: Int64]
  private var texts = Interner()
  /// The list of each text, and of each union of two lists.
  private var places: [Int] = []
  private var unions: [UInt64: Int] = [:]

  init(of kind: CatalogueKind, _ items: ItemNumbers) {
    self.kind = kind
    numbers = items.numbers(of: kind)
  }

  mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if bytes.isEmpty { return 0 }
    let (number, isNew) = texts.number(of: bytes)
    if isNew {
      places.append(lists.count)
      lists.append(list(bytes))
    }
    return places[number]
  }

  /// The number of the union of two lists.
  mutating func union(_ left: Int, _ right: Int) -> Int {
    if right == 0 { return left }
    if left == 0 { return right }
    let pair = UInt64(left) << 32 | UInt64(right)
    if let number = unions[pair] { return number }
    lists.append(lists[left] + lists[right].filter { !lists[left].contains($0) })
    unions[pair] = lists.count - 1
    return lists.count - 1
  }

  private func list(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    let value = Value(
      canonical: String(decoding: bytes, as: UTF8.self), kind: .references(kind))
    guard case .references(let codes)? = value else { return [] }
    return codes.compactMap { numbers[$0].map(Int.init) }
  }
}
