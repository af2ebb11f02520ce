package import Spreadsheet

/// The print settings of a sheet.
package struct PageSetup: Sendable, Hashable {
  package var paper = Paper.a4
  package var isLandscape = false
  /// The number of pages across and down; 0 is as many as needed.
  package var fit: Fit? = Fit(wide: 1, tall: 0)
  package var margins = Margins()
  /// Header and footer in Excel's code: "&CPage &P of &N".
  package var header = ""
  package var footer = ""
  /// Rows that repeat at the top of every page.
  package var repeatedRows: ClosedRange<Int>?
  /// Columns that repeat at the left of every page.
  package var repeatedColumns: ClosedRange<Int>?
  package var printArea: CellRange?
  package var isCenteredHorizontally = true
  /// Rows that start a new page.
  package var breaksBeforeRows: [Int] = []

  /// A4 portrait, one page wide.
  package init() {}

  /// Paper sizes, with Excel's numbers.
  package enum Paper: UInt8, Sendable, Hashable {
    case a3 = 8
    case a4 = 9
  }

  /// A number of pages.
  package struct Fit: Sendable, Hashable {
    package var wide: Int
    package var tall: Int

    /// A number of pages wide and tall.
    package init(wide: Int, tall: Int) {
      self.wide = wide
      self.tall = tall
    }
  }

  /// Margins in inches.
  package struct Margins: Sendable, Hashable {
    package var left: Double
    package var right: Double
    package var top: Double
    package var bottom: Double
    /// The distance from the paper's edge to the header and footer.
    package var header: Double
    package var footer: Double

    /// Margins with extra space for binding at the left.
    package init(
      left: Double = 0.8, right: Double = 0.5, top: Double = 0.7, bottom: Double = 0.7,
      header: Double = 0.3, footer: Double = 0.3
    ) {
      self.left = left
      self.right = right
      self.top = top
      self.bottom = bottom
      self.header = header
      self.footer = footer
    }
  }
}
