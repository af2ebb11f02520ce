import Foundation
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

  @Test func `各行的阶段加起来就是合计，没有阶段的也有一列`() throws {
    let site = try TestSite()
    _ = try site.operations.add(
      [
        Assignment(field: "name", text: "没有阶段的测试项目"), Assignment(field: "产业链", text: "新能源"),
        Assignment(field: "牵头单位", text: "市科技局"),
      ], reason: "测试")
    let page = site.get("/chains/新能源").text
    let matrices = page.components(separatedBy: "<table class=\"matrix\">").dropFirst()
    #expect(!matrices.isEmpty && page.contains("<th scope=\"col\" class=\"n\">（未填）"))
    for matrix in matrices {
      let table = matrix.components(separatedBy: "</table>")[0]
      for row in table.components(separatedBy: "<tr>").dropFirst(2) {
        let counts = row.components(separatedBy: "</a>").compactMap {
          $0.split(separator: ">").last.flatMap { Int($0) }
        }
        #expect(counts.dropLast().reduce(0, +) == counts.last, "\(row)")
      }
    }
  }
}
