import Ledger

/// The texts a scan meets again and again, each read once: lists of units, registers, natures.
struct ScanTexts {
  /// A place on a register.
  struct Place: Hashable {
    /// The number of the register's code among those met.
    let register: Int
    let year: Int
    let state: String?
  }

  private let numbers: [String: Int64]
  private let chains: [String: Int64]
  private var unitTexts = Interner()
  private var unitLists: [[Int]] = []
  private var chainTexts = Interner()
  private var chainLists: [[Int]] = []
  private var registerTexts = Interner()
  private var registerLists: [[Place]] = []
  private var natures = Interner()
  private(set) var registerCodes: [String] = []
  private(set) var natureNames: [String] = []

  init(items: ItemNumbers) {
    numbers = items.numbers(of: .unit)
    chains = items.numbers(of: .chain)
  }

  mutating func units(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    if bytes.isEmpty { return [] }
    let (number, isNew) = unitTexts.number(of: bytes)
    if isNew { unitLists.append(Self.list(bytes, numbers)) }
    return unitLists[number]
  }

  mutating func chains(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    if bytes.isEmpty { return [] }
    let (number, isNew) = chainTexts.number(of: bytes)
    if isNew { chainLists.append(Self.list(bytes, chains)) }
    return chainLists[number]
  }

  mutating func registers(_ bytes: UnsafeBufferPointer<UInt8>) -> [Place] {
    if bytes.isEmpty { return [] }
    let (number, isNew) = registerTexts.number(of: bytes)
    if isNew { registerLists.append(places(bytes)) }
    return registerLists[number]
  }

  mutating func nature(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if bytes.isEmpty { return -1 }
    let (number, isNew) = natures.number(of: bytes)
    if isNew { natureNames.append(String(decoding: bytes, as: UTF8.self)) }
    return number
  }

  private mutating func places(_ bytes: UnsafeBufferPointer<UInt8>) -> [Place] {
    (MembershipText.read(bytes) ?? []).compactMap { key, value in
      guard case .register(let code, let year) = key.part, case .membership(let place) = value
      else { return nil }
      let known = registerCodes.firstIndex(of: code)
      if known == nil { registerCodes.append(code) }
      return Place(
        register: known ?? registerCodes.count - 1, year: Int(year), state: place.state)
    }
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
