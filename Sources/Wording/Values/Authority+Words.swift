package import Ledger

extension Authority.Group {
  /// 立项计划由市发展改革委归口；进度和问题由项目牵头单位、项目责任单位并列归口
  package func words(_ catalogue: Catalogue) -> String {
    let ranks = ranks.map { owners in
      owners.map { owner in
        switch owner {
        case .unit(let code): catalogue.name(of: .unit, code)
        case .lead: "项目牵头单位"
        case .responsible: "项目责任单位"
        }
      }.joined(separator: "、") + (owners.count > 1 ? "并列" : "")
    }
    return "\(name)由\(ranks.joined(separator: "，其次"))归口"
  }
}

extension String {
  /// A speaker in words: for a list without a sender, its file.
  package var speakerWords: String {
    Speaker.unnamed(self).map { "未注明（\($0)）" } ?? self
  }
}
