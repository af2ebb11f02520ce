internal import CXLSXWriter

extension CellStyle {
  /// Copies the style to a format of the library.
  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    fontName.withCString { format_set_font_name(format, $0) }
    // libxlsxwriter defaults to Calibri's family and theme; other fonts belong to no theme.
    format_set_font_family(format, 0)
    format_set_font_size(format, fontSize)
    if isBold { format_set_bold(format) }
    if isItalic { format_set_italic(format) }
    if let color { format_set_font_color(format, color.code) }
    if let fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_fg_color(format, fill.code)
    }
    if let code = horizontal.code { format_set_align(format, UInt8(code.rawValue)) }
    if let code = vertical.code { format_set_align(format, UInt8(code.rawValue)) }
    if wraps { format_set_text_wrap(format) }
    if shrinks { format_set_shrink(format) }
    if indent > 0 { format_set_indent(format, UInt8(clamping: indent)) }
    if let numberFormat { numberFormat.withCString { format_set_num_format(format, $0) } }
    if isUnlocked { format_set_unlocked(format) }
    borders.apply(to: format)
  }
}

extension Borders {
  fileprivate func apply(to format: UnsafeMutablePointer<lxw_format>) {
    format_set_top(format, top.rawValue)
    format_set_bottom(format, bottom.rawValue)
    format_set_left(format, left.rawValue)
    format_set_right(format, right.rawValue)
    if let color { format_set_border_color(format, color.code) }
  }
}

extension CellStyle.Horizontal {
  fileprivate var code: lxw_format_alignments? {
    switch self {
    case .general: nil
    case .left: LXW_ALIGN_LEFT
    case .center: LXW_ALIGN_CENTER
    case .right: LXW_ALIGN_RIGHT
    case .fill: LXW_ALIGN_FILL
    case .justify: LXW_ALIGN_JUSTIFY
    case .centerAcross: LXW_ALIGN_CENTER_ACROSS
    case .distributed: LXW_ALIGN_DISTRIBUTED
    }
  }
}

extension CellStyle.Vertical {
  fileprivate var code: lxw_format_alignments? {
    switch self {
    case .top: LXW_ALIGN_VERTICAL_TOP
    case .center: LXW_ALIGN_VERTICAL_CENTER
    case .bottom: nil
    case .justify: LXW_ALIGN_VERTICAL_JUSTIFY
    case .distributed: LXW_ALIGN_VERTICAL_DISTRIBUTED
    }
  }
}
