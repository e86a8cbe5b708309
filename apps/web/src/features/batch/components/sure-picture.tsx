import { formatShare } from "@lilink/i18n";
import { type JudgedElement, outcomesOf } from "@lilink/model/trace/batch";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { percent, withError } from "../view.ts";

const [width, rowHeight, left, right] = [460, 58, 64, 118];

type Given = {
  readonly elements: readonly JudgedElement[];
  /** Whether the reader may fill in the uncertainties on the same page. */
  readonly mayEdit: boolean;
};

/** Twenty equally likely outcomes of each element that a rule asks for, against its threshold. */
export function SurePicture({ elements, mayEdit }: Given) {
  const t = useTranslations("batch.page");
  const names = useTranslations("batch.element");
  const locale = useLocale();
  const asked = elements.flatMap((one) =>
    one.threshold === null || one.u === null
      ? []
      : [{ ...one, threshold: one.threshold, outcomes: outcomesOf(one) }],
  );
  if (asked.length === 0)
    return (
      <p className="text-sm text-muted">
        {t("noChance")}{" "}
        {mayEdit ? (
          <TextLink className="whitespace-nowrap" href="#uIn">
            {t("toUncertainty")}
          </TextLink>
        ) : null}
      </p>
    );
  const all = asked.flatMap(({ outcomes, threshold }) => [...outcomes, threshold]);
  const [low, high] = [Math.floor(Math.min(...all) * 50) / 50, Math.ceil(Math.max(...all) * 50) / 50];
  const x = (share: number) => left + ((share - low) / (high - low || 1)) * (width - left - right);
  const ticks = Array.from({ length: 4 }, (_, at) => low + ((high - low) * at) / 3);
  const meets = ({ outcomes, threshold }: (typeof asked)[number]) =>
    outcomes.filter((one) => one >= threshold).length;
  const label = asked
    .map((one) =>
      t("outcomes", {
        element: names(one.element as "Li"),
        value: percent(one.recovery),
        threshold: percent(one.threshold, 0),
        count: meets(one),
      }),
    )
    .join("; ");
  return (
    <>
      <p className="mb-2 text-sm text-muted">{t("sureLead")}</p>
      <svg
        viewBox={`0 0 ${width} ${asked.length * rowHeight + 26}`}
        className="w-full max-w-xl text-ink"
        role="img"
        aria-label={label}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={4} y2={asked.length * rowHeight} stroke="var(--color-line)" />
            <text
              x={x(tick)}
              y={asked.length * rowHeight + 18}
              textAnchor="middle"
              fontSize="13"
              fill="var(--color-muted)"
            >
              {percent(tick, 0)}
            </text>
          </g>
        ))}
        {asked.map((one, at) => {
          const base = (at + 1) * rowHeight - 12;
          return (
            <g key={one.element}>
              <line x1={left} x2={width - right} y1={base + 6} y2={base + 6} stroke="var(--color-edge)" />
              <text x={0} y={base - 14} fontSize="15" fontWeight="600" fill="currentColor">
                {one.element}
              </text>
              <text x={0} y={base + 4} fontSize="13" fill="var(--color-muted)">
                {`≥ ${percent(one.threshold, 0)}`}
              </text>
              <line
                x1={x(one.threshold)}
                x2={x(one.threshold)}
                y1={base - 36}
                y2={base + 10}
                stroke="currentColor"
                strokeWidth="2"
              />
              {stack(one.outcomes, x).map(([cx, level, value]) => (
                <circle
                  key={value}
                  cx={cx}
                  cy={base - level * 9}
                  r="4"
                  fill={value >= one.threshold ? "var(--color-success)" : "var(--color-ground)"}
                  stroke={value >= one.threshold ? "var(--color-success)" : "var(--color-danger)"}
                  strokeWidth="1.5"
                />
              ))}
              <text
                x={width}
                y={base - 14}
                textAnchor="end"
                fontSize="15"
                fontWeight="600"
                fill="currentColor"
              >
                {withError(one.recovery, one.u ?? 0)}
              </text>
              <text x={width} y={base + 4} textAnchor="end" fontSize="13" fill="var(--color-muted)">
                {`${formatShare(one.probability ?? 0, locale)} · ${meets(one)}/20`}
              </text>
            </g>
          );
        })}
      </svg>
    </>
  );
}

/** Dots that would overlap stand on each other. */
function stack(values: readonly number[], x: (value: number) => number) {
  const heights = new Map<number, number>();
  return values.map((value) => {
    const column = Math.round(x(value) / 9);
    const level = heights.get(column) ?? 0;
    heights.set(column, level + 1);
    return [column * 9, level, value] as const;
  });
}
