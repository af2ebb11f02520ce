import Foundation
import Ledger
import Reports
package import Storage

/// Answers as JSON.
package enum AnswerJSON {
  /// Projects with id and fields, their count, totals and facets. `ended_only` is the number of matching ended
  /// projects if there are no others.
  package static func list(_ answer: Answer<Storage.ProjectList>) -> JSON {
    list(
      answer,
      projects: answer.content.projects.map { project in
        .object(
          [("id", .integer(project.id))]
            + ProjectJSON.members(of: project.record, answer.catalogue))
      })
  }

  private static func list(
    _ answer: Answer<Storage.ProjectList>, projects: [JSON]
  ) -> JSON {
    let list = answer.content
    let members: [(String, JSON)] = [
      ("projects", .array(projects)),
      ("count", .count(list.totals.count)), ("totals", totals(list.totals)),
      ("facets", facets(list.facets, answer.catalogue)), ("revision", .integer(list.revision)),
      ("ended_only", .count(list.endedOnly)),
      ("filter", .string(answer.filter.sentence(answer.catalogue))),
    ]
    return .object(members + (answer.begun.map { [("begun", .string($0.text))] } ?? []))
  }

  /// The same with the values of some columns: money in 万元 as text, rates as numbers, null if unknown.
  package static func table(_ answer: Answer<ProjectTable>) -> JSON {
    let table = answer.content
    let rows = table.rows.map { row in
      JSON.object(zip(table.columns, row).map { ($0.id, $1.map(cell) ?? .null) })
    }
    return list(
      Answer(
        content: table.list, filter: answer.filter, catalogue: answer.catalogue,
        begun: answer.begun),
      projects: rows)
  }

  private static func cell(_ cell: ProjectTable.Cell) -> JSON {
    switch cell {
    case .id(let id): .integer(id)
    case .rate(let rate): .decimal(String(format: "%.4f", rate))
    case .value(.flag(let flag)): .bool(flag)
    case .value(.list(let texts)), .value(.sentences(let texts)): .strings(texts)
    case .value(let content): .string(content.text)
    }
  }

  /// Facets by kind.
  package static func facets(_ answer: Answer<[Facet]>) -> JSON {
    .object([("facets", facets(answer.content, answer.catalogue))])
  }

  /// Stages from first to last.
  package static func funnel(_ answer: Answer<Funnel>) -> JSON {
    .object([
      (
        "stages",
        .array(
          answer.content.steps.map { step in
            .object([
              ("stage", .optional(step.stage.map { answer.catalogue.name(of: .stage, $0) })),
              ("count", .count(step.totals.count)),
              ("total_investment", .string(step.totals.investment.wanYuan)),
              ("reached", .count(step.reached)),
            ])
          })
      ), ("totals", totals(answer.content.totals)),
    ])
  }

  /// One row per chain, one cell per stage.
  package static func matrix(_ answer: Answer<Matrix>) -> JSON {
    let (matrix, catalogue) = (answer.content, answer.catalogue)
    return .object([
      (
        "chains",
        .array(
          matrix.chains.map { chain in
            let cells = matrix.stages.map { stage -> JSON in
              let cell = matrix[chain, stage]
              return .object([
                ("stage", .optional(stage.map { catalogue.name(of: .stage, $0) })),
                ("count", .count(cell.count)),
                ("total_investment", .string(cell.investment.wanYuan)),
              ])
            }
            return .object([
              ("chain", .optional(chain.map { catalogue.name(of: .chain, $0) })),
              ("stages", .array(cells)), ("totals", totals(matrix.byChain[chain] ?? .none)),
            ])
          })
      ), ("totals", totals(matrix.totals)),
      ("counts_other_chains", .bool(matrix.includesOtherChains)),
    ])
  }

  private static func totals(_ totals: Totals) -> JSON {
    .object([
      ("basis", .string(totals.basis.rawValue)), ("count", .count(totals.count)),
      ("left_out", .count(totals.leftOut)),
      ("total_investment", .string(totals.investment.wanYuan)),
      ("year", totals.year.map { .count($0) } ?? .null), ("plan", .string(totals.plan.wanYuan)),
      ("planned", .count(totals.planned)), ("done", .string(totals.done.wanYuan)),
      ("reporting", .count(totals.reporting)),
      ("month", totals.month.map { .count($0) } ?? .null), ("older", .count(totals.older)),
      ("undated", .count(totals.undated)),
    ])
  }

  private static func facets(_ facets: [Facet], _ catalogue: Catalogue) -> JSON {
    .object(
      facets.map { facet in
        (
          facet.property.id,
          .array(
            facet.values.map { value in
              .object([
                ("value", name(value.value, catalogue)), ("count", .count(value.count)),
                ("total_investment", .string(value.investment.wanYuan)),
                ("selected", .bool(value.isSelected)),
              ])
            })
        )
      })
  }

  private static func name(_ value: Facet.Value, _ catalogue: Catalogue) -> JSON {
    switch value {
    case .none: .null
    case .item(let kind, let code): .string(catalogue.name(of: kind, code))
    case .text(let text): .string(text)
    case .flag(let flag): .bool(flag)
    }
  }
}
