import { policyEvent } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";
import { policyEventWords } from "./policy-words.ts";

export const policyEventRecordWords = defineWords(policyEvent, {
  title: ["政策事件", "Policy events"],
  one: ["政策事件", "policy event"],
  lead: [
    "政策何时提出、印发、施行、暂停或废止，一事一条；两个来源日期不同，两条都留。",
    "When a policy was proposed, issued, put into force, suspended or repealed, one event each. Where two sources name two days, both are kept.",
  ],
  fields: {
    title: ["事件", "Event"],
    policy: ["政策", "Policy"],
    type: ["类型", "Type"],
    happenedOn: ["日期", "Day"],
    until: ["暂停至", "Suspended until"],
    byDocument: ["依据文件", "By document"],
    note: ["备注", "Notes"],
  },
  help: {
    happenedOn: ["只知年月也可。", "A year or a month is enough."],
    until: [
      "只用于暂停。期满而无新文件，状态转为“效力待确认”。",
      "Of a suspension alone. When it ends without a new document, the effect is unconfirmed.",
    ],
  },
  choices: { type: policyEventWords },
});
