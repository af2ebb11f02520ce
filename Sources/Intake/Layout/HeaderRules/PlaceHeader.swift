import Ledger

/// A site's address is never a county; a county's column is `district` even if it names zones.
enum PlaceHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    let leaf = path.leaf
    if leaf.containsAny(["建设地点", "地址", "位置", "地点", "选址"]) { return .field(.address) }
    let counties = ["县区", "县(区", "县、区", "区县", "县(市", "属地", "所在地", "辖区", "行政区", "县域"]
    let text = path.labels.last?.text ?? ""
    if leaf.containsAny(counties) || text.containsAny(["县(区", "县(市"]) {
      return .field(.district)
    }
    if leaf.endsWithAny(["园区", "开发区", "新区", "功能区", "片区"]) { return .field(.zone) }
    return nil
  }
}
