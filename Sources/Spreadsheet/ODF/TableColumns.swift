/// A table's columns: which are hidden, and the default style of their cells.
struct TableColumns {
  private(set) var hidden: [ClosedRange<Int>] = []
  /// Runs of columns with the same style, each by the column after its last.
  private var styles: [(end: Int, style: String?)] = []
  private var count = 0

  /// Reads the `table-column` element that has just started; `isHidden` when a group around it is hidden.
  mutating func read(_ content: ODFContent, isHidden: Bool) throws(SpreadsheetError) {
    let first = count
    count = min(count + (try content.repetition("number-columns-repeated")), ODFContent.farAway)
    // Columns beyond the limit have no values.
    let last = min(count, content.limits.columns) - 1
    guard first <= last else { return }
    styles.append((count, try content.xml.qualifiedText("default-cell-style-name")))
    let style = try content.xml.qualifiedText("style-name")
    if isHidden || content.xml.isCollapsed || content.styles.hides(.column, style) {
      hidden.append(first...last)
    }
  }

  /// The default style of the cells in a column.
  func style(of column: Int) -> String? {
    var low = 0
    var high = styles.count
    while low < high {
      let middle = (low + high) / 2
      if styles[middle].end <= column { low = middle + 1 } else { high = middle }
    }
    return low < styles.count ? styles[low].style : nil
  }
}
