import Foundation
package import Ledger
import Storage
import Wording

extension LedgerOperations {
  /// The current catalogue, without decisions and saved lists that the person may not see.
  package func catalogue() throws -> Catalogue {
    try reading { store, catalogue in
      if store.showsEverything { return catalogue }
      let own = OwnActs(person, catalogue)
      return Catalogue(
        items: catalogue.items.filter { item in
          switch item.kind {
          case .distinction: false
          case .view: SavedView(item)?.isShown(to: person) ?? false
          case .decision: own.isOwn(item.attributes["sender"]?.text ?? "")
          default: true
          }
        })
    }
  }

  /// The same with the shipped header words that the ledger has not changed.
  package func catalogueWithHeaders() throws -> Catalogue { try catalogue().withHeaders() }

  /// Changes a catalogue item, or adds one if `isNew`, as an entry like any other.
  ///
  /// Assignments name `name`, `alias` (adds one; `-alias` removes one), or a path into the attributes, such as
  /// `measure.method`. Targets and tasks belong to a year: `year` selects it and drafts the item for a year
  /// without one; otherwise the current year's item is changed if it exists, else the one with the code. A
  /// changed item is no longer a draft. Header words cannot be added; missing ones start as shipped. Where
  /// items of the kind have a list, the text is split at `、` and commas.
  ///
  /// Throws `unknownItem`, `itemNotThere`, `itemExists`, `nameTaken` for a name or alias of another item,
  /// `ofTarget` for what only a target may have, `viewOfOther`, `malformedArgument`, `malformedPeriod`,
  /// `unknownInSetting` and `unfitSetting` for invalid settings.
  package func setItem(
    _ kind: CatalogueKind, code: String, isNew: Bool,
    _ assignments: [(path: String, text: String)], reason: String?
  ) throws -> ItemOutcome {
    // Changing a role changes other people's permissions.
    try act(kind.right) { act in
      if kind.isOfActs { try requireEverywhere(kind.right, in: act.catalogue) }
      let catalogue =
        kind == .header
        ? try act.catalogue.withHeaders()
        : kind == .role ? act.catalogue.withRoles() : act.catalogue
      try Self.refuseTargets(of: kind, code, assignments.map(\.path), catalogue)
      let year = assignments.last { $0.path == "year" }?.text
      let named = try Self.item(kind, code, isNew: isNew, catalogue)
      try refuseForeignViews([named])
      let before = isNew ? named : try named.of(year, else: currentYear, in: catalogue)
      let lists = AttributeLists(before, in: catalogue)
      var item = before.handedDown
      for (path, text) in assignments {
        if kind == .role { try RoleCheck(before, in: catalogue).check(path, text) }
        guard let altered = try item.setting(path, to: text, lists) else {
          throw OperationError.malformedArgument("\(path)=\(text)")
        }
        item = altered
      }
      for name in item.words.subtracting(isNew ? [] : before.words).sorted() {
        guard let other = catalogue.items(goingBy: name, besides: item).first else { continue }
        throw OperationError.nameTaken(name, kind: other.kind, code: other.code, by: other.name)
      }
      if kind == .setting {
        item = try SettingCheck(catalogue).kept(item, after: assignments.map(\.path))
      }
      let entry = try act.write(act.entry(.catalogue, items: [item], because: reason))
      return ItemOutcome(entry: entry, item: item)
    }
  }

  /// The goal of a chain is stored in one place only: its target.
  private static func refuseTargets(
    of kind: CatalogueKind, _ code: String, _ paths: [String], _ catalogue: Catalogue
  ) throws {
    guard kind == .chain, paths.contains(where: { $0 == "target" || $0.hasPrefix("target.") })
    else { return }
    let target = catalogue.items(of: .target).last { $0.attributes["chain"]?.text == code }
    throw OperationError.ofTarget(chain: code, target: target?.codeOfAllYears)
  }

  /// The item to change, or a new one.
  private static func item(
    _ kind: CatalogueKind, _ code: String, isNew: Bool, _ catalogue: Catalogue
  ) throws -> CatalogueItem {
    let known = catalogue.item(kind, code)
    // Lists are saved from their own page.
    if kind == .view, isNew { throw OperationError.unknownItem(kind: kind.rawValue, code: code) }
    if let known, isNew {
      throw OperationError.itemExists(kind: kind, code: code, name: known.name)
    }
    if let known { return known }
    if kind == .header { throw OperationError.unknownItem(kind: kind.rawValue, code: code) }
    guard isNew else {
      throw OperationError.itemNotThere(
        kind: kind, code: code, nearest: catalogue.nearestItems(kind, to: code))
    }
    return CatalogueItem(
      kind: kind, code: code, name: code, position: catalogue.items(of: kind).count + 1)
  }
}

/// A changed or added catalogue item with its entry.
package struct ItemOutcome: Sendable {
  package let entry: Entry
  package let item: CatalogueItem
}

extension CatalogueItem {
  /// The item of the year in `text`, or of the current year if nil and it exists. Items without a year are the
  /// same in all years. Throws `malformedPeriod`.
  fileprivate func of(
    _ text: String?, else present: Int, in catalogue: Catalogue
  ) throws -> CatalogueItem {
    guard let year else { return self }
    guard let text else {
      return code == codeOfAllYears ? catalogue.item(kind, code, of: present) ?? self : self
    }
    guard let other = Int(text), (1990...2100).contains(other) else {
      throw OperationError.malformedPeriod(text)
    }
    if other == year { return self }
    return catalogue.item(kind, codeOfAllYears, inOrDraftedFor: other) ?? drafted(for: other)
  }

  /// The item without its draft mark.
  fileprivate var handedDown: CatalogueItem {
    var members = attributes.members
    members["draft"] = nil
    return CatalogueItem(
      kind: kind, code: code, name: name, position: position, aliases: aliases,
      attributes: .map(members))
  }

  /// Its name and aliases.
  fileprivate var words: Set<String> { Set([name] + aliases.map(\.text)) }

  /// The item with one attribute changed; nil if the path leads through a text, or the text would replace
  /// several values.
  fileprivate func setting(
    _ path: String, to text: String, _ lists: AttributeLists
  ) throws -> CatalogueItem? {
    var name = name
    var aliases = aliases
    var attributes = attributes
    switch path {
    case "name":
      guard !text.isEmpty else { return nil }
      // The old name remains an alias.
      if !aliases.contains(where: { $0.text == name }), name != code { aliases.append(Alias(name)) }
      name = text
    case "alias": if !aliases.contains(where: { $0.text == text }) { aliases.append(Alias(text)) }
    case "-alias": aliases.removeAll { $0.text == text }
    default:
      let path = path.split(separator: ".").map(String.init)
      guard let value = try lists.value(text, at: path),
        let altered = attributes.setting(path[...], to: value)
      else { return nil }
      attributes = altered
    }
    return CatalogueItem(
      kind: kind, code: code, name: name, position: position, aliases: aliases,
      attributes: attributes)
  }
}

extension Attribute {
  fileprivate func setting(_ path: ArraySlice<String>, to value: Attribute) -> Attribute? {
    guard let key = path.first else { return value }
    guard case .map(var members) = self else { return nil }
    members[key] =
      path.count == 1 ? value : (members[key] ?? .map([:])).setting(path.dropFirst(), to: value)
    return members[key] == nil ? nil : .map(members)
  }
}
