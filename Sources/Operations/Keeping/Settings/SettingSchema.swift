package import Ledger

/// The valid fields of every setting. Readers silently fall back on shipped values for what they cannot read,
/// so nothing else is accepted.
package enum SettingSchema {
  /// The fields of a setting; nil for an unknown setting. Attributes without a field come with the program.
  package static func fields(of code: String) -> [SettingField]? {
    if let fields = fields[code] { return fields }
    guard code.hasPrefix("words."), let kinds = kinds[String(code.dropFirst(6))] else { return nil }
    return words(kinds)
  }

  /// The codes of all settings.
  static var codes: [String] { fields.keys.sorted() + kinds.keys.sorted().map { "words." + $0 } }

  private static let points = SettingField.Kind.number(-100...100)
  private static let name = SettingField.Kind.text(most: 40)

  private static let light: [SettingField] = [
    SettingField("normal_at_least", points), SettingField("lagging_at_least", points),
    SettingField("overdue_is_serious", .flag),
    SettingField("open_problem", .choice(["normal", "lagging", "serious"])),
    SettingField("names.normal", name), SettingField("names.lagging", name),
    SettingField("names.serious", name), SettingField("names.unreported", name),
  ]

  private static let fields: [String: [SettingField]] = [
    "report": [
      SettingField("title", .text(most: 200)), SettingField("date", .day),
      SettingField("year", .number(1990...2100)),
    ],
    "light": light,
    "sensitive": [SettingField("fields", .sensitive)],
    "password": [SettingField("policy", .choice(SignInChoices.policies))],
    "second_factor": [SettingField("of", .choice(SignInChoices.factors))],
    "reporting": [
      SettingField("stages", .items([.stage], atLeast: 1)), SettingField("needs_plan", .flag),
      SettingField("day", .number(1...28)),
    ],
    "key-sentence": [],
    "counting": [SettingField("default", .choice(["packages", "split"]))],
    "double-hundred": [
      SettingField("register", .item(.register)), SettingField("combine", .choice(["any", "all"])),
      SettingField("confirmed_by", .item(.unit)),
    ],
    "authority": [
      SettingField("groups.*.*", .authority)
    ],
    "target-groups": [SettingField("names.*", name)],
    "oc4ids": [
      SettingField("prefix", .prefix), SettingField("publisher", name),
      SettingField("region", name), SettingField("nature_types.*", name),
      SettingField("sectors.*", name),
    ],
    "milestone-landed": [
      SettingField("after", .item(.stage)), SettingField("requires", .fields),
      SettingField("definition", .text(most: 200)),
    ],
    "stage-models": [],
    "stage-moves": [
      SettingField("normal_step", .number(1...9)), SettingField("skip_with_reason", .flag),
      SettingField("back_with_reason", .flag),
      SettingField("skippable_for_public", .items([.stage], atLeast: 0)),
    ],
    "task-words": [SettingField("modes.*", name), SettingField("deadline_kinds.*", name)],
    "task-outline": [], "report-watch": [],
  ]

  /// The kinds of items that each kind of words may refer to.
  private static let kinds: [String: [CatalogueKind]] = [
    "chain": [.chain], "unit": [.unit], "place": [.district, .zone],
    "stage": [.stage, .condition], "register": [.register], "channel": [.channel],
  ]

  private static func words(_ kinds: [CatalogueKind]) -> [SettingField] {
    [
      SettingField("ambiguous.*", .items(kinds, atLeast: 0)),
      SettingField("doubtful.*", .items(kinds, atLeast: 1)),
      SettingField("optional_beginning", name),
    ]
      + [
        "dropped_beginnings", "dropped_endings", "place_endings", "office_endings",
        "section_endings", "intent_beginnings", "intent_words", "unassigned", "ignored",
      ].map { SettingField($0, .words) }
  }
}
