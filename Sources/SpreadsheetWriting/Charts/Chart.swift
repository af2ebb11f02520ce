package import Spreadsheet

/// A chart that Excel draws from cells of the workbook.
package struct Chart: Sendable, Hashable {
  package var kind: Kind
  package var title = ""
  package var series: [Series] = []
  package var fontName = "SimSun"
  /// In points; the title is larger by 4.
  package var fontSize = 10.0
  package var categoryAxis = Axis()
  package var valueAxis = Axis()
  package var legend = Legend.bottom
  /// In pixels.
  package var width = 640
  package var height = 360
  /// The width of the gaps between bars in percent of a bar.
  package var gap: Int?
  /// What the chart shows, for people who cannot see it.
  package var description = ""

  /// A chart of a kind, its series to be added.
  package init(_ kind: Kind) { self.kind = kind }

  /// The kinds of chart. Columns and lines in one chart need a libxlsxwriter newer than 1.1.4.
  package enum Kind: Sendable, Hashable {
    case column, columnStacked, columnStackedPercent
    case bar, barStacked, barStackedPercent
    case line, pie
    /// With a hole, in percent of the whole.
    case doughnut(hole: Int)
  }

  /// Where the legend stands.
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
    /// Whether neither line nor numbers are drawn: the bars carry their values.
    package var isHidden = false
    /// Whether it runs from the top or from the right: a bar chart lists downwards then.
    package var isReversed = false

    /// An axis as Excel draws it.
    package init() {}
  }

  /// A row of values with a name.
  package struct Series: Sendable, Hashable {
    package var name: String
    /// The sheet and the cells of the labels.
    package var categories: Source
    package var values: Source
    package var color: Color?
    /// The colours of single points, as the slices of a doughnut.
    package var pointColors: [Color] = []
    package var labels = Labels.none

    /// Values with their labels.
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

  /// What is written at the points.
  package enum Labels: Sendable, Hashable {
    case none
    /// The value in a number format.
    case values(numberFormat: String?)
    /// The share in percent, for pies and doughnuts.
    case percentages
  }
}
