/// The names of one or two kinds in comparable form, with the words that need a rule.
struct NameIndex: Sendable {
  /// What an index covers; counties and zones share one, because lists mix them.
  enum Scope: Hashable, Sendable {
    case kind(CatalogueKind)
    case places
    case stages

    /// The scope of the index that words for a kind are looked up in.
    init(_ kind: CatalogueKind) {
      switch kind {
      case .district, .zone: self = .places
      case .stage, .condition: self = .stages
      default: self = .kind(kind)
      }
    }

    var kinds: [CatalogueKind] {
      switch self {
      case .kind(let kind): [kind]
      case .places: [.district, .zone]
      case .stages: [.stage, .condition]
      }
    }

    /// The setting that holds this scope's words.
    var words: String {
      switch self {
      case .kind(let kind): "words.\(kind.rawValue)"
      case .places: "words.place"
      case .stages: "words.stage"
      }
    }
  }

  /// An item that a name may mean.
  struct Target: Hashable, Sendable {
    let kind: CatalogueKind
    let code: String
  }

  /// What a comparable form means without any further rule.
  enum Meaning {
    case targets([Target])
    case ambiguous([String])
    case doubtful([String])
    case unassigned
    /// The catalogue says, or a person decided, that it means nothing.
    case ignored
  }

  let dropsBeginnings: [String]
  let dropsEndings: [String]
  let suggestions: NearNames
  /// Names of counties and zones with the unit that governs each; only in the index of units.
  let localNames: [LocalName]
  private var meanings: [String: Meaning] = [:]
  private var looseMeanings: [String: Meaning] = [:]

  init(_ scope: Scope, of catalogue: Catalogue) {
    let words = catalogue.setting(scope.words)
    dropsBeginnings = words?["dropped_beginnings"]?.texts.map(TextFolding.key) ?? []
    dropsEndings = words?["dropped_endings"]?.texts.map(TextFolding.key) ?? []
    localNames = scope == .kind(.unit) ? LocalName.all(in: catalogue) : []
    let items = scope.kinds.flatMap { catalogue.items(of: $0) }.filter(\.isInLists)
    suggestions = NearNames(items)
    for item in items {
      let target = Target(kind: item.kind, code: item.code)
      for text in item.namesInUse { add(text, meaning: target) }
    }
    addFormerNames(of: items)
    for (text, codes) in words?["ambiguous"]?.members ?? [:] {
      set(text, .ambiguous(codes.texts))
    }
    for (text, codes) in words?["doubtful"]?.members ?? [:] { set(text, .doubtful(codes.texts)) }
    for text in words?["unassigned"]?.texts ?? [] { set(text, .unassigned) }
    for text in words?["ignored"]?.texts ?? [] { set(text, .ignored) }
    takeDecisions(scope, of: catalogue)
  }

  /// A name that went out of use counts where no name in use says the same: agencies are renamed, and
  /// lists go on with the old names.
  private mutating func addFormerNames(of items: [CatalogueItem]) {
    let inUse = Set(meanings.keys)
    for item in items {
      let target = Target(kind: item.kind, code: item.code)
      for text in item.namesOutOfUse where !inUse.contains(TextFolding.key(text)) {
        add(text, meaning: target)
      }
    }
  }

  /// What was decided about the words of the sender whose lists are read.
  private mutating func takeDecisions(_ scope: Scope, of catalogue: Catalogue) {
    guard let speaker = catalogue.speaker else { return }
    for decision in catalogue.decisions(of: speaker) where decision.subject.kinds == scope.kinds {
      switch decision.meaning {
      case .item(let kind, let code):
        set(decision.text, .targets([Target(kind: kind, code: code)]))
      case .nothing: set(decision.text, .ignored)
      case .column, .project: break
      }
    }
  }

  /// What a folded text means: as it stands, else with 及, 与, 和 and quotation marks left out.
  func meaning(of key: String) -> Meaning? {
    meanings[key] ?? looseMeanings[Self.loose(key)]
  }

  /// The folded text, and what remains of it when beginnings and endings are dropped.
  func variants(of key: String) -> [String] {
    var variants = [key]
    var position = 0
    while position < variants.count {
      let variant = variants[position]
      for beginning in dropsBeginnings where variant.hasPrefix(beginning) {
        append(String(variant.dropFirst(beginning.count)), to: &variants)
      }
      for ending in dropsEndings where variant.hasSuffix(ending) {
        append(String(variant.dropLast(ending.count)), to: &variants)
      }
      position += 1
    }
    return variants
  }

  private func append(_ variant: String, to variants: inout [String]) {
    if !variant.isEmpty && !variants.contains(variant) { variants.append(variant) }
  }

  private mutating func add(_ text: String, meaning target: Target) {
    let key = TextFolding.key(text)
    meanings[key] = Self.adding(target, to: meanings[key])
    let loose = Self.loose(key)
    looseMeanings[loose] = Self.adding(target, to: looseMeanings[loose])
  }

  private mutating func set(_ text: String, _ meaning: Meaning) {
    let key = TextFolding.key(text)
    meanings[key] = meaning
    looseMeanings[Self.loose(key)] = meaning
  }

  private static func adding(_ target: Target, to meaning: Meaning?) -> Meaning {
    guard case .targets(let targets) = meaning else { return .targets([target]) }
    return .targets(targets.contains(target) ? targets : targets + [target])
  }

  private static func loose(_ key: String) -> String {
    var text = ""
    text.unicodeScalars.append(
      contentsOf: key.unicodeScalars.filter { !looseScalars.contains($0) })
    return text.isEmpty ? key : text
  }

  private static let looseScalars = Set("及与和暨·“”‘’\"'「」『』《》".unicodeScalars)
}

extension CatalogueItem {
  /// The name and the aliases that did not go out of use.
  var namesInUse: [String] {
    [name] + aliases.filter { $0.validUntil == nil }.map(\.text)
  }

  fileprivate var namesOutOfUse: [String] {
    aliases.filter { $0.validUntil != nil }.map(\.text)
  }

  /// Whether lists name it: some items are known, but a list's word never means them.
  package var isInLists: Bool { attributes["in_lists"]?.text != "false" }
}

extension Attribute {
  /// The members of a map.
  package var members: [String: Attribute] {
    if case .map(let members) = self { members } else { [:] }
  }
}
