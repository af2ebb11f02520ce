/// A sheet's settings for view, printing and data entry.
struct SheetSettings {
  /// The settings that hide values.
  private(set) var view: [String] = []
  /// The words of headers and footers.
  private(set) var headers: [String] = []
  private(set) var hyperlinks: [String] = []
  /// The data validations: cells, type and formulas.
  private(set) var choices: [String] = []
  /// Whether the current validation is a list, whose second formula has no meaning: some programs write one.
  private var hasOneFormula = false

  /// Reads the element that has just started.
  mutating func read(_ xml: inout XMLTokenizer) throws(SpreadsheetError) {
    if xml.isNamed("sheetView") {
      if xml.flag("showFormulas") { view.append("showFormulas=1") }
      if xml.attribute("showZeros") != nil, !xml.flag("showZeros") { view.append("showZeros=0") }
    } else if xml.isNamed("hyperlink") {
      let place = try xml.text("ref") ?? ""
      hyperlinks.append([place, try xml.text("location") ?? ""].joined(separator: " "))
    } else if xml.isNamed("dataValidation") {
      let places = try (xml.text("sqref") ?? "").split(separator: " ").sorted()
      let type = try xml.text("type") ?? ""
      choices.append((places.map(String.init) + [type]).joined(separator: " "))
      hasOneFormula = type == "list"
    } else if xml.isNamed("formula1") || xml.isNamed("formula2") && !hasOneFormula,
      !choices.isEmpty
    {
      let text = String(decoding: try xml.elementText(), as: UTF8.self)
      choices[choices.count - 1] += " " + SheetFacts.plain(reference: text)
    } else if let name = Self.pages.first(where: { xml.isNamed($0) }) {
      let words = Self.words(of: String(decoding: try xml.elementText(), as: UTF8.self))
      if !words.isEmpty { headers.append("\(name) \(words)") }
    }
  }

  private static let pages: [StaticString] = [
    "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter",
  ]

  /// A header without fonts, sizes and colours (ECMA-376 §18.3.1.46), which programs write as they like.
  private static func words(of header: String) -> String {
    header.replacing(/&"[^"]*"|&K[0-9A-F]{6}|&\d+|\s/, with: "")
  }
}
