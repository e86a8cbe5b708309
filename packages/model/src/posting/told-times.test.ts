import fc from "fast-check";
import { expect, it } from "vitest";
import { readDate, readEnd } from "./read-date.ts";
import { postingEnd, tellDeadline } from "./told-deadline.ts";
import { besideLots, tellLots } from "./told-lots.ts";
import { tellPapers } from "./told-papers.ts";
import { validityEnd } from "./validity.ts";

const today = "2026-12-01";

it("[PO31] reads a day in its words, the next one where no year is told, and none that does not exist", () => {
  for (const words of [
    "20 March",
    "March 20th",
    "20th of March",
    "3月20日",
    "3 月 20 号",
    "20 Mar 2027",
    "20.03.2027",
    "2027-03-20",
    "2027年3月20日",
  ])
    expect(readDate(words, today), words).toBe("2027-03-20");
  expect(readDate("5 December", today)).toBe("2026-12-05");
  expect([readDate("30 February", today), readDate("13月40日", today), readDate("99", today)]).toEqual([
    null,
    null,
    null,
  ]);
});

it("[PO31] a posting never outlives the day that its text tells, nor its days, and a day that is over ends nothing", () => {
  const text = "氢氧化锂询价，投标截止 2026年12月15日。";
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 366 }), (wait, days) => {
      const from = new Date(Date.UTC(2026, 11, 1 + wait, 2));
      const end = postingEnd(from, days, text);
      const usual = validityEnd(from, days);
      const last = new Date("2026-12-15T15:59:59.999Z");
      expect(end).toEqual(from > last || usual < last ? usual : last);
      expect(postingEnd(from, days, "氢氧化锂")).toEqual(usual);
    }),
  );
});

it("[PO16] the day that a question names is the end of a time where its words say so", () => {
  expect(readEnd("by 20 March", today)).toEqual({ to: "2027-03-20" });
  expect(readEnd("2027年2月15日前", today)).toEqual({ to: "2027-02-15" });
  expect(readEnd("first lot by 20 March", today, true)).toEqual({ from: "2027-03-20" });
  expect(readEnd("from 20 March 2027", today)).toEqual({ from: "2027-03-20" });
  expect(readEnd("next month", today)).toBeNull();
});

it("[PO31] knows until when offers are taken or an offer stands, and takes no day of delivery for it", () => {
  const told = (text: string) => tellDeadline(text, today)?.day ?? null;
  for (const text of [
    "We need 600 t of LFP, bids until 20 March.",
    "Offers must reach us by 20 March 2027, 17:00.",
    "Please quote DDP Hamburg by March 20.",
    "投标截止 3月20日",
    "报价截止时间：2027年3月20日17:00",
    "Our call closes on 20 March 2027.",
    "Please contact us before 20 March 2027.",
    "Please send your best offer together with a data sheet by 20 March 2027.",
    "The call is open until 20 March.",
    "Applications by 20 March, please.",
    "请各供应商于3月20日前报价",
    "本报价有效期至2027年3月20日",
  ])
    expect(told(text), text).toBe("2027-03-20");
  for (const text of [
    "交货截止 2027年3月20日",
    "Delivery until 20 March",
    "2027年6月底前到厂",
    "we supply by 20 March",
    "Our patent application is due by 20 March 2027.",
    "UN38.3报告有效期180天",
    "2027年底前联系",
    "下月底前有效",
    "报价含年底返利",
    "Our plant is open until the end of the year.",
    "The certificate is valid for 90 days.",
    "投标截止 2019年3月20日",
    "",
  ])
    expect(told(text), text).toBeNull();
  for (const [said, day] of [
    ["出三元黑粉120吨,月底前有效", "2026-12-31"],
    ["报价有效期至本月底", "2026-12-31"],
    ["报价有效期7天", "2026-12-08"],
    ["Our offer is valid till the end of the month.", "2026-12-31"],
    ["Offer valid for 14 days.", "2026-12-15"],
  ] as const)
    expect(tellDeadline(said, "2026-12-01")?.day, said).toBe(day);
  expect(told("3月底前报价")).toBe("2027-03-31");
  const text = "Hello. Bids until 20 March, please.";
  const span = tellDeadline(text, today)?.span;
  expect(text.slice(span?.start, span?.end)).toBe("Bids until 20 March");
});

