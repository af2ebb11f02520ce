extension Value {
  /// The canonical text form of the value, which the journal stores, compares and hashes.
  ///
  /// Money in 分, quantities in 1/10,000, references by code, lists joined by commas (a comma or
  /// backslash inside an entry is escaped with a backslash).
  package var canonical: String {
    switch self {
    case .text(let text): text
    case .money(let money): String(money.fen)
    case .quantity(let quantity): String(quantity.tenThousandths)
    case .date(let date): date.text
    case .flag(let flag): flag ? "1" : "0"
    case .reference(let code): code
    case .references(let codes): Self.join(codes)
    case .list(let texts): Self.join(texts)
    case .membership(let membership):
      Self.join([
        membership.state ?? "", membership.batch ?? "", membership.className ?? "",
      ])
    case .matter(let matter):
      Self.join([
        matter.raised?.text ?? "", matter.due?.text ?? "", matter.done?.text ?? "",
        matter.unit ?? "", matter.person ?? "",
      ])
    }
  }

  /// Decodes the canonical form of a value of a kind; nil if it is malformed.
  package init?(canonical text: String, kind: FieldKind) {
    switch kind {
    case .text, .texts: self = .text(text)
    case .money, .series:
      guard let fen = Int64(text) else { return nil }
      self = .money(Money(fen: fen))
    case .quantity:
      guard let scaled = Int64(text) else { return nil }
      self = .quantity(Quantity(tenThousandths: scaled))
    case .date:
      guard let date = PartialDate(text) else { return nil }
      self = .date(date)
    case .flag:
      guard text == "1" || text == "0" else { return nil }
      self = .flag(text == "1")
    case .reference: self = .reference(text)
    case .references: self = .references(Self.split(text))
    case .list: self = .list(Self.split(text))
    case .memberships:
      let parts = Self.split(text, keepingEmpty: true)
      guard parts.count == 3 else { return nil }
      self = .membership(
        Membership(
          state: parts[0].isEmpty ? nil : parts[0], batch: parts[1].isEmpty ? nil : parts[1],
          className: parts[2].isEmpty ? nil : parts[2]))
    case .matters:
      guard let matter = Matter(parts: Self.split(text, keepingEmpty: true)) else { return nil }
      self = .matter(matter)
    }
  }

  private static func join(_ parts: [String]) -> String {
    parts.map { part in
      part.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\\") }
        ? part.replacing("\\", with: "\\\\").replacing(",", with: "\\,") : part
    }.joined(separator: ",")
  }

  private static func split(_ text: String, keepingEmpty: Bool = false) -> [String] {
    if text.isEmpty && !keepingEmpty { return [] }
    var parts = [""]
    var isEscaped = false
    for character in text.unicodeScalars {
      if isEscaped {
        parts[parts.count - 1].unicodeScalars.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "," {
        parts.append("")
      } else {
        parts[parts.count - 1].unicodeScalars.append(character)
      }
    }
    return parts
  }
}

extension Matter {
  /// Decodes the parts of the canonical form; nil unless there are five and all days are valid.
  fileprivate init?(parts: [String]) {
    guard parts.count == 5 else { return nil }
    let days = parts[..<3].map { PartialDate($0) }
    guard zip(days, parts).allSatisfy({ ($0 == nil) == $1.isEmpty }) else { return nil }
    self.init(
      raised: days[0], due: days[1], done: days[2], unit: parts[3].isEmpty ? nil : parts[3],
      person: parts[4].isEmpty ? nil : parts[4])
  }
}
