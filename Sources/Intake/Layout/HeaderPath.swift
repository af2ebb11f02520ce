import Ledger

/// The labels of a column, with what they say about time.
struct HeaderPath {
  /// From top to leaf, units and repetitions left out, 合计 under a heading taken as the heading.
  let labels: [HeaderLabel]
  /// Whether the leaf was 合计 or 金额 and so is left out: the column is its heading's own sum.
  let isOwnSum: Bool
  let period: HeaderPeriod
  let year: Int
  let month: ListMonth?
  private let lexicon: HeaderLexicon

  init(_ path: [HeaderLabel], _ lexicon: HeaderLexicon, year: Int, month: ListMonth?) {
    var labels = path.filter { !$0.isUnitOnly && !$0.isEmpty }
    labels = labels.enumerated().filter { $0 == 0 || labels[$0 - 1].text != $1.text }.map(\.element)
    isOwnSum = labels.count > 1 && Self.isOwnSum(labels[labels.count - 1], below: labels, lexicon)
    if isOwnSum { labels.removeLast() }
    self.labels = labels
    self.lexicon = lexicon
    self.year = year
    self.month = month
    period = HeaderPeriod(path: labels, year: year, month: month)
  }

  /// 合计, 金额; not where the heading and it are one label of the catalogue: 合同 > 金额.
  private static func isOwnSum(
    _ leaf: HeaderLabel, below labels: [HeaderLabel], _ lexicon: HeaderLexicon
  ) -> Bool {
    lexicon.words[.sumOwn].contains(leaf.bare)
      && lexicon.meaning(ofText: labels[labels.count - 2].bare + leaf.bare) == nil
  }

  /// What the rules look for in labels.
  var words: HeaderWords { lexicon.words }

  /// The leaf's words without hints; empty when there is no label.
  var leaf: String { labels.last?.bare ?? "" }

  /// All labels' words in one.
  var joined: String { labels.map(\.bare).joined() }

  /// The headings above the leaf, nearest first.
  var headings: [HeaderLabel] { labels.dropLast().reversed() }

  /// Whether any of some words occurs in a heading above the leaf.
  func isBelow(_ term: HeaderTerm) -> Bool {
    headings.contains { $0.bare.containsAny(words[term]) }
  }

  /// Whether a heading above the leaf names a year or a month.
  var isBelowPeriod: Bool { headings.contains { HeaderPeriod.states($0, year: year) } }

  /// Whether a heading above the leaf is a year's or month's own sum, or a year or month alone.
  var isBelowSeries: Bool {
    headings.contains { heading in
      HeaderPeriod.states(heading, year: year) && !heading.bare.containsAny(words[.wordSituation])
        && (HeaderPeriod.isPeriodOnly(heading) || SeriesHeader.isSum(heading, lexicon))
    }
  }

  /// Whether the sum runs from the start of the works: 自开工累计.
  var isSinceStartOfWorks: Bool { joined.containsAny(words[.doneSinceStart]) }

  /// Whether the leaf itself names a year: a text of it is that year's, not the project's.
  var isOfYear: Bool {
    guard let leaf = labels.last else { return false }
    let stated = HeaderPeriod(path: [leaf], year: year, month: month)
    return stated.year != nil && stated.months == nil && !stated.isSinceNewYear
  }

  /// Whether 计划, 预计 or 拟 stands anywhere, hints included.
  var isPlanned: Bool { labels.contains { $0.text.containsAny(words[.wordPlanned]) } }
}

extension String {
  /// Whether any of some words occurs.
  func containsAny(_ words: [String]) -> Bool { words.contains { holds($0) } }

  /// Whether a word occurs, byte by byte; an empty one does not.
  func holds(_ word: String) -> Bool {
    var (text, word) = (self, word)
    return text.withUTF8 { text in
      word.withUTF8 { word in
        !word.isEmpty && text.count >= word.count
          && (0...(text.count - word.count)).contains { start in
            text[start] == word[0] && word.indices.allSatisfy { text[start + $0] == word[$0] }
          }
      }
    }
  }

  /// Whether the text ends in any of some words.
  func endsWithAny(_ words: [String]) -> Bool { words.contains { hasSuffix($0) } }

  /// Whether the text begins with any of some words.
  func beginsWithAny(_ words: [String]) -> Bool { words.contains { hasPrefix($0) } }
}
