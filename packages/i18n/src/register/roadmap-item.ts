import { roadmapItem } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";
import { linkWords } from "./link-words.ts";

export const roadmapItemWords = defineWords(roadmapItem, {
  title: ["技术路线图", "Roadmap"],
  one: ["路线", "item"],
  lead: [
    "协调小组的技术路线：目标与年份；测试方法、由谁承担、通向哪里见各条目。采纳须表决。",
    "Where the group wants technology to go: target and year. The page of each item says how it is tested, who works on it and what it leads to. Items are adopted by vote.",
  ],
  fields: {
    title: ["名称", "Title"],
    direction: ["方向", "Direction"],
    links: ["环节", "Links"],
    target: ["目标", "Target"],
    targetYear: ["目标年份", "Target year"],
    method: ["测试方法", "Test method"],
    current: ["现状", "Today"],
    currentYear: ["现状年份", "Year of today's figure"],
    owners: ["承担单位", "Who works on it"],
    transitionTo: ["过渡到", "Leads to"],
    exitCriterion: ["过渡条件", "Exit criterion"],
    evidence: ["证明材料", "Evidence"],
    votesFor: ["赞成", "For"],
    votesAgainst: ["反对", "Against"],
    abstained: ["弃权", "Abstained"],
    votedOn: ["表决日期", "Voted on"],
    votedIn: ["会议与纪要", "Meeting and minutes"],
    note: ["备注", "Notes"],
  },
  parts: {
    title: ["目标", "The target"],
    current: ["现状", "Where it stands"],
    owners: ["承担与衔接", "Who carries it and what follows"],
  },
  help: {
    votedIn: [
      "在哪次会议上表决、记录在哪份纪要。在本平台的会议上提请表决时，结果自动写入。",
      "In which meeting it was voted on and where the minutes stand. A vote in a meeting on the platform writes its result by itself.",
    ],
    exitCriterion: [
      "满足什么，就从半固态转向全固态。",
      "What must be reached to go on, for example from semi-solid to all-solid.",
    ],
  },
  choices: {
    direction: {
      t1: ["T1 量产", "T1 Mass production"],
      t2: ["T2 研发", "T2 Development"],
      t3: ["T3 半固态过渡", "T3 Semi-solid, transition"],
      t4: ["T4 全固态", "T4 All-solid"],
    },
    links: linkWords,
  },
  states: {
    proposed: ["建议", "Proposed"],
    adopted: ["已采纳", "Adopted"],
    reached: ["已达到", "Reached"],
    dropped: ["已放弃", "Dropped"],
  },
  steps: {
    publish: ["作为建议发布", "Publish as a proposal"],
    adopt: ["补录会外表决", "Record a vote held elsewhere"],
    reach: ["记录达到", "Record as reached"],
    drop: ["放弃", "Drop"],
  },
});
