import { policyComment } from "@lilink/model/register";
import { answeredWords } from "./answered-words.ts";
import { defineWords } from "./define-words.ts";

export const policyCommentWords = defineWords(policyComment, {
  title: ["政策意见", "Policy comments"],
  one: ["政策意见", "comment on a policy"],
  lead: [
    "征求意见时提出的意见，以及施行后看到的副作用。每一条都有答复，答复后连同意见一并公布。",
    "Comments during a consultation, and side effects that firms see afterwards. Each gets an answer and is published with it.",
  ],
  fields: {
    subject: ["标题", "Subject"],
    policy: ["政策", "Policy"],
    kind: ["类别", "Kind of comment"],
    position: ["态度", "Position"],
    clause: ["条款", "Clause"],
    comment: ["内容", "Comment"],
    observedOn: ["观察到的时间", "Observed in"],
  },
  help: {
    comment: [
      "答复后全文公布，请勿写入商业秘密。",
      "It is published whole with its answer: leave out trade secrets.",
    ],
    observedOn: ["副作用填写；年或月即可。", "For a side effect; a year or a month is enough."],
  },
  choices: {
    kind: {
      consultation: ["征求意见", "Consultation"],
      side_effect: ["副作用", "Side effect"],
    },
    position: {
      support: ["赞成", "Support"],
      change: ["建议修改", "Change"],
      oppose: ["反对", "Oppose"],
    },
  },
  ...answeredWords,
});
