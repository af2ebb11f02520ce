import Ledger

extension ErrorWording {
  /// The words for a fault in one condition of a filter.
  static func words(_ error: FilterError) -> ErrorWording {
    func of(_ option: FilterOption, _ sentence: String, _ hint: Hint?) -> ErrorWording {
      Self(sentence, hint, .usage, option: option)
    }
    func near(_ names: [String]) -> Hint? {
      names.isEmpty ? nil : .advice("是不是“\(names.joined(separator: "”“"))”？")
    }
    return switch error {
    case .unknownOption(let name): Self("没有筛选条件“\(name)”。", nil, .usage)
    case .unknownName(let option, let text, let nearest):
      of(option, "目录里没有「\(text)」。", near(nearest) ?? .see(.items(kind: kind(of: option))))
    case .ambiguousName(let option, let text, let candidates):
      of(option, "「\(text)」可以指几个。", near(candidates))
    case .notMoney(let option, let text):
      of(option, "「\(text)」不是金额。", .advice("写万元数，或带单位，例如 5亿元。"))
    case .notDay(let option, let text): of(option, "「\(text)」不是日期。", .advice("写成 2026-06-30。"))
    case .notMonth(let option, let text): of(option, "「\(text)」不是月份。", .advice("写成 2026-03。"))
    case .notYear(let option, let text): of(option, "「\(text)」不是年份。", .advice("写成 2026。"))
    case .notSpan(let option, let text):
      of(
        option, "「\(text)」不是一段时间。", .advice("写成 2026-Q3、2026-06、2026-03..2026-06 或 ..2026-06。"))
    case .notShare(let option, let text):
      of(option, "「\(text)」不是比例。", .advice("写成 0.5 或 50%。"))
    case .notYesOrNo(let option, let text):
      of(option, "「\(text)」既不是“是”也不是“否”。", .advice("写 yes 或 no。"))
    case .notOneOf(let option, let text, let allowed):
      of(option, "没有「\(text)」。", .advice("可用：\(allowed.joined(separator: "、"))"))
    case .repeated(let option): of(option, "只能写一次。", nil)
    }
  }

  /// The kind of catalogue items that an option takes.
  private static func kind(of option: FilterOption) -> String {
    option == .area ? CatalogueKind.district.rawValue : option.rawValue
  }
}
