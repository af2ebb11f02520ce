/// What a `number:number-style` does to numbers (ODF 1.3 part 3 §16.29): it divides them and names a unit, or
/// shows zeros in front; conditions hand some numbers to other styles.
struct DataStyle {
  /// A style for the numbers that a condition holds for.
  struct Map {
    let condition: DisplayCondition
    let style: String
  }

  /// What it shows otherwise than it is; nil for nothing.
  private(set) var display: NumberDisplay?
  private(set) var maps: [Map] = []

  /// Whether anything depends on it.
  var isOfUse: Bool { display != nil || !maps.isEmpty }

  /// Reads the style that has just started, up to and with its end.
  ///
  /// It is written out as the format code that says the same, and understood as one.
  static func read(_ xml: inout XMLTokenizer) throws(SpreadsheetError) -> DataStyle {
    var style = DataStyle()
    var code = ""
    while true {
      switch try xml.next() {
      case .start where xml.isNamed("number"): code += try number(&xml)
      case .start where xml.isNamed("text") || xml.isNamed("currency-symbol"):
        code += quoted(try text(&xml))
      case .start where xml.isNamed("fraction") || xml.isNamed("scientific-number"):
        // No sums of money.
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

  /// The digits of `number:number`: zeros in front, a point, a comma for each division by a thousand, and texts that
  /// stand among the digits.
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
        // Counted from the point to the left.
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

  /// The text in the element that has just started, up to and with its end.
  private static func text(_ xml: inout XMLTokenizer) throws(SpreadsheetError) -> String {
    var text = ByteBuffer()
    try Paragraph.read(&xml, into: &text)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// A text as a format code quotes it.
  private static func quoted(_ text: String) -> String {
    text.isEmpty ? "" : "\"" + text.filter { $0 != "\"" } + "\""
  }

  /// `value()>=100000000` and the style for it; nil for a condition that is none of numbers.
  private static func map(_ xml: borrowing XMLTokenizer) throws(SpreadsheetError) -> Map? {
    guard let condition = try xml.qualifiedText("condition"), condition.hasPrefix("value()"),
      let style = try xml.qualifiedText("apply-style-name"),
      let limit = DisplayCondition(String(condition.dropFirst(7)))
    else { return nil }
    return Map(condition: limit, style: style)
  }
}
