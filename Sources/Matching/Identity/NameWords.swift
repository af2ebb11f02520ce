/// Words to look for in a name, longer ones first, each with its number.
struct NameWords: Sendable {
  private let words: [(word: [Unicode.Scalar], number: Int)]
  /// Whether a word begins with a character of these low bits, which rules out most positions.
  private let begins: [Bool]

  /// Groups of words; each word has the number of its group.
  init(groups: [[String]]) {
    words = groups.enumerated().flatMap { number, group in
      group.map { (word: Array($0.unicodeScalars), number: number) }
    }.sorted { $0.word.count > $1.word.count }
    var begins = Array(repeating: false, count: 4_096)
    for (word, _) in words { if let first = word.first { begins[Self.low(first)] = true } }
    self.begins = begins
  }

  /// Words that each have their own number.
  init(_ words: [String]) { self.init(groups: words.map { [$0] }) }

  private static func low(_ scalar: Unicode.Scalar) -> Int { Int(scalar.value & 0xFFF) }

  func match(in text: NameText, at start: Int) -> (end: Int, mark: Int)? {
    guard let first = text[start], begins[Self.low(first)],
      let found = words.first(where: { text.has($0.word, at: start) })
    else { return nil }
    return (start + found.word.count, found.number)
  }

  /// The numbers of the words that occur in a text.
  func numbers(in text: NameText) -> Set<Int> {
    Set(text.scalars.indices.compactMap { match(in: text, at: $0)?.mark })
  }
}
