import Foundation

/// Conversion of traditional characters to simplified ones (無 → 无), character by character.
package enum SimplifiedText {
  /// The simplified form of a character; the character itself if it has none.
  package static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard han.contains(scalar.value) else { return scalar }
    return table[Int(scalar.value - han.lowerBound)]
  }

  private static let han: Range<UInt32> = 0x4E00..<0xA000

  /// Created once by the system's transform, each character on a line so that none affects another.
  private static let table: [Unicode.Scalar] = {
    let scalars = han.compactMap(Unicode.Scalar.init)
    var lines = ""
    for scalar in scalars {
      lines.unicodeScalars.append(scalar)
      lines += "\n"
    }
    let simplified = lines.applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? lines
    let forms = simplified.unicodeScalars.split(separator: "\n").compactMap(\.first)
    return forms.count == scalars.count ? forms : scalars
  }()
}
