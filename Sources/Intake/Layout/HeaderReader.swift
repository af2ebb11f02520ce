import Ledger

/// Gives each column its meaning, from the path of its labels.
///
/// The rules are asked in order, the first that knows decides; each is a file of its own.
struct HeaderReader {
  let lexicon: HeaderLexicon
  let catalogue: Catalogue
  /// The list's year: what 今年 and 年度 mean.
  let year: Int
  /// The list's month: what 本月 means; nil when it states none.
  let month: Int?
  /// The latest month whose progress is told, in a list that states none.
  var monthOfProgress: Int?

  /// The meaning of a column with these labels from top to leaf.
  func meaning(of path: [HeaderLabel]) -> ColumnMeaning { known(path) ?? .unmapped }

  /// Whether a column with these labels is the projects' name; asked of every row of a list, so what the
  /// words alone deny needs no rule.
  func isName(_ path: [HeaderLabel]) -> Bool {
    guard let leaf = path.last else { return false }
    let mayBe =
      lexicon.decision(about: path) != nil || TextHeader.isName(leaf, below: path.dropLast().last)
      || SynonymHeader.synonym(of: path, in: lexicon)?.namesProjects == true
      || NamePairHeader.mayBe(leaf)
    return mayBe && meaning(of: path).namesProjects
  }

  /// The same; nil when no rule knows the header, so that a person may be asked.
  func known(_ path: [HeaderLabel]) -> ColumnMeaning? {
    let header = HeaderPath(path, year: year, month: month)
    guard !header.labels.isEmpty else { return nil }
    let meaning = Self.rules.lazy.compactMap { $0(header, self) }.first
    // The sum below 资金来源 is not a source.
    if header.isOwnSum, case .field(let field) = meaning, ![.money, .quantity].contains(field.kind)
    {
      return .unmapped
    }
    return meaning
  }

  private typealias Rule = @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning?

  private static let rules: [Rule] = [
    DecidedHeader.meaning, KeyedHeader.meaning,
    YesNoHeader.meaning, PartOfSumHeader.meaning, WithoutFieldHeader.meaning,
    NamePairHeader.meaning, StageHeader.meaning, SynonymHeader.meaning, RoleHeader.meaning,
    PlaceHeader.meaning, DateHeader.meaning, PairHeader.meaning,
    SeriesHeader.meaning, SumHeader.meaning, TextHeader.meaning,
  ]
}

/// The labels of a column, with what they say about time.
struct HeaderPath {
  /// From top to leaf, units and repetitions left out, 合计 under a heading taken as the heading.
  let labels: [HeaderLabel]
  /// Whether the leaf was 合计 or 金额 and so is left out: the column is its heading's own sum.
  let isOwnSum: Bool
  let period: HeaderPeriod
  let year: Int
  let month: Int?

  init(_ path: [HeaderLabel], year: Int, month: Int?) {
    var labels = path.filter { !$0.isUnitOnly && !$0.isEmpty }
    labels = labels.enumerated().filter { $0 == 0 || labels[$0 - 1].text != $1.text }.map(\.element)
    isOwnSum = labels.count > 1 && ["合计", "总计", "金额"].contains(labels.last?.bare)
    if isOwnSum { labels.removeLast() }
    self.labels = labels
    self.year = year
    self.month = month
    period = HeaderPeriod(path: labels, year: year, month: month)
  }

  /// The leaf's words without hints; empty when there is no label.
  var leaf: String { labels.last?.bare ?? "" }

  /// All labels' words in one.
  var joined: String { labels.map(\.bare).joined() }

  /// The headings above the leaf, nearest first.
  var headings: [HeaderLabel] { labels.dropLast().reversed() }

  /// Whether a heading above the leaf names a year or a month.
  var isBelowPeriod: Bool { headings.contains { HeaderPeriod.states($0, year: year) } }

  /// Whether a heading above the leaf is a year's or month's own sum, or a year or month alone.
  var isBelowSeries: Bool {
    headings.contains { heading in
      HeaderPeriod.states(heading, year: year) && !heading.bare.contains("情况")
        && (HeaderPeriod.isPeriodOnly(heading) || SeriesHeader.isSum(heading))
    }
  }

  /// Whether the sum runs from the start of the works: 自开工累计.
  var isSinceStartOfWorks: Bool {
    joined.containsAny(["开工至", "开工以来", "开工后", "自开工", "自开始", "自动工", "建设以来"])
  }

  /// Whether the leaf itself names a year: a text of it is that year's, not the project's.
  var isOfYear: Bool {
    guard let leaf = labels.last else { return false }
    let stated = HeaderPeriod(path: [leaf], year: year, month: month)
    return stated.year != nil && stated.months == nil && !stated.isSinceNewYear
  }

  /// Whether 计划, 预计 or 拟 stands anywhere, hints included.
  var isPlanned: Bool { labels.contains { $0.text.isPlanned } }
}

extension String {
  /// Whether any of some words occurs.
  func containsAny(_ words: [String]) -> Bool { words.contains { holds($0) } }

  /// Whether a word occurs, byte by byte.
  private func holds(_ word: String) -> Bool {
    var (text, word) = (self, word)
    return text.withUTF8 { text in
      word.withUTF8 { word in
        text.count >= word.count
          && (0...(text.count - word.count)).contains { start in
            text[start] == word[0] && word.indices.allSatisfy { text[start + $0] == word[$0] }
          }
      }
    }
  }

  /// Whether the text ends in any of some words.
  func endsWithAny(_ words: [String]) -> Bool { words.contains { hasSuffix($0) } }
}
