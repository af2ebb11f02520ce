package import Ledger

extension Recipe {
  /// The catalogue item that stores it, one per sender. `position` is the item's number.
  package func item(position: Int) -> CatalogueItem {
    CatalogueItem(
      kind: .recipe, code: sender, name: sender, position: position,
      attributes: .map([
        "file": .text(file), "tables": .list(tables.map(\.attribute)),
      ]))
  }

  /// Decodes the item; nil if it is of another kind.
  package init?(_ item: CatalogueItem) {
    guard item.kind == .recipe else { return nil }
    self.init(
      sender: item.code, file: item.attributes["file"]?.text ?? "",
      tables: (item.attributes["tables"]?.items ?? []).map { Table($0) })
  }
}

extension Recipe.Table {
  fileprivate var attribute: Attribute {
    var members: [String: Attribute] = ["columns": .list(columns.map(\.attribute))]
    if let sheet { members["sheet"] = .text(sheet) }
    if let header { members["header"] = .text("\(header.lowerBound)-\(header.upperBound)") }
    if !skipped.isEmpty { members["skip"] = .list(skipped.map { .text($0) }) }
    if !constants.isEmpty { members["constants"] = .map(constants.mapValues { .text($0) }) }
    return .map(members)
  }

  fileprivate init(_ attribute: Attribute) {
    self.init(
      sheet: attribute["sheet"]?.text,
      header: attribute["header"]?.text.flatMap { ClosedRange(rows: $0) },
      skipped: attribute["skip"]?.texts ?? [],
      columns: (attribute["columns"]?.items ?? []).map { Recipe.Column($0) },
      constants: attribute["constants"]?.members.compactMapValues(\.text) ?? [:])
  }
}

extension Recipe.Column {
  fileprivate var attribute: Attribute {
    var members: [String: Attribute] = ["column": .text(letters)]
    if let header { members["header"] = .text(header) }
    if !meaning.isEmpty { members["means"] = .text(meaning) }
    if let unit { members["unit"] = .text(unit) }
    if isTold { members["told"] = .text("true") }
    return .map(members)
  }

  fileprivate init(_ attribute: Attribute) {
    self.init(
      letters: attribute["column"]?.text ?? "", header: attribute["header"]?.text,
      meaning: attribute["means"]?.text ?? "", unit: attribute["unit"]?.text,
      isTold: attribute["told"]?.isTrue ?? false)
  }
}

extension ClosedRange<Int> {
  /// Parses row numbers, `3` or `3-5`, of at most 20 rows; nil if malformed.
  package init?(rows text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map {
      Int($0.filter { !$0.isWhitespace })
    }
    guard (1...2).contains(parts.count), let first = parts.first ?? nil,
      let last = parts.last ?? nil, 1 <= first, first <= last, last - first < 20
    else { return nil }
    self = first...last
  }
}

extension Catalogue {
  /// The layout of a sender's last list; nil if none is known.
  package func recipe(of sender: String) -> Recipe? { item(.recipe, sender).flatMap { Recipe($0) } }

  /// The recipes of all senders.
  package var recipes: [Recipe] { items(of: .recipe).compactMap { Recipe($0) } }
}
