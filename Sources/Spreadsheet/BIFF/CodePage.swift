/// Maps the code page numbers of BIFF5 ([MS-XLS] §2.4.52) to encodings.
enum CodePage {
  /// The code page for a workbook that names none: traditional Chinese where more fonts have that
  /// character set than simplified, else simplified Chinese.
  static func assumed(ofFonts characterSets: [Int]) -> Int {
    let simplified = characterSets.count { $0 == 134 }
    return characterSets.count { $0 == 136 } > simplified ? 950 : 936
  }

  /// The name of a code page in iconv.
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
