/// The SVG shapes of figures.
enum Drawing {
  static func open(_ width: Int, _ height: Int, _ html: inout Markup) {
    html.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
    html.number(width)
    html.raw("\" height=\"")
    html.number(height)
    html.raw("\" viewBox=\"0 0 ")
    html.number(width)
    html.raw(" ")
    html.number(height)
    html.raw("\" aria-hidden=\"true\" focusable=\"false\">")
  }

  static func close(_ html: inout Markup) { html.raw("</svg>") }

  static func rect(
    _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ name: StaticString, _ html: inout Markup
  ) {
    html.raw("<rect class=\"")
    html.raw(name)
    html.raw("\"")
    attributes([("x", x), ("y", y), ("width", width), ("height", height)], &html)
    html.raw("/>")
  }

  static func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ html: inout Markup) {
    html.raw("<line class=\"axis\"")
    attributes([("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)], &html)
    html.raw("/>")
  }

  /// Text that starts at a point, or ends there.
  static func text(
    _ x: Int, _ y: Int, _ text: String, ends: Bool = false, _ html: inout Markup
  ) {
    html.raw(ends ? "<text text-anchor=\"end\"" : "<text")
    attributes([("x", x), ("y", y)], &html)
    html.element(">", text, "</text>")
  }

  /// A polyline.
  static func path(_ points: [(x: Int, y: Int)], _ html: inout Markup) {
    html.raw("<polyline class=\"stroke\" points=\"")
    for point in points {
      html.number(point.x)
      html.raw(",")
      html.number(point.y)
      html.raw(" ")
    }
    html.raw("\"/>")
  }

  private static func attributes(
    _ attributes: [(name: StaticString, value: Int)], _ html: inout Markup
  ) {
    for (name, value) in attributes {
      html.raw(" ")
      html.raw(name)
      html.raw("=\"")
      html.number(value)
      html.raw("\"")
    }
  }
}
