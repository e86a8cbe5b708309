import { programme } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";
import { linkWords } from "./link-words.ts";
import { provinceWords } from "./province-words.ts";
import { skillWords } from "./skill-words.ts";

export const programmeWords = defineWords(programme, {
  title: ["培养项目", "Programmes"],
  one: ["培养项目", "programme"],
  lead: [
    "面向产业链的学位与短期课程：多少名额、多少人入学与结业、多少人在链上就业。",
    "Degrees and courses for the chain: seats, who came, who finished, and who works in the chain.",
  ],
  fields: {
    title: ["名称", "Title"],
    kind: ["类别", "Kind"],
    stage: ["阶段", "Stage"],
    skills: ["培养技能", "Skills taught"],
    links: ["面向环节", "Links covered"],
    province: ["省份", "Province"],
    year: ["年份", "Year"],
    seats: ["名额", "Seats"],
    intake: ["入学人数", "Intake"],
    graduates: ["结业人数", "Graduates"],
    placed: ["链上就业人数", "Placed in the chain"],
    hours: ["学时", "Hours"],
    partners: ["合作单位", "Partners"],
    note: ["备注", "Notes"],
  },
  parts: {
    title: ["项目", "The programme"],
    year: ["规模与去向", "Places and where people go"],
    partners: ["合作单位", "Partners"],
  },
  help: {
    graduates: ["不能多于入学人数。", "Not more than the intake."],
    placed: ["结业后在产业链企业或机构就业的人数。", "Graduates who work for a body of the chain."],
  },
  choices: {
    kind: { degree: ["学位", "Degree"], short: ["短期课程", "Short course"] },
    stage: {
      planned: ["规划", "Planned"],
      approved: ["已批准", "Approved"],
      running: ["在办", "Running"],
      closed: ["已结束", "Closed"],
    },
    skills: skillWords,
    links: linkWords,
    province: provinceWords,
  },
});
