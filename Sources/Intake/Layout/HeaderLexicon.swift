package import Ledger
import Machine

/// The words of headers, ready for comparison: whole labels in comparable form, and the terms that rules
/// search labels for.
package struct HeaderLexicon: Sendable {
  /// The terms that the rules search labels for.
  var words: HeaderWords
  private let labels: [String: ColumnMeaning]
  /// The series by the comparable form of their labels, without year and month.
  private let series: [String: Field]
  /// The index of similar names, built on first use.
  private let near = Memo<NearNames>()
  /// The parts of which labels of the project's name are made.
  private var nameLabels: NameLabels
  /// The column names that a person decided on, by the headers' comparable form.
  private var decided: [String: String] = [:]

  package init(_ words: HeaderWords) {
    self.words = words
    var labels: [String: ColumnMeaning] = [:]
    func add(_ texts: [String], _ meaning: ColumnMeaning) {
      for text in texts {
        let key = HeaderLabel.comparable(HeaderLabel(text).text)
        if labels[key] == nil { labels[key] = meaning }
      }
    }
    for meaning in ColumnMeaning.named { add(words.labels(of: meaning.name), meaning.meaning) }
    let fields = Field.allCases.filter(\.kind.isColumn)
    for field in fields { add(words.labels(of: field.id), .field(field)) }
    for field in fields { add([field.label], .field(field)) }
    self.labels = labels
    series = Self.series(words)
    nameLabels = NameLabels(labels.filter { $0.value == .field(.name) }.keys)
  }

  private static func series(_ words: HeaderWords) -> [String: Field] {
    var series: [String: Field] = [:]
    for field in Field.allCases where field.kind == .series {
      for text in words.labels(of: field.id) {
        let example = text.replacing("{Y}", with: "2026").replacing("{M}", with: "3")
        series[HeaderSignature.form(of: [HeaderLabel(example)])] = field
      }
    }
    return series
  }

  /// The lexicon with the decisions about headers of one sender's lists.
  package func spoken(by sender: String, _ catalogue: Catalogue) -> HeaderLexicon {
    var lexicon = self
    for decision in catalogue.decisions(of: sender) where decision.subject == .header {
      let text: String = if case .column(let text) = decision.meaning { text } else { "" }
      lexicon.decided[HeaderSignature.form(of: decision.text)] = text
      if [Field.name.id, Field.name.label].contains(text) { lexicon.nameLabels.add(decision.text) }
    }
    return lexicon
  }

  /// The column that a person decided on for these labels, in interchange form; empty for "no
  /// field", nil without a decision.
  func decision(about labels: [HeaderLabel]) -> String? {
    decided.isEmpty ? nil : decided[HeaderSignature.form(of: labels)]
  }

  /// Whether a cell's bytes may be the label of the project's name, judged by single characters.
  func mayBeginName(_ bytes: Span<UInt8>) -> Bool { nameLabels.mayBegin(bytes) }

  /// Whether a cell's text may be the label of the project's name: false for most texts of a list.
  func mayName(_ text: String) -> Bool { nameLabels.may(text) }

  /// Whether the catalogue or a decision gives the label a meaning.
  func knows(_ label: HeaderLabel) -> Bool {
    decision(about: [label]) != nil || meaning(of: label) != nil
  }

  /// The catalogue's meaning of a whole label, first with its bracketed words, then without.
  func meaning(of label: HeaderLabel) -> ColumnMeaning? {
    meaning(ofText: label.text) ?? meaning(ofText: label.bare)
  }

  /// Whether the label is the catalogue's label of a field.
  func isField(_ label: HeaderLabel?) -> Bool {
    guard let label, case .field = meaning(of: label) else { return false }
    return true
  }

  /// The series whose label in the catalogue this is, disregarding year and month.
  func series(of label: HeaderLabel) -> Field? { series[HeaderSignature.form(of: [label])] }

  /// The words that labels of fields consist of.
  var vocabulary: HeaderVocabulary {
    let terms = HeaderTerm.allCases.filter(\.isOfField).flatMap { words[$0] }
    let columns = labels.filter { $0.value != .unmapped }.keys
    return HeaderVocabulary(Set(terms + columns), self)
  }

  /// Up to three fields whose labels are most similar to a header, most similar first.
  func nearestFields(to label: String) -> [Field] {
    let names = near.meaning(of: "") {
      NearNames(
        Field.allCases.filter { $0.kind.isColumn || $0.kind == .series }.map { field in
          (field.label, words.labels(of: field.id).map { HeaderLabel($0).bare })
        })
    }
    return names.nearest(to: HeaderLabel(label).bare).compactMap { name in
      Field.allCases.first { $0.label == name }
    }
  }

  /// The catalogue's meaning of a text.
  func meaning(ofText text: String) -> ColumnMeaning? {
    let key = HeaderLabel.comparable(text)
    if key.isEmpty { return nil }
    return labels[key] ?? labels[key.uppercased()].flatMap { $0 == .sequence ? $0 : nil }
  }
}

extension ColumnMeaning {
  /// The meanings of columns other than single fields, with the code of their labels.
  fileprivate static let named: [(name: String, meaning: ColumnMeaning)] = [
    ("seq", .sequence), ("mark", .mark), ("start_planned/finish_planned", .period),
    ("contact/phone", .contactAndPhone), ("name/code", .nameAndCode),
    ("name/content", .nameAndContent), ("ignore", .unmapped),
  ]
}

/// The words that labels of fields consist of.
struct HeaderVocabulary {
  private let words: Set<String>
  private let longest: Int
  private let lexicon: HeaderLexicon

  fileprivate init(_ words: Set<String>, _ lexicon: HeaderLexicon) {
    self.words = words
    self.lexicon = lexicon
    longest = words.map(\.count).max() ?? 0
  }

  /// Whether a label consists of such words, besides its time: not 1-9月应完成投资, of which 应 is left, nor 施工联系人.
  func explains(_ label: HeaderLabel) -> Bool {
    if lexicon.meaning(of: label) != nil || lexicon.series(of: label) != nil { return true }
    let letters = Array(HeaderPeriod.remainder(of: label)).filter(\.isLetter)
    // Where a word can end.
    var ends: Set = [0]
    for start in letters.indices where ends.contains(start) {
      for length in 1...max(1, min(longest, letters.count - start))
      where words.contains(String(letters[start..<start + length])) {
        ends.insert(start + length)
      }
    }
    return ends.contains(letters.count)
  }
}

extension HeaderTerm {
  /// Whether its words speak of a field, and not of something without one.
  fileprivate var isOfField: Bool { !rawValue.contains("other") && !rawValue.contains("without") }
}
