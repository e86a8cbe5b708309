import { incentiveProgramme } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";

export const incentiveProgrammeWords = defineWords(incentiveProgramme, {
  title: ["激励计划", "Incentive programmes"],
  one: ["计划", "programme"],
  lead: [
    "协调小组鼓励交流与学习的措施：给什么、预算多少、谁可以申请、已预留和已支付多少，以及政策效果。",
    "How the coordination group encourages exchange and learning: what it gives, from which budget, who may claim, what is reserved and paid, and what came of the policy.",
  ],
  fields: {
    title: ["名称", "Title"],
    number: ["编号", "Number"],
    policy: ["所属政策", "Policy that it belongs to"],
    benefit: ["激励方式", "What it gives"],
    budget: ["预算", "Budget"],
    summary: ["说明", "Summary"],
    opensOn: ["开始申请", "Claims from"],
    closesOn: ["截止申请", "Claims until"],
    evaluateOn: ["应评估日期", "To be evaluated on"],
    verdict: ["评估结论", "Verdict"],
    finding: ["评估依据", "Finding"],
  },
  help: {
    budget: [
      "审核通过即预留，预留与已付合计不超过预算。",
      "Money is reserved when a claim is checked; reserved and paid together never pass the budget.",
    ],
    policy: ["效果在该政策的评估页上比较。", "The effect is shown beside the evaluation of this policy."],
  },
  choices: {
    benefit: {
      fee_waiver: ["费用减免", "Fee waiver"],
      travel_grant: ["差旅资助", "Travel grant"],
      priority_slot: ["优先场次", "Priority slot"],
      benchmark_access: ["对标数据使用", "Access to benchmarks"],
      award: ["奖励", "Award"],
    },
    verdict: { keep: ["保留", "Keep"], change: ["调整", "Change"], end: ["终止", "End"] },
  },
  states: {
    open: ["可申请", "Open"],
    paused: ["暂停", "Paused"],
    closed: ["已截止", "Closed"],
    evaluated: ["已评估", "Evaluated"],
  },
  steps: {
    pause: ["暂停申请", "Pause"],
    reopen: ["恢复申请", "Open again"],
    close: ["截止申请", "Close to claims"],
    evaluate: ["记录评估", "Record the evaluation"],
  },
  duties: { evaluate: ["须评估效果", "To be evaluated"] },
});
