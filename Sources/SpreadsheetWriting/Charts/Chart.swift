package import Spreadsheet

/// A chart drawn by Excel from cells of the workbook.
package struct Chart: Sendable, Hashable {
  package var kind: Kind
  package var title = ""
  package var series: [Series] = []
  package var fontName = "SimSun"
  /// In points; the title is 4 points larger.
  package var fontSize = 10.0
  package var categoryAxis = Axis()
  package var valueAxis = Axis()
  package var legend = Legend.bottom
  /// In pixels.
  package var width = 640
  package var height = 360
  /// The gaps between bars, in percent of a bar's width.
  package var gap: Int?
  /// An alternative text for people who cannot see the chart.
  package var description = ""

  /// A chart of a kind, without series.
  package init(_ kind: Kind) { self.kind = kind }

  /// The kinds of chart. Combining columns and lines needs a libxlsxwriter newer than 1.1.4.
  package enum Kind: Sendable, Hashable {
    case column, columnStacked, columnStackedPercent
    case bar, barStacked, barStackedPercent
    case line, pie
    /// A ring with a hole, in percent of its diameter.
    case doughnut(hole: Int)
  }

  /// The position of the legend.
  package enum Legend: Sendable, Hashable {
    case none, right, left, top, bottom
  }

  /// An axis.
  package struct Axis: Sendable, Hashable {
    package var title = ""
    package var numberFormat: String?
    package var minimum: Double?
    package var maximum: Double?
    package var showsGridlines: Bool?
    /// Whether the line and numbers are not drawn, for bars with labels.
    package var isHidden = false
    /// Whether it is reversed, from top or right: a bar chart then lists downwards.
    package var isReversed = false

    /// An axis with Excel's defaults.
    package init() {}
  }

  /// A named series of values.
  package struct Series: Sendable, Hashable {
    package var name: String
    /// The cells of the labels.
    package var categories: Source
    package var values: Source
    package var color: Color?
    /// The colours of single points, such as the slices of a doughnut.
    package var pointColors: [Color] = []
    package var labels = Labels.none

    /// Makes a series of values with their category labels.
    package init(name: String, categories: Source, values: Source) {
      self.name = name
      self.categories = categories
      self.values = values
    }
  }

  /// Cells on a sheet.
  package struct Source: Sendable, Hashable {
    package var sheet: String
    package var range: CellRange

    /// A range on a sheet.
    package init(sheet: String, range: CellRange) {
      self.sheet = sheet
      self.range = range
    }
  }

  /// The labels at the points.
  package enum Labels: Sendable, Hashable {
    case none
    /// The value in a number format.
    case values(numberFormat: String?)
    /// The share in percent, for pies and doughnuts.
    case percentages
  }
}
