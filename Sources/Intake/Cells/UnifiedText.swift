import Ledger

/// A text in the form that every rule starts from, and what unifying changed.
struct UnifiedText {
  private(set) var text = ""
  /// Whether characters other than white space changed, so that the original is worth keeping.
  private(set) var isAltered = false
  /// Whether the text had Unicode noncharacters, such as U+FFFF.
  private(set) var hadNoncharacters = false

  /// A text as the file has it, if unifying changed more than its white space.
  struct Source {
    let text: String
    let hadNoncharacters: Bool
  }

  init(_ source: String) {
    if CellText.isUnified(source) {
      text = source
      return
    }
    let source = source.unicodeScalars
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for index in source.indices {
      let scalar = source[index]
      if isDropped(scalar, in: source, at: index, behind: result.last) { continue }
      if Self.isSpace(scalar) {
        pendingSpace = !result.isEmpty
        continue
      }
      if pendingSpace { result.append(" ") }
      pendingSpace = false
      let original = ConfusableCharacters.original(of: scalar)
      if original != nil { isAltered = true }
      result.append(original ?? scalar)
    }
    if result.first == "'" {
      result.removeFirst()
      text = UnifiedText(String(result)).text
    } else {
      text = String(result)
    }
    if Self.isPicture(text) { text = "" }
  }

  /// The original text, if it is worth keeping.
  func source(_ text: String) -> Source? {
    isAltered ? Source(text: text, hadNoncharacters: hadNoncharacters) : nil
  }

  /// Whether a character is invisible; the joiner inside an emoji is part of what is visible.
  private mutating func isDropped(
    _ scalar: Unicode.Scalar, in source: String.UnicodeScalarView,
    at index: String.UnicodeScalarView.Index, behind last: Unicode.Scalar?
  ) -> Bool {
    if scalar.value < 0x80 { return false }
    if scalar.properties.isNoncharacterCodePoint {
      (isAltered, hadNoncharacters) = (true, true)
      return true
    }
    guard scalar.properties.generalCategory == .format else { return false }
    let next = source.index(after: index)
    if scalar == "\u{200D}", let last, Self.isPictograph(last), next < source.endIndex,
      Self.isPictograph(source[next])
    {
      return false
    }
    isAltered = true
    return true
  }

  private static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FE0F}" || scalar.value > 0x2000 && scalar.properties.isEmoji
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || scalar.value == 0x7F || scalar.properties.isWhitespace
  }

  /// Whether a text is a formula by which WPS and Excel keep a picture in a cell.
  private static func isPicture(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "=")
      && ["=DISPIMG(", "=_xlfn.DISPIMG(", "=_xlfn.IMAGE("].contains { text.hasPrefix($0) }
  }
}
