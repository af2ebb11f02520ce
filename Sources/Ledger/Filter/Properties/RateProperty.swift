extension FilterProperty {
  /// Less than a share of the year's plan completed; false if plan or amount is unknown.
  package static let rate = FilterProperty(
    "rate",
    options: [
      Option(name: .rateBelow, kind: .share) { (filter, values) throws(FilterError) in
        filter.rateBelow = try values.share()
      } written: {
        $0.rateBelow.map { [$0.text] } ?? []
      }
    ],
    restrictions: { $0.rateBelow.map { [.rateBelow($0)] } ?? [] }
  ) { filter, _ in
    filter.rateBelow.map { share in
      "年度计划完成率低于 \(ScaledInteger.text(mantissa: share.tenThousandths, exponent: -2))%"
    }
  }
}

extension FilterOption { package static let rateBelow = FilterOption("rate-below") }
