/// A colour as red, green and blue.
package struct Color: Sendable, Hashable, ExpressibleByIntegerLiteral {
  let rgb: UInt32

  /// A colour from 0xRRGGBB.
  package init(integerLiteral rgb: UInt32) { self.rgb = rgb & 0xFF_FFFF }

  /// What libxlsxwriter takes: its 0 means "no colour", so black has a number of its own.
  var code: UInt32 { rgb == 0 ? 0x100_0000 : rgb }
}
