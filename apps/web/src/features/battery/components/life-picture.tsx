import { useTranslations } from "next-intl";
import type { LifeEvent } from "../queries.ts";
import { VerdictShape } from "./verdict-mark.tsx";

const [width, left, right] = [1000, 110, 20];
const dayOf = (day: string) => Date.parse(day) / 86_400_000;

/** A line for each code, a sign for each event where it happened; the table below says the same in words. */
export function LifePicture({
  events,
  codes,
  label,
  until,
}: {
  readonly events: readonly LifeEvent[];
  readonly codes: readonly string[];
  readonly label: string;
  /** The day at which the line ends. */
  readonly until: string;
}) {
  const t = useTranslations("battery.verb");
  const lanes = codes.filter((code) => events.some((event) => event.code === code));
  const first = Math.min(...events.map(({ on }) => dayOf(on)));
  const last = Math.max(dayOf(until), first + 1, ...events.map(({ on }) => dayOf(on)));
  const xOf = (day: number) => left + ((day - first) / (last - first)) * (width - left - right);
  const yOf = (code: string) => 60 + Math.max(0, lanes.indexOf(code)) * 84;
  const height = 60 + lanes.length * 84;
  const [from, to] = [
    new Date(first * 86_400_000).getUTCFullYear(),
    new Date(last * 86_400_000).getUTCFullYear(),
  ];
  const step = Math.max(1, Math.ceil((to - from) / 12));
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at).filter(
    (year) => (year - from) % step === 0,
  );
  return (
    <div className="overflow-x-auto">
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${width} ${height}`}
        className="min-w-[44rem] text-ink"
      >
        {years.map((year) => {
          const x = xOf(Math.max(first, Date.UTC(year, 0, 1) / 86_400_000));
          return (
            <g key={year}>
              <line x1={x} x2={x} y1={8} y2={height - 20} stroke="var(--color-line)" />
              <text x={x + 3} y={height - 6} fontSize={12} fill="var(--color-muted)">
                {year}
              </text>
            </g>
          );
        })}
        {lanes.map((code) => {
          const own = events.filter((event) => event.code === code).map(({ on }) => xOf(dayOf(on)));
          const y = yOf(code);
          return (
            <g key={code}>
              <text x={0} y={y + 4} fontSize={12} fill="currentColor">
                {`…${code.slice(-9)}`}
              </text>
              <line
                x1={Math.min(...own)}
                x2={xOf(last)}
                y1={y}
                y2={y}
                stroke="currentColor"
                strokeWidth={2}
              />
            </g>
          );
        })}
        {events.map((event, at) => {
          const [x, y] = [xOf(dayOf(event.on)), yOf(event.code)];
          const above = at % 2 === 0;
          return (
            <g key={event.hash}>
              {event.recordedOn > event.on ? (
                <line
                  x1={x}
                  x2={Math.min(xOf(dayOf(event.recordedOn)), width - right)}
                  y1={y + 12}
                  y2={y + 12}
                  stroke="var(--color-muted)"
                  strokeDasharray="2 3"
                />
              ) : null}
              <VerdictShape verdict={event.verdict} x={x} y={y} />
              <text
                x={x}
                y={above ? y - 14 : y + 30}
                fontSize={12}
                textAnchor={x > width - 90 ? "end" : x < left + 30 ? "start" : "middle"}
                fill="currentColor"
              >
                {`${at + 1} ${t(event.verb)}`}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
