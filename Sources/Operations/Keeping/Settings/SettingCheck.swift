import Foundation
import Ledger
import Wording

/// Validates a setting and normalizes its values: numbers, words, lists of codes. Values that nothing would
/// read are refused.
struct SettingCheck {
  private let catalogue: Catalogue

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// The changed setting with normalized values. Throws `unknownInSetting` with the nearest names,
  /// `unfitSetting` with the allowed values.
  func kept(_ item: CatalogueItem, after paths: [String]) throws -> CatalogueItem {
    let words = ["name", "alias", "-alias"]
    guard let fields = SettingSchema.fields(of: item.code) else {
      throw OperationError.unknownInSetting(
        item.code, nearest: nearest(to: item.code, among: SettingSchema.codes))
    }
    var attributes = item.attributes
    for path in paths where !words.contains(path) {
      let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard let field = fields.first(where: { $0.takes(parts) }) else {
        throw OperationError.unknownInSetting(path, nearest: near(path, fields))
      }
      let set = parts.reduce(attributes as Attribute?) { $0?[$1] }
      // A list is parsed already.
      let text = set?.text ?? set?.texts.joined(separator: "、") ?? ""
      attributes = attributes.replacing(parts[...], with: try value(text, field, path))
    }
    try requireOrder(attributes, item.code)
    return CatalogueItem(
      kind: item.kind, code: item.code, name: item.name, position: item.position,
      aliases: item.aliases, attributes: attributes)
  }

  private func near(_ path: String, _ fields: [SettingField]) -> [String] {
    if !fields.isEmpty, fields.allSatisfy({ $0.kind == .authority }) {
      return ["groups.组.fields", "groups.组.owners"]
    }
    let near = nearest(to: path, among: fields.map(\.text))
    return near.isEmpty ? fields.map(\.text) : near
  }

  private func value(_ text: String, _ field: SettingField, _ path: String) throws -> Attribute {
    let typed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    func refuse() -> OperationError {
      .unfitSetting(
        SettingWords.label(field.path), typed, allowed: SettingWords.allowed(field.kind))
    }
    switch field.kind {
    case .number(let range):
      guard let number = Int(typed), range.contains(number) else { throw refuse() }
      return .text(String(number))
    case .flag:
      if ["true", "yes", "是"].contains(typed) { return .text("true") }
      if ["false", "no", "否"].contains(typed) { return .text("false") }
      throw refuse()
    case .choice(let known):
      if known.contains(typed) { return .text(typed) }
      if let code = known.first(where: { SettingWords.choice($0) == typed }) { return .text(code) }
      throw OperationError.unknownInSetting(typed, nearest: known)
    case .items(let kinds, let least):
      let codes = try words(typed).map { try code($0, kinds) }
      if codes.count < least { throw refuse() }
      return .list(codes.map { .text($0) })
    case .item(let kind): return .text(try code(typed, [kind]))
    case .words:
      let words = words(typed)
      if words.contains(where: { $0.count > 40 }) { throw refuse() }
      return .list(words.map { .text($0) })
    case .fields: return .list(try words(typed).map { .text(try fieldID($0)) })
    case .sensitive:
      try SensitiveCheck.check(typed)
      return .text(typed)
    case .authority:
      try AuthorityCheck(catalogue).check(path, typed)
      return .text(typed)
    case .text(let most):
      guard !typed.isEmpty, typed.count <= most else { throw refuse() }
      return .text(typed)
    case .day:
      guard let day = PartialDate(typed), case .day = day.precision else { throw refuse() }
      return .text(typed)
    case .prefix:
      guard typed.wholeMatch(of: /oc4ids-[a-z0-9]{3,20}/) != nil else { throw refuse() }
      return .text(typed)
    }
  }

  /// The threshold of a lagging light must not exceed that of a normal one.
  private func requireOrder(_ attributes: Attribute, _ code: String) throws {
    guard code == "light", let normal = attributes["normal_at_least"]?.text.flatMap({ Int($0) }),
      let lagging = attributes["lagging_at_least"]?.text.flatMap({ Int($0) }), lagging > normal
    else { return }
    throw OperationError.unfitSetting(
      SettingWords.label(["lagging_at_least"]), String(lagging),
      allowed: "不高于\(SettingWords.label(["normal_at_least"])) \(normal) 的整数")
  }

  private func words(_ text: String) -> [String] {
    text.split { "、，,;； \n".contains($0) }.map(String.init)
  }

  private func code(_ text: String, _ kinds: [CatalogueKind]) throws -> String {
    let items = kinds.flatMap { catalogue.items(of: $0) }
    let found = items.first { $0.code == text } ?? items.first { $0.name == text }
    if let found { return found.code }
    throw OperationError.unknownInSetting(
      text, nearest: kinds.flatMap { catalogue.nearestNames($0, to: text) })
  }

  private func fieldID(_ text: String) throws -> String {
    let fields = Field.allCases
    if let field = fields.first(where: { $0.id == text || $0.label == text }) { return field.id }
    let near = NearNames(fields.map { ($0.id, [$0.label]) })
    throw OperationError.unknownInSetting(text, nearest: near.nearest(to: TextFolding.key(text)))
  }

  private func nearest(to text: String, among known: [String]) -> [String] {
    NearNames(known.map { ($0, []) }).nearest(to: text)
  }
}

extension Attribute {
  /// The attribute with another value at a path.
  fileprivate func replacing(_ path: ArraySlice<String>, with value: Attribute) -> Attribute {
    guard let key = path.first else { return value }
    var members = members
    members[key] = (members[key] ?? .map([:])).replacing(path.dropFirst(), with: value)
    return .map(members)
  }
}
