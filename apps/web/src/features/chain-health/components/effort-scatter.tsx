import { effortKinds } from "@lilink/model/chain-health";
import { Badge, DataTable, StatRow } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { FigureStat } from "#components/figure.tsx";
import { nameOf } from "#features/chain/view.ts";
import { type EffortPoint, scoreText, shareText } from "../view.ts";

const [width, height, left, bottom, top] = [440, 320, 48, 42, 26] as const;

/** Effort against gap, each as a share of all: below the diagonal too little is done, above it more than elsewhere. */
export function EffortScatter({
  points,
  mismatch,
}: {
  readonly points: readonly EffortPoint[];
  readonly mismatch: number;
}) {
  const t = useTranslations("health.effort");
  const locale = useLocale();
  const percent = (value: number) => shareText(value, locale);
  const mostGap = Math.max(0.02, ...points.map(({ gap }) => gap)) * 1.08;
  const mostEffort = Math.max(0.02, ...points.map(({ effort }) => effort)) * 1.08;
  // Gaps of the weakest nodes are nearly alike: the axis begins just below the smallest.
  const leastGap = Math.min(mostGap, ...points.map(({ gap }) => gap)) * 0.9;
  const x = (share: number) => left + ((share - leastGap) / (mostGap - leastGap)) * (width - left - 12);
  const y = (share: number) => height - bottom - (share / mostEffort) * (height - bottom - top);
  const even = Math.min(mostGap, mostEffort);
  const count = (wanted: EffortPoint["verdict"]) => points.filter(({ verdict }) => verdict === wanted).length;
  const spots = toSpots(
    points.map(({ gap, effort, verdict }, at) => ({ x: x(gap), y: y(effort), verdict, number: at + 1 })),
  );
  return (
    <>
      <p className="prose-measure mb-3 text-muted">{t("lead")}</p>
      <StatRow>
        <FigureStat label={t("mismatch")} value={Math.round(mismatch * 1000) / 10} unit="%" />
        <FigureStat label={t("orphans")} value={count("orphan")} />
        <FigureStat label={t("crowded")} value={count("crowded")} />
      </StatRow>
      <div className="mt-4">
        <svg role="img" aria-label={t("alt")} viewBox={`0 0 ${width} ${height}`} className="w-full max-w-lg">
          {[0, 0.5, 1].map((part) => (
            <g key={part} className="fill-muted">
              <line
                x1={left}
                x2={width - 12}
                y1={y(part * mostEffort)}
                y2={y(part * mostEffort)}
                className="stroke-line"
              />
              <text x={left - 6} y={y(part * mostEffort) + 4} textAnchor="end" fontSize="12">
                {percent(part * mostEffort)}
              </text>
              <text
                x={left + part * (width - left - 12)}
                y={height - bottom + 16}
                textAnchor={part === 0 ? "start" : part === 1 ? "end" : "middle"}
                fontSize="12"
              >
                {percent(leastGap + part * (mostGap - leastGap))}
              </text>
            </g>
          ))}
          {even > leastGap ? (
            <line
              x1={left}
              y1={y(leastGap)}
              x2={x(even)}
              y2={y(even)}
              className="stroke-edge"
              strokeDasharray="4 4"
            />
          ) : null}
          <text x={width - 12} y={height - 6} textAnchor="end" fontSize="12" className="fill-muted">
            {t("gapAxis")}
          </text>
          <text x={left} y={12} fontSize="12" className="fill-muted">
            {t("effortAxis")}
          </text>
          {spots.map(({ x: cx, y: cy, verdict, numbers, lift }) => (
            <g key={`${cx} ${cy}`}>
              <circle cx={cx} cy={cy} r={5} className={fillOf(verdict)} />
              <text x={cx} y={cy - 9 - lift} textAnchor="middle" fontSize="12" className="fill-ink">
                {numbers.join(", ")}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <p className="mt-1 mb-4 flex flex-wrap gap-x-4 text-xs text-muted">
        <span className="text-danger">● {t("orphan")}</span>
        <span className="text-warning">● {t("crowdedOne")}</span>
        <span>● {t("other")}</span>
      </p>
      <ol className="mb-4 gap-x-8 text-sm sm:columns-2 xl:columns-3">
        {points.map(({ node, verdict }, at) => (
          <li key={node.concept} className="flex items-baseline gap-2 py-0.5">
            <span className="w-6 shrink-0 text-right text-muted tabular-nums">{at + 1}</span>
            <span
              aria-hidden
              className={`size-2 shrink-0 rounded-full ${verdict === "orphan" ? "bg-danger" : verdict === "crowded" ? "bg-warning" : "bg-edge"}`}
            />
            <span className="min-w-0">{nameOf(node.of, locale)}</span>
          </li>
        ))}
      </ol>
      <details>
        <summary className="w-fit text-muted">{t("table")}</summary>
        <DataTable
          caption={t("table")}
          rows={points}
          rowKey={({ node }) => node.concept}
          columns={[
            {
              key: "node",
              label: t("node"),
              lead: true,
              cell: ({ node }) => (
                <TextLink href={`/chain/${node.concept}`}>{nameOf(node.of, locale)}</TextLink>
              ),
            },
            {
              key: "score",
              label: t("score"),
              align: "end",
              cell: ({ node }) => scoreText(node.geometricLow, node.geometricHigh, locale),
            },
            { key: "gap", label: t("gap"), align: "end", cell: ({ gap }) => percent(gap) },
            { key: "effort", label: t("share"), align: "end", cell: ({ effort }) => percent(effort) },
            ...([...effortKinds, "need"] as const).map((kind) => ({
              key: kind,
              label: t(`kind.${kind}`),
              align: "end" as const,
              cell: ({ counts }: EffortPoint) => String(counts[kind] ?? 0),
            })),
            {
              key: "verdict",
              label: t("verdict"),
              cell: ({ verdict }) =>
                verdict ? (
                  <Badge tone={verdict === "orphan" ? "danger" : "warning"}>
                    {t(verdict === "orphan" ? "orphan" : "crowdedOne")}
                  </Badge>
                ) : null,
            },
          ]}
        />
      </details>
    </>
  );
}

const fillOf = (verdict: EffortPoint["verdict"]) =>
  verdict === "orphan" ? "fill-danger" : verdict === "crowded" ? "fill-warning" : "fill-edge";

type Place = {
  readonly x: number;
  readonly y: number;
  readonly verdict: EffortPoint["verdict"];
  readonly number: number;
};
type Spot = Omit<Place, "number"> & { readonly numbers: readonly number[]; readonly lift: number };

/** Points that would cover one another are one spot with all their numbers. */
function toSpots(places: readonly Place[]): readonly Spot[] {
  const spots: Omit<Spot, "lift">[] = [];
  for (const { number, ...place } of places) {
    const at = spots.findIndex(
      ({ x, y, verdict }) =>
        verdict === place.verdict && Math.abs(x - place.x) < 16 && Math.abs(y - place.y) < 14,
    );
    const known = spots[at];
    if (known) spots[at] = { ...known, numbers: [...known.numbers, number] };
    else spots.push({ ...place, numbers: [number] });
  }
  return liftNumbers(spots);
}

/** Numbers that would run into one another stand one above the other. */
function liftNumbers(spots: readonly Omit<Spot, "lift">[]): readonly Spot[] {
  const placed: Spot[] = [];
  const reach = ({ numbers }: Pick<Spot, "numbers">) => numbers.join(", ").length * 3.5 + 4;
  for (const spot of spots.toSorted((a, b) => a.x - b.x)) {
    const isTaken = (lift: number) =>
      placed.some(
        (one) =>
          Math.abs(one.x - spot.x) < reach(one) + reach(spot) &&
          Math.abs(one.y - one.lift - (spot.y - lift)) < 12,
      );
    let lift = 0;
    while (isTaken(lift) && lift < 120) lift += 13;
    placed.push({ ...spot, lift });
  }
  return placed;
}
