import Ledger
import Operations

/// The schema of a value in the API. Requests are validated against it, and the OpenAPI document (JSON Schema 2020-12)
/// is generated from it.
indirect enum Schema: Sendable {
  case anything
  case nothing
  case boolean
  case integer(least: Int64? = nil, most: Int64? = nil)
  case number
  case text(Text = Text())
  /// Names from the catalogue. Only blanks are refused here; the operation looks the name up.
  case names(@Sendable (Catalogue) -> [String])
  case array(Schema)
  /// Named members and the schema of all others; nil forbids others.
  case object([Member], others: Schema? = nil)
  /// Members whose names match a pattern, and the schema of their values.
  case mapping(Text, Schema)
  case either([Schema])
  /// A schema of `Schemas.named`.
  case named(String)

  /// The constraints of a text.
  struct Text: Sendable {
    var allowed: [String] = []
    var pattern: String?
    var format: String?
    var isBlankAllowed = true
    var words: String?
  }

  /// A member of an object.
  struct Member: Sendable {
    let name: String
    let schema: Schema
    let isRequired: Bool
    let words: String?

    /// A required member.
    static func always(_ name: String, _ schema: Schema, _ words: String? = nil) -> Member {
      Member(name: name, schema: schema, isRequired: true, words: words)
    }

    /// An optional member.
    static func maybe(_ name: String, _ schema: Schema, _ words: String? = nil) -> Member {
      Member(name: name, schema: schema, isRequired: false, words: words)
    }
  }

  /// One of the given texts.
  static func oneOf(_ allowed: [String]) -> Schema { .text(Text(allowed: allowed)) }

  static func pattern(_ pattern: String, _ words: String? = nil) -> Schema {
    .text(Text(pattern: pattern, words: words))
  }

  /// This schema, or null.
  var orNull: Schema { .either([self, .nothing]) }

  /// A text that is not blank.
  static let stated = Schema.text(Text(isBlankAllowed: false))
}

extension Schema {
  /// A violation: a JSON pointer (RFC 6901), and what is expected there.
  struct Fault: Hashable, Sendable {
    let place: String
    let words: String
  }

  /// Returns the violations of a value; empty if it is valid.
  func faults(of value: JSON, at place: String = "") -> [Fault] {
    func fault(_ words: String) -> [Fault] { [Fault(place: place, words: words)] }
    switch (self, value) {
    case (.anything, _), (.nothing, .null), (.boolean, .bool): return []
    case (.integer(let least, let most), .integer(let number)):
      if let least, number < least { return fault("不小于 \(least)") }
      if let most, number > most { return fault("不大于 \(most)") }
      return []
    case (.number, .integer), (.number, .decimal): return []
    case (.text(let rule), .string(let text)): return rule.fault(of: text).map(fault) ?? []
    case (.text, .time): return []
    case (.names, .string(let text)): return text.isEmpty ? fault("不能空着") : []
    case (.array(let schema), .array(let items)):
      return items.enumerated().flatMap { schema.faults(of: $1, at: "\(place)/\($0)") }
    case (.object(let members, let others), .object(let values)):
      return Self.faults(of: values, members, others, at: place)
    case (.mapping(let names, let schema), .object(let values)):
      return values.flatMap { name, value in
        let place = Self.place(name, in: place)
        return names.fault(of: name).map { [Fault(place: place, words: $0)] }
          ?? schema.faults(of: value, at: place)
      }
    case (.either(let schemas), _):
      let all = schemas.map { $0.faults(of: value, at: place) }
      if all.contains([]) { return [] }
      // A fault deeper inside is more helpful than a mismatch of types.
      return all.max { ($0.first?.place.count ?? 0) < ($1.first?.place.count ?? 0) } ?? []
    case (.named(let name), _):
      return Schemas.named[name]?.faults(of: value, at: place) ?? fault(name)
    default: return fault(kind)
    }
  }

  /// Returns the JSON pointer of a member (RFC 6901).
  private static func place(_ name: String, in place: String) -> String {
    place + "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
  }

