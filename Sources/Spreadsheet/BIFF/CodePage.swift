/// The encoding of text in BIFF5 by the number of its code page ([MS-XLS] §2.4.52).
enum CodePage {
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
