import Testing

@testable import Intake

/// Who does what.
@Suite struct RoleHeaderTests {
  @Test(
    arguments: Example.table(
      """
      牵头单位 → lead_units
      牵头部门 → lead_units
      牵头责任单位 → lead_units
      牵头责任部门 → lead_units
      市级牵头部门 → lead_units
      市级牵头单位 → lead_units
      市直牵头部门 → lead_units
      行业牵头单位 → lead_units
      牵头单位（市级） → lead_units
      牵头单位/部门 → lead_units
      牵头部门（单位） → lead_units
      项目牵头单位 → lead_units
      主责单位 → lead_units
      主责部门 → lead_units
      主责 → lead_units
      牵头 → lead_units
      市级主责部门 → lead_units
      责任单位 → responsible_units
      属地责任单位 → responsible_units
      责任单位（属地） → responsible_units
      责任部门 → responsible_units
      市级责任单位 → responsible_units
      市直责任单位 → responsible_units
      县区责任单位 → responsible_units
      属地单位 → responsible_units
      落实单位 → responsible_units
      责任主体 → responsible_units
      配合单位 → cooperating_units
      配合部门 → cooperating_units
      协办单位 → cooperating_units
      协办部门 → cooperating_units
      协同单位 → cooperating_units
      协助部门 → cooperating_units
      市级配合部门 → cooperating_units
      责任配合单位 → cooperating_units
      """))
  func `牵头、责任、配合各归各`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      业主 → owner
      项目业主 → owner
      业主单位 → owner
      项目业主单位 → owner
      项目业主名称 → owner
      项目法人 → owner
      法人 → owner
      法人单位 → owner
      项目法人单位 → owner
      项目（法人）单位 → owner
      项目单位 → owner
      项目单位名称 → owner
      项目（单位）业主 → owner
      建设单位 → owner
      建设单位（业主） → owner
      建设单位（项目业主） → owner
      业主（建设单位） → owner
      投资主体 → owner
      投资主体名称 → owner
      实施主体 → owner
      实施单位 → owner
      项目实施单位 → owner
      建设主体 → owner
      业主统一社会信用代码 → owner_uscc
      建设单位统一社会信用代码 → owner_uscc
      项目法人统一社会信用代码 → owner_uscc
      业主信用代码 → owner_uscc
      统一社会信用代码 → owner_uscc
      统一社会信用代码（业主） → owner_uscc
      投资方 → investor
      投资方名称 → investor
      投资企业 → investor
      合作企业 → investor
      合作方 → investor
      客商 → investor
      客商名称 → investor
      投资方（企业） → investor
      投资商 → investor
      投资企业（客商） → investor
      """))
  func `业主和投资方`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      责任人 → responsible_person
      项目责任人 → responsible_person
      单位责任人 → responsible_person
      包保责任人 → responsible_person
      第一责任人 → responsible_person
      责任人姓名 → responsible_person
      填报人联系电话 → 无
      联系领导及电话 → 无
      项目业主 > 企业名称 → owner
      投资方 > 公司名称 → investor
      责任人电话 → phone
      项目负责人 → contact
      负责人 → contact
      项目负责人及电话 → contact/phone
      项目负责人及联系方式 → contact/phone
      项目负责人电话 → phone
      业主负责人 → contact
      业主联系人 → contact
      业主联系人及电话 → contact/phone
      业主联系电话 → phone
      业主单位联系人 → contact
      投资方联系人 → contact
      投资方联系电话 → phone
      """))
  func `人和电话`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      投资方所在地 → 无
      合作方所在地 → 无
      投资企业所在地 → 无
      客商来源地 → 无
      投资方国别（地区） → 无
      主管部门 → 无
      行业主管部门 → 无
      主管单位 → 无
      项目主管部门 → 无
      申报单位 → 无
      填报单位 → 无
      招商单位 → 无
      招商部门 → 无
      备案单位 → 无
      备案机关 → 无
      施工单位 → 无
      承建单位 → 无
      监理单位 → 无
      法定代表人 → 无
      法人代表 → 无
      设计单位 → 无
      项目申报单位 → 无
      填报人 → 无
      填报日期 → 无
      填报部门 → 无
      代建单位 → 无
      施工总承包单位 → 无
      审批部门 → 无
      """))
  func `别的单位没有字段`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }
}
