import { weakLink } from "@lilink/model/register";
import { conceptWords } from "./concept-words.ts";
import { defineWords } from "./define-words.ts";

export const weakLinkWords = defineWords(weakLink, {
  title: ["薄弱环节", "Weak links"],
  one: ["薄弱环节", "weak link"],
  lead: [
    "协调小组认定的薄弱环节：由谁攻关、凭什么证据销号。销号须有两类证据，差距重现则自动重开。",
    "Nodes that the group names as weak, who works on them and what closes them. Closing takes two kinds of evidence; if the gap comes back, the link reopens by itself.",
  ],
  fields: {
    title: ["名称", "Title"],
    node: ["产业链节点", "Node of the chain"],
    factors: ["薄弱之处", "Weak in"],
    score: ["立项得分", "Score"],
    judgedOn: ["评估日期", "Judged on"],
    ask: ["求解的问题", "What is asked for"],
    decidedIn: ["认定会议", "Decided in"],
    lead: ["牵头单位", "Led by"],
    dueOn: ["完成期限", "Due"],
    gap: ["已弥合的差距", "Gap that is closed"],
    useKind: ["外部使用的证据", "Evidence of use"],
    usedBy: ["使用方与凭据", "Used by whom, by what paper"],
    usedOn: ["使用日期", "Used on"],
    note: ["备注", "Notes"],
  },
  parts: {
    title: ["节点", "The node"],
    ask: ["需要什么", "What is asked for"],
  },
  help: {
    score: [
      "0 为稳健，1 为最薄弱；两个数是可能的最小值与最大值。",
      "0 is sound, 1 is weakest. Where two figures stand, the score lies between them.",
    ],
    ask: [
      "给高校和企业看的问题：要达到什么，用什么方法测量。",
      "For universities and firms: what is to be reached, measured how.",
    ],
    gap: [
      "可比的差距记录，且九成以上已弥合。",
      "A comparable gap record of this node of which nine tenths are closed.",
    ],
    usedBy: ["不得是牵头单位自己。", "Somebody else than the leading organization."],
    decidedIn: ["会议名称或纪要编号。", "The meeting or the number of its minutes."],
  },
  choices: {
    node: conceptWords,
    factors: {
      import_dependence: ["进口依存", "Import dependence"],
      source_concentration: ["来源集中", "Concentration of sources"],
      firm_concentration: ["企业集中", "Concentration of firms"],
      tech_gap: ["技术差距", "Technology gap"],
      patent_exposure: ["专利壁垒", "Patents in the way"],
      capacity_gap: ["产能缺口", "Capacity gap"],
      unanswered_needs: ["需求积压", "Needs waiting"],
      recovery_gap: ["回收缺口", "Recovery gap"],
      laboratory: ["测试平台不足", "Few test places"],
    },
    useKind: {
      contract: ["供货合同", "Contract"],
      delivery: ["批量交付", "Delivery in bulk"],
      test_report: ["第三方检测报告", "Test report of a third party"],
    },
  },
  states: {
    candidate: ["候选", "Candidate"],
    confirmed: ["已认定", "Confirmed"],
    in_work: ["攻关中", "In work"],
    evidence_filed: ["证据已提交", "Evidence filed"],
    closed: ["已销号", "Closed"],
    rejected: ["未认定", "Rejected"],
  },
  steps: {
    confirm: ["认定", "Confirm"],
    reject: ["不予认定", "Reject"],
    begin: ["开始攻关", "Start work"],
    file: ["提交证据", "File evidence"],
    return: ["退回补证", "Return for more evidence"],
    close: ["销号", "Close the link"],
    reopen: ["重开", "Reopen"],
    propose: ["重新提名", "Propose again"],
  },
  duties: {
    decide: ["须认定或否决", "To be confirmed or rejected"],
    attend: ["须有人攻关", "To be taken up"],
    deliver: ["须完成", "To be finished"],
    examine: ["须核验证据", "Evidence to be examined"],
  },
});
