import Foundation
package import Ledger
import Storage
import Wording

extension LedgerOperations {
  /// The catalogue as it stands; without what was decided about projects and words that are not the person's.
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

  /// The same with the words of headers that nobody altered.
  package func catalogueWithHeaders() throws -> Catalogue { try catalogue().withHeaders() }

  /// Alters an item of the catalogue, or, when `isNew` says so, adds one: an entry like any other.
  ///
  /// Assignments name `name`, `alias` (adds one; `-alias` takes one away), or a path into the
  /// item's attributes, such as `measure.method`. Targets and tasks belong to years: `year` says which year's
  /// is meant, and makes a draft of it where there is none; without it the present year's is, where there is
  /// one, else the one with the code. What somebody sets is a draft no longer. The words of headers are those that rules look for: none
  /// is added, and one that the ledger does not hold yet begins as it was shipped. Throws `unknownItem`,
  /// `itemNotThere`, `itemExists`, `nameTaken` for a name or alias that another item goes by, and
  /// `ofTarget` for what stands with a target alone, `unknownInSetting` and `unfitSetting` for what no setting says.
  /// Where items of the kind have a list, what is set is a list, its parts between `、` or commas.
  package func setItem(
    _ kind: CatalogueKind, code: String, isNew: Bool,
    _ assignments: [(path: String, text: String)], reason: String?
  ) throws -> ItemOutcome {
    // Who alters a role alters what others may do.
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

  /// A figure has one home: what a chain is to reach stands with its target.
  private static func refuseTargets(
    of kind: CatalogueKind, _ code: String, _ paths: [String], _ catalogue: Catalogue
  ) throws {
    guard kind == .chain, paths.contains(where: { $0 == "target" || $0.hasPrefix("target.") })
    else { return }
    let target = catalogue.items(of: .target).last { $0.attributes["chain"]?.text == code }
    throw OperationError.ofTarget(chain: code, target: target?.codeOfAllYears)
  }

  /// The item that is to be altered, or the beginning of a new one.
  private static func item(
    _ kind: CatalogueKind, _ code: String, isNew: Bool, _ catalogue: Catalogue
  ) throws -> CatalogueItem {
    let known = catalogue.item(kind, code)
    // A list is saved where it is seen.
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

/// An item of the catalogue as it was altered or added.
package struct ItemOutcome: Sendable {
  package let entry: Entry
  package let item: CatalogueItem
}

extension CatalogueItem {
  /// The item as a year has it; without one said, the present year's where there is one. What belongs to no
  /// year is the same in all. Throws `malformedPeriod`.
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

  /// The same when somebody vouches for it.
  fileprivate var handedDown: CatalogueItem {
    var members = attributes.members
    members["draft"] = nil
    return CatalogueItem(
      kind: kind, code: code, name: name, position: position, aliases: aliases,
      attributes: .map(members))
  }

  /// What it goes by.
  fileprivate var words: Set<String> { Set([name] + aliases.map(\.text)) }

  /// The item with one thing altered; nil when the path goes through a text, or a text would take the place of
  /// several things.
  fileprivate func setting(
    _ path: String, to text: String, _ lists: AttributeLists
  ) throws -> CatalogueItem? {
    var name = name
    var aliases = aliases
    var attributes = attributes
    switch path {
    case "name":
      guard !text.isEmpty else { return nil }
      // The old name still means this item.
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
