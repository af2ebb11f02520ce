package import Storage

extension SchemaDifference {
  /// How the file's schema differs from the program's: 缺少表“entry”.
  package var words: String {
    let state =
      switch self.state {
      case .missing: "缺少"
      case .extra: "多出"
      case .altered: "改过"
      }
    return state + thing + "“\(name)”"
  }

  /// The kind of schema object; kinds unknown here are 对象.
  private var thing: String {
    switch type {
    case "table": "表"
    case "index": "索引"
    case "view": "视图"
    case "trigger": "触发器"
    default: "对象"
    }
  }
}
