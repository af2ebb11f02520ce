import Ledger

/// The projects that serve a task: those of its chain or register, and those the report names under it.
struct TaskProjects {
  private let source: BookSource
  private let figures: [ProjectFigures]
  private let byName: [String: [ProjectFigures]]

  init(_ source: BookSource) {
    self.source = source
    figures = source.figures
    byName = Dictionary(grouping: figures, by: \.name)
  }

  /// Each project once, in the order of their numbers.
  func projects(of task: TaskItem) -> [ProjectFigures] {
    let catalogue = source.catalogue
    let chains = Set(catalogue.chains.filter { $0.task == task.code }.map(\.code))
    let registers = Set(catalogue.registers.filter { $0.task == task.code }.map(\.code))
    let named = catalogue.items(of: .build).filter { $0.attributes["task"]?.text == task.code }
      .flatMap { [$0.name] + $0.aliases.map(\.text) }.flatMap { byName[$0] ?? [] }
    let names = Set(named.map(\.id))
    return figures.filter { project in
      project.chain.map(chains.contains) ?? false || names.contains(project.id)
        || !registers.isEmpty && isOn(registers, project.record)
    }
  }

  private func isOn(_ registers: Set<String>, _ record: Record) -> Bool {
    record.entries(of: .registers).contains { entry in
      if case .register(let name, let year) = entry.key.part {
        registers.contains(name.text) && Int(year) == source.year
      } else {
        false
      }
    }
  }
}
