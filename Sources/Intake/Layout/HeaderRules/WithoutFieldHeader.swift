import Ledger

/// Headers that resemble a field's but have none: roles of other bodies, targets, rates, rankings,
/// approvals, photographs, deadlines, categories of problems, a partner's location.
enum WithoutFieldHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    let (leaf, words) = (path.leaf, path.words)
    let isOther =
      // 求和项:总投资 of a pivot table counts or sums another table's rows.
      leaf.beginsWithAny(words[.otherPivot]) || isOtherBody(leaf, words)
      || leaf.endsWithAny(words[.otherRate]) || leaf.beginsWithAny(words[.otherRateOf])
      || isBelowOther(path, reader) || path.joined.containsAny(words[.otherContract])
      || isApproval(path) || isPartnersPlace(path) || leaf.endsWithAny(words[.otherEnding])
      || isDeadline(leaf, words) || path.joined.containsAny(words[.otherSameTime])
      // Funds planned are not funds in place.
      || leaf.containsAny(words[.fundsWord]) && leaf.containsAny(words[.wordPlanned])
      || leaf.containsAny(words[.problemsWord]) && leaf.endsWithAny(words[.otherProblemKind])
      || path.period.isOtherMonth && !reader.lexicon.isField(path.labels.last)
    return isOther ? .unmapped : nil
  }

  /// Whether the label is a body that neither owns, leads nor is responsible for the project.
  private static func isOtherBody(_ leaf: String, _ words: HeaderWords) -> Bool {
    if leaf.containsAny(words[.otherPerson]) || isContractorsPerson(leaf, words) { return true }
    return leaf.endsWithAny(words[.otherBody]) && leaf.containsAny(words[.otherRole])
      && !leaf.containsAny(
        words[.roleLead] + words[.roleResponsible] + words[.roleCooperating])
  }

  /// Whether a heading makes the column somebody else's, or another project's: 施工单位 > 联系人, 现有企业 >
  /// 年产值, 其中：一期 > 总投资.
  private static func isBelowOther(_ path: HeaderPath, _ reader: HeaderReader) -> Bool {
    let words = path.words
    return path.headings.contains { heading in
      let party = heading.bare.trimmingSuffixes(of: words[.wordSituation])
      let part = party.trimmingPrefixes(of: words[.sumAmong]).trimmingPrefixes(of: [":", "："])
      return isOtherParty(party, words) && isTheirs(path, party, reader)
        || heading.bare.containsAny(words[.otherSubject]) || words[.otherPhase].contains(part)
    }
  }

  /// Whether a label is a body whose people and sums are not the project's: 施工单位, 主管部门.
  private static func isOtherParty(_ label: String, _ words: HeaderWords) -> Bool {
    label.endsWithAny(words[.otherBody])
      && label.containsAny(words[.otherContractor] + words[.otherParty])
      && !label.containsAny(
        words[.roleLead] + words[.roleResponsible] + words[.roleCooperating])
  }

  /// Whether a column below another party's heading can be about the party: its people and place, and of a
  /// contractor also sums and dates. 产业链 below 施工单位 and 签约时间 below 招商单位 are the project's.
  private static func isTheirs(_ path: HeaderPath, _ party: String, _ reader: HeaderReader) -> Bool
  {
    guard let leaf = path.labels.last, let meaning = reader.known([leaf]) else { return true }
    switch meaning {
    case .field(.name), .field(.localNumber), .field(.leader), .field(.responsiblePerson),
      .field(.contact), .field(.phone), .field(.ownerUSCC), .field(.district), .field(.zone),
      .field(.address), .contactAndPhone, .nameAndCode, .nameAndContent, .unmapped:
      return true
    case .period, .series:
      return party.containsAny(path.words[.otherContractor])
    case .field(let field):
      return [.money, .date].contains(field.kind)
        && party.containsAny(path.words[.otherContractor])
    case .sequence, .mark, .register:
      return false
    }
  }

  /// Whether the label is a contractor's contact and not the project's: 施工单位联系人, 施工联系人.
  private static func isContractorsPerson(_ leaf: String, _ words: HeaderWords) -> Bool {
    let people = words[.personContact] + words[.personPhone] + words[.personCharge]
    func isOf(_ role: String) -> Bool { words[.otherBody].contains { leaf.holds(role + $0) } }
    return leaf.endsWithAny(people)
      && (words[.otherContractor] + words[.otherParty]).contains(where: isOf)
      || words[.otherContractor].contains { role in people.contains { leaf == role + $0 } }
  }

  /// Whether the leaf or a heading is 前期手续, 立项, 环评批复 or similar.
  private static func isApproval(_ path: HeaderPath) -> Bool {
    let words = path.words
    // 批复总投资 is the approved total.
    if path.leaf.containsAny(words[.otherApproved]), path.leaf.endsWithAny(words[.sumTotal]) {
      return false
    }
    return path.labels.contains { $0.bare.containsAny(words[.otherApproval]) }
  }

  /// Whether the label is a partner's location and not the project's: 投资方所在地.
  private static func isPartnersPlace(_ path: HeaderPath) -> Bool {
    path.joined.containsAny(path.words[.otherPartner])
      && path.leaf.endsWithAny(path.words[.otherPartnerPlace])
  }

  private static func isDeadline(_ leaf: String, _ words: HeaderWords) -> Bool {
    leaf.endsWithAny(words[.otherDeadline])
      && !leaf.containsAny(words[.otherPeriod] + words[.dateSpan])
      && !(leaf.containsAny(words[.nextStepWord]) && leaf.containsAny(words[.wordAnd]))
  }
}
