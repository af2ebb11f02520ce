import Ledger
import Operations
import Storage

/// A timeline of the projects on a page of a list, from start to finish, by quarter.
struct ProjectTimeline {
  private static let (label, quarter, row, head) = (220, 22, 22, 40)
  private static let longest = 32
  /// The space for the word after the longest bar.
  private static let tail = 36

  let answer: Answer<ProjectTable>
  let today: PartialDate

  var view: View {
    let stages = StageOrder(answer.catalogue)
    let all = answer.content.list.projects.map { Span($0, stages, today) }
    // A project without dates is not drawn, but is in the table below.
    let spans = all.filter { $0.start != nil || $0.finish != nil }
    let quarters = Self.quarters(spans, today)
    return View([
      "figure": spans.isEmpty ? nil : figure(spans, quarters),
      "undrawn": spans.count < all.count ? all.count - spans.count : nil,
      "spans": all.map { span in
        View([
          "name": span.name, "href": Address.project(span.id, asOf: answer.filter.asOf),
          "start": span.start.map { $0.text }, "finish": span.finish.map { $0.text },
          "late": span.late,
        ])
      },
    ])
  }

  /// The start and the finish of a project, actual dates before planned ones.
  private struct Span {
    let id: ProjectID
    let name: String
    let start: PartialDate?
    let finish: PartialDate?
    /// What is overdue on the day shown, such as 逾期未竣工; nil for nothing.
    let late: String?

    init(_ project: StoredProject, _ stages: StageOrder, _ today: PartialDate) {
      func date(_ field: Field) -> PartialDate? {
        if case .date(let date)? = project.record[FieldKey(field)] { date } else { nil }
      }
      id = project.id
      name = project.record.text(.name) ?? "（未命名）"
      start = date(.startActual) ?? date(.startPlanned)
      finish = date(.finishActual) ?? date(.finishPlanned)
      let works = PlannedWorks(
        stage: project.record.reference(.stage), stages, through: nil, date: date)
      late = works.overdue(before: today.firstDay).last.map { field, _ in
        field == .startPlanned ? "逾期未开工" : "逾期未竣工"
      }
    }
  }

  /// The quarters from the first start to the last finish, as year × 4 + quarter (0 to 3).
  private static func quarters(_ spans: [Span], _ today: PartialDate) -> ClosedRange<Int> {
    let now = quarter(today.firstDay)
    let all =
      spans.flatMap { span in
        [span.start.map { quarter($0.firstDay) }, span.finish.map { quarter($0.lastDay) }]
      }.compactMap { $0 } + [now]
    let first = max(all.min() ?? now, now - longest / 2)
    return first...max(first + 3, min(all.max() ?? now, first + longest - 1))
  }

  /// Returns the quarter of a day in the form yyyymmdd.
  private static func quarter(_ day: Int) -> Int {
    day / 10_000 * 4 + (day / 100 % 100 - 1) / 3
  }

  private func figure(_ spans: [Span], _ quarters: ClosedRange<Int>) -> Markup {
    let width = Self.label + quarters.count * Self.quarter + Self.tail
    let height = Self.head + spans.count * Self.row + 4
    func x(_ quarter: Int) -> Int {
      Self.label
        + (min(max(quarter, quarters.lowerBound), quarters.upperBound + 1) - quarters.lowerBound)
        * Self.quarter
    }
    return Markup { html in
      Drawing.open(width, height, &html)
      for quarter in quarters where quarter % 4 == 0 || quarter == quarters.lowerBound {
        Drawing.line(x(quarter), 18, x(quarter), height, &html)
        // A label at a year's last quarter would overlap the next year's.
        if quarter % 4 < 3 { Drawing.text(x(quarter) + 3, 14, String(quarter / 4), &html) }
      }
      for (place, span) in spans.enumerated() {
        let y = Self.head + place * Self.row
        Drawing.text(0, y + 13, String(span.name.prefix(16)), &html)
        guard let start = span.start ?? span.finish, let end = span.finish ?? span.start else {
          continue
        }
        let from = x(Self.quarter(start.firstDay))
        let to = max(x(Self.quarter(end.lastDay) + 1), from + 3)
        Drawing.rect(from, y + 3, to - from, 12, span.late == nil ? "fill" : "late", &html)
        if span.late != nil { Drawing.text(to + 5, y + 13, "逾期", &html) }
      }
      let now = x(Self.quarter(today.firstDay))
      Drawing.rect(now, 22, 2, height - 22, "now", &html)
      Drawing.text(now + 5, 32, "今天", &html)
      Drawing.close(&html)
    }
  }
}
