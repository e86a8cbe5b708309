import { formatDate, formatNumber, type Locale } from "@lilink/i18n";
import type { CostStep } from "@lilink/model/supply/technique";
import { cn, DataTable, toneColor } from "@lilink/ui";
import { toTicks } from "@lilink/ui/chart";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { looks } from "../view.ts";

export type NamedStep = CostStep & {
  readonly name: string;
  readonly isOwn: boolean;
  /** Where the cost is from. */
  readonly source: { readonly title: string; readonly date?: string | null | undefined } | null;
};

type Drawing = Readonly<Record<"width" | "height" | "left", number>>;
const wide: Drawing = { width: 720, height: 310, left: 56 };
/** For a phone: as wide as its page, so that nothing is cut. */
const narrow: Drawing = { width: 343, height: 280, left: 42 };
const [bottom, top] = [34, 24];

/** Deposits from cheap to dear, each as wide as what it can make in a year; China's own carry a mark on top. [DE3] */
export function CostCurve({
  steps,
  typeName,
  locale,
}: {
  readonly steps: readonly NamedStep[];
  readonly typeName: (type: string) => string;
  readonly locale: Locale;
}) {
  const t = useTranslations("supply.deposit");
  const last = steps.at(-1);
  if (!last) return <p className="text-muted">{t("noCosts")}</p>;
  const number = (value: number) => formatNumber(Math.round(value), locale);
  const sourceOf = ({ source }: NamedStep) =>
    source
      ? t("costSource", { title: source.title, day: source.date ? formatDate(source.date, locale) : "none" })
      : t("costNoSource");
  const sources = [...new Set(steps.map(sourceOf))];
  const types = [...new Set(steps.map(({ type }) => type))];
  return (
    <>
      <Curve steps={steps} locale={locale} on={narrow} className="sm:hidden" />
      <Curve steps={steps} locale={locale} on={wide} className="max-sm:hidden" />
      <p className="mt-2 mb-4 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
        {types.map((type) => (
          <span key={type} className="inline-flex items-center gap-1.5">
            <span aria-hidden className="size-3" style={{ background: toneColor(looks[type].tone) }} />
            {typeName(type)}
          </span>
        ))}
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="h-1 w-4 bg-ink" />
          {t("own")}
        </span>
      </p>
      <p className="prose-measure mb-4 text-sm text-muted">
        {sources.length === 1 ? t("costOneSource", { source: sources[0] ?? "" }) : t("costSources")}
      </p>
      <details>
        <summary className="w-fit text-muted">{t("asTable")}</summary>
        <DataTable
          caption={t("cost")}
          rows={steps}
          rowKey={({ key }) => key}
          columns={[
            {
              key: "name",
              label: t("name"),
              lead: true,
              cell: ({ key, name }) => <TextLink href={`/deposits/${key}`}>{name}</TextLink>,
            },
            { key: "type", label: t("type"), cell: ({ type }) => typeName(type) },
            { key: "usd", label: "USD/t LCE", align: "end", cell: ({ usd }) => number(usd) },
            { key: "kt", label: "kt LCE/a", align: "end", cell: ({ width: kt }) => number(kt) },
            { key: "source", label: t("costFrom"), className: "text-sm", cell: sourceOf },
          ]}
        />
      </details>
    </>
  );
}

type CurveProps = {
  readonly steps: readonly NamedStep[];
  readonly locale: Locale;
  readonly on: Drawing;
  readonly className: string;
};

function Curve({ steps, locale, on: { width, height, left }, className }: CurveProps) {
  const t = useTranslations("supply.deposit");
  const last = steps.at(-1);
  const whole = (last?.start ?? 0) + (last?.width ?? 0);
  const most = Math.ceil((last?.usd ?? 0) / 2000) * 2000;
  const x = (kt: number) => left + (kt / whole) * (width - left);
  const y = (usd: number) => top + (1 - usd / most) * (height - bottom - top);
  const number = (value: number) => formatNumber(Math.round(value), locale);
  return (
    <svg
      role="img"
      aria-label={t("costAlt", { count: steps.length, kt: number(whole) })}
      viewBox={`0 0 ${width} ${height}`}
      className={cn("w-full", className)}
    >
      <text x={0} y={11} className="fill-muted text-[11px]">
        {t("costUnit")}
      </text>
      {[0, 1, 2, 3, 4].map((part) => {
        const usd = (most / 4) * part;
        return (
          <g key={part}>
            <line x1={left} x2={width} y1={y(usd)} y2={y(usd)} className="stroke-line" />
            <text x={left - 6} y={y(usd) + 4} textAnchor="end" className="fill-muted text-[11px]">
              {number(usd)}
            </text>
          </g>
        );
      })}
      {steps.map(({ key, name, type, usd, start, width: kt, isOwn }) => (
        <g key={key}>
          <rect
            x={x(start)}
            y={y(usd)}
            width={Math.max(0.8, x(start + kt) - x(start) - 0.6)}
            height={height - bottom - y(usd)}
            fill={toneColor(looks[type].tone)}
          >
            <title>{`${name}: ${number(usd)} USD/t LCE, ${number(kt)} kt LCE/a`}</title>
          </rect>
          {isOwn ? (
            <rect
              x={x(start)}
              y={y(usd) - 5}
              width={Math.max(3, x(start + kt) - x(start))}
              height={4}
              className="fill-ink"
            />
          ) : null}
        </g>
      ))}
      {toTicks({ low: 0, high: whole })
        .filter((kt) => kt <= whole)
        .map((kt) => (
          <text
            key={kt}
            x={x(kt)}
            y={height - bottom + 16}
            textAnchor={kt === 0 ? "start" : x(kt) > width - 20 ? "end" : "middle"}
            className="fill-muted text-[11px]"
          >
            {number(kt)}
          </text>
        ))}
      <text x={width} y={height - 4} textAnchor="end" className="fill-muted text-[11px]">
        {t("costAxis")}
      </text>
    </svg>
  );
}
