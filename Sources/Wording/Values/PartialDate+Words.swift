package import Foundation
package import Ledger

extension PartialDate {
  /// The date in the style of official tables, as precise as it was stated: 2026年6月, 2026年第3季度, 2026年6月30日.
  package var words: String {
    switch precision {
    case .year: "\(year)年"
    case .half(let half): "\(year)年\(half == 1 ? "上" : "下")半年"
    case .quarter(let quarter): "\(year)年第\(quarter)季度"
    case .month(let month): "\(year)年\(month)月"
    case .day(let month, let day): "\(year)年\(month)月\(day)日"
    }
  }
}

extension ShanghaiCalendar {
  /// A moment in words: 2026年3月31日 09:30.
  package static func words(_ moment: Date) -> String {
    (day(of: moment)?.words ?? day(moment)) + " " + text(moment).dropFirst(11).prefix(5)
  }
}
