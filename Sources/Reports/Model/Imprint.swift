/// What official tables state of themselves; each only when asked for.
package struct Imprint: Hashable, Sendable {
  /// 密级, above the title: 内部, 秘密★1年.
  package var secrecy: String?
  /// Whether the numbers are not final: 草稿 stands above every page.
  package var isDraft = false
  /// 制表单位, before the date of the data.
  package var maker: String?
  /// 审核, below the table; empty leaves room for a name to be signed.
  package var reviewer: String?

  /// Nothing is stated.
  package init() {}

  /// What stands above every printed page.
  var pageMark: String? { isDraft ? "草稿" : nil }

  /// What stands between table and captions.
  var signature: String? {
    reviewer.map { "审核：" + ($0.isEmpty ? "　　　　　　　　" : $0) }
  }
}
