/// A unit that leads, is responsible for or cooperates in projects (责任单位).
package struct ResponsibleUnit: Hashable, Sendable {
  package let code: String
  package let name: String
  /// Its form, such as 市政府部门, 市委部门, 群团, 县区, 新区管委会, 集体.
  package let form: String
  /// The code of the county or zone it governs.
  package let place: String?
  package let chains: [String]
  package let tasks: [String]
  package let roles: [String]

  init(_ item: CatalogueItem) {
    code = item.code
    name = item.name
    form = item.attributes["form"]?.text ?? ""
    place = item.attributes["place"]?.text
    chains = item.attributes["chains"]?.texts ?? []
    tasks = item.attributes["tasks"]?.texts ?? []
    roles = item.attributes["roles"]?.texts ?? []
  }
}

extension Catalogue {
  /// The units in the catalogue's order.
  package var units: [ResponsibleUnit] { items(of: .unit).map { ResponsibleUnit($0) } }
}
