/// Optional statements that official tables make about themselves.
package struct Imprint: Hashable, Sendable {
  /// 密级, above the title: 内部, 秘密★1年.
  package var secrecy: String?
  /// Whether the numbers are not final: 草稿 is printed above every page.
  package var isDraft = false
  /// 制表单位, before the date of the data.
  package var maker: String?
  /// 审核, below the table; empty leaves room for a signature.
  package var reviewer: String?

  /// States nothing.
  package init() {}

  /// The mark above every printed page.
  var pageMark: String? { isDraft ? "草稿" : nil }

  /// The line between table and captions.
  var signature: String? {
    reviewer.map { "审核：" + ($0.isEmpty ? "　　　　　　　　" : $0) }
  }
}
