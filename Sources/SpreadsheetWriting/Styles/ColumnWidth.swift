/// Estimates column widths for texts, in digit widths.
package enum ColumnWidth {
  /// The width that fits every line of the texts without wrapping, within bounds.
  package static func fitting(
    _ texts: some Sequence<String>, within bounds: ClosedRange<Double> = 6...60
  ) -> Double {
    var widest = 0
    for text in texts { widest = max(widest, units(text)) }
    return min(max(Double(widest) + 2, bounds.lowerBound), bounds.upperBound)
  }

  /// The width of a text's widest line: an East Asian character counts two.
  package static func units(_ text: String) -> Int {
    var widest = 0
    var line = 0
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        widest = max(widest, line)
        line = 0
      } else {
        line += units(scalar)
      }
    }
    return max(widest, line)
  }

  /// The number of lines a text takes in a column, for the height of its row.
  package static func lines(_ text: String, inWidth width: Double) -> Int {
    let room = max(Int(width) - 1, 2)
    var lines = 0
    var line = 0
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        lines += max(1, (line + room - 1) / room)
        line = 0
      } else {
        line += units(scalar)
      }
    }
    return lines + max(1, (line + room - 1) / room)
  }

  /// The width of a character: wide and fullwidth ones of Unicode's UAX #11, by blocks, and symbols
  /// that Chinese fonts draw wide count two.
  private static func units(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    case 0x2014, 0x2018...0x201D, 0x2026, 0x2460...0x24FF, 0x25A0...0x25FF, 0xB7: 2
    default: 1
    }
  }
}
