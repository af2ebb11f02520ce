import Ledger

/// The compact canonical text of a change: one line for each key.
///
/// A creation or removal writes `key TAB value [TAB raw]`, an update `key TAB before TAB after [TAB raw]` with `\N`
/// for no value; a statement without effect is `=key TAB value [TAB raw]`. Values inherited from a merged project are
/// `@sender TAB key TAB value` and `^key TAB month`. Tab, line break and backslash inside a value are escaped.
enum ChangeText {
  private static let none: StaticString = "\\N"
  private static let statedMark = UInt8(ascii: "=")

  /// The content of a change's lines.
  struct Content: Equatable {
    var fields: [FieldChange] = []
    var stated: [Stated] = []
    var inheritance = Inheritance()
  }

  /// Writes the lines of a change.
  static func write(kind: Change.Kind, _ content: Content, to text: inout ByteText) {
    for change in content.fields {
      write(change.key, to: &text)
      if kind != .create { writeValue(change.before, to: &text) }
      if kind != .remove { writeValue(change.after, to: &text) }
      end(line: change.raw, in: &text)
    }
    write(stated: content.stated, to: &text)
    write(content.inheritance, to: &text)
  }

  /// Ends a line, after the source's raw text if there is any.
  static func end(line raw: String?, in text: inout ByteText) {
    if let raw {
      text.append(byte: ByteText.tab)
      text.append(escaped: raw)
    }
    text.append(byte: ByteText.newline)
  }

  /// Writes statements without effect.
  static func write(stated: [Stated], to text: inout ByteText) {
    for word in stated {
      text.append(byte: statedMark)
      write(word.key, to: &text)
      writeValue(word.value, to: &text)
      end(line: word.raw, in: &text)
    }
  }

  /// Writes a key with its value as one line.
  static func write(_ entry: Record.Entry, to text: inout ByteText) {
    write(entry.key, entry.value, to: &text)
  }

  /// Writes a key with its value as one line.
  static func write(_ key: FieldKey, _ value: Value, to text: inout ByteText) {
    writePlain(key, value, to: &text)
    text.append(byte: ByteText.newline)
  }

  /// Writes a key with its value, without a line break.
  static func writePlain(_ key: FieldKey, _ value: Value, to text: inout ByteText) {
    write(key, to: &text)
    writeValue(value, to: &text)
  }

  private static func writeValue(_ value: Value?, to text: inout ByteText) {
    text.append(byte: ByteText.tab)
    switch value {
    case .text(let string)?: text.append(escaped: string)
    case .reference(let code)?: text.append(escaped: code)
    case .money(let money)?: text.append(integer: money.fen)
    case .quantity(let quantity)?: text.append(integer: quantity.tenThousandths)
    case .references(let texts)?, .list(let texts)?: text.append(escapedList: texts)
    case .date(let date)?: text.append(date)
    case let value?: text.append(escaped: value.canonical)
    case nil: text.append(plain: none)
    }
  }

  static func write(_ key: FieldKey, to text: inout ByteText) {
    FieldNames.write(key.field, to: &text)
    switch key.part {
    case .none: break
    case .period(let period):
      text.append(byte: UInt8(ascii: "."))
      text.append(period)
    case .register(let code, let year):
      text.append(byte: UInt8(ascii: "."))
      text.append(escaped: code.text)
      text.append(byte: UInt8(ascii: "@"))
      text.append(integer: Int64(year))
    case .name(let name):
      text.append(byte: UInt8(ascii: "."))
      text.append(escaped: name.text)
    }
  }

  /// Reads the lines of a change; nil if they are malformed.
  static func read(
    kind: Change.Kind, _ text: UnsafeBufferPointer<UInt8>
  ) -> Content? {
    var lines = LineReader(text)
    var content = Content()
    while let line = lines.next() {
      guard let first = line.first else { return nil }
      switch first {
      case statedMark:
        guard let word = stated(line.dropFirst()) else { return nil }
        content.stated.append(word)
      case senderMark, reachMark:
        guard read(inherited: line, into: &content.inheritance) else { return nil }
      default:
        guard let change = change(kind: kind, line) else { return nil }
        content.fields.append(change)
      }
    }
    return content
  }

  /// Reads lines of keys with values; nil if they are malformed.
  static func readRecord(_ text: UnsafeBufferPointer<UInt8>) -> Record? {
    var lines = LineReader(text)
    var record = Record()
    while let line = lines.next() {
      guard let (key, value) = entry(line) else { return nil }
      record[key] = value
    }
    return record
  }

