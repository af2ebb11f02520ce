internal import CXLSXWriter

extension Chart.Series {
  /// Sets the series' colour.
  func color(_ series: UnsafeMutablePointer<lxw_chart_series>, isLine: Bool) {
    guard let color else { return }
    if isLine {
      var line = lxw_chart_line()
      line.color = color.code
      line.width = 2.25
      chart_series_set_line(series, &line)
    } else {
      var fill = lxw_chart_fill()
      fill.color = color.code
      chart_series_set_fill(series, &fill)
    }
  }

  /// Sets the labels of the points.
  func label(_ series: UnsafeMutablePointer<lxw_chart_series>, font chart: Chart) {
    switch labels {
    case .none: return
    case .percentages:
      chart_series_set_labels_options(series, 0, 0, 0)
      chart_series_set_labels_percentage(series)
    case .values(let numberFormat):
      chart_series_set_labels(series)
      if let numberFormat {
        numberFormat.withCString { chart_series_set_labels_num_format(series, $0) }
      }
    }
    chart.withFont { chart_series_set_labels_font(series, $0) }
  }

  /// Sets the colours of single points.
  func colorPoints(_ series: UnsafeMutablePointer<lxw_chart_series>) -> lxw_error {
    var fills = pointColors.map { color in
      var fill = lxw_chart_fill()
      fill.color = color.code
      return fill
    }
    return fills.withUnsafeMutableBufferPointer { fills in
      var points = fills.indices.map { index in
        var point = lxw_chart_point()
        point.fill = fills.baseAddress.map { $0 + index }
        return point
      }
      return points.withUnsafeMutableBufferPointer { points in
        var pointers: [UnsafeMutablePointer<lxw_chart_point>?] = points.indices.map { index in
          points.baseAddress.map { $0 + index }
        }
        pointers.append(nil)
        return chart_series_set_points(series, &pointers)
      }
    }
  }
}
