/// Detects formulas whose result is a picture in the cell: WPS's DISPIMG, and IMAGE of Excel 365.
enum PictureFormula {
  /// Whether a formula, as written in the file, displays a picture.
  @inline(__always)
  static func isOne(_ formula: Bytes) -> Bool {
    // Few formulas begin with one of these.
    switch formula.first {
    case UInt8(ascii: "_"), UInt8(ascii: "D"), UInt8(ascii: "="): isPicture(formula)
    default: false
    }
  }

  private static func isPicture(_ formula: Bytes) -> Bool {
    var rest = formula[...]
    if rest.first == UInt8(ascii: "=") { rest = rest.dropFirst() }
    let isNewer = rest.starts(with: "_xlfn.".utf8)
    if isNewer { rest = rest.dropFirst(6) }
    return rest.starts(with: "DISPIMG(".utf8) || isNewer && rest.starts(with: "IMAGE(".utf8)
  }
}
