/// What the formats of a workbook say about a cell, as far as its value depends on it: which are
/// dates.
struct Styles {
  /// For every cell format, the parts of a date it shows; empty for a number.
  private var parts: [DateParts] = []

  /// No styles: every number is a number.
  init() {}

  /// Cell formats by the ids of their number formats, and the codes the workbook gives to ids; the
  /// built-in formats need none.
  init(formats: [Int], codes: [Int: String]) {
    var known = NumberFormat.builtInDates
    known.merge(codes) { _, code in code }
    let dates = known.mapValues { NumberFormat($0).parts }
    parts = formats.map { dates[$0] ?? [] }
  }

  /// The parts of a date that a cell format shows; empty for a number or an unknown format.
  @inline(__always)
  func dateParts(_ format: Int) -> DateParts {
    parts.indices.contains(format) ? parts[format] : []
  }

  /// What a number is in a cell format: a date when the format shows one and there is such a day.
  @inline(__always)
  func value(_ number: DecimalNumber, format: Int, system: DateSystem) -> CellValue {
    let parts = dateParts(format)
    if !parts.isEmpty, let date = CellDate(serial: number, parts: parts, system: system) {
      return .date(date)
    }
    return .number(number)
  }
}
