import { callCriteria, fundCall, type ResearchClass, type Values } from "@lilink/model/register";
import { criterionWords } from "./criterion-words.ts";
import { defineWords, type Pair } from "./define-words.ts";
import { linkWords } from "./link-words.ts";

const ordinals: readonly Pair[] = [
  ["第一项标准", "the first criterion"],
  ["第二项标准", "the second criterion"],
  ["第三项标准", "the third criterion"],
];

/** What a criterion is called: by its name once the class is known, else by its place. */
function criterion({ researchClass }: Values, at: 0 | 1 | 2): Pair {
  const names = callCriteria[researchClass as ResearchClass];
  const [zh, en] = names ? criterionWords[names[at]] : (ordinals[at] as Pair);
  return names ? [zh, en.toLowerCase()] : [zh, en];
}

const weightOf =
  (at: 0 | 1) =>
  (values: Values): Pair => {
    const [zh, en] = criterion(values, at);
    return [`${zh}权重（%）`, `Weight of ${en} in %`];
  };

const anchorsOf =
  (at: 0 | 1 | 2) =>
  (values: Values): Pair => {
    const [zh, en] = criterion(values, at);
    return [`${zh}评分说明`, `What scores of ${en} mean`];
  };

/** The weight that the first two leave, said as soon as both are typed. */
function restOf(values: Values): Pair {
  const [zh, en] = criterion(values, 2);
  const [first, second] = [Number(values.weightFirst ?? 0), Number(values.weightSecond ?? 0)];
  const rest = 100 - first - second;
  const isKnown = first >= 1 && second >= 1 && rest >= 1;
  return isKnown
    ? [`三项权重合计 100%，${zh}占余下的 ${rest}%。`, `The weights make 100%: ${rest}% are left for ${en}.`]
    : [
        `三项权重合计 100%，${zh}占余下部分。`,
        `The weights make 100%: what the first two leave is the weight of ${en}.`,
      ];
}

export const fundCallWords = defineWords(fundCall, {
  title: ["基金指南", "Calls of the fund"],
  one: ["指南", "call"],
  lead: [
    "从薄弱环节出发的项目指南：类别、预算、评价标准和截止日。任何人都能看，已核验单位可以申请。",
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
    decideBy: ["最迟决定", "Decision due by"],
    weightFirst: weightOf(0),
    weightSecond: weightOf(1),
    anchorsFirst: anchorsOf(0),
    anchorsSecond: anchorsOf(1),
    anchorsThird: anchorsOf(2),
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
    researchClass: [
      "类别决定三项评价标准（GB/T 22900-2022）。",
      "The class decides the three criteria (GB/T 22900-2022).",
    ],
    weightSecond: restOf,
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
