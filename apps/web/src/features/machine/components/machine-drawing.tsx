import { type Machine, openSteps, type Step, statesOf } from "@lilink/model/state";
import { Badge } from "@lilink/ui";
import { useTranslations } from "next-intl";

export type MachineWords = {
  readonly title: string;
  readonly state: (state: string) => string;
  readonly step: (step: string) => string;
};

type DrawingProps = { readonly machine: Machine; readonly words: MachineWords };

/** Folded behind its name: states as boxes, each with an arrow for every step that leads on. The list is the drawing: it reads aloud as it stands. */
export function MachineDrawing({ machine, words }: DrawingProps) {
  const t = useTranslations("machine");
  return (
    <details className="opens-in-print break-inside-avoid border-b border-line">
      <summary className="py-2.5">
        <h3 className="inline">{words.title}</h3>
        <span className="ml-2 text-sm text-muted tabular-nums">
          {t("size", { states: statesOf(machine).length, steps: Object.keys(machine.steps).length })}
        </span>
      </summary>
      {/* The id is within what is folded, so that a link to it opens it. */}
      <ol id={machine.name} className="grid scroll-mt-28 gap-3 pb-6 sm:grid-cols-2">
        {statesOf(machine).map((state) => (
          <li
            key={state}
            id={`${machine.name}-${state}`}
            className="rounded border border-line p-3 max-sm:py-2"
          >
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {words.state(state)}
              {state === machine.start ? <Badge tone="info">{t("start")}</Badge> : null}
              {machine.states[state]?.end ? <Badge>{t("end")}</Badge> : null}
            </p>
            <Steps machine={machine} words={words} state={state} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Steps({ machine, words, state }: DrawingProps & { readonly state: string }) {
  const t = useTranslations("machine");
  const open = openSteps(machine, state);
  if (open.length === 0) return <p className="mt-2 text-muted text-sm">{t("none")}</p>;
  return (
    <ul className="mt-2 grid gap-2 text-sm max-sm:mt-1 max-sm:gap-1">
      {open.map((name) => {
        const step = machine.steps[name];
        return step ? (
          <li key={name}>
            <span className="sr-only">
              {t("leads", { step: words.step(name), state: words.state(step.to) })}
            </span>
            <span aria-hidden>
              {words.step(name)} <span className="text-muted">→</span>{" "}
              <span className="font-medium">{words.state(step.to)}</span>
            </span>
            <Marks step={step} />
          </li>
        ) : null;
      })}
    </ul>
  );
}

/** Who takes a step, and what it needs or starts. */
function Marks({ step }: { readonly step: Step<string> }) {
  const t = useTranslations("machine");
  const marks = [
    t(`who.${step.who}`),
    ...(step.reason ? [t("reason")] : []),
    ...(step.clock ? [t("clock")] : []),
  ];
  return <span className="ml-2 text-muted sm:ml-0 sm:block">{marks.join(" · ")}</span>;
}
