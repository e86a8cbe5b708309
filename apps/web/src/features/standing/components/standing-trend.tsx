import { formatNumber, toReading } from "@lilink/i18n";
import type { LinkId } from "@lilink/model/chain";
import { Sparkline } from "@lilink/ui/chart";
import { useLocale, useTranslations } from "next-intl";
import type { StandingItem } from "../queries.ts";
import { toStandingLines } from "../view.ts";

const strokes = [
  { key: "actual", dash: undefined, tone: "var(--color-ink)" },
  { key: "path", dash: "6 3", tone: "var(--color-muted)" },
  { key: "line", dash: "2 3", tone: "var(--color-info)" },
  { key: "growth", dash: "2 3", tone: "var(--color-chain)" },
] as const;

/** What the lines in the rows are; where these are not shown, neither is it. */
export function TrendKey() {
  const t = useTranslations("standing.chart");
  return (
    <p className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-muted max-xl:hidden">
      {strokes.map(({ key, dash, tone }) => (
        <span key={key} className="inline-flex items-center gap-2">
          <svg aria-hidden width="28" height="6" viewBox="0 0 28 6">
            <line x1="0" y1="3" x2="28" y2="3" stroke={tone} strokeWidth="2" strokeDasharray={dash} />
          </svg>
          {t(key === "path" ? "pathOrLevel" : key)}
        </span>
      ))}
    </p>
  );
}

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
