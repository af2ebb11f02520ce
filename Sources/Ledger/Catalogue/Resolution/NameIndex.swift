/// The names of one or two kinds in comparable form, with the words that need special treatment.
struct NameIndex: Sendable {
  /// The kinds of an index; counties and zones share one, because lists mix them.
  enum Scope: Hashable, Sendable {
    case kind(CatalogueKind)
    case places
    case stages

    /// The scope in which words for a kind are looked up.
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

    /// The setting with this scope's words.
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

  /// The meaning of a comparable form.
  enum Meaning {
    case targets([Target])
    case ambiguous([String])
    case doubtful([String])
    case unassigned
    /// No meaning, by the catalogue or a person's decision.
    case ignored
  }

  let dropsBeginnings: [String]
  let dropsEndings: [String]
  let suggestions: NearNames
  /// The names of counties and zones with the units that govern them; only in the index of units.
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

  /// Adds names out of use unless a current name is the same: agencies are renamed, and lists keep
  /// using the old names.
  private mutating func addFormerNames(of items: [CatalogueItem]) {
    let inUse = Set(meanings.keys)
    for item in items {
      let target = Target(kind: item.kind, code: item.code)
      for text in item.namesOutOfUse where !inUse.contains(TextFolding.key(text)) {
        add(text, meaning: target)
      }
    }
  }

  /// Adds the decisions about words of the catalogue's sender.
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

  /// The meaning of a folded text: as it is, else without 及, 与, 和 and quotation marks.
  func meaning(of key: String) -> Meaning? {
    meanings[key] ?? looseMeanings[Self.loose(key)]
  }

  /// The folded text, and all remainders without beginnings and endings.
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
  /// The name and the aliases still in use.
  var namesInUse: [String] {
    [name] + aliases.filter { $0.validUntil == nil }.map(\.text)
  }

  fileprivate var namesOutOfUse: [String] {
    aliases.filter { $0.validUntil != nil }.map(\.text)
  }

  /// Whether list words can mean it; some items are known, but never meant.
  package var isInLists: Bool { attributes["in_lists"]?.text != "false" }
}

extension Attribute {
  /// The members of a map.
  package var members: [String: Attribute] {
    if case .map(let members) = self { members } else { [:] }
  }
}
