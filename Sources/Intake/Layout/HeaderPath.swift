import Ledger

/// The labels of a column, with the time they state.
struct HeaderPath {
  /// The labels from top to leaf, without units, repetitions and a 合计 below a heading.
  let labels: [HeaderLabel]
  /// Whether the leaf was 合计 or 金额 and is left out: the column is the sum of its heading.
  let isOwnSum: Bool
  let period: HeaderPeriod
  let year: Int
  let month: ListMonth?
  private let lexicon: HeaderLexicon

  init(_ path: [HeaderLabel], _ lexicon: HeaderLexicon, year: Int, month: ListMonth?) {
    var labels = path.filter { !$0.isUnitOnly && !$0.isEmpty }
    labels = labels.enumerated().filter { $0 == 0 || labels[$0 - 1].text != $1.text }.map(\.element)
    isOwnSum = labels.count > 1 && Self.isOwnSum(labels[labels.count - 1], below: labels, lexicon)
    if isOwnSum {
      labels.removeLast()
      let whole = labels.removeLast()
      labels.append(Self.whole(whole, lexicon))
    }
    self.labels = labels
    self.lexicon = lexicon
    self.year = year
    self.month = month
    period = HeaderPeriod(path: labels, year: year, month: month)
  }

  /// Whether a leaf is only 合计 or 金额; not if heading and leaf form one known label: 合同 > 金额.
  private static func isOwnSum(
    _ leaf: HeaderLabel, below labels: [HeaderLabel], _ lexicon: HeaderLexicon
  ) -> Bool {
    lexicon.words[.sumOwn].contains(leaf.bare)
      && lexicon.meaning(ofText: labels[labels.count - 2].bare + leaf.bare) == nil
  }

  /// The label of the sum that a heading takes apart: 总投资 of 总投资构成.
  private static func whole(_ heading: HeaderLabel, _ lexicon: HeaderLexicon) -> HeaderLabel {
    let whole = heading.bare.trimmingSuffixes(of: lexicon.words[.sumMadeUp])
    return whole == heading.bare ? heading : HeaderLabel(whole)
  }

  /// The terms that the rules search labels for.
  var words: HeaderWords { lexicon.words }

  /// The leaf without hints; empty if there is no label.
  var leaf: String { labels.last?.bare ?? "" }

  /// The texts of all labels, joined.
  var joined: String { labels.map(\.bare).joined() }

  /// The headings above the leaf, nearest first.
  var headings: [HeaderLabel] { labels.dropLast().reversed() }

  /// Whether a heading above the leaf contains any word of the term.
  func isBelow(_ term: HeaderTerm) -> Bool {
    headings.contains { $0.bare.containsAny(words[term]) }
  }

  /// Whether a heading above the leaf states a year or a month.
  var isBelowPeriod: Bool { headings.contains { HeaderPeriod.states($0, year: year) } }

  /// Whether a heading above the leaf is the sum of a year or month, or a year or month alone.
  var isBelowSeries: Bool {
    headings.contains { heading in
      HeaderPeriod.states(heading, year: year) && !heading.bare.containsAny(words[.wordSituation])
        && (HeaderPeriod.isPeriodOnly(heading) || SeriesHeader.isSum(heading, lexicon))
    }
  }

  /// Whether the sum runs from the start of construction: 自开工累计.
  var isSinceStartOfWorks: Bool { joined.containsAny(words[.doneSinceStart]) }

  /// Whether the leaf itself states a year: its text is about that year, not the project.
  var isOfYear: Bool {
    guard let leaf = labels.last else { return false }
    let stated = HeaderPeriod(path: [leaf], year: year, month: month)
    return stated.year != nil && stated.months == nil && !stated.isSinceNewYear
  }

  /// Whether any label contains 计划, 预计 or 拟, hints included.
  var isPlanned: Bool { labels.contains { $0.text.containsAny(words[.wordPlanned]) } }
}

extension String {
  func containsAny(_ words: [String]) -> Bool { words.contains { holds($0) } }

  /// Whether the text contains a word, compared byte by byte; false for an empty word.
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

  func endsWithAny(_ words: [String]) -> Bool { words.contains { hasSuffix($0) } }

  func beginsWithAny(_ words: [String]) -> Bool { words.contains { hasPrefix($0) } }
}
