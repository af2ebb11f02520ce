extension FilterProperty {
  /// 包联领导, by a name or part of it.
  package static let leader = person("leader", .leader, of: .leader, \.leaders)

  /// 责任人, by a name or part of it.
  package static let responsible = person(
    "responsible", .responsible, of: .responsiblePerson, \.responsiblePersons)

  private static func person(
    _ id: String, _ name: FilterOption, of field: Field, _ path: Option.Path<Set<String>>
  ) -> FilterProperty {
    FilterProperty(
      id, options: [.texts(name, path)],
      restrictions: { filter in
        filter[keyPath: path].isEmpty ? [] : [.names(field, filter[keyPath: path])]
      },
      clause: { filter, _ in
        let names = filter[keyPath: path].sorted()
        return names.isEmpty ? nil : "\(field.label)为\(FilterWords.either(names))"
      })
  }
}

extension FilterOption {
  package static let leader = FilterOption("leader")
  package static let responsible = FilterOption("responsible")
}
