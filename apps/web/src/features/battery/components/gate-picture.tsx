import { useTranslations } from "next-intl";
import type { LifeEvent } from "../queries.ts";
import { gateMarks } from "./gate-marks.ts";

const [width, left, right, top, pitch] = [420, 88, 100, 34, 44] as const;
const gate = 0.8;

type Test = { readonly hash: string; readonly on: string; readonly share: number; readonly u: number };

/** Tests with what is left and its uncertainty, against the gate of 80 %: left of the line a battery may be coded anew. */
export function GatePicture({ events }: { readonly events: readonly LifeEvent[] }) {
  const t = useTranslations("battery.life.tests");
  const tests = events.flatMap(({ hash, verb, on, energyShare, u, correctedBy }): Test[] =>
    verb === "test" && energyShare !== null && correctedBy === null
      ? [{ hash, on, share: energyShare, u: u ?? 0 }]
      : [],
  );
  if (tests.length === 0) return <p className="text-sm text-muted">{t("none")}</p>;
  const low = Math.min(gate - 0.04, ...tests.map(({ share, u }) => share - u)) - 0.01;
  const high = Math.max(gate + 0.04, ...tests.map(({ share, u }) => share + u)) + 0.01;
  const xOf = (share: number) => left + ((share - low) / (high - low)) * (width - left - right);
  const height = top + tests.length * pitch + 24;
  const percent = (share: number) => `${Math.round(share * 1000) / 10}`;
  const marks = gateMarks(low, high);
  const line = xOf(gate);
  return (
    <svg
      role="img"
      aria-label={t("picture", { count: tests.length })}
      viewBox={`0 0 ${width} ${height}`}
      className="w-full max-w-md text-ink"
    >
      <rect
        x={left}
        y={top - 8}
        width={line - left}
        height={tests.length * pitch + 4}
        fill="var(--color-sunken)"
      />
      <text x={line - 8} y={14} fontSize={13} textAnchor="end" fill="currentColor">
        {t("below")}
      </text>
      <text x={line + 8} y={14} fontSize={13} fill="currentColor">
        {t("above")}
      </text>
      <line x1={line} x2={line} y1={top - 12} y2={height - 20} stroke="currentColor" strokeWidth={2} />
      {marks.map((share) => (
        <text
          key={share}
          x={xOf(share)}
          y={height - 4}
          fontSize={12}
          textAnchor="middle"
          fill="var(--color-muted)"
        >
          {`${Math.round(share * 100)}%`}
        </text>
      ))}
      {tests.map(({ hash, on, share, u }, at) => {
        const y = top + at * pitch + pitch / 2 - 8;
        return (
          <g key={hash}>
            <text x={0} y={y + 4} fontSize={13} fill="currentColor">
              {on}
            </text>
            <line
              x1={xOf(share - u)}
              x2={xOf(share + u)}
              y1={y}
              y2={y}
              stroke="currentColor"
              strokeWidth={2}
            />
            {u > 0
              ? [share - u, share + u].map((end) => (
                  <line
                    key={end}
                    x1={xOf(end)}
                    x2={xOf(end)}
                    y1={y - 6}
                    y2={y + 6}
                    stroke="currentColor"
                    strokeWidth={2}
                  />
                ))
              : null}
            <circle
              cx={xOf(share)}
              cy={y}
              r={6}
              fill={share < gate ? "currentColor" : "var(--color-ground)"}
              stroke="currentColor"
              strokeWidth={2}
            />
            <text x={width} y={y + 4} fontSize={13} textAnchor="end" fill="currentColor">
              {u > 0 ? `${percent(share)} ± ${percent(u)}%` : `${percent(share)}%`}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
