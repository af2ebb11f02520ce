/// A project's stage: one of 七个一批.
package struct Stage: Hashable, Sendable {
  package let code: String
  package let name: String
  package let english: String
  /// The position, from 1.
  package let order: Int
  /// The evidence that a project has entered it.
  package let evidence: [String]
  /// The fields that a project in it should have.
  package let requires: [Field]
  /// The field with the date of entering it, if there is one.
  package let dateField: Field?
  /// The status in the Open Contracting for Infrastructure Data Standard.
  package let oc4ids: String
  package let synonyms: [String]

  init(_ item: CatalogueItem) {
    let attributes = item.attributes
    code = item.code
    name = item.name
    english = attributes["english"]?.text ?? item.name
    order = attributes["order"]?.integer ?? item.position
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
