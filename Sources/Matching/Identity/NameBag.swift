import Ledger
import Machine

/// The multiset of a core's words, independent of order: its characters, and each number as one word.
struct NameBag: Hashable, Sendable {
  /// In ascending order: a character by its code point, a number above all of them.
  let words: [UInt64]

  init(_ scalars: [Unicode.Scalar]) {
    var words: [UInt64] = []
    words.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
      var end = index
      while end < scalars.count, scalars[end].isDigit || scalars[end] == "." { end += 1 }
      if end == index {
        words.append(UInt64(scalars[index].value))
        index += 1
      } else {
        words.append(Self.word(ofNumber: scalars[index..<end]))
        index = end
      }
    }
    self.words = words.sorted()
  }

  /// A number of up to sixteen digits as it is, including leading zeros; longer ones, and decimals, by a hash.
  private static func word(ofNumber digits: ArraySlice<Unicode.Scalar>) -> UInt64 {
    if digits.count <= 16, digits.allSatisfy(\.isDigit) {
      let number = digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1.value - 0x30) }
      return 1 << 63 | UInt64(digits.count) << 56 | number
    }
    return 1 << 62 | ByteHash.of(NameText(Array(digits)).string) >> 2
  }

  private init(sorted words: [UInt64]) { self.words = words }

  var isEmpty: Bool { words.isEmpty }

  /// The words that remain without those of another bag.
  func subtracting(_ other: NameBag) -> NameBag {
    var kept: [UInt64] = []
    var place = 0
    for word in words {
      while place < other.words.count, other.words[place] < word { place += 1 }
      if place < other.words.count, other.words[place] == word {
        place += 1
      } else {
        kept.append(word)
      }
    }
    return NameBag(sorted: kept)
  }

  /// Whether another bag contains all of it.
  func isPart(of other: NameBag) -> Bool {
    guard words.count <= other.words.count else { return false }
    var place = 0
    for word in words {
      while place < other.words.count, other.words[place] < word { place += 1 }
      guard place < other.words.count, other.words[place] == word else { return false }
      place += 1
    }
    return true
  }
}
