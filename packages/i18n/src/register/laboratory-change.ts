import { laboratoryChange } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";
import { laboratoryThemeWords } from "./laboratory.ts";
import { linkWords } from "./link-words.ts";

export const laboratoryChangeWords = defineWords(laboratoryChange, {
  title: ["实验室重组", "Changes of laboratories"],
  one: ["重组事项", "change of a laboratory"],
  lead: [
    "新建、合并、拆分、调整方向或撤销：提案、表决、生效。原实验室保留在册，由此通向其后继。",
    "Founded, merged, split, given another theme or closed: proposed, voted on, in force. The old laboratory stays in the register and leads to its successor.",
  ],
  fields: {
    title: ["事项", "Change"],
    kind: ["类别", "Kind"],
    laboratory: ["实验室", "Laboratory"],
    partner: ["另一实验室", "Other laboratory"],
    successor: ["后继实验室", "Successor"],
    theme: ["新方向", "New theme"],
    link: ["所补环节", "Link that it serves"],
    basis: ["依据", "Basis"],
    shares: ["双方份额", "Shares of both hosts"],
    decidedOn: ["表决日期", "Decided"],
    votesFor: ["赞成", "Votes for"],
    votesAgainst: ["反对", "Votes against"],
    votedIn: ["会议与纪要", "Meeting and minutes"],
    inForceOn: ["生效日期", "In force from"],
  },
  parts: {
    title: ["变动", "The change"],
    theme: ["方向与依据", "Theme and basis"],
  },
  help: {
    votedIn: [
      "在哪次会议上表决、记录在哪份纪要。在本平台的会议上提请表决时，结果自动写入。",
      "In which meeting it was voted on and where the minutes stand. A vote in a meeting on the platform writes its result by itself.",
    ],
    basis: ["例如哪个薄弱环节没有实验室。", "For example which weak link has no laboratory."],
    shares: [
      "合并必填：设备、人员、经费各占多少。",
      "Required for a merge: who holds how much of equipment, people and money.",
    ],
  },
  choices: {
    kind: {
      found: ["新建", "Found"],
      merge: ["合并", "Merge"],
      split: ["拆分", "Split"],
      refocus: ["调整方向", "Another theme"],
      close: ["撤销", "Close"],
    },
    theme: laboratoryThemeWords,
    link: linkWords,
  },
  states: {
    proposed: ["已提案", "Proposed"],
    decided: ["已表决通过", "Carried"],
    in_force: ["已生效", "In force"],
    rejected: ["未通过", "Rejected"],
  },
  steps: {
    decide: ["补录会外表决", "Record a vote held elsewhere"],
    reject: ["记录否决", "Record the rejection"],
    enforce: ["记录生效", "Record that it is in force"],
  },
});
