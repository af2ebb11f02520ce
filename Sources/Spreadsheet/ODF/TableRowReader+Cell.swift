extension TableRowReader {
  /// The type of a cell's value in `office:value-type` (ODF 1.3 part 3).
  private enum Kind {
    case number, date, time, boolean, text

    init(_ bytes: Bytes?) {
      switch bytes.map({ String(decoding: $0, as: UTF8.self) }) {
      case "float", "percentage", "currency": self = .number
      case "date": self = .date
      case "time": self = .time
      case "boolean": self = .boolean
      default: self = .text
      }
    }
  }

  /// Reads the cell that has just started, through its end tag; nil when it is blank.
  ///
  /// No value type marks a failed formula. LibreOffice does so in an attribute of its own and names the
  /// error in the text. Excel writes the number 0 and only displays the error; there the stored number
  /// counts, as in every other cell.
  func readValue() throws(SpreadsheetError) -> CellValue? {
    let isError = content.xml.hasQualified("value-type", "error")
    let isFormula = content.xml.qualifiedAttribute("formula") != nil
    let hasResult = content.xml.qualifiedAttribute("value-type") != nil
    let value = try statedValue()
    let shown = try readText(isWanted: value == nil || isError || isFormula)
    if shown.isEmpty, value == nil, isFormula, !hasResult { return .uncalculated }
    guard !shown.isEmpty else { return value }
    if isError || (isFormula && ErrorLiteral.isNumbered(shown)) { return .error(shown) }
    if let value { return value }
    return isFormula && ErrorLiteral.isName(shown) ? .error(shown) : .text(shown)
  }

  /// The value in the cell's attributes; nil when they have none, and the text is the value.
  private func statedValue() throws(SpreadsheetError) -> CellValue? {
    switch Kind(content.xml.qualifiedAttribute("value-type")) {
    case .number: try content.xml.qualifiedAttribute("value").map(number)
    case .date: try content.xml.qualifiedAttribute("date-value").map(date)
    case .time: content.xml.qualifiedAttribute("time-value").map(time)
    case .boolean: content.xml.qualifiedAttribute("boolean-value").map { .boolean($0.isTrue) }
    case .text:
      try content.xml.qualifiedText("string-value").flatMap { $0.isEmpty ? nil : .text($0) }
    }
  }

  /// A number, or a shown number where the cell's style displays it as another.
  private func number(_ bytes: Bytes) throws(SpreadsheetError) -> CellValue {
    guard let number = DecimalNumber(bytes: bytes) else { return literal(bytes) }
    let display = content.styles.display(of: number, try style())
    return display.map { .shown(ShownNumber(number, $0)) } ?? .number(number)
  }

  /// The cell's style: its own, its row's or its column's.
  private func style() throws(SpreadsheetError) -> String? {
    try content.xml.qualifiedText("style-name") ?? defaultStyle ?? columns.style(of: column)
  }

  /// A date with the parts that the cell's style displays; an invalid date is kept as text.
  private func date(_ bytes: Bytes) throws(SpreadsheetError) -> CellValue {
    let parts = content.styles.dateParts(try style()).subtracting(.elapsed)
    let date = ISODate.parse(bytes, parts: parts, system: content.system)
    return date.map { .date($0) } ?? literal(bytes)
  }

  /// A duration: in ODF every time of day is one.
  private func time(_ bytes: Bytes) -> CellValue {
    ISODuration.parse(bytes, system: content.system).map { .date($0) } ?? literal(bytes)
  }

  private func literal(_ bytes: Bytes) -> CellValue {
    .text(String(decoding: bytes, as: UTF8.self))
  }

  /// Reads the cell's text: its paragraphs, one per line, without notes, pictures and nested tables.
  private func readText(isWanted: Bool) throws(SpreadsheetError) -> String {
    guard isWanted else {
      try content.xml.skipElement()
      return ""
    }
    content.text.removeAll()
    let depth = content.xml.depth
    var isFirst = true
    while true {
      switch try content.xml.next() {
      case .start where content.xml.isNamed("p") || content.xml.isNamed("h"):
        if !isFirst { content.text.append(0x0A) }
        isFirst = false
        try Paragraph.read(&content.xml, into: &content.text)
      case .start where content.xml.isNamed("list") || content.xml.isNamed("list-item"): break
      case .start: try content.xml.skipElement()
      case .end:
        if content.xml.depth < depth { return String(decoding: content.text.bytes, as: UTF8.self) }
      case .text: break
      case .finished: throw content.xml.malformed()
      }
    }
  }
}
