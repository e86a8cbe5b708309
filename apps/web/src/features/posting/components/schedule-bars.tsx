import { formatNumber, formatPeriod, joinUnit } from "@lilink/i18n";
import type { CoveredPeriod } from "@lilink/model/matching";
import { cn, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { unitName } from "../view.ts";

/** `need` absent: the schedule of one posting alone. */
export type SchedulePart = Omit<CoveredPeriod, "need"> & { readonly need?: string | undefined };

export type ScheduleBarsProps = {
  readonly periods: readonly SchedulePart[];
  readonly unit: string;
  /** What the single bars are: what is needed, or what is offered. */
  readonly alone?: "need" | "offer";
  readonly title: string;
};

const [step, tall] = [12, 100] as const;
/** So many names of periods fit under the bars on a phone. */
const mostNames = 13;

/** Bars by month or week, of one posting or of a need against an offer; what is short is dashed. A table stands behind it. [MT85] */
export function ScheduleBars({ periods, unit, alone = "offer", title }: ScheduleBarsProps) {
  const t = useTranslations("posting.schedule");
  const locale = useLocale();
  const isPair = periods.some(({ need }) => need !== undefined);
  const most = Math.max(...periods.flatMap(({ need, offer }) => [Number(need ?? 0), Number(offer)]), 1e-9);
  const heightOf = (amount: string) => (Number(amount) / most) * tall;
  const amountText = (amount: string) =>
    joinUnit(formatNumber(amount, locale), unitName(unit, locale), locale);
  const every = Math.ceil(periods.length / mostNames);
  const wide = periods.length * step;
  return (
    <figure className="max-w-2xl">
      <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-sm">
        <span className="font-medium">{title}</span>
        <span className="flex flex-wrap gap-x-4 gap-y-1 text-muted">
          {isPair || alone === "need" ? <Key look="border border-ink bg-ink/15">{t("need")}</Key> : null}
          {isPair ? <Key look="border border-dashed border-danger">{t("short")}</Key> : null}
          {isPair || alone === "offer" ? <Key look="bg-info">{t("offer")}</Key> : null}
        </span>
      </figcaption>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        <span aria-hidden className="text-right text-xs text-muted tabular-nums">
          {amountText(String(most))}
        </span>
        <svg
          role="img"
          aria-label={t("alt", { title, count: periods.length })}
          viewBox={`0 0 ${wide} ${tall}`}
          preserveAspectRatio="none"
          className="block h-32 w-full overflow-visible"
        >
          {[0, 0.5, 1].map((part) => (
            <line
              key={part}
              x1="0"
              x2={wide}
              y1={part * tall}
              y2={part * tall}
              vectorEffect="non-scaling-stroke"
              className={part === 1 ? "stroke-edge" : "stroke-line"}
            />
          ))}
          {periods.map(({ period, need, offer, isShort }, at) => {
            const x = at * step;
            const [asked, given] = [heightOf(need ?? "0"), heightOf(offer)];
            const met = isShort ? Math.min(asked, given) : asked;
            return (
              <g key={period}>
                <title>
                  {need === undefined
                    ? `${formatPeriod(period, locale)}: ${amountText(offer)}`
                    : t("pair", {
                        period: formatPeriod(period, locale),
                        need: amountText(need),
                        offer: amountText(offer),
                      })}
                </title>
                {isPair ? (
                  <>
                    <Bar x={x + 1.5} from={0} to={met} className="fill-ink/15 stroke-ink" />
                    {isShort ? (
                      <Bar
                        x={x + 1.5}
                        from={met}
                        to={asked}
                        className="fill-transparent stroke-danger"
                        isDashed
                      />
                    ) : null}
                    <Bar x={x + 6.5} from={0} to={given} className="fill-info" />
                  </>
                ) : (
                  <rect
                    x={x + 2}
                    y={tall - given}
                    width={step - 4}
                    height={given}
                    vectorEffect="non-scaling-stroke"
                    className={alone === "need" ? "fill-ink/15 stroke-ink" : "fill-info"}
                  />
                )}
              </g>
            );
          })}
        </svg>
        <span />
        <div
          aria-hidden
          className="mt-1 grid text-center text-[0.6875rem] leading-tight text-muted"
          style={{ gridTemplateColumns: `repeat(${periods.length}, minmax(0, 1fr))` }}
        >
          {periods.map(({ period, isShort }, at) => (
            <span
              key={period}
              className={cn("min-w-0 whitespace-nowrap", isShort && "font-semibold text-danger")}
            >
              {at % every === 0 ? formatPeriod(period, locale, "short") : ""}
              <span className="block font-normal text-muted">
                {at === 0 || periods[at - 1]?.period.slice(0, 4) !== period.slice(0, 4)
                  ? period.slice(0, 4)
                  : ""}
              </span>
            </span>
          ))}
        </div>
      </div>
      <details className="mt-2">
        <summary className="w-fit text-sm text-muted hover:text-ink">{t("table")}</summary>
        <DataTable
          caption={title}
          rows={periods}
          rowKey={({ period }) => period}
          columns={[
            {
              key: "period",
              label: t("periodHead"),
              lead: true,
              cell: ({ period }) => formatPeriod(period, locale),
            },
            ...(isPair
              ? [
                  {
                    key: "need",
                    label: t("need"),
                    align: "end" as const,
                    cell: ({ need }: SchedulePart) => amountText(need ?? "0"),
                  },
                ]
              : []),
            {
              key: "offer",
              label: isPair || alone === "offer" ? t("offer") : t("need"),
              align: "end",
              cell: ({ offer }) => amountText(offer),
            },
            ...(isPair
              ? [
                  {
                    key: "state",
                    label: t("state"),
                    cell: ({ isShort }: SchedulePart) => (isShort ? t("short") : t("covered")),
                  },
                ]
              : []),
          ]}
        />
      </details>
    </figure>
  );
}

function Key({ look, children }: { readonly look: string; readonly children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <i aria-hidden className={cn("inline-block size-3", look)} />
      {children}
    </span>
  );
}

type BarProps = {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly className: string;
  readonly isDashed?: boolean;
};

function Bar({ x, from, to, className, isDashed = false }: BarProps) {
  if (to <= from) return null;
  return (
    <rect
      x={x}
      y={tall - to}
      width="4"
      height={to - from}
      vectorEffect="non-scaling-stroke"
      className={className}
      {...(isDashed ? { strokeDasharray: "4 3" } : {})}
    />
  );
}
