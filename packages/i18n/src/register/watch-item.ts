import { watchItem } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";
import { linkWords } from "./link-words.ts";

export const watchItemWords = defineWords(watchItem, {
  title: ["国际动态", "International watch"],
  one: ["动态", "watch item"],
  lead: [
    "境外政策与技术动态：每项先判断轻重、定期限，再讨论并作出决定，然后结案。两年前的事件作为背景资料，不必判断。",
    "What happens abroad: each item is graded, given a date, discussed and decided, and closed only then. Events of more than two years ago are background and need no grade.",
  ],
  fields: {
    title: ["事项", "Item"],
    kind: ["类别", "Kind"],
    country: ["国别", "Country"],
    issuer: ["发布方", "Issuer"],
    happenedOn: ["发生日期", "Happened"],
    foundOn: ["发现日期", "Found"],
    links: ["环节", "Links"],
    summary: ["摘要", "Summary"],
    severity: ["轻重", "Severity"],
    dueOn: ["决定时限", "Decision due"],
    finding: ["讨论结论", "Finding"],
    decision: ["决定", "Decision"],
    because: ["理由与行动", "Reason and action"],
    mergedInto: ["并入", "Merged into"],
  },
  parts: {
    title: ["事件", "What happened"],
    links: ["对产业链的影响", "What it is for the chain"],
  },
  help: {
    happenedOn: [
      "只知年月也可；不知则留空，页面写明未注日期。",
      "A year or a month is enough. Left empty, the page says that it is undated.",
    ],
    severity: ["决定时限随之而定。", "It sets when a decision is due."],
    dueOn: [
      "重 14 天、中 30 天、轻 90 天（建议值）。",
      "14 days for high, 30 for medium, 90 for low (a proposal).",
    ],
  },
  choices: {
    kind: {
      policy: ["政策", "Policy"],
      technology: ["技术", "Technology"],
      platform: ["平台", "Platform"],
      investment: ["投资", "Investment"],
      patent: ["专利", "Patent"],
      trade: ["贸易", "Trade"],
    },
    severity: { "1": ["轻", "Low"], "2": ["中", "Medium"], "3": ["重", "High"] },
    decision: {
      action: ["行动", "Act"],
      no_action: ["不行动", "No action"],
      watch_until: ["继续观察", "Keep watching"],
    },
    links: linkWords,
  },
  states: {
    filed: ["已登记", "Filed"],
    triaged: ["已分级", "Graded"],
    scheduled: ["已列议程", "On an agenda"],
    discussed: ["已讨论", "Discussed"],
    closed: ["已结案", "Closed"],
    merged: ["已并入", "Merged"],
  },
  steps: {
    triage: ["分级", "Grade"],
    schedule: ["列入下次会议", "Put on the next agenda"],
    discuss: ["记录讨论", "Record the discussion"],
    close: ["记录决定", "Record the decision"],
    merge: ["并为一项", "Merge"],
  },
  duties: {
    triage: ["须分级", "To be graded"],
    decide: ["须决定", "To be decided"],
  },
});
