import Ledger
import Machine

/// The texts a scan meets again and again, each read once and known by a number from then on; number 0
/// is the empty text.
struct ScanTexts {
  private let unitNumbers: [String: Int64]
  private let chainNumbers: [String: Int64]
  private var unitTexts = Interner()
  private var chainTexts = Interner()
  private var natureTexts = Interner()
  private var reachTexts = Interner()
  /// Where the units of each text stand in `units`, and those of two together.
  private var unitLists: [Int] = []
  private var unions: [UInt64: Int] = [:]
  /// Numbers of units: of texts, and of texts together.
  private(set) var units: [[Int]] = []
  private(set) var chains: [[Int]] = []
  private(set) var natures: [String] = []
  private var reaches: [Reach?] = []
  private let reachKey: String?

  /// The figure whose reach is asked for is that of a year.
  init(items: ItemNumbers, year: Int?) {
    unitNumbers = items.numbers(of: .unit)
    chainNumbers = items.numbers(of: .chain)
    reachKey = year.map { "done.\($0)" }
    let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    _ = units(empty)
    _ = chains(empty)
    _ = nature(empty)
  }

  mutating func units(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let (number, isNew) = unitTexts.number(of: bytes)
    if isNew {
      unitLists.append(units.count)
      units.append(Self.list(bytes, unitNumbers))
    }
    return unitLists[number]
  }

  /// The number of the units of two texts together, each once.
  mutating func union(_ left: Int, _ right: Int) -> Int {
    if right == 0 { return left }
    if left == 0 { return right }
    let pair = UInt64(left) << 32 | UInt64(right)
    if let number = unions[pair] { return number }
    units.append(units[left] + units[right].filter { !units[left].contains($0) })
    unions[pair] = units.count - 1
    return units.count - 1
  }

  mutating func chains(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let (number, isNew) = chainTexts.number(of: bytes)
    if isNew { chains.append(Self.list(bytes, chainNumbers)) }
    return number
  }

  mutating func nature(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let (number, isNew) = natureTexts.number(of: bytes)
    if isNew { natures.append(String(decoding: bytes, as: UTF8.self)) }
    return number
  }

  /// The month that what is done in the whole year reaches: `done.2026=3`.
  struct Reach {
    let month: Int?
  }

  /// What a text says of it; nil when the text is none.
  mutating func reach(_ bytes: UnsafeBufferPointer<UInt8>) -> Reach? {
    let (number, isNew) = reachTexts.number(of: bytes)
    if isNew {
      reaches.append(
        SeriesText.readReach(bytes).map { parts in
          Reach(month: parts.first { $0.part == reachKey }?.month)
        })
    }
    return reaches[number]
  }

  private static func list(
    _ bytes: UnsafeBufferPointer<UInt8>, _ numbers: [String: Int64]
  ) -> [Int] {
    let value = Value(
      canonical: String(decoding: bytes, as: UTF8.self), kind: .references(.unit))
    guard case .references(let codes)? = value else { return [] }
    return codes.compactMap { numbers[$0].map(Int.init) }
  }
}
