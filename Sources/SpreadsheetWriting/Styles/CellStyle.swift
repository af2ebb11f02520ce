/// The format of a cell as a value: equal styles become one in the file.
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
  /// Whether the text shrinks to fit.
  package var shrinks = false
  /// The number of indents from the side of the alignment.
  package var indent = 0
  package var borders = Borders.none
  /// A number format code; nil for General, "@" for text.
  package var numberFormat: String?
  /// Whether the cell can be changed on a protected sheet.
  package var isUnlocked = false

  /// A style that sets only the font.
  package init() {}

  /// A copy of the style with changes.
  package func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = self
    change(&style)
    return style
  }

  /// The horizontal alignment of text.
  package enum Horizontal: Sendable, Hashable {
    case general, left, center, right, fill, justify, centerAcross, distributed
  }

  /// The vertical alignment of text.
  package enum Vertical: Sendable, Hashable {
    case top, center, bottom, justify, distributed
  }
}

/// The border lines of a cell.
package struct Borders: Sendable, Hashable {
  package var top = Line.none
  package var bottom = Line.none
  package var left = Line.none
  package var right = Line.none
  package var color: Color?

  /// The kinds of line, with Excel's numbers.
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
