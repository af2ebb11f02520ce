/// How far a project has come: one of 七个一批.
package struct Stage: Hashable, Sendable {
  package let code: String
  package let name: String
  package let english: String
  /// From 1.
  package let order: Int
  /// The batch of a year that plans it, such as 签约一批.
  package let batch: String
  /// What shows that a project has entered it.
  package let evidence: [String]
  /// Fields that should be filled when a project is in it.
  package let requires: [Field]
  /// The date of entering it, when it has a field.
  package let dateField: Field?
  /// Status in the Open Contracting for Infrastructure Data Standard.
  package let oc4ids: String
  package let synonyms: [String]

  init(_ item: CatalogueItem) {
    let attributes = item.attributes
    code = item.code
    name = item.name
    english = attributes["english"]?.text ?? item.name
    order = attributes["order"]?.integer ?? item.position
    batch = attributes["batch"]?.text ?? item.name
    evidence = attributes["evidence"]?.texts ?? []
    requires = (attributes["requires"]?.texts ?? []).compactMap { Field(id: $0) }
    dateField = attributes["date_field"]?.text.flatMap { Field(id: $0) }
    oc4ids = attributes["oc4ids"]?.text ?? "identification"
    synonyms = item.aliases.map(\.text)
  }
}

extension Catalogue {
  /// The stages in their order.
  package var stages: [Stage] { items(of: .stage).map { Stage($0) } }
}
