import Intake
import Ledger
import Storage
import Testing

@testable import Operations
@testable import Website

/// The page of a chain: what is said of its segments. 测试数据
@Suite struct ChapterPageTests {
  @Test func `没有项目注明环节的链，不说缺环；有一个注明了，才说其余的缺`() throws {
    let site = try TestSite()
    let unsaid = site.get("/chains/新能源").text
    #expect(!unsaid.contains("缺环"))
    #expect(unsaid.contains("各项目均未注明所属环节"))
    let projects = try site.operations.list(QuestionOptions(filter: ["chain": ["新能源"]]))
    let first = try #require(projects.content.projects.first)
    _ = try site.operations.edit(
      String(first.id), [Assignment(field: "产业链环节", text: "储能电站")], reason: "测试")
    let said = site.get("/chains/新能源").text
    #expect(said.contains("<li>储能电站 <b>1</b>"))
    #expect(said.contains("<li class=\"gap\">电池材料 <b>缺环</b>"))
    #expect(said.contains("未填环节"))
  }
}
