/// The parts that the sentences about a finding are made of.
struct FindingWords {
  let finding: Finding
  /// The column's label; with its period or register where it has one.
  let label: String
  /// What is quoted of the source: the finding's own text, or those of several.
  let quoted: String
  /// The first candidate, where the sentence is about one finding alone.
  let other: String?

  init(_ finding: Finding, _ catalogue: Catalogue, quoting quoted: String, isOne: Bool) {
    (self.finding, self.quoted) = (finding, quoted)
    label = finding.label(catalogue)
    other = isOne ? finding.candidates.first : nil
  }

  var field: FieldKey? { finding.field }
  var candidates: [String] { finding.candidates }

  /// An area or a head count, which follow the rules of money.
  var isQuantity: Bool { field?.field.kind == .quantity }

  /// What the field names: 产业链, 单位, 地区 …
  var thing: String {
    switch field?.field.kind {
    case .reference(let kind), .references(let kind): kind.label
    case .memberships: CatalogueKind.register.label
    default: "内容"
    }
  }

  /// All candidates, to choose from.
  var choice: String {
    guard candidates.count > 1, let last = candidates.last else {
      return candidates.map { "“\($0)”" }.joined()
    }
    return candidates.dropLast().map { "“\($0)”" }.joined(separator: "、") + "或“\(last)”"
  }

  /// The unit of the ledger's own sums.
  var unit: String {
    field?.field.kind == .money || field?.field.kind == .series ? " 万元" : ""
  }
}

extension Finding {
  /// What is wrong, in one short Chinese sentence that quotes the source.
  package func sentence(_ catalogue: Catalogue) -> String {
    sentence(catalogue, quoting: "“\(raw)”", isOne: true)
  }

  /// The sentence about this finding, or about several of the same cause with what is quoted of
  /// them all.
  func sentence(_ catalogue: Catalogue, quoting quoted: String, isOne: Bool) -> String {
    code.meaning.sentence(FindingWords(self, catalogue, quoting: quoted, isOne: isOne))
  }

  /// What would mend it, in one short Chinese sentence.
  package func suggestion(_ catalogue: Catalogue) -> String {
    code.meaning.remedy(FindingWords(self, catalogue, quoting: "“\(raw)”", isOne: true))
  }

  fileprivate func label(_ catalogue: Catalogue) -> String {
    if let field { return field.label(in: catalogue) }
    // Of the columns for two fields, only the one of start and end holds dates.
    return code == .dateUnparsable || code == .dateAmbiguous ? "起止时间" : "该项"
  }
}
