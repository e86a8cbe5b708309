import { filingPlan } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";

export const filingPlanWords = defineWords(filingPlan, {
  title: ["申请计划", "Filing plans"],
  one: ["申请计划", "filing plan"],
  lead: [
    "一项发明在哪里、何时之前申请。先登记发明；首次申请日在“记录首次申请”一步填写，受理局在“进入国家阶段”一步选择，期限由此推算并提醒。只有本单位看得见：不进入搜索、匹配、统计和他人的列表。",
    "Where an invention is to be filed and by when. File the invention first; the day of the first filing and the offices are given with the steps that follow, and each deadline is computed from them. Your organization alone sees it: it enters no search, match, count or list of others.",
  ],
  fields: {
    invention: ["发明", "Invention"],
    project: ["项目或供需", "Project or posting"],
    inventors: ["发明人", "Inventors"],
    cost: ["预计费用（元）", "Expected cost (CNY)"],
    firstFiledOn: ["首次申请日", "First filing"],
    pctFiledOn: ["PCT 申请日", "PCT filing"],
    offices: ["进入的专利局", "National offices"],
    grantedOn: ["授权日", "Granted on"],
    note: ["备注", "Notes"],
  },
  help: {
    firstFiledOn: [
      "十二个月内可要求优先权，三十个月内进入国家阶段；期限自动提醒。",
      "Priority can be claimed for 12 months, the national phase begins within 30; you are reminded of both.",
    ],
  },
  choices: {
    offices: {
      CN: ["中国", "China"],
      US: ["美国", "United States"],
      EP: ["欧洲专利局", "European Patent Office"],
      JP: ["日本", "Japan"],
      KR: ["韩国", "Korea"],
      CA: ["加拿大", "Canada"],
      AU: ["澳大利亚", "Australia"],
      CL: ["智利", "Chile"],
      IN: ["印度", "India"],
    },
  },
  states: {
    idea: ["设想", "Idea"],
    cleared: ["已检索可行", "Cleared"],
    filed: ["已申请", "Filed"],
    pct: ["PCT 阶段", "PCT"],
    national: ["国家阶段", "National phase"],
    granted: ["已授权", "Granted"],
    dropped: ["已放弃", "Dropped"],
  },
  steps: {
    clear: ["检索可行", "Clear for filing"],
    file: ["记录首次申请", "Record the first filing"],
    enter_pct: ["记录 PCT 申请", "Record the PCT filing"],
    enter_national: ["进入国家阶段", "Enter the national phase"],
    grant: ["记录授权", "Record the grant"],
    drop: ["放弃", "Drop"],
  },
  duties: {
    claimPriority: ["优先权期限", "Priority ends"],
    enterNational: ["须进入国家阶段", "National phase to be entered"],
  },
});
