extension FilterProperty {
  /// 产业链: the main one, and optionally the others.
  package static let chain = FilterProperty(
    "chain", title: "产业链",
    options: [
      .items(.chain, .chain, \.chains), .flag(.otherChains, \.includesOtherChains),
    ],
    facet: { filter, _ in
      .item(
        .chain, others: filter.includesOtherChains ? .otherChains : nil, asked: filter.chains)
    }
  ) { filter, catalogue in
    if filter.chains.isEmpty { return nil }
    return "产业链\(filter.includesOtherChains ? "（含关联产业链）" : "")为"
      + FilterWords.either(.chain, filter.chains, catalogue)
  }
}

extension FilterOption {
  package static let chain = FilterOption("chain")
  package static let otherChains = FilterOption("other-chains")
}
