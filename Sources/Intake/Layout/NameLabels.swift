import Ledger

/// A filter for labels of the project's name, to pick from a hundred thousand texts the few to parse as
/// labels.
///
/// Labels are compared without bracketed hints, numbers, units and fillers. So outside brackets a label
/// has only characters of the catalogue's labels and of those parts. Text that the comparison drops may
/// be anything; the header rules decide about it.
struct NameLabels: Sendable {
  private var characters = Set(Self.dropped.unicodeScalars)
  /// The Chinese characters of each label with neither 项目 nor 名称.
  private var others: [Set<Unicode.Scalar>] = []
  private var signs = WordList(Self.signs)

  /// Takes labels in comparable form.
  init(_ labels: some Sequence<String>) { for label in labels { add(label) } }

  mutating func add(_ label: String) {
    characters.formUnion(label.unicodeScalars)
    if label.contains("项") && label.contains("目") || label.contains("名") && label.contains("称") {
      return
    }
    let own = Set(label.unicodeScalars.filter(Self.isHan))
    guard !own.isEmpty else { return }
    others.append(own)
    signs = WordList(Self.signs + others.compactMap { $0.min().map { String($0) } })
  }

  /// The characters dropped from any label: numbers, units, fillers, 本项目, 计划.
  private static let dropped = "一二三四五六七八九十单位计量金额人民币亿万千百元亩公顷平方米目前主要措施有关的本项目名称预拟划"

  /// Whether a cell's bytes contain 项 or 名, or a character of another label: a precondition for all
  /// name labels.
  func mayBegin(_ bytes: Span<UInt8>) -> Bool { signs.isPart(of: bytes) }

  private static let signs = ["项", "名"]

  /// Whether a cell's text may be a name label; 项 目 名 称 often has spaces.
  func may(_ text: String) -> Bool {
    var (item, eye, first, last) = (false, false, false, false)
    var depth = 0
    var isOfLabels = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case "项": item = true
      case "目", "\u{2F6C}", "\u{2EAB}": eye = true
      case "名": first = true
      case "称": last = true
      case "(", "[", "【", "〔", "（", "［": depth += 1
      case ")", "]", "】", "〕", "）", "］": depth = max(0, depth - 1)
      default:
        if depth == 0, isOfLabels, Self.isHan(scalar) { isOfLabels = characters.contains(scalar) }
      }
      // Any words may precede 项目名称.
      if first, last { return true }
    }
    if item && eye && isOfLabels { return true }
    return others.contains { $0.isSubset(of: text.unicodeScalars) }
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
  }
}
