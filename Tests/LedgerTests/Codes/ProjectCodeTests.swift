import Testing

@testable import Ledger

@Suite("项目代码")
struct ProjectCodeTests {
  @Test(arguments: [
    "2111-522323-04-01-342068", "2411-130202-89-01-637015", "2509-320193-89-01-544060",
    "2509-140602-89-05-864976", "2603-141124-89-05-346948", "2211-441900-04-02-310151",
    "2502-140109-89-01-287745",
  ])
  func `published codes pass`(code: String) {
    #expect(ProjectCode(code) == .valid(code, .new))
  }

  @Test(arguments: [
    "项目代码：2211-441900-04-02-310151", "2211 441900 04 02 310151", "22114419000402310151",
    "２２１１—４４１９００—０４—０２—３１０１５１", "2211-441900-04-02-310151（已赋码）", "2211-441900-04-\n02-310151",
  ])
  func `labels, brackets, dashes and blanks do not count`(text: String) {
    #expect(ProjectCode(text) == .valid("2211-441900-04-02-310151", .new))
  }

  @Test func `a code of 2013 to 2020 has no check digit`() {
    #expect(
      ProjectCode("2017-450203-36-03-012345") == .valid("2017-450203-36-03-012345", .old))
  }

  @Test func `a wrong check digit is kept and told`() {
    #expect(
      ProjectCode("2211-441900-04-02-310152") == .checksumWrong("2211-441900-04-02-310152"))
  }

  @Test(arguments: ["正在办理", "", "尚未赋码"])
  func `no digit is no code yet`(text: String) {
    #expect(ProjectCode(text) == ProjectCode.none)
  }

  @Test(arguments: [
    "2211-441900-04-02-31015", "2213-441900-04-02-310151", "1911-441900-04-02-310151",
    "AB11-441900-04-02-310151", "2211-441900-04-02-310151、2111-522323-04-01-342068", "123",
  ])
  func `anything else is malformed`(text: String) {
    #expect(ProjectCode(text) == .malformed)
  }

  @Test(arguments: ["2.21144E+19", "2e+19"])
  func `an exponent has lost digits`(text: String) {
    #expect(ProjectCode(text) == .precisionLost)
  }
}

@Suite("统一社会信用代码")
struct CreditCodeTests {
  @Test(arguments: ["91450200MA5KC2806U", "91350100M000100Y43", "91110000101623741K"])
  func `genuine codes pass`(code: String) {
    #expect(CreditCode(code).isValid)
  }

  @Test func `case, width and blanks do not count`() {
    let code = CreditCode("９１４５０２００ ma5kc2806u")
    #expect(code.text == "91450200MA5KC2806U")
    #expect(code.isValid)
  }

  @Test(arguments: ["91450200MA5KC2806X", "91450200MA5KC2806", "9145020OMA5KC2806U", ""])
  func `wrong length, letter or check character does not`(code: String) {
    #expect(!CreditCode(code).isValid)
  }
}
