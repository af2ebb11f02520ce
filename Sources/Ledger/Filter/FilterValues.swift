/// The resolution of names in a filter.
enum FilterNames {
  /// Values are codes, one each.
  case asWritten
  /// Values are names or codes; one value may list several, separated as in a list's cell.
  case resolved(by: Catalogue)
}

/// The values given for one option, with parsers by kind.
struct FilterValues {
  let option: FilterOption
  let values: [String]
  let names: FilterNames

  /// The values, split where one may list several.
  func texts() -> [String] {
    switch names {
    case .asWritten: values
    case .resolved: values.flatMap { NameParts.ofList($0) }
    }
  }

  /// Codes of items: codes as they are, anything else resolved by the catalogue.
  func codes(of kind: CatalogueKind) throws(FilterError) -> Set<String> {
    guard case .resolved(let catalogue) = names else { return Set(values) }
    var codes: Set<String> = []
    for value in values {
      let whole = [value].filter { isItem(kind, $0, in: catalogue) }
      for text in whole.isEmpty ? NameParts.ofList(value) : whole {
        codes.insert(try code(of: kind, text, in: catalogue))
      }
    }
    return codes
  }

  /// Districts and zones; in a URL `district:450203` and `zone:zone-liudong`.
  func areas() throws(FilterError) -> (districts: Set<String>, zones: Set<String>) {
    var districts: Set<String> = []
    var zones: Set<String> = []
    for text in texts() {
      if text.hasPrefix("district:") {
        districts.insert(String(text.dropFirst(9)))
      } else if text.hasPrefix("zone:") {
        zones.insert(String(text.dropFirst(5)))
      } else if case .resolved(let catalogue) = names {
        let (district, zone) = try place(text, in: catalogue)
        if let district { districts.insert(district) }
        if let zone { zones.insert(zone) }
      } else {
        throw .unknownName(option, text, nearest: [])
      }
    }
    return (districts, zones)
  }

  /// Registers, each optionally with year and state.
  func registers() throws(FilterError) -> Set<RegisterClause> {
    var clauses: Set<RegisterClause> = []
    for text in texts() {
      guard let clause = RegisterClause(text) else {
        throw .unknownName(option, text, nearest: [])
      }
      guard case .resolved(let catalogue) = names else {
        clauses.insert(clause)
        continue
      }
      let register = try code(of: .register, clause.register, in: catalogue)
      clauses.insert(RegisterClause(register: register, year: clause.year, state: clause.state))
    }
    return clauses
  }

  /// Batches, each optionally with its year.
  func batches() throws(FilterError) -> Set<BatchClause> {
    var known: [String]?
    if case .resolved(let catalogue) = names { known = catalogue.batches }
    var clauses: Set<BatchClause> = []
    for text in texts() {
      guard let clause = BatchClause(text),
        clause == .none || known?.contains(clause.name) != false
      else { throw .notOneOf(option, text, allowed: known ?? []) }
      clauses.insert(clause)
    }
    return clauses
  }

  func fields() throws(FilterError) -> Set<Field> {
    var fields: Set<Field> = []
    for text in texts() {
      guard let field = Field(id: text) ?? Field.allCases.first(where: { $0.label == text }) else {
        throw .unknownName(option, text, nearest: Self.fieldNames.nearest(to: text))
      }
      fields.insert(field)
    }
    return fields
  }

  /// An amount: `10000` is in 万元, `1亿` and `1亿元` state their unit.
  func money() throws(FilterError) -> Money {
    let text = try one()
    let key = TextFolding.key(text).replacing(",", with: "")
    let number = key.prefix { $0.isASCII }
    let unit: MoneyUnit? =
      switch key.dropFirst(number.count) {
      case "", "万", "万元": .wanYuan
      case "亿", "亿元": .yiYuan
      case "元": .yuan
      default: nil
      }
    guard let unit, let money = Money(number, unit: unit) else { throw .notMoney(option, text) }
    return money
  }

  func day() throws(FilterError) -> PartialDate {
    let text = try one()
    guard let date = PartialDate(text), case .day = date.precision else {
      throw .notDay(option, text)
    }
    return date
  }

  func month() throws(FilterError) -> Period {
    let text = try one()
    guard let period = Period(text), period.isMonth else { throw .notMonth(option, text) }
    return period
  }

  func yearOrMonth() throws(FilterError) -> Period {
    let text = try one()
    guard let period = Period(text), period.isYear || period.isMonth else {
      throw .notSpan(option, text)
    }
    return period
  }

  func year() throws(FilterError) -> Int {
    let text = try one()
    guard let year = Int(text), (1900..<2200).contains(year) else { throw .notYear(option, text) }
    return year
  }

  func flag() throws(FilterError) -> Bool {
    let text = try one()
    switch TextFolding.key(text) {
    case "yes", "true", "1", "是": return true
    case "no", "false", "0", "否": return false
    default: throw .notYesOrNo(option, text)
    }
  }

  func choice<Choice: CaseIterable & RawRepresentable<String>>() throws(FilterError) -> Choice {
    let text = try one()
    guard let choice = Choice(rawValue: text) else {
      throw .notOneOf(option, text, allowed: Choice.allCases.map(\.rawValue))
    }
    return choice
  }

  func one() throws(FilterError) -> String {
    guard values.count == 1 else { throw .repeated(option) }
    return values[0]
  }

  private func isItem(_ kind: CatalogueKind, _ text: String, in catalogue: Catalogue) -> Bool {
    if case .item = catalogue.resolve(kind, text) { return true }
    return catalogue.item(kind, text) != nil
  }

  private func code(
    of kind: CatalogueKind, _ text: String, in catalogue: Catalogue
  ) throws(FilterError) -> String {
    if let item = catalogue.item(kind, text) { return item.code }
    if let named = catalogue.items(of: kind).first(where: { $0.name == text }) {
      return named.code
    }
    switch catalogue.resolve(kind, text) {
    case .item(let code): return code
    case .ambiguous(let codes):
      throw .ambiguousName(option, text, candidates: codes.map { catalogue.name(of: kind, $0) })
    case .unknown(let nearest): throw .unknownName(option, text, nearest: nearest)
    case .ignored: throw .unknownName(option, text, nearest: [])
    }
  }

  private func place(
    _ text: String, in catalogue: Catalogue
  ) throws(FilterError) -> (district: String?, zone: String?) {
    if catalogue.item(.district, text) != nil { return (text, nil) }
    if catalogue.item(.zone, text) != nil { return (nil, text) }
    switch catalogue.resolvePlace(text) {
    case .place(let district, let zone): return (district, zone)
    case .ambiguous(let codes):
      throw .ambiguousName(option, text, candidates: names(codes, catalogue))
    case .unknown(let nearest): throw .unknownName(option, text, nearest: nearest)
    case .ignored: throw .unknownName(option, text, nearest: [])
    }
  }

  private func names(_ codes: [String], _ catalogue: Catalogue) -> [String] {
    codes.map { code in
      (catalogue.item(.district, code) ?? catalogue.item(.zone, code))?.name ?? code
    }
  }

  private static let fieldNames = NearNames(
    Field.allCases.map {
      CatalogueItem(
        kind: .setting, code: $0.id, name: $0.label, position: Int($0.rawValue),
        aliases: [Alias($0.id)])
    })
}
