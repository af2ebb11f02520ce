/// The encoding of text in BIFF5 by the number of its code page ([MS-XLS] §2.4.52).
enum CodePage {
  /// The code page of a workbook that names none: that of the character set most of its fonts have, which is
  /// simplified Chinese unless they say otherwise.
  static func assumed(ofFonts characterSets: [Int]) -> Int {
    let simplified = characterSets.count { $0 == 134 }
    return characterSets.count { $0 == 136 } > simplified ? 950 : 936
  }

  /// The name that iconv knows a code page by.
  static func encoding(_ number: Int) -> String {
    switch number {
    case 367: "ASCII"
    case 936: TextEncoding.gb18030.rawValue
    case 1200: TextEncoding.utf16LE.rawValue
    case 1250...1258: "WINDOWS-\(number)"
    case 10_000, 32_768: "MACINTOSH"
    case 32_769: TextEncoding.windows1252.rawValue
    case 65_001: TextEncoding.utf8.rawValue
    default: "CP\(number)"
    }
  }
}
