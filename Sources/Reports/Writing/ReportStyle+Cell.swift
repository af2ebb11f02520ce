import Spreadsheet
import SpreadsheetWriting

extension ReportStyle {
  /// The cell style with the fonts, sizes and formats of official Chinese tables.
  ///
  /// Fonts are given only by name; a machine without them falls back to its own 宋体 and 黑体.
  var cellStyle: CellStyle {
    let style = CellStyle()
    let body = style.with {
      $0.fontName = "仿宋_GB2312"
      $0.fontSize = 10.5
      $0.borders = .all(.thin)
      $0.wraps = true
    }
    return switch self {
    case .annex:
      style.with {
        $0.fontName = "黑体"
        $0.fontSize = 16
        $0.horizontal = .left
      }
    case .title:
      style.with {
        $0.fontName = "方正小标宋简体"
        $0.fontSize = 20
        $0.horizontal = .center
      }
    case .foldedTitle: Self.title.cellStyle.with { $0.wraps = true }
    case .noteLeft: Self.note(.left)
    case .noteRight: Self.note(.right)
    case .sentence:
      style.with {
        $0.fontName = "仿宋_GB2312"
        $0.fontSize = 14
        $0.wraps = true
        $0.horizontal = .left
        $0.fill = 0xF5F0E6
        $0.borders = .all(.thin, color: 0xC9B88F)
        $0.indent = 1
      }
    case .header:
      body.with {
        $0.fontName = "黑体"
        $0.horizontal = .center
        $0.fill = 0xE8EEF4
      }
    case .text: body.with { $0.horizontal = .left }
    case .centred: body.with { $0.horizontal = .center }
    case .serial: Self.number(body, "0", .center)
    case .count: Self.number(body, "#,##0", .center)
    case .wan: Self.number(body, "#,##0", .right)
    case .exactWan: Self.number(body, "#,##0.00##", .right)
    case .yi: Self.number(body, "#,##0.00", .right)
    case .rate: Self.number(body, "0.0%", .right)
    case .normal: Self.light(body, 0x2E7D32)
    case .lagging: Self.light(body, 0xB26A00)
    case .serious: Self.light(body, 0xC62828)
    case .unreported: Self.light(body, 0x616161)
    case .sectionText: Self.section(body).with { $0.horizontal = .left }
    case .sectionCount: Self.number(Self.section(body), "#,##0", .center)
    case .sectionWan: Self.number(Self.section(body), "#,##0", .right)
    case .sectionYi: Self.number(Self.section(body), "#,##0.00", .right)
    case .sectionRate: Self.number(Self.section(body), "0.0%", .right)
    case .totalText: Self.total(body).with { $0.horizontal = .center }
    case .totalCount: Self.number(Self.total(body), "#,##0", .center)
    case .totalWan: Self.number(Self.total(body), "#,##0", .right)
    case .totalYi: Self.number(Self.total(body), "#,##0.00", .right)
    case .totalRate: Self.number(Self.total(body), "0.0%", .right)
    case .caption:
      style.with {
        $0.fontName = "仿宋_GB2312"
        $0.fontSize = 10.5
        $0.wraps = true
        $0.horizontal = .left
        $0.vertical = .top
      }
    case .note: Self.note(.left).with { $0.wraps = true }
    case .locked: Self.locked(body).with { $0.numberFormat = "@" }
    case .lockedSerial: Self.number(Self.locked(body), "0", .center)
    case .inputText: Self.input(body).with { $0.numberFormat = "@" }
    case .inputWan: Self.number(Self.input(body), "#,##0.00", .right)
    case .nothing: body.with { $0.horizontal = .center }
    }
  }

  private static func note(_ side: CellStyle.Horizontal) -> CellStyle {
    CellStyle().with {
      $0.fontName = "仿宋_GB2312"
      $0.fontSize = 12
      $0.horizontal = side
    }
  }

  private static func number(
    _ style: CellStyle, _ format: String, _ side: CellStyle.Horizontal
  ) -> CellStyle {
    style.with {
      $0.numberFormat = format
      $0.horizontal = side
      $0.wraps = false
      $0.shrinks = true
    }
  }

  private static func light(_ style: CellStyle, _ color: Color) -> CellStyle {
    style.with {
      $0.color = color
      $0.horizontal = .center
      $0.wraps = false
    }
  }

  private static func locked(_ style: CellStyle) -> CellStyle {
    style.with {
      $0.fill = 0xEEEEEE
      $0.horizontal = .left
    }
  }

  private static func input(_ style: CellStyle) -> CellStyle {
    style.with {
      $0.fill = 0xFFFBE6
      $0.isUnlocked = true
      $0.horizontal = .left
    }
  }

  private static func section(_ style: CellStyle) -> CellStyle {
    style.with {
      $0.isBold = true
      $0.fill = 0xF2F2F2
    }
  }

  private static func total(_ style: CellStyle) -> CellStyle {
    style.with {
      $0.isBold = true
      $0.fill = 0xE3E3E3
    }
  }
}
