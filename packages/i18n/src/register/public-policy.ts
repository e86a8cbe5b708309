import { publicPolicy } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";
import { linkWords } from "./link-words.ts";

export const publicPolicyWords = defineWords(publicPolicy, {
  title: ["政策", "Policies"],
  one: ["政策", "policy"],
  lead: [
    "国内外与产业链有关的政策：谁印发、目的与指标、何时评估。是否施行按登记的事件推算。",
    "Policies at home and abroad: who issued them, their aim and indicator, and when they are evaluated. Whether one is in force on a day is computed from its events.",
  ],
  fields: {
    title: ["名称", "Title"],
    number: ["文号", "Document number"],
    issuer: ["印发机关", "Issued by"],
    country: ["国家或地区", "Country"],
    rank: ["效力级别", "Legal rank"],
    instrument: ["政策工具", "Instrument"],
    links: ["环节", "Links"],
    aim: ["目的", "Aim"],
    indicator: ["指标", "Indicator"],
    series: ["数据序列", "Series"],
    region: ["序列中的地区", "Region in the series"],
    comparedRegion: ["对照地区", "Region compared with"],
    windowFrom: ["考察期自", "Window from"],
    windowTo: ["考察期至", "Window to"],
    evaluateOn: ["评估日期", "Evaluate on"],
    replaces: ["代替", "Replaces"],
    upgrades: ["上升自", "Raised from"],
    conditions: ["使之生效的条件", "Puts into force"],
    text: ["原文", "Text"],
    summary: ["征求意见情况", "Summary of the consultation"],
    verdict: ["评估结论", "Verdict"],
    finding: ["评估发现", "Finding"],
    note: ["备注", "Notes"],
  },
  parts: {
    title: ["政策本身", "The policy itself"],
    aim: ["目标与评估", "Aim and evaluation"],
    replaces: ["与其他政策、条件的关系", "Beside other policies and conditions"],
    text: ["原文与摘要", "Text and summary"],
  },
  help: {
    conditions: [
      "政策施行期间，这套条件约束相关工厂。",
      "While the policy is in force, these conditions bind the plants that they are for.",
    ],
    indicator: [
      "用哪个数字看成效，例如锂回收率。",
      "Which number shows its effect, for example lithium recovery.",
    ],
    series: [
      "平台已发布序列的代码；评估页由它算出前后对比。",
      "Of a series that the exchange publishes; the page of the evaluation compares before and after with it.",
    ],
    region: ["不选即中国。", "China where nothing is chosen."],
    windowTo: ["不早于开始日。", "Not before its start."],
    evaluateOn: [
      "到期未评估即逾期，进入下次会议议程。",
      "Not evaluated by then, it is overdue and goes onto the agenda of the next meeting.",
    ],
    upgrades: ["例如由规范条件上升为法规。", "For example industry conditions that become a regulation."],
  },
  choices: {
    rank: {
      law: ["法律", "Law"],
      regulation: ["行政法规", "Regulation"],
      ministry_rule: ["部门规章", "Ministry rule"],
      normative_document: ["规范性文件", "Normative document"],
      standard: ["标准", "Standard"],
      guidance: ["指导意见", "Guidance"],
      strategy: ["规划与战略", "Strategy"],
    },
    instrument: {
      entry_condition: ["准入条件", "Entry condition"],
      list: ["名单", "List of firms"],
      technical_rule: ["技术规则", "Technical rule"],
      recovery_target: ["回收目标", "Recovery target"],
      export_control: ["出口管制", "Export control"],
      tax: ["税收", "Tax"],
      subsidy: ["补贴", "Subsidy"],
      procurement: ["采购", "Procurement"],
      reserve: ["储备", "Reserve"],
      information_duty: ["信息义务", "Duty of information"],
      research: ["研发", "Research"],
      cooperation: ["合作机制", "Cooperation"],
    },
    links: linkWords,
    conditions: {
      "cn-liion-2024-draft": [
        "锂电池行业规范条件（2024 征求意见稿）",
        "Lithium-ion industry conditions (draft of 2024)",
      ],
      "lithium-salt-entry-proposal": [
        "锂盐企业准入条件（平台建议稿）",
        "Entry conditions for lithium-salt plants (our proposal)",
      ],
      "lithium-salt-green-proposal": [
        "锂盐绿色生产标准（平台建议稿）",
        "Green production of lithium salts (our proposal)",
      ],
    },
    verdict: {
      keep: ["保留", "Keep"],
      change: ["修改", "Change"],
      repeal: ["废止", "Repeal"],
    },
  },
  states: { evaluated: ["已评估", "Evaluated"] },
  steps: {
    evaluate: ["记录评估", "Record the evaluation"],
    follow: ["定下次评估", "Set the next evaluation"],
  },
  duties: { evaluate: ["须评估", "To be evaluated"] },
});
