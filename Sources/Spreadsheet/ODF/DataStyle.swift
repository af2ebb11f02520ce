/// The effect of a `number:number-style` on numbers (ODF 1.3 part 3 §16.29): it divides them and adds a
/// unit, or adds leading zeros; conditions select other styles for some numbers.
struct DataStyle {
  /// A style for the numbers that meet a condition.
  struct Map {
    let condition: DisplayCondition
    let style: String
  }

  /// The effect on a number; nil for none.
  private(set) var display: NumberDisplay?
  private(set) var maps: [Map] = []

  /// Whether the style has any effect.
  var isOfUse: Bool { display != nil || !maps.isEmpty }

  /// Reads the style that has just started, through its end tag.
  ///
  /// It is converted to an equivalent format code, which is then parsed.
  static func read(_ xml: inout XMLTokenizer) throws(SpreadsheetError) -> DataStyle {
    var style = DataStyle()
    var code = ""
    while true {
      switch try xml.next() {
      case .start where xml.isNamed("number"): code += try number(&xml)
      case .start where xml.isNamed("text") || xml.isNamed("currency-symbol"):
        code += quoted(try text(&xml))
      case .start where xml.isNamed("fraction") || xml.isNamed("scientific-number"):
        // Not a sum of money.
        code += "/"
        try xml.skipElement()
      case .start where xml.isNamed("map"):
        if let map = try map(xml) { style.maps.append(map) }
        try xml.skipElement()
      case .start: try xml.skipElement()
      case .end:
        style.display = NumberFormat.displays(of: code)?.display(of: DecimalNumber(1))
        return style
      case .text: break
      case .finished: throw xml.malformed()
      }
    }
  }

  /// The digits of `number:number` as a format code: leading zeros, a decimal point, a comma for each
  /// division by a thousand, and embedded texts.
  private static func number(_ xml: inout XMLTokenizer) throws(SpreadsheetError) -> String {
    let whole = xml.qualifiedAttribute("min-integer-digits")?.integer ?? 1
    let decimals = xml.qualifiedAttribute("decimal-places")?.integer ?? 0
    var factor = xml.qualifiedAttribute("display-factor")?.integer ?? 1
    var commas = ""
    while factor >= 1_000, factor % 1_000 == 0 {
      commas += ","
      factor /= 1_000
    }
    var digits = Array(repeating: "0", count: min(max(whole, 1), 20))
    while true {
      switch try xml.next() {
      case .start where xml.isNamed("embedded-text"):
        // Counted leftwards from the decimal point.
        let position = xml.qualifiedAttribute("position")?.integer ?? 0
        let place = digits.count - position
        let words = quoted(try text(&xml))
        if digits.indices.contains(place) { digits[place] = words + digits[place] }
      case .start: try xml.skipElement()
      case .end:
        let point = decimals > 0 ? "." + String(repeating: "0", count: min(decimals, 20)) : ""
        return digits.joined() + point + commas
      case .text: break
      case .finished: throw xml.malformed()
      }
    }
  }

  /// The text in the element that has just started, through its end tag.
  private static func text(_ xml: inout XMLTokenizer) throws(SpreadsheetError) -> String {
    var text = ByteBuffer()
    try Paragraph.read(&xml, into: &text)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// A text quoted for a format code.
  private static func quoted(_ text: String) -> String {
    text.isEmpty ? "" : "\"" + text.filter { $0 != "\"" } + "\""
  }

  /// A condition such as `value()>=100000000` and its style; nil for a condition that is not on numbers.
  private static func map(_ xml: borrowing XMLTokenizer) throws(SpreadsheetError) -> Map? {
    guard let condition = try xml.qualifiedText("condition"), condition.hasPrefix("value()"),
      let style = try xml.qualifiedText("apply-style-name"),
      let limit = DisplayCondition(String(condition.dropFirst(7)))
    else { return nil }
    return Map(condition: limit, style: style)
  }
}
