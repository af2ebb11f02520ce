/// Marks of the name of a package, or of one of its parts: （打包）, （总项目）, ——樟岭路, （研发中心子项）.
enum PartMark {
  private static let packages = NameWords(["整体打包", "打包", "总项目"])

  /// Cuts out a package mark. Returns whether there was one.
  static func cutPackage(from text: inout NameText) -> Bool { !text.cut(packages).isEmpty }

  /// Cuts out the name of a part; nil if the name is of a whole.
  static func cutPart(from text: inout NameText) -> String? {
    let scalars = text.scalars
    let start =
      if let mark = scalars.indices.first(where: { text.has("子项", at: $0) }) {
        scalars[..<mark].lastIndex { $0 == "(" || $0 == "-" }
      } else {
        scalars.indices.first { text.has("--", at: $0) }
      }
    guard let start, start > 1 else { return nil }
    var part = NameText(Array(scalars[start...]))
    part.dropPunctuation()
    guard !part.scalars.isEmpty else { return nil }
    text = NameText(Array(scalars[..<start]))
    return part.string
  }
}
