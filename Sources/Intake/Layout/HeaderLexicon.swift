package import Ledger
import Machine

/// The words of headers, ready for comparison: whole labels by their comparable form, and what the rules
/// look for in others.
package struct HeaderLexicon: Sendable {
  /// What the rules look for in labels.
  var words: HeaderWords
  private let labels: [String: ColumnMeaning]
  /// Labels of series by their form, without the year and month they state.
  private let series: [String: Field]
  /// The names that a label may be like: made when a header is first asked about.
  private let near = Memo<NearNames>()
  /// What labels of the projects' names are made of.
  private var nameLabels: NameLabels
  /// What headers mean by a person's decision, by their comparable form.
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

  /// The words with what was decided about headers of one sender's lists.
  package func spoken(by sender: String, _ catalogue: Catalogue) -> HeaderLexicon {
    var lexicon = self
    for decision in catalogue.decisions(of: sender) where decision.subject == .header {
      let text: String = if case .column(let text) = decision.meaning { text } else { "" }
      lexicon.decided[HeaderSignature.form(of: decision.text)] = text
      if [Field.name.id, Field.name.label].contains(text) { lexicon.nameLabels.add(decision.text) }
    }
    return lexicon
  }

  /// What a person decided that a column with these labels means, in its interchange form; empty for
  /// nothing, nil when nobody decided.
  func decision(about labels: [HeaderLabel]) -> String? {
    decided.isEmpty ? nil : decided[HeaderSignature.form(of: labels)]
  }

  /// Whether a cell's bytes may be the label of the projects' names, seen by single characters.
  func mayBeginName(_ bytes: Span<UInt8>) -> Bool { nameLabels.mayBegin(bytes) }

  /// Whether a cell's text may be the label of the projects' names: most texts of a list are not.
  func mayName(_ text: String) -> Bool { nameLabels.may(text) }

  /// Whether the catalogue or a person says what a label means.
  func knows(_ label: HeaderLabel) -> Bool {
    decision(about: [label]) != nil || meaning(of: label) != nil
  }

  /// The meaning the catalogue gives a label as it stands, with its bracketed words first.
  func meaning(of label: HeaderLabel) -> ColumnMeaning? {
    meaning(ofText: label.text) ?? meaning(ofText: label.bare)
  }

  /// Whether the catalogue gives a label a field of its own.
  func isField(_ label: HeaderLabel?) -> Bool {
    guard let label, case .field = meaning(of: label) else { return false }
    return true
  }

  /// The series whose sum a label is in the catalogue's words, whatever year and month it states.
  func series(of label: HeaderLabel) -> Field? { series[HeaderSignature.form(of: [label])] }

  /// Up to three fields whose labels are most like a header's, the nearest first.
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

  /// The meaning the catalogue gives a text.
  func meaning(ofText text: String) -> ColumnMeaning? {
    let key = HeaderLabel.comparable(text)
    if key.isEmpty { return nil }
    return labels[key] ?? labels[key.uppercased()].flatMap { $0 == .sequence ? $0 : nil }
  }
}

extension ColumnMeaning {
  /// What a column may be that is no single field, with the code of its labels.
  fileprivate static let named: [(name: String, meaning: ColumnMeaning)] = [
    ("seq", .sequence), ("mark", .mark), ("start_planned/finish_planned", .period),
    ("contact/phone", .contactAndPhone), ("name/code", .nameAndCode),
    ("name/content", .nameAndContent), ("ignore", .unmapped),
  ]
}
