import Ledger

/// Values as texts, the names of catalogue items looked up once each.
struct CatalogueNames {
  private let catalogue: Catalogue
  private var known: [CatalogueKind: [String: String]] = [:]

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  mutating func text(_ value: Value, of field: Field) -> String {
    switch value {
    case .text(let text): return text
    case .date(let date): return date.text
    case .flag(let flag): return flag ? "是" : "否"
    case .list, .references: return texts(value, of: field).joined(separator: "、")
    case .reference(let code):
      if case .reference(let kind) = field.kind { return name(kind, code) }
      return code
    case .money(let money): return money.wanYuan
    case .quantity(let quantity): return quantity.text
    case .membership(let membership): return membership.state ?? ""
    case .matter(let matter): return matter.words(of: field, catalogue)
    }
  }

  /// The texts of a value that has several, in order.
  mutating func texts(_ value: Value, of field: Field) -> [String] {
    switch value {
    case .list(let texts): return texts
    case .references(let codes):
      guard case .references(let kind) = field.kind else { return codes }
      return codes.map { name(kind, $0) }
    default: return []
    }
  }

  /// The registers a project stands on, each once.
  mutating func registers(of record: Record) -> [String] {
    var names: [String] = []
    for entry in record.entries(of: .registers) {
      guard case .register(let code, _) = entry.key.part else { continue }
      let name = name(.register, code.text)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The values of a field that has several, each in words.
  func several(_ field: Field, of record: Record) -> [String] {
    record.matters(field).map { $0.words(of: field, catalogue) }
      + record.entries(of: field).compactMap { entry -> String? in
        guard let period = entry.key.period, case .text(let text) = entry.value else { return nil }
        return "\(period.text) \(text)"
      }
  }

  private mutating func name(_ kind: CatalogueKind, _ code: String) -> String {
    if let name = known[kind]?[code] { return name }
    let name = catalogue.name(of: kind, code)
    known[kind, default: [:]][code] = name
    return name
  }
}
