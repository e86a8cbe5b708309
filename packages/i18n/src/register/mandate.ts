import { mandate } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";

export const mandateWords = defineWords(mandate, {
  title: ["协调小组授权", "Mandates of the group"],
  one: ["授权", "mandate"],
  lead: [
    "谁在何时把什么交给协调小组，以及小组按什么规则表决。会议表决时，以会议当天有效的授权为准。",
    "Who charged the group with what and when, and by which rule it votes. A meeting votes by the mandate in force on its day.",
  ],
  fields: {
    title: ["授权", "Mandate"],
    givenBy: ["授权机关", "Given by"],
    adoptedOn: ["通过日期", "Adopted on"],
    validFrom: ["有效期自", "In force from"],
    validTo: ["有效期至", "In force until"],
    charge: ["任务", "What it charges the group with"],
    quorum: ["法定人数（占有表决权席位的百分比）", "Quorum (% of the seats that may vote)"],
    majority: ["过半数的计算", "More than half of"],
    note: ["备注", "Notes"],
  },
  choices: {
    majority: {
      votes: ["赞成与反对票之和", "Votes for and against"],
      seats: ["有表决权的席位", "Seats that may vote"],
    },
  },
  duties: { renew: ["授权须续", "Mandate to be renewed"] },
});
