/// What the styles part says about cells, as far as a value depends on it: which formats are dates.
struct Styles {
  /// For every cell format, the parts of a date it shows; empty for a number.
  private var parts: [DateParts] = []

  /// No styles: every number is a number.
  init() {}

  /// Reads the part.
  init(_ source: ByteSource, limits: Limits) throws(SpreadsheetError) {
    var xml = try XMLTokenizer(source, limits: limits)
    var codes = NumberFormat.builtInDates.mapValues { NumberFormat($0).parts }
    var formats: [Int] = []
    while true {
      switch try xml.next() {
      case .start where xml.depth == 2 && xml.isNamed("numFmts"):
        try Self.read(codes: &codes, from: &xml)
      case .start where xml.depth == 2 && xml.isNamed("cellXfs"):
        try Self.read(formats: &formats, from: &xml)
      case .start where xml.depth > 1: try xml.skipElement()
      case .finished:
        parts = formats.map { codes[$0] ?? [] }
        return
      case .start, .end, .text: break
      }
    }
  }

  /// The parts of a date that a cell format shows; empty for a number or an unknown format.
  @inline(__always)
  func dateParts(_ format: Int) -> DateParts {
    parts.indices.contains(format) ? parts[format] : []
  }

  private static func read(
    codes: inout [Int: DateParts], from xml: inout XMLTokenizer
  ) throws(SpreadsheetError) {
    let depth = xml.depth
    while xml.depth >= depth {
      guard try xml.next() == .start, xml.isNamed("numFmt") else { continue }
      guard let id = xml.integer("numFmtId"), let code = try xml.text("formatCode") else {
        continue
      }
      codes[id] = NumberFormat(code).parts
    }
  }

  private static func read(
    formats: inout [Int], from xml: inout XMLTokenizer
  ) throws(SpreadsheetError) {
    let depth = xml.depth
    while xml.depth >= depth {
      guard try xml.next() == .start, xml.isNamed("xf") else { continue }
      formats.append(xml.integer("numFmtId") ?? 0)
    }
  }
}
