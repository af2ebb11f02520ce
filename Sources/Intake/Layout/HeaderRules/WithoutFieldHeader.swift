import Ledger

/// Headers that look like a field and are none: other bodies' roles, targets, rates, rankings,
/// approvals, photographs, deadlines, categories of problems, what a partner's place is.
enum WithoutFieldHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    let (leaf, words) = (path.leaf, path.words)
    let isOther =
      // 求和项:总投资 of a pivot table counts or adds up what another table lists.
      leaf.beginsWithAny(words[.otherPivot]) || isOtherBody(leaf, words)
      || leaf.endsWithAny(words[.otherRate]) || leaf.beginsWithAny(words[.otherRateOf])
      || isApproval(path) || isPartnersPlace(path) || leaf.endsWithAny(words[.otherEnding])
      || isDeadline(leaf, words) || path.joined.containsAny(words[.otherSameTime])
      // What is planned to come in is not what has come.
      || leaf.containsAny(words[.fundsWord]) && leaf.containsAny(words[.wordPlanned])
      || leaf.containsAny(words[.problemsWord]) && leaf.endsWithAny(words[.otherProblemKind])
      || path.period.isOtherMonth && !reader.lexicon.isField(path.labels.last)
    return isOther ? .unmapped : nil
  }

  /// Bodies that neither own, lead nor answer for the project.
  private static func isOtherBody(_ leaf: String, _ words: HeaderWords) -> Bool {
    if leaf.containsAny(words[.otherPerson]) || isContractorsPerson(leaf, words) { return true }
    return leaf.endsWithAny(words[.otherBody]) && leaf.containsAny(words[.otherRole])
      && !leaf.containsAny(
        words[.roleLead] + words[.roleResponsible] + words[.roleCooperating])
  }

  /// 施工单位联系人 is the builder's, not the project's.
  private static func isContractorsPerson(_ leaf: String, _ words: HeaderWords) -> Bool {
    leaf.endsWithAny(words[.personContact] + words[.personPhone] + words[.personCharge])
      && words[.otherContractor].contains { role in
        words[.otherBody].contains { leaf.holds(role + $0) }
      }
  }

  /// 前期手续, 立项, 环评批复 and their like, by themselves or as headings.
  private static func isApproval(_ path: HeaderPath) -> Bool {
    let words = path.words
    // 批复总投资 is the total that was approved.
    if path.leaf.containsAny(words[.otherApproved]), path.leaf.endsWithAny(words[.sumTotal]) {
      return false
    }
    return path.labels.contains { $0.bare.containsAny(words[.otherApproval]) }
  }

  /// 投资方所在地 is not the project's place.
  private static func isPartnersPlace(_ path: HeaderPath) -> Bool {
    path.joined.containsAny(path.words[.otherPartner])
      && path.leaf.endsWithAny(path.words[.otherPartnerPlace])
  }

  private static func isDeadline(_ leaf: String, _ words: HeaderWords) -> Bool {
    leaf.endsWithAny(words[.otherDeadline])
      && !leaf.containsAny(words[.nextStepWord] + words[.otherPeriod] + words[.dateSpan])
  }
}
