import { formatNumber, toReading } from "@lilink/i18n";
import type { LinkId } from "@lilink/model/chain";
import { Sparkline } from "@lilink/ui/chart";
import { useLocale, useTranslations } from "next-intl";
import type { StandingItem } from "../queries.ts";
import { toStandingLines } from "../view.ts";

export type StandingTrendProps = {
  readonly course: Pick<StandingItem, "baseline" | "years" | "path" | "status" | "target"> &
    Partial<Pick<StandingItem, "method" | "now">>;
  /** Whose colour the course has. */
  readonly link: LinkId;
};

/** The course of a goal at the height of a row: what was released, the way to the target, where its pace would lead. */
export function StandingTrend({ course, link }: StandingTrendProps) {
  const t = useTranslations("standing.chart");
  const locale = useLocale();
  const names = { actual: "", base: "", before: "", path: "", level: "", line: "", growth: "" };
  const lines = toStandingLines(course, names, locale, link);
  const drawn = (line: string) =>
    lines.find(({ key }) => key === line)?.points.flatMap(({ x, y }) => (y === null ? [] : [{ x, y }])) ?? [];
  const actual = [...drawn("base"), ...drawn("before").slice(0, -1), ...drawn("actual")];
  const [first, last] = [actual[0], actual.at(-1)];
  if (!first || !last || actual.length < 2) return null;
  const read = (value: number) => formatNumber(toReading(String(value)), locale, "short");
  const end = [...drawn("path"), ...drawn("level")].at(-1);
  const way = { from: first.x, low: read(first.y), to: last.x, high: read(last.y) };
  const label = end ? t("wordsTo", { ...way, year: end.x, target: read(end.y) }) : t("words", way);
  return <Sparkline label={label} series={lines} />;
}
