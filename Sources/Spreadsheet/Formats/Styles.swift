/// What the formats of a workbook say about a cell, as far as its value depends on it: which are
/// dates, and which show a number as another.
struct Styles {
  /// What a cell format means.
  private struct Format {
    /// The parts of a date it shows; empty for a number.
    var parts: DateParts = []
    /// Where among the displays its own stand, from 1; 0 where it shows numbers as they are.
    var display: Int32 = 0
  }

  private var formats: [Format] = []
  private var displays: [NumberDisplays] = []

  /// No styles: every number is a number.
  init() {}

  /// Cell formats by the ids of their number formats, and the codes the workbook gives to ids; the
  /// built-in formats need none.
  init(formats: [Int], codes: [Int: String]) {
    var known = NumberFormat.builtInDates.mapValues { Format(parts: NumberFormat($0).parts) }
    for (id, code) in codes {
      var format = Format(parts: NumberFormat(code).parts)
      if format.parts.isEmpty, let shown = NumberFormat.displays(of: code) {
        displays.append(shown)
        format.display = Int32(displays.count)
      }
      known[id] = format
    }
    self.formats = formats.map { known[$0] ?? Format() }
  }

  /// The parts of a date that a cell format shows; empty for a number or an unknown format.
  @inline(__always)
  func dateParts(_ format: Int) -> DateParts {
    formats.indices.contains(format) ? formats[format].parts : []
  }

  /// What a number is in a cell format: a date when the format shows one and there is such a day, a
  /// number shown as another, or just a number.
  @inline(__always)
  func value(_ number: DecimalNumber, format: Int, system: DateSystem) -> CellValue {
    guard formats.indices.contains(format) else { return .number(number) }
    let meaning = formats[format]
    if !meaning.parts.isEmpty,
      let date = CellDate(serial: number, parts: meaning.parts, system: system)
    {
      return .date(date)
    }
    if meaning.display > 0, let display = displays[Int(meaning.display) - 1].display(of: number) {
      return .shown(ShownNumber(number, display))
    }
    return .number(number)
  }
}
