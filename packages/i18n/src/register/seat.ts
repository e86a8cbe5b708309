import { seat } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";
import { linkWords } from "./link-words.ts";

export const seatWords = defineWords(seat, {
  title: ["协调小组席位", "Seats of the group"],
  one: ["席位", "seat"],
  lead: [
    "部委、重点企业、研究机构与协会的席位：每个环节都有代表，任期写明。",
    "Who sits for whom: ministries, key enterprises, institutes and associations, with seats for every link and terms that end on a day.",
  ],
  fields: {
    name: ["席位", "Seat"],
    body: ["单位类别", "Kind of body"],
    role: ["职务", "Role"],
    links: ["代表环节", "Sits for"],
    sitting: ["单位", "Organization"],
    holder: ["任职人", "Holder"],
    deputy: ["代理人", "Deputy"],
    termFrom: ["任期自", "Term from"],
    termTo: ["任期至", "Term until"],
    mandate: ["职责", "Mandate"],
    note: ["备注", "Notes"],
  },
  choices: {
    body: {
      ministry: ["部委", "Ministry"],
      key_enterprise: ["重点企业", "Key enterprise"],
      institute: ["高校与研究机构", "University or institute"],
      association: ["协会", "Association"],
    },
    role: {
      chair: ["组长", "Chair"],
      vice_chair: ["副组长", "Vice chair"],
      member: ["成员", "Member"],
      observer: ["观察员", "Observer"],
    },
    links: linkWords,
  },
  states: { ended: ["任期已满", "Term over"] },
  steps: { end: ["任期已满，不再续", "End the term"] },
  duties: { renew: ["任期须续", "Term to be renewed"] },
});