  private static func faults(
    of values: [(String, JSON)], _ members: [Member], _ others: Schema?, at place: String
  ) -> [Fault] {
    let known = Dictionary(members.map { ($0.name, $0.schema) }) { first, _ in first }
    var faults = values.flatMap { name, value -> [Fault] in
      let place = Self.place(name, in: place)
      guard let schema = known[name] ?? others else {
        return [Fault(place: place, words: "没有这一项")]
      }
      return schema.faults(of: value, at: place)
    }
    let given = Set(values.map(\.0))
    for member in members where member.isRequired && !given.contains(member.name) {
      faults.append(Fault(place: place + "/" + member.name, words: "不能少"))
    }
    return faults
  }

  /// The expected type, in words.
  private var kind: String {
    switch self {
    case .anything: "任何值"
    case .nothing: "null"
    case .boolean: "true 或 false"
    case .integer: "整数"
    case .number: "数"
    case .text, .names: "文字"
    case .array: "数组"
    case .object, .mapping: "对象"
    case .either(let schemas): schemas.map(\.kind).joined(separator: "或")
    case .named(let name): Schemas.named[name]?.kind ?? name
    }
  }
}

extension Schema.Text {
  /// Matches a character that is not blank. JSON Schema validators disagree on `\s`, so all blanks are listed.
  fileprivate static let statedPattern =
    #"[^\u0000-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"#

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      true
    default: false
    }
  }

  /// Returns what is expected of the text, or nil if it is valid.
  func fault(of text: String) -> String? {
    if !isBlankAllowed, text.unicodeScalars.allSatisfy(Self.isBlank) { return "不能空着" }
    if !allowed.isEmpty, !allowed.contains(text) {
      let shown = allowed.prefix(20).joined(separator: "、")
      return "是其中一个：\(shown)\(allowed.count > 20 ? "……" : "")"
    }
    if let pattern, let regex = try? Regex(pattern), text.firstMatch(of: regex) == nil {
      return words ?? "写作 \(pattern)"
    }
    return nil
  }
}

// MARK: JSON Schema

extension Schema {
  /// The JSON Schema, with the names of the catalogue.
  func json(_ catalogue: Catalogue) -> JSON { .object(members(catalogue)) }

  private func members(_ catalogue: Catalogue) -> [(String, JSON)] {
    switch self {
    case .anything: []
    case .nothing: [("type", .string("null"))]
    case .boolean: [("type", .string("boolean"))]
    case .integer(let least, let most):
      [("type", .string("integer"))]
        + [("minimum", least), ("maximum", most)].compactMap {
          name, bound in bound.map { (name, .integer($0)) }
        }
    case .number: [("type", .string("number"))]
    case .text(let rule): rule.members
    case .names(let names):
      [("type", .string("string")), ("enum", .strings(names(catalogue)))]
    case .array(let schema): [("type", .string("array")), ("items", schema.json(catalogue))]
    case .object(let members, let others):
      Self.members(of: members, others, catalogue)
    case .mapping(let names, let schema):
      [
        ("type", .string("object")), ("propertyNames", .object(names.members)),
        ("additionalProperties", schema.json(catalogue)),
      ]
    case .either(let schemas): [("anyOf", .array(schemas.map { $0.json(catalogue) }))]
    case .named(let name): [("$ref", .string("#/components/schemas/" + name))]
    }
  }

  private static func members(
    of members: [Member], _ others: Schema?, _ catalogue: Catalogue
  ) -> [(String, JSON)] {
    let required = members.filter(\.isRequired).map(\.name)
    let properties = members.map { member -> (String, JSON) in
      let words = member.words.map { [("description", JSON.string($0))] } ?? []
      return (member.name, .object(member.schema.members(catalogue) + words))
    }
    return [("type", .string("object"))]
      + (members.isEmpty ? [] : [("properties", .object(properties))])
      + (required.isEmpty ? [] : [("required", .strings(required))])
      + [("additionalProperties", others?.json(catalogue) ?? .bool(false))]
  }
}

extension Schema.Text {
  fileprivate var members: [(String, JSON)] {
    var members: [(String, JSON)] = [("type", .string("string"))]
    if !allowed.isEmpty { members.append(("enum", .strings(allowed))) }
    if let pattern { members.append(("pattern", .string(pattern))) }
    if let format { members.append(("format", .string(format))) }
    if !isBlankAllowed { members.append(("pattern", .string(Self.statedPattern))) }
    if let words { members.append(("description", .string(words))) }
    return members
  }
}
