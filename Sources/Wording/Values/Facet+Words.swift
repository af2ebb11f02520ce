package import Ledger
package import Storage

extension Facet.Value {
  /// The value in words.
  package func words(_ catalogue: Catalogue) -> String {
    switch self {
    case .none: "（未填）"
    case .item(let kind, let code): catalogue.name(of: kind, code)
    case .text(let text): text
    case .flag(let flag): flag ? "是" : "否"
    }
  }
}
