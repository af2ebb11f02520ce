import Ledger
import Operations
import Storage

/// The projects of a list as a board: a column per stage, a card per project.
struct ProjectBoard {
  private static let cards = 50

  let state: ProjectsQuery
  let context: PageContext

  private var operations: LedgerOperations { context.operations }

  var view: View {
    get throws {
      var options = state.options
      (options.limit, options.offset) = (nil, 0)
      let funnel = try operations.funnel(options).content
      return View([
        "columns": try funnel.steps.filter { $0.totals.count > 0 }.map(column)
      ])
    }
  }

  private func column(_ step: Funnel.Step) throws -> View {
    let names = FilterQuery(state.filter, state.catalogue)
    let conditions =
      step.stage.map {
        state.conditions.setting("stage", to: names.value(.stage, $0))
      } ?? state.conditions.adding("missing", Field.stage.label)
    let options = QuestionOptions(
      filter: conditions.values(without: []), sort: state.sort.text, limit: Self.cards)
    let answer = try operations.table(
      options, columns: [.field(.name), .field(.totalInvestment), .light])
    let lights = LightMarks(answer.catalogue)
    let cards = zip(answer.content.list.projects, answer.content.rows).map { project, row in
      View([
        "name": project.record.text(.name) ?? "（未命名）",
        "href": Address.project(project.id, asOf: state.filter.asOf),
        "money": row[1].map { $0.webText + " 万元" },
        "figure": row[2].map { cell in
          Markup { lights.write(cell.text, &$0) }
        },
        "moveHref": state.filter.asOf == nil
          && context.permissions.allow(.edit, on: project.record)
          ? Address("projects", String(project.id), "move") : nil,
      ])
    }
    return View([
      "stage": FunnelView.label(step.stage, state.catalogue),
      "stageCount": step.totals.count,
      "stageHref": Address("projects", query: conditions),
      "stageMoney": Figures.yiOrBlank(step.totals.investment), "cards": cards,
      "moreCards": step.totals.count > cards.count,
    ])
  }
}
