import Foundation
import Ledger
import Reports
import Storage

/// A project of the ledger as a project of the standard; unknown members are omitted.
///
/// Each group of members has its own file; the documentation has the whole mapping.
struct OC4IDSProject {
  let edition: BookEdition
  let settings: OC4IDSSettings
  /// The ledger's entries by number.
  let entries: [Int64: Entry]
  private let stages: [String: Stage]
  private let conditions: [String: Condition]
  private let untold: Set<Field>
  /// The order of the stage that each date field marks.
  let stageOrders: [Field: Int]

  init(_ edition: BookEdition, _ settings: OC4IDSSettings, entries: [Int64: Entry]) {
    self.edition = edition
    self.settings = settings
    self.entries = entries
    untold = edition.catalogue.sensitiveFields
    let stages = edition.catalogue.stages
    self.stages = Dictionary(stages.map { ($0.code, $0) }) { first, _ in first }
    conditions = Dictionary(edition.catalogue.conditions.map { ($0.code, $0) }) { first, _ in
      first
    }
    stageOrders = Dictionary(
      stages.compactMap { stage in stage.dateField.map { ($0, stage.order) } }
    ) { first, _ in first }
  }

  var catalogue: Catalogue { edition.catalogue }

  /// The project as one object; `entries` are the numbers of the entries that changed it.
  func json(_ project: StoredProject, _ entries: [Int64]) -> JSON {
    // Publications omit the fields that the ledger's own books omit.
    let record = project.record.without(untold)
    let parties = OC4IDSParties(record, catalogue)
    let division = settings.division(industry: record.text(.industry))
    let sectors = division.map(settings.sectors(ofDivision:)) ?? []
    let type = record.text(.nature).flatMap(settings.type(ofNature:))
    let updated = self.entries[project.revision].map { Timestamp.text($0.at) }
    let members: [(String, JSON?)] = [
      ("id", JSON.text("\(settings.prefix)-\(project.id)")),
      ("updated", JSON.text(updated)),
      ("language", JSON.text("zh")),
      ("identifiers", JSON.some(of: identifiers(record))),
      ("publicAuthority", parties.publicAuthority),
      ("title", JSON.text(record.text(.name))),
      ("description", JSON.text(record.text(.content))),
      ("budget", budget(record)),
      ("period", period(record)),
      ("locations", JSON.some(of: locations(record))),
      ("status", JSON.text(status(record))),
      ("type", JSON.text(type)),
      ("sector", sectors.isEmpty ? nil : JSON.strings(sectors)),
      ("additionalClassifications", JSON.some(of: classifications(record, division))),
      ("parties", JSON.some(of: parties.all)),
      ("forecasts", JSON.some(of: forecasts(record))),
      ("metrics", JSON.some(of: metrics(project))),
      ("milestones", JSON.some(of: milestones(record))),
      ("completion", completion(record)),
      ("documents", JSON.some(of: documents(entries))),
    ]
    return JSON.known(members)
  }

  /// The stage of a record; nil if it has none.
  func stage(of record: Record) -> Stage? { record.reference(.stage).flatMap { stages[$0] } }

  /// The status of the condition, else that of the stage.
  private func status(_ record: Record) -> String? {
    record.reference(.condition).flatMap { conditions[$0]?.oc4ids } ?? stage(of: record)?.oc4ids
  }

  private func identifiers(_ record: Record) -> [JSON] {
    [Field.code, .localNumber].compactMap { field in
      record.text(field).map { .object([("id", .string($0)), ("scheme", .string(field.label))]) }
    }
  }

  private func classifications(_ record: Record, _ division: String?) -> [JSON] {
    func item(_ scheme: String, _ kind: CatalogueKind, _ code: String?) -> JSON? {
      code.map { code in
        Self.classification(scheme, code, catalogue.name(of: kind, code))
      }
    }
    let chains =
      [record.reference(.chain)].compactMap { $0 } + record.references(.otherChains)
    let registers = record.entries(of: .registers).compactMap { entry -> JSON? in
      guard case .register(let name, let year) = entry.key.part else { return nil }
      return Self.classification(
        "taizhang-register", "\(name.text)@\(year)", entry.key.label(in: catalogue))
    }
    return [
      item("taizhang-stage", .stage, record.reference(.stage)),
      item("taizhang-condition", .condition, record.reference(.condition)),
      item("GB/T 4754-2017", .industry, division),
    ].compactMap { $0 } + chains.compactMap { item("taizhang-chain", .chain, $0) } + registers
  }

  private static func classification(_ scheme: String, _ id: String, _ words: String) -> JSON {
    .object([
      ("scheme", .string(scheme)), ("id", .string(id)), ("description", .string(words)),
    ])
  }

  private func locations(_ record: Record) -> [JSON] {
    let (district, zone) = (record.reference(.district), record.reference(.zone))
    let address = record.text(.address)
    guard let id = zone ?? district ?? address.map({ _ in "site" }) else { return [] }
    let names = [
      district.map { catalogue.name(of: .district, $0) },
      zone.map { catalogue.name(of: .zone, $0) },
    ].compactMap { $0 }
    let gazetteer = district.map { code in
      JSON.object([("scheme", .string("GB/T 2260")), ("identifiers", .strings([code]))])
    }
    let lines: [(String, JSON?)] = [
      ("streetAddress", JSON.text(address)), ("locality", JSON.text(names.first)),
      ("region", JSON.text(settings.region)), ("countryName", JSON.text("中国")),
    ]
    let words = (names + [address].compactMap { $0 }).joined(separator: " ")
    let members: [(String, JSON?)] = [
      ("id", JSON.text(id)), ("description", JSON.text(words)), ("gazetteer", gazetteer),
      ("address", JSON.known(lines)),
    ]
    return [JSON.known(members)]
  }
}

extension JSON {
  /// A string, or nil.
  static func text(_ text: String?) -> JSON? { text.map { .string($0) } }

  /// An object without the nil members.
  static func known(_ members: [(String, JSON?)]) -> JSON {
    .object(members.compactMap { name, value in value.map { (name, $0) } })
  }

  /// An array; nil if empty, because the standard requires omitting empty arrays.
  static func some(of items: [JSON]) -> JSON? { items.isEmpty ? nil : .array(items) }
}
