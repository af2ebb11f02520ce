package import Ledger

/// The words of headers, ready for comparison: the catalogue's synonyms by their comparable form.
package struct HeaderLexicon: Sendable {
  private let fields: [String: Field]
  private let composites: [String: ColumnMeaning]
  private let marks: Set<String>
  private let sequences: Set<String>
  private let unmapped: Set<String>
  private let near: NearNames
  /// What labels of the projects' names are made of.
  private var nameLabels: NameLabels
  /// What headers mean by a person's decision, by their comparable form.
  private var decided: [String: String] = [:]

  package init(_ words: HeaderWords) {
    func key(_ text: String) -> String { HeaderLabel.comparable(HeaderLabel(text).text) }
    var fields: [String: Field] = [:]
    let labels = Field.allCases.filter(\.kind.isColumn).map { ($0.label, $0) }
    for (text, field) in words.synonyms.map({ ($0.text, $0.field) }) + labels {
      let key = key(text)
      if fields[key] == nil { fields[key] = field }
    }
    self.fields = fields
    nameLabels = NameLabels(fields.filter { $0.value == .name }.keys)
    marks = Set(words.marks.map(key))
    var composites: [String: ColumnMeaning] = [:]
    for composite in words.composites {
      let meaning: ColumnMeaning? =
        switch composite.fields {
        case [.startPlanned, .finishPlanned]: .period
        case [.contact, .phone]: .contactAndPhone
        case [.name, .code]: .nameAndCode
        case [.name, .content]: .nameAndContent
        // Which of the two dates it is, the label's words say.
        case [.startActual, .startPlanned]: nil
        // Nothing in a cell tells others apart.
        default: composite.fields.first.map { .field($0) }
        }
      composites[key(composite.text)] = meaning
    }
    self.composites = composites
    sequences = Set(words.ignored.map(key))
    unmapped = Set((words.derived + words.unmapped).map(key))
    near = NearNames(
      Field.allCases.filter { $0.kind.isColumn || $0.kind == .series }.map { field in
        (field.label, words.synonyms.filter { $0.field == field }.map { HeaderLabel($0.text).bare })
      })
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

  /// Up to three fields whose labels are most like a header's, the nearest first.
  func nearestFields(to label: String) -> [Field] {
    near.nearest(to: HeaderLabel(label).bare).compactMap { name in
      Field.allCases.first { $0.label == name }
    }
  }

  /// The meaning the catalogue gives a text.
  func meaning(ofText text: String) -> ColumnMeaning? {
    let key = HeaderLabel.comparable(text)
    if key.isEmpty { return nil }
    if sequences.contains(key) || sequences.contains(key.uppercased()) { return .sequence }
    if marks.contains(key) { return .mark }
    if let composite = composites[key] { return composite }
    if unmapped.contains(key) { return .unmapped }
    guard let field = fields[key], field.kind.isColumn else { return nil }
    return .field(field)
  }
}
