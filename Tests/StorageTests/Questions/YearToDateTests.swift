import Ledger
import Testing

@testable import Storage

@Suite struct YearToDateTests {
  private func figures(_ text: String) -> [YearToDate.Figure] {
    text.split(separator: " ").compactMap { part in
      let sides = part.split(separator: "=")
      let amount = sides[1].split(separator: "/")
      guard let period = Period(sides[0]), let fen = Int64(amount[0]) else { return nil }
      return YearToDate.Figure(
        period: period, amount: Money(fen: fen), reach: amount.count > 1 ? Int(amount[1]) : nil)
    }
  }

  @Test(
    arguments: [
      ("2026-01..03=80 2026-01..04=90", nil, 90, 4),
      ("2026=70/3 2026-01..02=60", nil, 70, 3),
      ("2026=70/3 2026-01..04=90", nil, 90, 4),
      ("2026-01=1 2026-02=2 2026-03=3", nil, 6, 3),
      ("2026-01=1 2026-03=3", nil, 1, 1),
      ("2026-01=1 2026-02=2 2026-04=8", nil, 3, 2),
      ("2026-01..02=9 2026-03=3", nil, 9, 2),
      ("2026=70", nil, 70, nil),
      ("2026=70 2026-01..02=60", nil, 60, 2),
      ("2026-02=2 2026-03=3", nil, nil, nil),
      ("2025=70/12", nil, nil, nil),
      ("2026-01..03=80 2026-01..04=90", 3, 80, 3),
      ("2026=70/5", 4, nil, nil),
      ("2026-02..03=5", nil, nil, nil),
      ("2026-01=1 2026-02=2 2026-03=3", 2, 3, 2),
    ] as [(String, Int?, Int64?, Int?)])
  func `the range from January that ends latest counts`(
    text: String, through: Int?, amount: Int64?, month: Int?
  ) {
    let result = YearToDate(figures(text), year: 2026, through: through)
    #expect(result?.amount.fen == amount)
    #expect(result?.month == month)
  }
}
