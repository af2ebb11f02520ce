import Ledger

/// A parsed project name: the marks that tell projects apart, and the remaining core.
struct NameReading: Sendable {
  /// The whole name in comparable form.
  let text: NameText
  let phases: Set<Int>
  let lots: Set<String>
  let route: RouteMark?
  let periods: Set<String>
  let capacities: Set<String>
  let works: Set<WorksMark>
  let ancillary: Set<Int>
  let places: Set<String>
  /// The sites that the name gives after a place: 花岭片区.
  let sites: Set<String>
  let isPackage: Bool
  let part: String?
  /// The distinctive rest, without generic words: 浔禾植保无人机.
  let core: NameBag
  /// Whether the name is so generic that many projects could have it: 污水处理厂, 物流园.
  let isBare: Bool

  init(_ text: NameText, _ places: PlaceMark) {
    self.text = text
    var rest = text
    AncillaryMark.dropAlongside(from: &rest)
    let chainage = LotMark.cutChainage(from: &rest)
    isPackage = PartMark.cutPackage(from: &rest)
    part = PartMark.cutPart(from: &rest)
    self.places = places.cut(from: &rest)
    sites = SiteMark.cut(from: &rest)
    periods = PeriodMark.cut(from: &rest)
    phases = PhaseMark.cut(from: &rest)
    lots = chainage.union(LotMark.cut(from: &rest))
    capacities = CapacityMark.cut(from: &rest)
    ancillary = AncillaryMark.kinds(in: rest)
    works = WorksMark.cut(from: &rest)
    route = RouteMark.cut(from: &rest)
    rest.drop(Self.companyForms)
    let isTown = rest.scalars.contains { Self.towns.contains($0) }
    rest.drop(Self.genericNouns)
    rest.dropPunctuation()
    isBare =
      rest.scalars.count <= 5 && !isTown && route == nil && lots.isEmpty && capacities.isEmpty
    rest.drop(Self.genericPlants)
    core = NameBag(rest.scalars)
  }

  private static let companyForms = NameWords([
    "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "集团公司", "总公司", "公司", "集团",
  ])
  private static let genericNouns = NameWords(["项目", "工程", "建设"])
  private static let genericPlants = NameWords([
    "生产制造基地", "生产基地", "制造基地", "产业基地", "基地", "生产线", "工业园区", "产业园区", "工业园", "产业园", "园区", "生产",
  ])
  private static let towns: Set<Unicode.Scalar> = ["镇", "乡", "村", "屯", "街"]

  /// A company's name without its place and legal form: 沣衡汽车零部件.
  static func core(ofBody name: String, _ places: PlaceMark) -> [Unicode.Scalar] {
    var text = NameText(name)
    _ = places.cut(from: &text)
    text.dropPunctuation()
    text.drop(companyForms)
    return text.scalars
  }
}