  typealias Line = Slice<UnsafeBufferPointer<UInt8>>

  static func entry(_ line: Line) -> (FieldKey, Value)? {
    var parts = PartReader(line)
    guard let key = parts.next().flatMap(key), let text = parts.next(), parts.next() == nil,
      let value = value(text, of: key)
    else { return nil }
    return (key, value)
  }

  private static func stated(_ line: Line) -> Stated? {
    var parts = PartReader(line)
    guard let key = parts.next().flatMap(key), let text = parts.next() else { return nil }
    let value = value(text, of: key)
    if value == nil && !isNone(text) { return nil }
    let raw = parts.next().map(ByteText.unescape)
    return parts.next() == nil ? Stated(key: key, value: value, raw: raw) : nil
  }

  private static func change(kind: Change.Kind, _ line: Line) -> FieldChange? {
    var parts = PartReader(line)
    guard let key = parts.next().flatMap(key) else { return nil }
    var before: Value?
    var after: Value?
    if kind != .create {
      guard let text = parts.next() else { return nil }
      before = value(text, of: key)
      if before == nil && !isNone(text) { return nil }
    }
    if kind != .remove {
      guard let text = parts.next() else { return nil }
      after = value(text, of: key)
      if after == nil && !isNone(text) { return nil }
    }
    let raw = parts.next().map(ByteText.unescape)
    guard parts.next() == nil else { return nil }
    return FieldChange(key: key, before: before, after: after, raw: raw)
  }

  private static func isNone(_ text: Line) -> Bool {
    text.count == 2 && text.first == ByteText.backslash && text.last == UInt8(ascii: "N")
  }

  private static func value(_ text: Line, of key: FieldKey) -> Value? {
    if isNone(text) { return nil }
    switch key.field.storedKind {
    case .text, .texts: return .text(ByteText.unescape(text))
    case .reference: return .reference(ByteText.unescape(text))
    case .money, .series: return integer(text).map { .money(Money(fen: $0)) }
    default: break
    }
    return Value(canonical: ByteText.unescape(text), kind: key.field.storedKind)
  }

  static func key(_ text: Line) -> FieldKey? {
    guard let dot = text.firstIndex(of: UInt8(ascii: ".")) else {
      guard let field = FieldNames.field(text) else { return nil }
      if field.storedKind.hasParts { return nil }
      return FieldKey(field)
    }
    guard let field = FieldNames.field(text[..<dot]) else { return nil }
    switch field.storedKind {
    case .series, .texts: return period(text[text.index(after: dot)...]).map { FieldKey(field, $0) }
    case .memberships, .matters:
      let part = ByteText.unescape(text[text.index(after: dot)...])
      return FieldKey("\(field.id).\(part)")
    default: return nil
    }
  }

  private static func integer(_ text: Line) -> Int64? {
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = isNegative ? text.dropFirst() : text
    guard !digits.isEmpty, digits.count <= 18 else {
      return Int64(String(decoding: text, as: UTF8.self))
    }
    var number: Int64 = 0
    for byte in digits {
      let digit = byte &- UInt8(ascii: "0")
      if digit > 9 { return nil }
      number = number * 10 + Int64(digit)
    }
    return isNegative ? -number : number
  }

  /// Reads the canonical forms, `2026`, `2026-03` and `2026-01..03`, without an intermediate string.
  private static func period(_ text: Line) -> Period? {
    func number(_ places: Range<Int>) -> Int? {
      var number = 0
      for place in places {
        let digit = text[text.startIndex + place] &- UInt8(ascii: "0")
        if digit > 9 { return nil }
        number = number * 10 + Int(digit)
      }
      return number
    }
    func has(_ byte: UInt8, at place: Int) -> Bool { text[text.startIndex + place] == byte }
    let (hyphen, dot) = (UInt8(ascii: "-"), UInt8(ascii: "."))
    guard [4, 7, 11].contains(text.count), let year = number(0..<4),
      text.count == 4 || has(hyphen, at: 4),
      text.count < 11 || has(dot, at: 7) && has(dot, at: 8)
    else { return Period(String(decoding: text, as: UTF8.self)) }
    if text.count == 4 { return Period.year(year) }
    guard let first = number(5..<7), let last = text.count == 7 ? first : number(9..<11) else {
      return nil
    }
    return Period.months(year, first, last)
  }
}
