import { useTranslations } from "next-intl";
import type { Award } from "../queries.ts";
import { type Axis, placeOn, type StageName, yearsOf } from "../view.ts";

type Plan = Award["award"]["plan"];

type Given = {
  readonly plan: Plan;
  readonly startsOn: string;
  readonly axis: Axis;
  readonly today: string;
};

const left = (day: string, axis: Axis) => ({ left: `${placeOn(day, axis) * 100}%` });

/**
 * A plan as a line: the start, each review where it stands now, where it was promised when it moved, and the window in which it may move.
 * The words beside it say the same. [FU19]
 */
export function PlanRibbon({ plan, startsOn, axis, today }: Given) {
  const t = useTranslations("fund.stageShort");
  const last = plan.lines.at(-1)?.now ?? startsOn;
  return (
    <span aria-hidden className="relative block h-12">
      <Years axis={axis} isNamed={false} />
      <span className="absolute inset-y-0 w-0 border-l border-dashed border-ink" style={left(today, axis)} />
      {plan.lines
        .filter(({ done, stage }) => done === null && stage !== "follow_up")
        .map(({ stage, from, until }) => (
          <span
            key={stage}
            className="absolute top-3.5 h-5 rounded-full bg-chain/20"
            style={{
              ...left(from, axis),
              width: `${(placeOn(until, axis) - placeOn(from, axis)) * 100}%`,
            }}
          />
        ))}
      <span
        className="absolute top-6 h-px bg-ink"
        style={{
          ...left(startsOn, axis),
          width: `${(placeOn(last, axis) - placeOn(startsOn, axis)) * 100}%`,
        }}
      />
      <Mark day={startsOn} axis={axis} look="done">
        {t("approval")}
      </Mark>
      {plan.lines.map(({ stage, promised, now, done, why }) => (
        <span key={stage}>
          {promised !== now && done === null ? (
            <>
              <Mark day={promised} axis={axis} look="promised" />
              <span
                className="absolute top-1 h-2 rounded-t-full border border-b-0 border-info"
                style={{
                  left: `${Math.min(placeOn(promised, axis), placeOn(now, axis)) * 100}%`,
                  width: `${Math.abs(placeOn(now, axis) - placeOn(promised, axis)) * 100}%`,
                }}
              />
            </>
          ) : null}
          <Mark day={now} axis={axis} look={done ? "done" : why ? "moved" : "planned"}>
            {t(stage)}
          </Mark>
        </span>
      ))}
      {plan.checks.map(({ on, cause }) => (
        <span
          key={`${on} ${cause}`}
          className="absolute top-4.5 size-3 -translate-x-1/2 rotate-45 border-2 border-danger bg-ground"
          style={left(on, axis)}
        />
      ))}
    </span>
  );
}

const looks = {
  done: "bg-ink text-ground border-ink",
  moved: "border-info text-info bg-ground",
  planned: "border-ink bg-ground",
  promised: "border-dashed border-edge bg-ground",
} as const;

function Mark({
  day,
  axis,
  look,
  children,
}: {
  readonly day: string;
  readonly axis: Axis;
  readonly look: keyof typeof looks;
  readonly children?: React.ReactNode;
}) {
  return (
    <span
      className={`absolute top-3.5 grid size-5 -translate-x-1/2 place-items-center rounded-full border text-[0.6875rem] leading-none font-semibold ${looks[look]}`}
      style={left(day, axis)}
    >
      {children}
    </span>
  );
}

/** The years of an axis as hairlines, with their names above a list of ribbons. */
export function Years({ axis, isNamed }: { readonly axis: Axis; readonly isNamed: boolean }) {
  return yearsOf(axis).map((year) => (
    <span
      key={year}
      className={
        isNamed ? "absolute text-xs text-muted tabular-nums" : "absolute inset-y-0 border-l border-line"
      }
      style={left(`${year}-01-01`, axis)}
    >
      {isNamed ? year : null}
    </span>
  ));
}

/** Letters of the marks and what they stand for. */
export const stageNames: readonly StageName[] = ["approval", "mid_term", "acceptance", "follow_up"];

/** What the signs of a ribbon say. */
export function PlanLegend() {
  const t = useTranslations("fund.portfolio");
  const stage = useTranslations("fund.stage");
  const letter = useTranslations("fund.stageShort");
  const signs = [
    ["legendPromised", "rounded-full border-dashed border-edge"],
    ["legendNow", "rounded-full border-info"],
    ["legendDone", "rounded-full border-ink bg-ink"],
    ["legendWindow", "rounded-full border-transparent bg-chain/20"],
    ["legendCheck", "rotate-45 border-danger"],
  ] as const;
  return (
    <p className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      {signs.map(([key, sign]) => (
        <span key={key} className="flex items-center gap-1.5">
          <span aria-hidden className={`size-3 border ${sign}`} />
          {t(key)}
        </span>
      ))}
      {stageNames.map((name) => (
        <span key={name}>
          <strong>{letter(name)}</strong> {stage(name)}
        </span>
      ))}
    </p>
  );
}
