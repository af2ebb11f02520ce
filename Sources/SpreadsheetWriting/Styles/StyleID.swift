/// The ID of a style in one workbook; get it once, then use it for every cell.
package struct StyleID: Sendable, Hashable {
  let index: Int

  /// No style: the workbook's default.
  package static let plain = StyleID(index: -1)
}
