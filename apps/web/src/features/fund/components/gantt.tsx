import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OwnWords } from "#components/own-words.tsx";
import type { Award } from "../queries.ts";
import { type Axis, placeOn } from "../view.ts";
import { Years } from "./plan-ribbon.tsx";

type Project = Award["project"];

/**
 * Promise above, now below, on one axis of years; what holds the end is filled and marked, slack follows as a dotted line. The last line is the
 * end itself, from half to nine tenths of the draws. The table and the words say the same. [PJ2] [PJ4]
 */
export function Gantt({
  project: { milestones, path, forecast, until },
  axis,
  today,
}: {
  readonly project: Project;
  readonly axis: Axis;
  readonly today: string;
}) {
  const t = useTranslations("fund.project");
  const words = useTranslations("fund.path");
  return (
    <div aria-hidden className="mb-6">
      <div className="mb-1 grid gap-x-4 sm:grid-cols-[14rem_minmax(0,1fr)]">
        <span className="flex flex-wrap gap-x-4 text-xs text-muted">
          <Key className="border-edge bg-sunken">{t("promise")}</Key>
          <Key className="border-chain bg-chain">{t("nowBar")}</Key>
          {path ? <Key className="border-ink bg-warning">{words("holdsBar")}</Key> : null}
        </span>
        <span className="relative block h-4">
          <Years axis={axis} isNamed />
        </span>
      </div>
      {milestones.map(({ publicId, title, baselineFrom, baselineOn, dueOn, endedOn, state }) => {
        const line = path?.lines.find(({ id }) => id === publicId);
        const isHolding = path?.holds.includes(publicId) === true && line?.slack === 0;
        const fill =
          state === "missed"
            ? "bg-danger"
            : state === "dropped"
              ? "bg-edge"
              : isHolding
                ? "border border-ink bg-warning"
                : "bg-chain";
        return (
          <Row
            key={publicId}
            axis={axis}
            today={today}
            title={
              <span className={`truncate text-sm ${isHolding ? "font-medium" : ""}`}>
                {isHolding ? "◆ " : ""}
                <OwnWords>{title}</OwnWords>
              </span>
            }
          >
            <Bar
              axis={axis}
              from={baselineFrom}
              to={baselineOn}
              className="top-1 border border-edge bg-sunken"
            />
            <Bar
              axis={axis}
              from={line?.startOn ?? baselineFrom}
              to={line?.endOn ?? endedOn ?? dueOn}
              className={`top-4 ${fill}`}
            />
            {path && line?.slack ? <Slack axis={axis} from={line.endOn} days={line.slack} /> : null}
          </Row>
        );
      })}
      {forecast ? (
        <Row
          axis={axis}
          today={today}
          title={<span className="truncate text-sm font-medium">{words("endRow")}</span>}
        >
          <Bar
            axis={axis}
            from={forecast.p50}
            to={forecast.p90}
            className="top-2.5 border border-ink bg-warning/40"
          />
          <Mark axis={axis} day={forecast.p80} className="border-ink" />
          <Mark axis={axis} day={until} className="border-danger" />
        </Row>
      ) : null}
    </div>
  );
}

function Row({
  axis,
  today,
  title,
  children,
}: {
  readonly axis: Axis;
  readonly today: string;
  readonly title: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="grid items-center gap-x-4 border-b border-line py-1 sm:grid-cols-[14rem_minmax(0,1fr)]">
      {title}
      <span className="relative block h-7">
        <Years axis={axis} isNamed={false} />
        {children}
        <Mark axis={axis} day={today} className="border-dashed border-ink" />
      </span>
    </div>
  );
}

type Place = { readonly axis: Axis; readonly className: string };

const Mark = ({ axis, day, className }: Place & { readonly day: string }) => (
  <span
    className={`absolute inset-y-0 border-l ${className}`}
    style={{ left: `${placeOn(day, axis) * 100}%` }}
  />
);

function Bar({ axis, from, to, className }: Place & { readonly from: string; readonly to: string }) {
  const [start, end] = [placeOn(from, axis), placeOn(to, axis)];
  return (
    <span
      className={`absolute h-2 ${className}`}
      style={{ left: `${start * 100}%`, width: `${Math.max(0.5, (end - start) * 100)}%` }}
    />
  );
}

/** How much later it may end, as a dotted line behind its bar. */
function Slack({ axis, from, days }: { readonly axis: Axis; readonly from: string; readonly days: number }) {
  const whole = (axis.to - axis.from) * 365.25;
  return (
    <span
      className="absolute top-5 border-t border-dotted border-ink"
      style={{ left: `${placeOn(from, axis) * 100}%`, width: `${(days / whole) * 100}%` }}
    />
  );
}

function Key({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  return (
    <span className="flex items-center gap-1.5">
      <span className={`h-2 w-4 border ${className}`} />
      {children}
    </span>
  );
}
