/// The parts of a document's styles that affect values: which parts of a date a cell displays, which
/// numbers it displays as others, and which tables, rows and columns are hidden.
struct ODFStyles {
  /// The kind of a style, as in `style:family`.
  enum Family: String {
    case table
    case row = "table-row"
    case column = "table-column"
    case cell = "table-cell"
  }

  /// A cell style: its data style, else inherited from its parent.
  private struct CellStyle {
    var dataStyle: String?
    var parent: String?
  }

  /// The key of a style: its family and name.
  private struct Name: Hashable {
    var family: Family
    var name: String
  }

  private var cells: [String: CellStyle] = [:]
  private var dates: [String: DateParts] = [:]
  private var numbers: [String: DataStyle] = [:]
  private var hiding: Set<Name> = []

  /// The most parents followed; more must be a cycle.
  private static let ancestors = 32

  /// The date parts that a cell style displays; empty for a number or an unknown style.
  func dateParts(_ style: String?) -> DateParts {
    dataStyle(of: style).flatMap { dates[$0] } ?? []
  }

  /// A cell style's effect on a number; nil where it displays it unchanged.
  func display(of number: DecimalNumber, _ style: String?) -> NumberDisplay? {
    // Most documents have no number styles with an effect.
    guard !numbers.isEmpty, let name = dataStyle(of: style), var data = numbers[name] else {
      return nil
    }
    for _ in 0..<Self.ancestors {
      guard let other = data.maps.first(where: { $0.condition.holds(for: number) }) else { break }
      guard let next = numbers[other.style] else { return nil }
      data = next
    }
    return data.display
  }

  /// The data style of a cell style, its own or inherited.
  private func dataStyle(of style: String?) -> String? {
    var name = style
    for _ in 0..<Self.ancestors {
      guard let style = name.flatMap({ cells[$0] }) else { return nil }
      if let data = style.dataStyle { return data }
      name = style.parent
    }
    return nil
  }

  /// Whether a style hides its elements: a table that is not displayed, a row or column of size 0.
  func hides(_ family: Family, _ style: String?) -> Bool {
    guard !hiding.isEmpty, let style else { return false }
    return hiding.contains(Name(family: family, name: style))
  }

  /// Reads the common styles from the styles part.
  mutating func readCommon(_ source: ByteSource, limits: Limits) throws(SpreadsheetError) {
    var xml = try XMLTokenizer(source, limits: limits)
    while true {
      switch try xml.next() {
      case .start where xml.depth == 1: break
      case .start where xml.isNamed("styles"): try read(&xml)
      case .start: try xml.skipElement()
      case .finished: return
      case .end, .text: break
      }
    }
  }

  /// Reads the styles in the element that has just started, through its end tag.
  mutating func read(_ xml: inout XMLTokenizer) throws(SpreadsheetError) {
    while true {
      guard cells.count + dates.count + numbers.count + hiding.count <= xml.limits.styles else {
        throw xml.exceeded(.styles)
      }
      switch try xml.next() {
      case .start where xml.isNamed("style"): try readStyle(&xml)
      case .start where xml.isNamed("date-style") || xml.isNamed("time-style"):
        let name = try xml.qualifiedText("name")
        let parts = try DateParts.readDataStyle(&xml)
        if let name { dates[name] = parts }
      case .start where xml.isNamed("number-style") || xml.isNamed("currency-style"):
        let name = try xml.qualifiedText("name")
        let style = try DataStyle.read(&xml)
        if let name, style.isOfUse { numbers[name] = style }
      case .start: try xml.skipElement()
      case .end: return
      case .text: break
      case .finished: throw xml.malformed()
      }
    }
  }

  private mutating func readStyle(_ xml: inout XMLTokenizer) throws(SpreadsheetError) {
    guard let name = try xml.qualifiedText("name"),
      let family = try xml.qualifiedText("family").flatMap(Family.init(rawValue:))
    else { return try xml.skipElement() }
    if family == .cell {
      cells[name] = CellStyle(
        dataStyle: try xml.qualifiedText("data-style-name"),
        parent: try xml.qualifiedText("parent-style-name"))
    }
    while true {
      switch try xml.next() {
      case .start:
        if Self.hides(family, xml) { hiding.insert(Name(family: family, name: name)) }
        try xml.skipElement()
      case .end: return
      case .text: break
      case .finished: throw xml.malformed()
      }
    }
  }

  /// Whether the properties element that has just started hides the style's elements.
  private static func hides(_ family: Family, _ xml: borrowing XMLTokenizer) -> Bool {
    switch family {
    case .table:
      xml.qualifiedAttribute("display").map { $0.elementsEqual("false".utf8) } ?? false
    case .row: isZero(xml.qualifiedAttribute("row-height"))
    case .column: isZero(xml.qualifiedAttribute("column-width"))
    case .cell: false
    }
  }

  /// Whether a length such as "0cm" or "0.000in" is zero.
  private static func isZero(_ length: Bytes?) -> Bool {
    guard let length, let first = length.first, first == UInt8(ascii: "0") else { return false }
    return !length.contains { $0 > UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }
}
