import { Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { EngineData } from "../queries.ts";
import { signedWeight, toReasons, type Weight } from "../view.ts";
import { ExamplePair } from "./example-pair.tsx";
import { useWeightName } from "./version-words.ts";

/** Reasons that count less than this are folded away. */
const leastShown = 0.3;

/** The reasons by which matches are ranked now, and how much each counts for or against a pair. [MT14] */
export function ReasonWeights({
  weights,
  start,
  examples,
}: Pick<EngineData, "weights" | "start" | "examples">) {
  const t = useTranslations("engine.reasons");
  const locale = useLocale();
  const { base, highest, speakFor, speakAgainst, most } = toReasons(weights, start);
  return (
    <Section id="reasons" title={t("title")}>
      <p className="prose-measure mb-4 text-muted">
        {t("lead", { base: signedWeight(base, locale), most: signedWeight(highest, locale) })}
      </p>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <Side title={t("for")} weights={speakFor} most={most} />
        <Side title={t("against")} weights={speakAgainst} most={most} />
      </div>
      <ExamplePair examples={examples} base={base} />
    </Section>
  );
}

type SideProps = { readonly title: string; readonly weights: readonly Weight[]; readonly most: number };

function Side({ title, weights, most }: SideProps) {
  const t = useTranslations("engine.reasons");
  const heavy = weights.filter(({ weight }) => Math.abs(weight) >= leastShown);
  const light = weights.slice(heavy.length);
  return (
    <div>
      <h3 className="mb-1 text-sm font-semibold">{title}</h3>
      <Bars weights={heavy} most={most} />
      {light.length > 0 ? (
        <details className="mt-2">
          <summary className="w-fit text-sm text-muted">{t("light", { count: light.length })}</summary>
          <Bars weights={light} most={most} />
        </details>
      ) : null}
    </div>
  );
}

function Bars({ weights, most }: Omit<SideProps, "title">) {
  const locale = useLocale();
  const nameOf = useWeightName();
  return (
    <ul className="hairline-list border-y border-line text-sm">
      {weights.map(({ name, weight }) => (
        <li key={name} className="grid grid-cols-[minmax(0,1fr)_6rem_3rem] items-center gap-x-3 py-1.5">
          <span>{nameOf(name)}</span>
          <span aria-hidden className="h-2 bg-sunken">
            <span
              className={`block h-full ${weight > 0 ? "bg-success" : "bg-danger"}`}
              style={{ width: `${(Math.abs(weight) / most) * 100}%` }}
            />
          </span>
          <span className="text-right tabular-nums">{signedWeight(weight, locale)}</span>
        </li>
      ))}
    </ul>
  );
}
