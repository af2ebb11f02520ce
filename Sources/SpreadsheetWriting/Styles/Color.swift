/// An RGB colour.
package struct Color: Sendable, Hashable, ExpressibleByIntegerLiteral {
  let rgb: UInt32

  /// A colour from 0xRRGGBB.
  package init(integerLiteral rgb: UInt32) { self.rgb = rgb & 0xFF_FFFF }

  /// The code in libxlsxwriter, where 0 means "no colour" and black has its own number.
  var code: UInt32 { rgb == 0 ? 0x100_0000 : rgb }
}
