/// The parts of the sentences about a finding.
struct FindingWords {
  let finding: Finding
  /// The column's label, with its period or register if it has one.
  let label: String
  /// The quoted text of the source: the finding's own, or those of several.
  let quoted: String
  /// The first candidate, if the sentence is about a single finding.
  let other: String?

  init(_ finding: Finding, _ catalogue: Catalogue, quoting quoted: String, isOne: Bool) {
    (self.finding, self.quoted) = (finding, quoted)
    label = finding.label(catalogue)
    other = isOne ? finding.candidates.first : nil
  }

  var field: FieldKey? { finding.field }
  var candidates: [String] { finding.candidates }

  /// Whether the field is an area or a head count; these follow the rules of money.
  var isQuantity: Bool { field?.field.kind == .quantity }

  /// The Chinese word for the field's items: 产业链, 单位, 地区 …
  var thing: String {
    switch field?.field.kind {
    case .reference(let kind), .references(let kind): kind.label
    case .memberships: CatalogueKind.register.label
    default: "内容"
    }
  }

  /// The candidates as alternatives, in quotes.
  var choice: String {
    guard candidates.count > 1, let last = candidates.last else {
      return candidates.map { "“\($0)”" }.joined()
    }
    return candidates.dropLast().map { "“\($0)”" }.joined(separator: "、") + "或“\(last)”"
  }

  /// The unit of the ledger's own amounts.
  var unit: String {
    field?.field.kind == .money || field?.field.kind == .series ? " 万元" : ""
  }
}

extension Finding {
  /// The problem, in one short Chinese sentence that quotes the source.
  package func sentence(_ catalogue: Catalogue) -> String {
    sentence(catalogue, quoting: "“\(raw)”", isOne: true)
  }

  /// The sentence about this finding, or about several of the same cause, with the text to quote.
  func sentence(_ catalogue: Catalogue, quoting quoted: String, isOne: Bool) -> String {
    code.meaning.sentence(FindingWords(self, catalogue, quoting: quoted, isOne: isOne))
  }

  /// The remedy, in one short Chinese sentence.
  package func suggestion(_ catalogue: Catalogue) -> String {
    code.meaning.remedy(FindingWords(self, catalogue, quoting: "“\(raw)”", isOne: true))
  }

  fileprivate func label(_ catalogue: Catalogue) -> String {
    if let field { return field.label(in: catalogue) }
    // Of the columns with two fields, only the one of start and end holds dates.
    return code == .dateUnparsable || code == .dateAmbiguous ? "起止时间" : "该项"
  }
}
