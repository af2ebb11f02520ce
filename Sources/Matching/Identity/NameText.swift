import Ledger

/// A name being parsed: recognised marks are cut out one by one.
///
/// Half width, simplified, without white space, lowercase, with one kind of bracket and one of dash.
struct NameText: Sendable {
  private(set) var scalars: [Unicode.Scalar]

  /// The replacement for what was cut out: a boundary between the text on both sides.
  static let gap: Unicode.Scalar = " "

  init(_ name: String) {
    scalars = TextFolding.key(name).unicodeScalars.map { scalar in
      switch scalar {
      case "—", "–", "―", "‐", "−", "~", "～": "-"
      default: SimplifiedText.simplified(scalar)
      }
    }
  }

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The match at a position of the text: its end, and the mark; nil for no match.
  typealias Match<Mark> = (_ text: NameText, _ start: Int) -> (end: Int, mark: Mark)?

  /// Cuts out all matches from left to right.
  mutating func cut<Mark>(_ match: Match<Mark>) -> [Mark] {
    var marks: [Mark] = []
    var index = 0
    while index < scalars.count {
      if let (end, mark) = match(self, index) {
        scalars.replaceSubrange(index..<end, with: CollectionOfOne(Self.gap))
        marks.append(mark)
      }
      index += 1
    }
    return marks
  }

  /// Cuts out words and returns their numbers; at each position the first match counts.
  mutating func cut(_ words: NameWords) -> [Int] {
    cut { text, start in words.match(in: text, at: start) }
  }

  /// Drops words without leaving a gap: the text around them is joined.
  mutating func drop(_ words: NameWords) {
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
      if let (end, _) = words.match(in: self, at: index) {
        index = end
      } else {
        kept.append(scalars[index])
        index += 1
      }
    }
    scalars = kept
  }

  /// Keeps only letters, digits and Chinese characters.
  mutating func dropPunctuation() {
    scalars.removeAll { $0.value < 0x80 ? !$0.isWordASCII : $0.isPunctuation }
  }

  subscript(index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  /// Whether a word is at a position.
  func has(_ word: [Unicode.Scalar], at index: Int) -> Bool {
    index >= 0 && index + word.count <= scalars.count
      && word.indices.allSatisfy { scalars[index + $0] == word[$0] }
  }

  func has(_ word: String, at index: Int) -> Bool {
    var place = index
    for scalar in word.unicodeScalars {
      guard place >= 0, place < scalars.count, scalars[place] == scalar else { return false }
      place += 1
    }
    return true
  }

  func contains(_ word: [Unicode.Scalar]) -> Bool {
    scalars.indices.contains { has(word, at: $0) }
  }

  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

extension Unicode.Scalar {
  /// A Chinese character in the common ranges.
  var isHan: Bool { (0x3400..<0xA000).contains(value) || value >= 0x20000 }

  var isDigit: Bool { (0x30...0x39).contains(value) }

  var isLetter: Bool { (0x61...0x7A).contains(value) }

  fileprivate var isWordASCII: Bool { isDigit || isLetter || self == "." || self == "+" }

  /// General punctuation, CJK symbols, full-width forms.
  fileprivate var isPunctuation: Bool {
    (0x80...0xBF).contains(value) || (0x2000..<0x2160).contains(value)
      || (0x2190..<0x3400).contains(value) || (0xFE00..<0x10000).contains(value)
  }
}
