/// A statutory county or district (县区), or a zone with its own administration (新区).
package struct Place: Hashable, Sendable {
  package let code: String
  package let name: String
  package let english: String
  package let isZone: Bool
  /// The code of its government or 管委会; nil for the whole city.
  package let unit: String?

  package init(_ item: CatalogueItem) {
    code = item.code
    name = item.name
    english = item.attributes["english"]?.text ?? item.name
    isZone = item.kind == .zone
    unit = item.attributes["unit"]?.text
  }
}

extension Catalogue {
  /// The city, then its counties and districts.
  package var districts: [Place] { items(of: .district).map { Place($0) } }

  /// The zones.
  package var zones: [Place] { items(of: .zone).map { Place($0) } }
}
