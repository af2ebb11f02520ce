/// What a table says of its columns: which are hidden, and the style of cells that name none.
struct TableColumns {
  private(set) var hidden: [ClosedRange<Int>] = []
  /// Columns of one style, by the first behind them.
  private var styles: [(end: Int, style: String?)] = []
  private var count = 0

  /// Reads the columns that have just started; a group around them may hide them.
  mutating func read(_ content: ODFContent, isHidden: Bool) throws(SpreadsheetError) {
    let first = count
    count = min(count + (try content.repetition("number-columns-repeated")), ODFContent.farAway)
    // Behind the last column of any sheet there is nothing to remember.
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
