import { exchangeEvent } from "@lilink/model/register";
import { bothHelp } from "./both-help.ts";
import { defineWords } from "./define-words.ts";
import { provinceWords } from "./province-words.ts";

export const exchangeEventWords = defineWords(exchangeEvent, {
  title: ["交流活动", "Events"],
  one: ["活动", "event"],
  lead: [
    "对接会、现场考察、论坛与培训：报名、互选意向、排定洽谈时间表，会后双方填报成果。",
    "Matching days, site visits, forums and training: register, say in private whom you want to meet, get a timetable, tell what came of it.",
  ],
  fields: {
    title: ["名称", "Title"],
    kind: ["形式", "Kind"],
    province: ["省份", "Province"],
    venue: ["地点", "Venue"],
    startsOn: ["开始日期", "First day"],
    endsOn: ["结束日期", "Last day"],
    interestUntil: ["意向截止", "Interest until"],
    opensAt: ["每日开始时间", "Begins at"],
    slotMinutes: ["每场分钟数", "Minutes of a slot"],
    gapMinutes: ["场间分钟数", "Minutes between slots"],
    slots: ["每日场次", "Slots a day"],
    breakAfter: ["第几场后休息", "Break after slot"],
    breakMinutes: ["休息分钟数", "Minutes of the break"],
    tables: ["洽谈桌数", "Tables"],
    zones: ["分区数", "Zones"],
    walkMinutes: ["跨区步行分钟数", "Minutes from zone to zone"],
    mostMeetings: ["每家场次上限", "Most meetings of a firm"],
    mostInRow: ["每人连续场次上限", "Most meetings in a row"],
    capacity: ["名额", "Places"],
    policy: ["依据政策", "Policy"],
    about: ["说明", "About"],
  },
  parts: {
    title: ["活动与日期", "The event and its days"],
    opensAt: ["每日时间安排", "Hours of a day"],
    tables: ["场地", "Rooms and tables"],
    mostMeetings: ["约谈与关联政策", "Limits of meetings and the policy"],
  },
  help: {
    venue: bothHelp,
    breakAfter: ["留空或 0 表示不休息。", "Empty or 0: no break."],
    zones: [
      "同区的桌子排成一行，相邻编号的桌子挨着。",
      "Tables of a zone stand in a row; neighbours have the numbers next to each other.",
    ],
    walkMinutes: [
      "比场间时间长时，任何人都不会在相邻两场之间换区。",
      "Longer than the pause: nobody changes the zone between two slots.",
    ],
    mostMeetings: [
      "每家可表达意向的单位数为其场次上限的两倍。",
      "A firm may name twice as many firms as it takes meetings.",
    ],
  },
  choices: {
    kind: {
      matching: ["对接洽谈会", "Matching day"],
      site_visit: ["现场考察", "Site visit"],
      forum: ["论坛", "Forum"],
      training: ["培训", "Training"],
    },
    province: provinceWords,
    opensAt: {
      "08:00": ["08:00", "08:00"],
      "08:30": ["08:30", "08:30"],
      "09:00": ["09:00", "09:00"],
      "09:30": ["09:30", "09:30"],
      "10:00": ["10:00", "10:00"],
      "10:30": ["10:30", "10:30"],
      "13:00": ["13:00", "13:00"],
      "13:30": ["13:30", "13:30"],
      "14:00": ["14:00", "14:00"],
      "14:30": ["14:30", "14:30"],
    },
  },
  states: {
    draft: ["草稿", "Draft"],
    announced: ["已预告", "Announced"],
    registration: ["报名中", "Registration open"],
    interest_closed: ["报名截止", "Registration closed"],
    published: ["时间表已发布", "Timetable published"],
    running: ["进行中", "Running"],
    done: ["已结束", "Over"],
    cancelled: ["已取消", "Cancelled"],
  },
  steps: {
    announce: ["发布预告", "Announce"],
    open: ["开放报名", "Open registration"],
    close: ["截止报名与意向", "Close registration"],
    publish: ["发布日程", "Publish the programme"],
    start: ["宣布开始", "Begin"],
    finish: ["宣布结束", "End"],
    cancel: ["取消活动", "Cancel the event"],
  },
});
