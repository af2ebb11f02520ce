import Testing

@testable import Spreadsheet

@Suite struct NumberFormatTests {
  @Test(
    arguments: [
      ("General", []), ("0.00E+00", []), ("#,##0.00_);[Red]\\(#,##0.00\\)", []), ("@", []),
      ("0\"年\"", []), ("\"日\"0", []), ("[$¥-804]#,##0.00", []), ("0.0%", []), ("[Red]0", []),
      ("0_d", []), ("0*d", []), ("G/通用格式", []),
      ("yyyy-mm-dd", .date), ("yyyy\"年\"m\"月\"d\"日\";@", .date), ("[$-804]yyyy年m月d日", .date),
      ("yyyy年m月", [.year, .month]), ("yyyy\"年\"", [.year]), ("m\"月\"d\"日\"", [.month, .day]),
      ("[DBNum1][$-804]yyyy\"年\"m\"月\";@", [.year, .month]), ("e/m/d", .date), ("aaaa", [.day]),
      ("h:mm", [.hour, .minute]), ("mm:ss.0", [.minute, .second]),
      ("[h]:mm:ss", [.elapsed, .hour, .minute, .second]),
      ("[mm]:ss", [.elapsed, .minute, .second]),
      ("yyyy/m/d h:mm", [.year, .month, .day, .hour, .minute]), ("AM/PM", [.hour]),
      ("上午/下午h\"时\"mm\"分\"", [.hour, .minute]), ("d-mmm-yy", .date),
      ("yyyymmddhhmmss", [.year, .month, .day, .hour, .minute, .second]),
      ("0;yyyy-mm", [.year, .month]),
    ] as [(String, DateParts)])
  func aFormatShowsTheseParts(code: String, parts: DateParts) {
    #expect(NumberFormat(code).parts == parts)
  }

  @Test(arguments: ["\"", "\\", "[", "_", "*", "[h", "y\\", ";;;", ""])
  func aBrokenFormatIsReadToItsEnd(code: String) {
    _ = NumberFormat(code).parts
  }
}
