import { standardProposal } from "@lilink/model/register";
import { answeredWords } from "./answered-words.ts";
import { defineWords } from "./define-words.ts";
import { standardSubjectWords } from "./standard-subject-words.ts";

export const standardProposalWords = defineWords(standardProposal, {
  title: ["标准需求与建议", "Proposals on standards"],
  one: ["标准建议", "proposal on standards"],
  lead: [
    "没有标准的需求、拟议的方法、对现有标准的意见。每一条都有答复，答复后连同原文公布；被新标准填补时写明是哪一项。",
    "Needs without a standard, methods that are proposed, and comments on a standard. Each gets an answer and is published with it; a gap names the standard that fills it.",
  ],
  fields: {
    subject: ["标题", "Subject"],
    kind: ["类别", "Kind"],
    covers: ["对象", "Covers"],
    standard: ["标准", "Standard"],
    clause: ["条款", "Clause"],
    need: ["内容", "What is needed"],
    method: ["拟议方法", "Method proposed"],
    repeatability: ["重复性偏差", "Repeatability"],
    laboratory: ["可验证的实验室", "Laboratory that can verify it"],
  },
  help: {
    need: [
      "答复后全文公布，请勿写入商业秘密。",
      "It is published whole with its answer: leave out trade secrets.",
    ],
  },
  choices: {
    kind: {
      gap: ["缺标准", "Gap"],
      proposal: ["拟议方法", "Proposal"],
      comment: ["对标准的意见", "Comment"],
    },
    covers: standardSubjectWords,
  },
  states: { ...answeredWords.states, filled: ["已填补", "Filled"] },
  steps: { ...answeredWords.steps, fill: ["由标准填补", "Filled by a standard"] },
  duties: answeredWords.duties,
});
