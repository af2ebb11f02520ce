package import Ledger

/// The Chinese texts of files for other programs.
package enum InterchangeWords {
  package static let oc4ids = "OC4IDS项目数据包"
  package static let journal = "凭证"
  package static let withoutLeadUnit = "未明确牵头单位"
  /// The file name of the list that holds a unit's waiting hand edits.
  package static let typedList = "手工填报.csv"
  /// Nothing was read out of what somebody types.
  package static let nothingRead = "读不出来"

  /// The description of a list in the ledger.
  package static func list(_ entry: Int64) -> String { "项目清单，第\(entry)号凭证导入" }

  /// The description of an act's supporting document.
  package static func evidence(_ entry: Int64) -> String { "第\(entry)号凭证的依据" }

  /// A date as stored in the ledger, where the standard requires a day.
  package static func recorded(_ date: PartialDate) -> String { "台账所记日期：\(date.text)" }
}
