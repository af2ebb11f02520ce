extension ProjectFilter {
  /// The filter as one Chinese sentence without a full stop, for books and screens:
  /// 产业链为新能源，阶段为签约或开工的项目；不含终止、退库；打包项目按 1 项计.
  package func sentence(_ catalogue: Catalogue) -> String {
    func clauses(isProviso: Bool) -> [String] {
      FilterProperty.spoken.filter { $0.isProviso == isProviso }
        .compactMap { $0.clause(self, catalogue) }
    }
    let restrictions = clauses(isProviso: false)
    let subject = restrictions.isEmpty ? "全部项目" : restrictions.joined(separator: "，") + "的项目"
    return ([subject] + clauses(isProviso: true)).joined(separator: "；")
  }
}

/// The wording of a clause's values.
enum FilterWords {
  /// The names joined as alternatives: 甲、乙或丙.
  static func either(_ names: [String]) -> String {
    guard names.count > 2, let last = names.last else { return names.joined(separator: "或") }
    return names.dropLast().joined(separator: "、") + "或" + last
  }

  /// The names of items as alternatives, in catalogue order.
  static func either(_ kind: CatalogueKind, _ codes: Set<String>, _ catalogue: Catalogue) -> String
  {
    either(names(kind, codes, catalogue))
  }

  static func names(
    _ kind: CatalogueKind, _ codes: Set<String>, _ catalogue: Catalogue
  ) -> [String] {
    catalogue.sorted(kind, codes).map { catalogue.name(of: kind, $0) }
  }

  /// A date at its precision: 2026 年 6 月, 2026 年第 3 季度.
  static func day(_ date: PartialDate) -> String {
    let year = "\(date.year) 年"
    return switch date.precision {
    case .year: year
    case .half(let half): year + (half == 1 ? "上半年" : "下半年")
    case .quarter(let quarter): year + "第 \(quarter) 季度"
    case .month(let month): year + " \(month) 月"
    case .day(let month, let day): year + " \(month) 月 \(day) 日"
    }
  }

  /// 2026 年 3 月至 2026 年 6 月, 2026 年 6 月及以前.
  static func span(_ span: DateSpan) -> String {
    switch (span.first, span.last) {
    case (let first?, let last?):
      first == last ? day(first) : "\(day(first))至 \(day(last))"
    case (let first?, nil): "\(day(first))及以后"
    case (nil, let last?): "\(day(last))及以前"
    case (nil, nil): ""
    }
  }
}
