import { createTranslator, formatTarget, formatUnit, type Locale, sayGoal } from "@lilink/i18n";
import { goalCard, goals, loadGoal, toStanding } from "@lilink/model/goals";
import { countVote, paperKinds } from "@lilink/model/meeting";
import { describe, expect, it } from "vitest";
import type { MeetingData } from "./meeting-data.ts";
import { renderMeeting, tablesOf } from "./render-meeting.ts";

const figures = [
  { period: "2024", value: "80.25", low: null, high: null },
  { period: "2025", value: null, low: "88", high: "97" },
];
const seat = {
  nameEn: null,
  holder: "张",
  deputy: "李",
  byDeputy: false,
  conflict: null,
  choice: null,
  reason: null,
} as const;
const data = (kind: MeetingData["kind"]): MeetingData => ({
  kind,
  madeAt: new Date("2026-12-01T03:00:00Z"),
  title: "=2026Q3 评审",
  heldAt: new Date("2026-12-01T02:00:00Z"),
  venue: "北京",
  minutes: "讨论了 Li₂CO₃ ≥ 99.5 %。",
  snapshot: {
    at: "2026-11-30T02:00:00.000Z",
    release: { period: "2026Q3", edition: 1 },
    standings: goals.map(({ id }) => ({
      ...toStanding(loadGoal(id), figures, "%", 2026),
      unit: "%",
      release: { coverage: 80 },
    })),
    board: {
      postings: [{ count: 12345 }],
      matches: { count: 3 },
      introductions: { sent: 2 },
      outcomes: {},
      organizations: { enterprise: 8 },
      answerDays: { median: null },
      unanswered: [{ concept: "ncm811", needs: 4, waitingDays: 31 }],
    },
  },
  items: [
    {
      position: 1,
      goal: "G25-17",
      title: "回收",
      notes: "补报",
      duty: null,
      votes: [
        {
          question: "是否通过",
          about: null,
          quorum: 67,
          majority: "votes",
          outcome: "carried",
          count: countVote(["for", "recused", null], { quorum: 50, majority: "votes" }),
          ballots: [
            { ...seat, nameZh: "甲席", choice: "for", byDeputy: true },
            { ...seat, nameZh: "乙席", choice: "recused", conflict: "competitor" },
            { ...seat, nameZh: "丙席" },
          ],
        },
      ],
      decisions: [
        {
          text: "=cmd",
          dueOn: "2026-12-31",
          doneAt: null,
          doneNote: null,
          owner: { nameZh: "甲", nameEn: null },
        },
      ],
    },
  ],
  seats: [{ nameZh: "甲公司(虚构)", nameEn: "A (fictional)" }],
  views: [
    {
      organization: { nameZh: "甲", nameEn: "A" },
      what: "agenda.pdf",
      first: new Date("2026-12-01T00:00:00Z"),
      last: new Date("2026-12-01T01:00:00Z"),
      times: 2,
    },
  ],
});

describe("papers of a meeting", () => {
  it("[ME6] hold the same digits in both languages, and W with its bounds where a figure is withheld", () => {
    for (const kind of paperKinds) {
      const digits = (locale: "zh-CN" | "en") =>
        tablesOf(data(kind), locale).map(({ columns, rows }) =>
          rows.map((row) => row.filter((_, at) => columns[at]?.kind !== "text")),
        );
      expect(digits("zh-CN")).toEqual(digits("en"));
    }
    const [standings] = tablesOf(data("board"), "en");
    const row = standings?.rows.find(([id]) => id === "G25-17");
    expect(row?.slice(2, 7)).toEqual(["W", "88", "97", "%", "2025"]);
    expect(standings?.rows).toHaveLength(35);
  });

  it("[PG9] show of every goal the target and the statuses that the screen shows", () => {
    for (const locale of ["zh-CN", "en"] as const) {
      const word = createTranslator(locale, "standing.status");
      const rows = tablesOf(data("board"), locale)[0]?.rows ?? [];
      for (const standing of data("agenda").snapshot.standings) {
        const { goal, status } = standing;
        const row = rows.find(([id]) => id === goal);
        const { target } = goalCard(goal);
        expect(row?.[7], goal).toBe(target && formatTarget(target, locale));
        expect(row?.slice(9, 11), goal).toEqual([word(status), sayGoal(standing, locale).join(" ")]);
      }
    }
  });

  it("[ME6] an agenda has its points and the progress of their goals, and no other goal", () => {
    for (const locale of ["zh-CN", "en"] as const) {
      const [agenda, standings, ...more] = tablesOf(data("agenda"), locale);
      const { statement } = loadGoal("G25-17");
      expect(agenda?.rows).toEqual([["1", "G25-17", locale === "en" ? statement.en : statement.zh]]);
      expect(standings?.rows.map(([id]) => id)).toEqual(["G25-17"]);
      expect(more).toEqual([]);
    }
    expect(tablesOf({ ...data("agenda"), items: [] }, "en")).toEqual([]);
  });

  it("[DU5] say of a point that the clock added it, in the reader's language", () => {
    const [item] = data("agenda").items;
    if (!item) throw new Error("no item");
    const duty = { titleZh: "电池法", titleEn: "Battery act" };
    const paper = { ...data("agenda"), items: [{ ...item, goal: null, duty }] };
    const point = (locale: Locale) => tablesOf(paper, locale)[0]?.rows[0]?.[2];
    expect(point("en")).toBe("Battery act (overdue: added automatically)");
    expect(point("zh-CN")).toBe("电池法（逾期，由系统自动列入）");
  });

  it("[VO5] minutes carry each vote with its count and what every seat said", () => {
    const [votes, ballots] = tablesOf(data("minutes"), "en");
    expect(votes?.rows).toEqual([["1.1", "是否通过", "1", "0", "0", "1", "1", "1", "Carried"]]);
    expect(ballots?.rows).toEqual([
      ["1.1", "甲席", "李 (deputy)", "For", ""],
      ["1.1", "乙席", "张", "Recused", "The question is about a competitor"],
      ["1.1", "丙席", "张", "Did not vote", ""],
    ]);
  });

  it("[ME6] show figures and units as the pages do", () => {
    const { snapshot, ...rest } = data("board");
    const [standing] = snapshot.standings;
    if (!standing) throw new Error("no standing");
    const now = { year: 2025, period: "2025", value: "66.5464741785", low: null, high: null };
    const board = { ...rest, snapshot: { ...snapshot, standings: [{ ...standing, now, unit: "10k CNY" }] } };
    expect(tablesOf(board, "zh-CN")[0]?.rows[0]?.slice(2, 6)).toEqual(["66.55", null, null, "万元"]);
    expect(tablesOf(board, "en")[0]?.rows[0]?.[5]).toBe(formatUnit("10k CNY", "en"));
  });

  it("[ME6] are files that open, the same bytes each time", async () => {
    for (const type of ["pdf", "xlsx"] as const) {
      const bytes = Buffer.from(await renderMeeting(data("minutes"), "zh-CN", type));
      expect(bytes.subarray(0, type === "pdf" ? 5 : 2).toString()).toBe(type === "pdf" ? "%PDF-" : "PK");
      expect(Buffer.from(await renderMeeting(data("minutes"), "zh-CN", type)).equals(bytes)).toBe(true);
    }
  });
});
