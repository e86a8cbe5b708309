import { fundCall } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";
import { linkWords } from "./link-words.ts";

export const fundCallWords = defineWords(fundCall, {
  title: ["基金指南", "Calls of the fund"],
  one: ["指南", "call"],
  lead: [
    "从薄弱环节出发的项目指南：类别、预算、评价标准和截止日。任何人都能看，认证单位可以申请。",
    "Calls that start from a weak link: class, budget, criteria and closing day. Everybody reads them; verified organizations apply.",
  ],
  fields: {
    title: ["名称", "Title"],
    number: ["编号", "Number"],
    researchClass: ["研究类别", "Class of research"],
    horizon: ["路线方向", "Direction of the roadmap"],
    links: ["环节", "Links"],
    weakLink: ["所依据的薄弱环节", "Weak link that it starts from"],
    gap: ["所依据的差距", "Gap that it is measured by"],
    exception: ["例外理由", "Why it starts from no weak link"],
    scope: ["研究内容", "What is sought"],
    budget: ["预算", "Budget"],
    smallest: ["单项最低额", "Smallest grant"],
    largest: ["单项最高额", "Largest grant"],
    leads: ["可牵头的单位", "Who may lead"],
    opensOn: ["开始申请", "Opens on"],
    closesOn: ["截止申请", "Closes on"],
    decideBy: ["最迟决定", "Decided by"],
    weightFirst: ["第一项标准权重", "Weight of the first criterion"],
    weightSecond: ["第二项标准权重", "Weight of the second criterion"],
    anchorsFirst: ["第一项标准的评分说明", "What scores of the first criterion mean"],
    anchorsSecond: ["第二项标准的评分说明", "What scores of the second criterion mean"],
    anchorsThird: ["第三项标准的评分说明", "What scores of the third criterion mean"],
    reviews: ["每份申请的评审人数", "Reviews for each application"],
  },
  parts: {
    title: ["主题与依据", "What it is about"],
    budget: ["经费", "Money"],
    leads: ["谁可申请、何时", "Who and when"],
    weightFirst: ["评价标准", "Criteria"],
  },
  help: {
    weakLink: [
      "没有薄弱环节，不得开指南；确有例外，请写明理由。",
      "No call without a weak link, or a recorded reason why not.",
    ],
    closesOn: [
      "当日北京时间 24 时截止，以服务器时钟为准，不宽限。",
      "Applications close at the end of this day in Beijing, by the clock of the server, without grace.",
    ],
    weightSecond: [
      "三项权重合计 100，第三项为余下部分。标准按 GB/T 22900-2022 的类别确定。",
      "The third weight is what the first two leave of 100. The criteria follow from the class, after GB/T 22900-2022.",
    ],
  },
  choices: {
    researchClass: {
      basic: ["基础研究", "Basic research"],
      applied: ["应用研究", "Applied research"],
      development: ["试验发展", "Development"],
    },
    horizon: {
      t1: ["T1 量产", "T1 mass production"],
      t2: ["T2 研发", "T2 development"],
      t3: ["T3 半固态过渡", "T3 semi-solid transition"],
      t4: ["T4 全固态", "T4 all-solid"],
    },
    links: linkWords,
    leads: {
      enterprise: ["企业", "Enterprise"],
      university_or_institute: ["高校与科研院所", "University or institute"],
      association: ["协会", "Association"],
    },
  },
  states: {
    decided: ["已决定", "Decided"],
    archived: ["已归档", "Archived"],
    cancelled: ["已取消", "Cancelled"],
  },
  steps: {
    decide: ["记录决定", "Record the decision"],
    archive: ["归档", "Archive"],
    cancel: ["取消指南", "Cancel the call"],
  },
  duties: { decide: ["须决定资助", "To be decided"] },
});
