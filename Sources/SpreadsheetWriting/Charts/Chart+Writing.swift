internal import CXLSXWriter

extension Chart {
  /// Sets everything but the series.
  func apply(to chart: UnsafeMutablePointer<lxw_chart>) {
    if title.isEmpty {
      chart_title_off(chart)
    } else {
      title.withTitle { chart_title_set_name(chart, $0) }
      withFont(larger: 4, isBold: true) { chart_title_set_name_font(chart, $0) }
    }
    chart_legend_set_position(chart, UInt8(legend.code.rawValue))
    withFont { chart_legend_set_font(chart, $0) }
    if case .doughnut(let hole) = kind { chart_set_hole_size(chart, UInt8(clamping: hole)) }
    if let gap { chart_set_series_gap(chart, UInt16(clamping: gap)) }
    // The library's x axis is always the horizontal one, where bars have their values.
    let categories = kind.isBar ? LXW_CHART_AXIS_TYPE_Y : LXW_CHART_AXIS_TYPE_X
    let values = kind.isBar ? LXW_CHART_AXIS_TYPE_X : LXW_CHART_AXIS_TYPE_Y
    if let axis = chart_axis_get(chart, categories) {
      apply(categoryAxis, to: axis)
      // Label every category, even where space is tight.
      chart_axis_set_interval_unit(axis, 1)
    }
    if let axis = chart_axis_get(chart, values) { apply(valueAxis, to: axis) }
  }

  private func apply(_ axis: Axis, to target: UnsafeMutablePointer<lxw_chart_axis>) {
    withFont { chart_axis_set_num_font(target, $0) }
    if !axis.title.isEmpty {
      axis.title.withTitle { chart_axis_set_name(target, $0) }
      withFont { chart_axis_set_name_font(target, $0) }
    }
    if let code = axis.numberFormat {
      code.withCString { chart_axis_set_num_format(target, $0) }
    }
    if let minimum = axis.minimum { chart_axis_set_min(target, minimum) }
    if let maximum = axis.maximum { chart_axis_set_max(target, maximum) }
    if let shows = axis.showsGridlines {
      chart_axis_major_gridlines_set_visible(target, shows ? 1 : 0)
    }
    if axis.isHidden { chart_axis_off(target) }
    if axis.isReversed { chart_axis_set_reverse(target) }
  }

  /// Calls `body` with the chart's font, which the library copies.
  func withFont(
    larger: Double = 0, isBold: Bool = false,
    _ body: (UnsafeMutablePointer<lxw_chart_font>) -> Void
  ) {
    let name = CStrings([fontName])
    var font = lxw_chart_font()
    font.name = name[0]
    font.size = fontSize + larger
    // The library takes 1 for bold and 2 for explicitly not bold.
    font.bold = UInt8(isBold ? LXW_TRUE.rawValue : LXW_EXPLICIT_FALSE.rawValue)
    withExtendedLifetime(name) { body(&font) }
  }
}

extension String {
  /// Calls `body` with a title; the library treats one that begins with "=" as a formula, so a space is
  /// put before it.
  func withTitle(_ body: (UnsafePointer<CChar>) -> Void) {
    (hasPrefix("=") ? " " + self : self).withLegibleCString(body)
  }
}

extension Chart.Kind {
  fileprivate var isBar: Bool {
    switch self {
    case .bar, .barStacked, .barStackedPercent: true
    default: false
    }
  }

  var code: lxw_chart_type {
    switch self {
    case .column: LXW_CHART_COLUMN
    case .columnStacked: LXW_CHART_COLUMN_STACKED
    case .columnStackedPercent: LXW_CHART_COLUMN_STACKED_PERCENT
    case .bar: LXW_CHART_BAR
    case .barStacked: LXW_CHART_BAR_STACKED
    case .barStackedPercent: LXW_CHART_BAR_STACKED_PERCENT
    case .line: LXW_CHART_LINE
    case .pie: LXW_CHART_PIE
    case .doughnut: LXW_CHART_DOUGHNUT
    }
  }
}

extension Chart.Legend {
  fileprivate var code: lxw_chart_legend_position {
    switch self {
    case .none: LXW_CHART_LEGEND_NONE
    case .right: LXW_CHART_LEGEND_RIGHT
    case .left: LXW_CHART_LEGEND_LEFT
    case .top: LXW_CHART_LEGEND_TOP
    case .bottom: LXW_CHART_LEGEND_BOTTOM
    }
  }
}
