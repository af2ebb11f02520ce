/// The parts of a workbook's cell formats that affect values: which are dates, and which display a
/// number as another.
struct Styles {
  /// A cell format's effect.
  private struct Format {
    /// The parts of a date it displays; empty for a number.
    var parts: DateParts = []
    /// The index of its entry in `displays`, from 1; 0 where it displays numbers unchanged.
    var display: Int32 = 0
  }

  private var formats: [Format] = []
  private var displays: [NumberDisplays] = []

  /// No styles: every number remains a number.
  init() {}

  /// Cell formats as ids of number formats, and the workbook's own codes by id; built-in formats need no code.
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

  /// The parts of a date that a cell format displays; empty for a number or an unknown format.
  @inline(__always)
  func dateParts(_ format: Int) -> DateParts {
    formats.indices.contains(format) ? formats[format].parts : []
  }

  /// The value of a number in a cell format: a date when the format displays one and the day exists, a
  /// number displayed as another, or a plain number.
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
