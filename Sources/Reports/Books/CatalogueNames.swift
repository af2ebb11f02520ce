import Ledger
import Wording

/// Converts values to texts, looking up each catalogue item once.
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

  /// The texts of a multiple value, in order.
  mutating func texts(_ value: Value, of field: Field) -> [String] {
    switch value {
    case .list(let texts): return texts
    case .references(let codes):
      guard case .references(let kind) = field.kind else { return codes }
      return codes.map { name(kind, $0) }
    default: return []
    }
  }

  /// The values of a field with several, each in words: each register once, matters with their days, progress text
  /// with its month.
  mutating func parts(of field: Field, in record: Record) -> [String] {
    if field.kind == .matters {
      return record.matters(field).map { $0.words(of: field, catalogue) }
    }
    var texts: [String] = []
    for entry in record.entries(of: field) {
      switch (entry.key.part, entry.value) {
      case (.register(let code, _), _):
        let name = name(.register, code.text)
        if !texts.contains(name) { texts.append(name) }
      case (.period(let period), .text(let text)): texts.append("\(period.text) \(text)")
      default: continue
      }
    }
    return texts
  }

  private mutating func name(_ kind: CatalogueKind, _ code: String) -> String {
    if let name = known[kind]?[code] { return name }
    let name = catalogue.name(of: kind, code)
    known[kind, default: [:]][code] = name
    return name
  }
}