it("[PO31] the day by which one asks to be answered ends the posting, also where it counts from the day of writing", () => {
  // A Wednesday.
  const told = (text: string, on = "2026-12-02") => tellDeadline(text, on)?.day ?? null;
  for (const [text, day] of [
    ["Please reply by 12 December.", "2026-12-12"],
    ["Kindly answer by 12 December 2026, 5 pm.", "2026-12-12"],
    ["Respond before December 12.", "2026-12-12"],
    ["Please get back to us by Friday.", "2026-12-04"],
    ["Please send your offer and a 5 kg sample by 15 January 2027.", "2027-01-15"],
    ["Let me know your price by next Friday.", "2026-12-11"],
    ["By Friday please send us your best offer.", "2026-12-04"],
    ["Please reply by the end of the week.", "2026-12-04"],
    ["Please quote by the end of next week.", "2026-12-11"],
    ["We hope for an answer from you by month-end.", "2026-12-31"],
    ["Please reply by tomorrow.", "2026-12-03"],
    ["请于12月12日前回复", "2026-12-12"],
    ["有货的这周五前报价", "2026-12-04"],
    ["麻烦周五下班前给个答复", "2026-12-04"],
    ["周一前报价就行", "2026-12-07"],
    ["请下周三之前回复", "2026-12-09"],
    ["下个礼拜五前给我们报价", "2026-12-11"],
    ["本周日前确认", "2026-12-06"],
    ["报价截止下周二", "2026-12-08"],
    ["请月底前反馈", "2026-12-31"],
    ["明天中午12点前报价", "2026-12-03"],
    ["明年1月底前报价", "2027-01-31"],
  ] as const)
    expect(told(text), text).toBe(day);
  for (const text of [
    "We will answer by 12 December.",
    "We reply by Friday.",
    "周五前到货",
    "下周三之前送到宁德",
    "月底前要货20吨",
    "Delivery by Friday.",
    "本周一前报价",
    "周五可以看货",
  ])
    expect(told(text), text).toBeNull();
  // Handed in on Wednesday and published on Monday: Friday is over, and ends nothing.
  const published = new Date("2026-12-07T02:00:00Z");
  expect(postingEnd(published, 30, "请周五前报价", "2026-12-02")).toEqual(validityEnd(published, 30));
  expect(postingEnd(published, 30, "请下周三前报价", "2026-12-02").toISOString()).toBe(
    "2026-12-09T15:59:59.999Z",
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.constantFrom(..."一二三四五六日"), (wait, name) => {
      const day = new Date(Date.UTC(2026, 11, 1 + wait)).toISOString().slice(0, 10);
      const until = told(`周${name}前报价`, day);
      // A day of the week is the next one, at most six days off; today's own is none to wait for.
      const off = until === null ? 0 : (Date.parse(until) - Date.parse(day)) / 86_400_000;
      expect(off).toBe(("日一二三四五六".indexOf(name) - new Date(`${day}T00:00:00Z`).getUTCDay() + 7) % 7);
    }),
  );
});

it("[PO31] lots by month are a schedule where each has its month, and stay in the text where one is a rate or has no end", () => {
  expect(tellLots("5 t in March, 20 t in April", today)?.rows).toEqual([
    { period: "2027-03", amount: "5" },
    { period: "2027-04", amount: "20" },
  ]);
  expect(tellLots("12月交20吨，1月30吨，2月1,000吨", today)?.rows).toEqual([
    { period: "2026-12", amount: "20" },
    { period: "2027-01", amount: "30" },
    { period: "2027-02", amount: "1000" },
  ]);
  expect(tellLots("March: 5 t, April: 20 t", today)?.rows).toHaveLength(2);
  const open = tellLots("碳酸锂：3月20吨，4月30吨，5月起每月40吨", today);
  expect(open?.rows).toBeNull();
  expect(open?.spans).toHaveLength(3);
  const pieces = [{ span: { start: 4, end: 8 } }, { span: { start: 40, end: 44 } }];
  expect([besideLots(pieces, open), besideLots(pieces, null)]).toEqual([pieces.slice(1), pieces]);
  for (const text of ["200 t by March", "3月20日前交货20吨", "20 t in March, 5 kg in April", "每月20吨"])
    expect(tellLots(text, today), text).toBeNull();
});

it("[PO31] marks certificates that the match reads, and papers that stay in the text, each once", () => {
  const text =
    "IATF 16949, ISO 9001 and UN 38.3 required; MSDS and COA with each lot, CNAS report, GB/T 36276-2018.";
  const told = tellPapers(text).map(
    ({ start, end, isRead }) => `${isRead ? "+" : "-"}${text.slice(start, end)}`,
  );
  expect(told).toEqual([
    "+IATF 16949",
    "+ISO 9001",
    "+UN 38.3",
    "-MSDS",
    "-COA",
    "+CNAS",
    "-GB/T 36276-2018",
  ]);
  expect(tellPapers("碳酸锂 99.5%; we reach 6 mS/cm, Reach us soon")).toEqual([]);
});
