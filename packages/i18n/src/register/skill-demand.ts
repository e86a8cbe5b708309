import { skillDemand } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";
import { provinceWords } from "./province-words.ts";
import { skillWords } from "./skill-words.ts";

export const skillDemandWords = defineWords(skillDemand, {
  title: ["用人需求", "People wanted"],
  one: ["用人需求", "demand for people"],
  lead: [
    "本单位缺哪些人、在哪里、什么时候。只有本单位与办公室看得到；对外只公布经披露控制的合计。",
    "Which people your organization lacks, where and when. Only it and the officers read this; others read sums under disclosure control.",
  ],
  fields: {
    title: ["岗位", "Post"],
    skill: ["技能", "Skill"],
    kind: ["人才类别", "Kind of people"],
    province: ["省份", "Province"],
    year: ["年份", "Year"],
    quarter: ["季度", "Quarter"],
    wanted: ["需求人数", "People wanted"],
    fullTime: ["按全时当量填写", "Counted as full-time equivalents"],
    employed: ["现有人数", "People employed now"],
    grade: ["熟练程度（1–4）", "Level (1 to 4)"],
    need: ["必要性", "Necessity"],
    statedOn: ["提出日期", "Stated on"],
    note: ["备注", "Notes"],
  },
  parts: {
    title: ["岗位", "The job"],
    wanted: ["人数与条件", "How many and of what grade"],
  },
  help: {
    wanted: [
      "半个人只能按全时当量填写。同一单位、技能、省份、季度以最后一次为准。",
      "Half a person counts as a full-time equivalent only. Of one skill, province and quarter the last filing counts.",
    ],
    employed: [
      "现在从事该岗位的人数，用于推算更替与增长。",
      "Who does this now: replacement and growth follow from it.",
    ],
  },
  choices: {
    skill: skillWords,
    kind: {
      compound_technical: ["复合型技术人才", "Compound technical"],
      management: ["管理人才", "Management"],
      operator: ["操作人员", "Operator"],
      tester: ["检测人员", "Tester"],
    },
    province: provinceWords,
    quarter: {
      "1": ["一季度", "Q1"],
      "2": ["二季度", "Q2"],
      "3": ["三季度", "Q3"],
      "4": ["四季度", "Q4"],
    },
    need: { essential: ["必需", "Essential"], optional: ["可选", "Optional"] },
  },
  states: { filed: ["已填报", "Filed"] },
  steps: { file: ["填报", "File"] },
});
