import { parseSchedulePeriod, type ScheduleRow } from "./schedule.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthWord =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const year = "((?:19|20|21)\\d\\d)";
const yearFirst = new RegExp(`^${year}\\s*[-/.年]?\\s*(?:(\\d{1,2})\\s*月?|${monthWord})$`, "i");
const monthFirst = new RegExp(`^(?:(\\d{1,2})\\s*[/.-]|${monthWord})[\\s-]*${year}$`, "i");
const weekFirst = new RegExp(`^${year}\\s*[-/年]?\\s*(?:第|w|wk|week|cw)\\s*(\\d{1,2})\\s*周?$`, "i");
const weekLast = new RegExp(`^(?:w|wk|week|cw)\\s*(\\d{1,2})[\\s/-]*${year}$`, "i");

/**
 * A month or a week in the ways that sheets write them, or null: 2027-03, 2027/3, 2027年3月, Mar 2027, 2027-W05, 2027年第5周, W5/2027.
 * A day counts as its month. [PO27]
 * @example readPeriod("2027年3月") // "2027-03"
 */
export function readPeriod(typed: string): string | null {
  const text = typed.normalize("NFKC").trim();
  const toId = (y: string | undefined, mark: string, number: string | number | undefined) =>
    parseSchedulePeriod(`${y}-${mark}${String(Number(number)).padStart(2, "0")}`)?.id ?? null;
  const week = weekFirst.exec(text);
  if (week) return toId(week[1], "W", week[2]);
  const late = weekLast.exec(text);
  if (late) return toId(late[2], "W", late[1]);
  const day = /^(\d{4}-\d{2})-\d{2}(?:T.*)?$/.exec(text);
  const [, y, digits, word] = yearFirst.exec(day?.[1] ?? text) ?? [];
  if (y !== undefined) return toId(y, "", digits ?? numberOf(word));
  const [, number, name, behind] = monthFirst.exec(text) ?? [];
  return behind === undefined ? null : toId(behind, "", number ?? numberOf(name));
}

const numberOf = (word = "") => months.indexOf(word.slice(0, 3).toLowerCase()) + 1;

const amount = /^-?\d+(?:\.\d+)?$/;
const plain = (cell: string) =>
  cell
    .normalize("NFKC")
    .trim()
    .replaceAll(/(?<=\d)[,\s](?=\d{3}(?:\D|$))/g, "");

/**
 * The rows of a table that was copied from a sheet: a period and an amount in each line, or a line of periods above a line of amounts.
 * What is neither is left out; a period without an amount stays, empty. Amounts alone fill the given periods in their order. [PO27]
 * @param empty periods that wait for amounts
 * @example readSchedule("2027-01\t100\n2027-02\t120") // [{ period: "2027-01", amount: "100" }, { period: "2027-02", amount: "120" }]
 */
export function readSchedule(text: string, empty: readonly string[] = []): ScheduleRow[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.split("\t").map(plain))
    .filter((cells) => cells.some((cell) => cell !== ""));
  const across = lines.findIndex((cells) => cells.filter((cell) => readPeriod(cell) !== null).length > 1);
  const head = lines[across];
  if (head) {
    const amounts = lines.slice(across + 1).find((cells) => cells.some((cell) => amount.test(cell))) ?? [];
    return toRows(head.map((cell, at) => [readPeriod(cell), amounts[at] ?? ""]));
  }
  const down = lines.map((cells): [string | null, string] => {
    const at = cells.findIndex((cell) => readPeriod(cell) !== null);
    return [
      readPeriod(cells[at] ?? ""),
      cells.find((cell, index) => index !== at && amount.test(cell)) ?? "",
    ];
  });
  if (down.some(([period]) => period !== null)) return toRows(down);
  const amounts = lines.flat().filter((cell) => amount.test(cell));
  return toRows(amounts.map((one, at) => [empty[at] ?? null, one]));
}

function toRows(pairs: readonly (readonly [string | null, string])[]): ScheduleRow[] {
  return pairs.flatMap(([period, typed]) =>
    period === null ? [] : [{ period, amount: amount.test(typed) ? typed : "" }],
  );
}

/** The rows with others laid over them: an amount of the same period is replaced, a new period is added in its place in time. [PO27] */
export function mergeSchedule(rows: readonly ScheduleRow[], added: readonly ScheduleRow[]): ScheduleRow[] {
  const known = new Map(rows.map((row) => [row.period, row]));
  for (const row of added) known.set(row.period, row.amount === "" ? (known.get(row.period) ?? row) : row);
  const dayOf = ({ period }: ScheduleRow) => parseSchedulePeriod(period)?.firstDay ?? "9999";
  return [...known.values()].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
}
