import Ledger

/// Forms in which names are compared.
package enum NameKey {
  /// Half-width, without white space, quotation marks and a final 项目, 建设项目 or 工程.
  ///
  /// Phase marks (一期, 二期) stay: they tell projects apart.
  package static func of(_ name: String) -> String {
    var key = Self.scalars(of: name) { isQuotationMark($0) }
    for ending in ["建设项目", "项目", "工程"] where key.hasSuffix(ending) && key != ending {
      key.removeLast(ending.count)
      break
    }
    return key
  }

  private static func isQuotationMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "“", "”", "‘", "’", "「", "」", "『", "』", "《", "》": true
    default: false
    }
  }

  /// The half-width text without white space and some other scalars.
  private static func scalars(
    of text: String, without isDropped: (Unicode.Scalar) -> Bool
  ) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in TextFolding.halfWidth(text).unicodeScalars {
      let isSpace = scalar.value <= 0x20 || scalar.value == 0xA0 || scalar.value == 0x3000
      if !isSpace && !isDropped(scalar) { kept.append(scalar) }
    }
    return String(kept)
  }

  /// The name without its phase marks.
  static func withoutPhase(_ name: String) -> String {
    var key = of(name)
    for numeral in ["一", "二", "三", "四", "五", "六", "1", "2", "3", "4", "5", "6"] {
      for mark in ["(\(numeral)期)", "第\(numeral)期", "\(numeral)期"] {
        key = key.replacing(mark, with: "")
      }
    }
    return of(key)
  }

  /// A body's name without the forms of companies: 有限公司, 集团, 股份.
  static func ofBody(_ name: String) -> String {
    var key = scalars(of: name) { $0 == "(" || $0 == ")" }
    for word in ["有限责任公司", "股份有限公司", "有限公司", "公司"] where key.hasSuffix(word) {
      key.removeLast(word.count)
      break
    }
    return key
  }
}
