extension Styles {
  /// Reads the styles part (ECMA-376 §18.8.39).
  init(_ source: ByteSource, limits: Limits) throws(SpreadsheetError) {
    var xml = try XMLTokenizer(source, limits: limits)
    var codes: [Int: String] = [:]
    var formats: [Int] = []
    while true {
      switch try xml.next() {
      case .start where xml.depth == 2 && xml.isNamed("numFmts"):
        try Self.read(codes: &codes, from: &xml)
      case .start where xml.depth == 2 && xml.isNamed("cellXfs"):
        try Self.read(formats: &formats, from: &xml)
      case .start where xml.depth > 1: try xml.skipElement()
      case .finished:
        self.init(formats: formats, codes: codes)
        return
      case .start, .end, .text: break
      }
    }
  }

  private static func read(
    codes: inout [Int: String], from xml: inout XMLTokenizer
  ) throws(SpreadsheetError) {
    let depth = xml.depth
    while xml.depth >= depth {
      guard try xml.next() == .start, xml.isNamed("numFmt") else { continue }
      guard let id = xml.integer("numFmtId"), let code = try xml.text("formatCode") else {
        continue
      }
      codes[id] = code
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
