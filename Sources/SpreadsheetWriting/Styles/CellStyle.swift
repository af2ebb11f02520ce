/// How a cell looks, as a value: equal styles are one style in the file.
package struct CellStyle: Sendable, Hashable {
  package var fontName = "SimSun"
  /// In points.
  package var fontSize = 11.0
  package var isBold = false
  package var isItalic = false
  package var color: Color?
  package var fill: Color?
  package var horizontal = Horizontal.general
  package var vertical = Vertical.center
  package var wraps = false
  /// Whether the text is made smaller until it fits.
  package var shrinks = false
  /// Steps of indentation from the side the text is aligned to.
  package var indent = 0
  package var borders = Borders.none
  /// A number format code; nil for General, "@" for text.
  package var numberFormat: String?
  /// Whether the cell can be changed on a protected sheet.
  package var isUnlocked = false

  /// A style that changes nothing but the font.
  package init() {}

  /// The style with something changed.
  package func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = self
    change(&style)
    return style
  }

  /// Where text stands between left and right.
  package enum Horizontal: Sendable, Hashable {
    case general, left, center, right, fill, justify, centerAcross, distributed
  }

  /// Where text stands between top and bottom.
  package enum Vertical: Sendable, Hashable {
    case top, center, bottom, justify, distributed
  }
}

/// The lines around a cell.
package struct Borders: Sendable, Hashable {
  package var top = Line.none
  package var bottom = Line.none
  package var left = Line.none
  package var right = Line.none
  package var color: Color?

  /// The kinds of line, numbered as Excel does.
  package enum Line: UInt8, Sendable, Hashable {
    case none = 0
    case thin, medium, dashed, dotted, thick, double, hair
  }

  /// No lines.
  package static let none = Borders()

  /// The same line on all four sides.
  package static func all(_ line: Line, color: Color? = nil) -> Borders {
    var borders = Borders()
    borders.top = line
    borders.bottom = line
    borders.left = line
    borders.right = line
    borders.color = color
    return borders
  }
}
