/// A field of a project. Declared once: all code that parses, checks, stores, shows or writes a
/// project is driven by these declarations.
///
/// Columns have this order wherever all fields are shown.
package enum Field: UInt8, CaseIterable, Hashable, Sendable {
  case code
  case localNumber
  case name
  case otherNames
  case package
  case registers
  case chain
  case otherChains
  case segment
  case industry
  case isIndustrial
  case nature
  case stage
  case condition
  case leadUnits
  case responsibleUnits
  case cooperatingUnits
  case leader
  case responsiblePerson
  case owner
  case ownerUSCC
  case investor
  case contact
  case phone
  case district
  case zone
  case address
  case content
  case totalInvestment
  case fixedInvestment
  case contractInvestment
  case doneBefore
  case plan
  case done
  case funds
  case funding
  case landArea
  case signDate
  case startPlanned
  case startActual
  case finishPlanned
  case finishActual
  case productionDate
  case progress
  case monthlyProgress
  case milestones
  case problems
  case problemLog
  case nextStep
  case expectedOutput
  case expectedTax
  case jobs
  case remark

  /// The stable identifier used in files, commands, URLs and the database.
  package var id: String { declaration.id }

  /// The field with an identifier.
  package init?(id: some StringProtocol) {
    guard let field = Self.byID[String(id)] else { return nil }
    self = field
  }

  /// The field's declaration.
  package var declaration: FieldDeclaration { Self.declarations[Int(rawValue)] }

  /// The Chinese label.
  package var label: String { declaration.label }

  package var kind: FieldKind { declaration.kind }

  private static let byID = Dictionary(uniqueKeysWithValues: allCases.map { ($0.id, $0) })
}
