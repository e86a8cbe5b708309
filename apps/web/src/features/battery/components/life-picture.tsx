import { useTranslations } from "next-intl";
import { Scrolled } from "#components/scrolled.tsx";
import type { LifeEvent } from "../queries.ts";
import { placeLabels } from "./label-places.ts";
import { toAxis } from "./life-axis.ts";
import { toDay } from "./life-days.ts";
import { VerdictShape } from "./verdict-mark.tsx";

const [width, left, right, pitch] = [1000, 110, 20, 116];
/** A month written to the right of its line needs so much. */
const tickRoom = 56;

/** A line for each code, a sign for each event where it happened, long idle stretches cut; the table below says the same in words. */
export function LifePicture({
  events,
  codes,
  label,
  hint,
  until,
}: {
  readonly events: readonly LifeEvent[];
  readonly codes: readonly string[];
  readonly label: string;
  /** What a phone says, where the picture is wider than it. */
  readonly hint: string;
  /** The day at which the line ends. */
  readonly until: string;
}) {
  const t = useTranslations("battery.verb");
  const life = useTranslations("battery.life");
  const lanes = codes.filter((code) => events.some((event) => event.code === code));
  const last = Math.max(toDay(until), ...events.map(({ on }) => toDay(on) + 1));
  const { xOf, cuts, ticks } = toAxis([...events.map(({ on }) => toDay(on)), last], {
    left,
    right: width - right,
  });
  const yOf = (code: string) => 72 + Math.max(0, lanes.indexOf(code)) * pitch;
  const height = 48 + lanes.length * pitch;
  const numbered = events.map((event, at) => ({
    event,
    x: xOf(toDay(event.on)),
    text: `${at + 1} ${t(event.verb)}`,
  }));
  const places = new Map(
    lanes.flatMap((code) => {
      const own = numbered.filter(({ event }) => event.code === code).toSorted((a, b) => a.x - b.x);
      const found = placeLabels(own, { left, right: width - right });
      return own.map(({ event }, at) => [event.hash, found[at] ?? null] as const);
    }),
  );
  return (
    <Scrolled label={label} hint={hint}>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${width} ${height}`}
        className="mb-6 min-w-[44rem] text-ink"
      >
        {cuts.map(({ from, to, days }) => (
          <g key={from}>
            <rect x={from} y={8} width={to - from} height={height - 28} fill="var(--color-sunken)" />
            <text x={(from + to) / 2} y={20} fontSize={12} textAnchor="middle" fill="var(--color-muted)">
              {life("cut", { days })}
            </text>
          </g>
        ))}
        {ticks.map(({ x, text }) => (
          <g key={text}>
            <line x1={x} x2={x} y1={8} y2={height - 20} stroke="var(--color-line)" />
            <text
              x={x > width - tickRoom ? x - 3 : x + 3}
              y={height - 6}
              fontSize={12}
              textAnchor={x > width - tickRoom ? "end" : "start"}
              fill="var(--color-muted)"
            >
              {text}
            </text>
          </g>
        ))}
        {lanes.map((code) => {
          const from = Math.min(
            ...events.filter((event) => event.code === code).map(({ on }) => xOf(toDay(on))),
          );
          const y = yOf(code);
          return (
            <g key={code}>
              <text x={0} y={y + 4} fontSize={12} fill="currentColor">
                {`…${code.slice(-9)}`}
              </text>
              <line x1={from} x2={xOf(last)} y1={y} y2={y} stroke="currentColor" strokeWidth={2} />
              {cuts
                .filter((cut) => cut.from >= from)
                .map((cut) => (
                  <line
                    key={cut.from}
                    x1={cut.from + 10}
                    x2={cut.to - 10}
                    y1={y}
                    y2={y}
                    stroke="var(--color-sunken)"
                    strokeWidth={3}
                    strokeDasharray="6 4"
                  />
                ))}
            </g>
          );
        })}
        {numbered.map(({ event, x, text }) => {
          const y = yOf(event.code);
          const place = places.get(event.hash);
          return (
            <g key={event.hash}>
              <title>{`${text} ${event.on}`}</title>
              {event.recordedOn > event.on ? (
                <line
                  x1={x}
                  x2={Math.min(xOf(toDay(event.recordedOn)), width - right)}
                  y1={y + 12}
                  y2={y + 12}
                  stroke="var(--color-muted)"
                  strokeDasharray="2 3"
                />
              ) : null}
              <VerdictShape verdict={event.verdict} x={x} y={y} />
              {place ? (
                <text x={x} y={y + place.shift} fontSize={12} textAnchor={place.anchor} fill="currentColor">
                  {text}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
    </Scrolled>
  );
}
