import { readDates } from "@lilink/engine/quantity";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const day = fc
  .date({ min: new Date("2026-01-05"), max: new Date("2030-12-20"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const windowOf = (text: string, today?: string) => {
  const { window } = readDates(text, today);
  return window && `${window.from ?? ""}..${window.to ?? ""}`;
};
const yearOf = (today: string) => Number(today.slice(0, 4));
const monthNames =
  "January February March April May June July August September October November December".split(" ");

/** The month after that of a day, by the calendar of the machine. */
function nextMonth(today: string): { readonly y: number; readonly m: number } {
  const [y = 0, m = 0] = today.split("-").map(Number);
  const date = new Date(Date.UTC(y, m, 1));
  return { y: date.getUTCFullYear(), m: date.getUTCMonth() + 1 };
}

describe("times told from a day", () => {
  it("[MT93] what is said of next year is what its number says", () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom("一季度", "三季度", "上半年", "3月", "3月中旬", "1-6月", "底"),
        (today, part) => {
          expect(windowOf(`明年${part}交货`, today)).toBe(
            windowOf(`${yearOf(today) + 1}年${part}交货`, today),
          );
        },
      ),
    );
    fc.assert(
      fc.property(
        day,
        fc.constantFrom("Q3", "H1", "second half of", "early", "the end of"),
        (today, part) => {
          expect(windowOf(`delivery by ${part} next year`, today)).toBe(
            windowOf(`delivery by ${part} ${yearOf(today) + 1}`, today),
          );
        },
      ),
    );
  });

  it("[MT93] next month is the month of the calendar that follows", () => {
    fc.assert(
      fc.property(day, fc.constantFrom("", "初", "中旬", "底"), (today, part) => {
        const { y, m } = nextMonth(today);
        expect(windowOf(`下月${part}到货`, today)).toBe(windowOf(`${y}年${m}月${part}到货`, today));
        expect(windowOf("shipment by the end of next month", today)).toBe(
          windowOf(`shipment by the end of ${monthNames[m - 1]} ${y}`, today),
        );
      }),
    );
  });

  it("[MT93] a week is seven days from a Monday, the fourth of January in the first", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2026, max: 2035 }), fc.integer({ min: 1, max: 52 }), (year, week) => {
        const [from = "", to = ""] = (windowOf(`delivery week ${week} of ${year}`) ?? "").split("..");
        expect(new Date(from).getUTCDay()).toBe(1);
        expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBe(6);
        expect(windowOf(`KW ${week} ${year}`)).toBe(`${from}..${to}`);
        expect(windowOf(`${year}年第${week}周交货`)).toBe(`${from}..${to}`);
        const first = windowOf(`delivery week 1 of ${year}`)?.split("..") ?? [];
        expect((first[0] ?? "") <= `${year}-01-04` && `${year}-01-04` <= (first[1] ?? "")).toBe(true);
      }),
    );
  });

  it("[MT93] a month without its year is the next one, and never over", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 12 }), (today, month) => {
        const { window } = readDates(`${month}月底前交货`, today);
        expect((window?.to ?? "") >= today).toBe(true);
        expect((window?.to ?? "") < `${yearOf(today) + 1}-${today.slice(5, 7)}-32`).toBe(true);
      }),
    );
  });

  it.each([
    ["下月中旬前送样", "..2026-12-20"],
    ["年底前到货", "..2026-12-31"],
    ["明年一季度起到港", "2027-01-01.."],
    ["明年三月前到货", "..2027-02-28"],
    ["春节前到货", "..2027-02-05"],
    ["KW 12", "2027-03-22..2027-03-28"],
    ["第十周交货", "2027-03-08..2027-03-14"],
    ["第五十二周交货", "2026-12-21..2026-12-27"],
    ["by mid March", "..2027-03-20"],
    ["before Christmas", "..2026-12-24"],
    ["delivered in Q1", "2027-01-01..2027-03-31"],
    ["1月到6月供货", "2027-01-01..2027-06-30"],
    ["free from the end of January 2027", "2027-01-31.."],
    ["by the end of January 2027", "..2027-01-31"],
    ["达产后年产值6亿元", null],
    ["2027年3月起至年底", "2027-03-01..2027-12-31"],
    ["从2028年4月1日起直到当年年末", "2028-04-01..2028-12-31"],
    ["2027年3月到年底交货", "2027-03-01..2027-12-31"],
    ["2027年二季度—年底供货", "2027-04-01..2027-12-31"],
    ["from March 2027 to the end of the year", "2027-03-01..2027-12-31"],
    ["peak 400 kW 10 s", null],
  ])("[MT93] on 30 November 2026: %s", (text, wanted) => {
    expect(windowOf(text, "2026-11-30")).toBe(wanted);
  });

  it("[MT93] without a day nothing is dated, and the words lead back to the text", () => {
    expect(windowOf("明年三季度交货")).toBeNull();
    const text = "锂盐明年三季度交货，另有样品";
    const { window } = readDates(text, "2026-11-30");
    expect(text.slice(window?.start, window?.end)).toBe("明年三季度");
  });
});
