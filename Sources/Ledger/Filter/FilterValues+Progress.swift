/// Parsing of dates, shares and lights.
extension FilterValues {
  /// Spans of time, as alternatives.
  func spans() throws(FilterError) -> Set<DateSpan> {
    var spans: Set<DateSpan> = []
    for text in texts() {
      guard let span = DateSpan(text) else { throw .notSpan(option, text) }
      spans.insert(span)
    }
    return spans
  }

  /// A positive share: `0.5`, `50%`.
  func share() throws(FilterError) -> Quantity {
    let text = try one()
    let isPercent = text.hasSuffix("%") || text.hasSuffix("％")
    guard let number = ScaledInteger.parse(isPercent ? text.dropLast() : text[...]),
      let share = Quantity(
        mantissa: number.mantissa, exponent: number.exponent - (isPercent ? 2 : 0)),
      share.tenThousandths > 0
    else { throw .notShare(option, text) }
    return share
  }

  /// Lights by the ledger's words for them, or by identifier.
  func lights() throws(FilterError) -> Set<LightRule.Light> {
    var lights: Set<LightRule.Light> = []
    for text in texts() {
      let named = LightRule.Light.allCases.first { $0.rawValue == text || word($0) == text }
      guard let named else {
        throw .notOneOf(option, text, allowed: LightRule.Light.allCases.map(word))
      }
      lights.insert(named)
    }
    return lights
  }

  private func word(_ light: LightRule.Light) -> String {
    guard case .resolved(let catalogue) = names else { return light.rawValue }
    return catalogue.lightRule.word(light)
  }
}
