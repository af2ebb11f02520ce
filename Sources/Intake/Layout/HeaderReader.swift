import Ledger

/// Derives a column's meaning from the path of its labels.
///
/// Rules are tried in order and the first match decides; each rule is a file of its own.
struct HeaderReader {
  let lexicon: HeaderLexicon
  let catalogue: Catalogue
  /// The list's year, meant by 今年 and 年度.
  let year: Int
  /// The list's month, meant by 本月; nil if it states none.
  let month: ListMonth?
  /// The latest month with progress, for a list that states no month.
  var monthOfProgress: Int?

  /// The meaning of a column with these labels from top to leaf.
  func meaning(of path: [HeaderLabel]) -> ColumnMeaning { known(path) ?? .unmapped }

  /// Whether a column with these labels is the project's name. Called for every row of a list, so a
  /// check of the words alone comes before the rules.
  func isName(_ path: [HeaderLabel]) -> Bool {
    guard let leaf = path.last else { return false }
    let words = lexicon.words
    let mayBe =
      lexicon.decision(about: path) != nil
      || TextHeader.isName(leaf, below: path.dropLast().last, words)
      || SynonymHeader.synonym(of: path, in: lexicon)?.namesProjects == true
      || NamePairHeader.mayBe(leaf, words)
    return mayBe && meaning(of: path).namesProjects
  }

  /// Whether a label is the catalogue's bare word for a project: 项目.
  func isBareProject(_ label: HeaderLabel) -> Bool {
    lexicon.words[.wordProject].contains(label.bare)
  }

  /// The meaning of a column; nil if no rule matches the header, so that a person can be asked.
  ///
  /// A label that is unknown without its bracket is looked up by the bracket's text: 平台编码（项目代码）.
  func known(_ path: [HeaderLabel]) -> ColumnMeaning? {
    if let meaning = knownByWords(path) { return meaning }
    guard let inside = path.last?.inBrackets else { return nil }
    return knownByWords(path.dropLast() + [HeaderLabel(inside)])
  }

  private func knownByWords(_ path: [HeaderLabel]) -> ColumnMeaning? {
    let header = HeaderPath(path, lexicon, year: year, month: month)
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
    YesNoHeader.meaning, PartOfSumHeader.meaning, AboutFieldHeader.meaning,
    WithoutFieldHeader.meaning,
    NamePairHeader.meaning, StageHeader.meaning, SynonymHeader.meaning, RoleHeader.meaning,
    PlaceHeader.meaning, DateHeader.meaning, PairHeader.meaning,
    SeriesHeader.meaning, SumHeader.meaning, TextHeader.meaning,
  ]
}
