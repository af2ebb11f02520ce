import Ledger

/// Units and people by role: the head noun is at the end, the role before it.
enum RoleHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    let words = path.words
    // 姓名 below 项目联系人 is the contact's, 企业名称 below 项目业主 the owner's.
    let isNameOnly = (words[.wordName] + words[.nameBody]).contains(path.leaf)
    let leaf = isNameOnly ? path.headings.first?.bare ?? path.leaf : path.leaf
    if leaf.endsWithAny(words[.personPhone]) { return phone(leaf, words) }
    let person = leaf.trimmingSuffixes(of: words[.personSuffix])
    if person.endsWithAny(words[.personResponsible]) {
      return isBodyAndPerson(leaf, words) ? .unmapped : .field(.responsiblePerson)
    }
    if person.endsWithAny(words[.personContact]) {
      return isBodyAndPerson(leaf, words) ? .unmapped : .field(.contact)
    }
    if leaf.endsWithAny(words[.personCharge]), !leaf.containsAny(words[.personChargeOther]) {
      return .field(.contact)
    }
    if person.endsWithAny(words[.personLeader]) { return .field(.leader) }
    if leaf.containsAny(words[.ownerUsccWord]) { return .field(.ownerUSCC) }
    return body(leaf, words).map { .field($0) }
  }

  /// 联系人及电话 is the contact and phone; 责任人及电话 is somebody else's.
  private static func phone(_ leaf: String, _ words: HeaderWords) -> ColumnMeaning {
    let isTwo = leaf.containsAny(words[.wordAnd])
    if isTwo, leaf.containsAny(words[.personResponsible] + words[.personLeader]) {
      return .unmapped
    }
    let isPerson = leaf.containsAny(words[.personContact] + words[.personCharge])
    return isTwo && isPerson ? .contactAndPhone : .field(.phone)
  }

  /// Whether a label combines a unit and a person, so that it is neither: 责任单位及责任人.
  private static func isBodyAndPerson(_ leaf: String, _ words: HeaderWords) -> Bool {
    words[.rolePair].contains { body in
      words[.wordAnd].contains { leaf.holds(body + $0) }
    }
  }

  private static func body(_ leaf: String, _ words: HeaderWords) -> Field? {
    let head = leaf.trimmingSuffixes(of: words[.wordName] + words[.wordFullName])
    if head.endsWithAny(words[.roleBody]) {
      if head.containsAny(words[.roleLead]) { return .leadUnits }
      if head.containsAny(words[.roleCooperating]) { return .cooperatingUnits }
      if head.containsAny(words[.roleResponsible]) { return .responsibleUnits }
    }
    if head.endsWithAny(words[.roleInvestor]) { return .investor }
    return head.endsWithAny(words[.roleOwner]) ? .owner : nil
  }
}
