/// Names by their pairs of neighbouring characters, so that names much alike are found among a hundred
/// thousand without comparing all.
struct NameGrams: Sendable {
  /// Where the names of each pair begin in `names`; pairs share a place by their hash.
  private let starts: [Int32]
  private let names: [Int32]

  private static let places = 1 << 16
  /// As many names are handed on as a person would look at.
  private static let limit = 8
  /// A pair that more names than this have tells too little.
  private static let common = 2_000

  init(_ keys: [NameKey]) {
    var starts = [Int32](repeating: 0, count: Self.places + 1)
    for key in keys { for gram in key.grams { starts[gram + 1] += 1 } }
    for place in 0..<Self.places { starts[place + 1] += starts[place] }
    var names = [Int32](repeating: 0, count: Int(starts[Self.places]))
    var next = starts
    for (number, key) in keys.enumerated() {
      for gram in key.grams {
        names[Int(next[gram])] = Int32(number)
        next[gram] += 1
      }
    }
    self.starts = starts
    self.names = names
  }

  /// The numbers of the names that share at least two pairs, and a fifth of the key's, the likest first.
  func nearest(to key: NameKey) -> [Int] {
    let grams = key.grams.sorted { count($0) < count($1) }
    var shared: [Int32: Int] = [:]
    for gram in grams {
      // Behind the rare pairs, the common ones bring too many.
      if count(gram) > Self.common, !shared.isEmpty { break }
      for name in names[Int(starts[gram])..<Int(starts[gram + 1])].prefix(Self.common) {
        shared[name, default: 0] += 1
      }
    }
    let least = max(2, grams.count / 5)
    return shared.filter { $0.value >= least }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(Self.limit).map { Int($0.key) }
  }

  private func count(_ gram: Int) -> Int { Int(starts[gram + 1] - starts[gram]) }
}

extension NameKey {
  /// The places of its pairs of neighbouring characters, each once.
  fileprivate var grams: [Int] {
    var grams: [Int] = []
    var last: UInt32?
    forEachScalar { scalar in
      if let last {
        let gram = Int((last &* 31 ^ scalar &* 0x9E37) & 0xFFFF)
        if !grams.contains(gram) { grams.append(gram) }
      }
      last = scalar
    }
    return grams
  }
}
