/// A worksheet cell in the form that most programs write for most cells.
///
/// Its bytes are valid until the next token.
struct PlainCell {
  /// The attributes r, s and t as written.
  var reference: Bytes?
  var style: Bytes?
  var kind: Bytes?
  var formula: Bytes?
  var content = Content.none

  /// The content of the cell: nothing, a value, or an inline text.
  enum Content {
    case none
    case value(Bytes)
    case inline(Bytes)
  }
}

extension XMLTokenizer {
  /// Reads a whole cell in one step; nil, without advancing, when anything follows but a cell with the
  /// attributes r, s and t and one plain content, all of it in the buffer.
  ///
  /// Other cells are read token by token, with the same result: whatever is an error there is never a
  /// plain cell here.
  @inline(__always)
  mutating func plainCell() -> PlainCell? {
    guard allowsPlainElements(depth: 3) else { return nil }
    var cursor = ByteCursor(buffer + position, count: filled - position)
    var cell = PlainCell()
    guard cursor.take("<c"), cell.takeAttributes(&cursor), cell.takeContent(&cursor, limits)
    else { return nil }
    position = cursor.place - UnsafePointer(buffer)
    return cell
  }
}

extension PlainCell {
  /// Takes the attributes; false for any but the three, each at most once.
  @inline(__always)
  fileprivate mutating func takeAttributes(_ cursor: inout ByteCursor) -> Bool {
    while cursor.take(" ") {
      if cursor.next == UInt8(ascii: "/") { return true }
      guard let name = cursor.takeByte(), cursor.take("=\""),
        let value = cursor.take(upTo: UInt8(ascii: "\""))
      else { return false }
      switch name {
      case UInt8(ascii: "r") where reference == nil: reference = value
      case UInt8(ascii: "s") where style == nil: style = value
      case UInt8(ascii: "t") where kind == nil: kind = value
      default: return false
      }
    }
    return true
  }

  /// Takes the content after the attributes, through the end of the cell.
  @inline(__always)
  fileprivate mutating func takeContent(_ cursor: inout ByteCursor, _ limits: Limits) -> Bool {
    if cursor.take("><v>") || takeFormula(&cursor) {
      guard let text = cursor.takePlainText(), text.count <= limits.textBytes else { return false }
      content = .value(text)
      return cursor.take("</v></c>")
    }
    if cursor.take("><is>") {
      guard let text = cursor.takeItem(limits) else { return false }
      content = .inline(text)
      return cursor.take("</is></c>")
    }
    return cursor.take("/>")
  }

  /// Takes a formula and the start tag of its value.
  @inline(__always)
  private mutating func takeFormula(_ cursor: inout ByteCursor) -> Bool {
    guard cursor.take("><f>"), let text = cursor.takePlainText() else { return false }
    formula = text
    return cursor.take("</f><v>")
  }
}
