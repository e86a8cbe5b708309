import { shiftDate } from "@lilink/model/calendar";
import type given from "./data/fund.json";

export type DemoCall = (typeof given.calls)[number];

const amount = (value: number) => ({ value: String(value), low: null, high: null, unit: "CNY", basis: null });
const pair = ([zh = "", en = ""]: readonly string[]) => ({ zh, en });

/** A call as its record is saved and brought to its state; without the records that come with the product it names no gap. */
export function toCallRecord(one: DemoCall, today: string, known: ReadonlySet<string>) {
  const gap = "gap" in one && known.has(one.gap ?? "") ? one.gap : null;
  return {
    register: "fundCall",
    by: "secretary@group.example",
    values: {
      title: { zh: one.zh, en: one.en },
      number: one.number,
      researchClass: one.cls,
      horizon: one.horizon,
      links: one.links,
      ...(gap === null ? {} : { gap: { named: gap } }),
      ...("link" in one ? { weakLink: { named: one.link } } : { exception: one.exception }),
      scope: pair(one.scope),
      budget: amount(one.budget),
      smallest: amount(one.smallest),
      largest: amount(one.largest),
      leads: ["enterprise", "university_or_institute"],
      opensOn: shiftDate(today, one.opens),
      closesOn: shiftDate(today, one.closes),
      decideBy: shiftDate(today, one.decide),
      weightFirst: one.w[0],
      weightSecond: one.w[1],
      anchorsFirst: pair(one.anchors[0] ?? []),
      anchorsSecond: pair(one.anchors[1] ?? []),
      anchorsThird: pair(one.anchors[2] ?? []),
      reviews: one.reviews,
    },
    steps: [
      ["submit", null],
      ["publish", null],
      ...(one.state === "decided" ? [["decide", null] as const] : []),
    ] as readonly (readonly [string, string | null])[],
  };
}
