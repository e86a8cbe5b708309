import { formatDate } from "@lilink/i18n";
import { Badge, Section, type Tone } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { asLabel } from "#features/posting/view.ts";
import type { EngineVersion } from "../queries.ts";
import { changesNothing } from "../view.ts";
import { EngineDecision } from "./engine-decision.tsx";
import { LearnedFrom } from "./learned-from.tsx";
import { VersionChanges } from "./version-changes.tsx";
import { useVersionName } from "./version-words.ts";
import { WeightChanges } from "./weight-changes.tsx";

const tones: Readonly<Record<EngineVersion["state"], Tone>> = {
  inUse: "success",
  proposed: "info",
  decided: "neutral",
  outdated: "neutral",
};

/** One version: where it comes from, what it changes, and the decision on it. */
export function VersionSection({
  version: { version, state, learned },
  mayDecide,
}: {
  readonly version: EngineVersion;
  readonly mayDecide: boolean;
}) {
  const t = useTranslations("engine");
  const locale = useLocale();
  const nameOf = useVersionName();
  const isIdle = learned !== null && changesNothing(learned.report);
  const isOpen = state === "proposed" || state === "decided";
  return (
    <Section
      id={version}
      title={asLabel(nameOf(version), locale)}
      action={<Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>}
    >
      <p className="mb-3 text-sm text-muted">
        {learned
          ? t("made", {
              at: formatDate(learned.madeAt, locale, "time"),
              version: nameOf(learned.comparedWith),
            })
          : t("byHandNote")}
        {state === "outdated" ? ` ${t("outdatedNote")}` : null}
        {state === "inUse" ? ` ${t("inUseSince")}` : null}
      </p>
      {learned ? (
        <div className="flex flex-col gap-6">
          <LearnedFrom learned={learned.report.learned} />
          <VersionChanges version={nameOf(version)} report={learned.report} />
          <details>
            <summary className="cursor-pointer font-semibold">{t("weights.show")}</summary>
            <p className="my-2 text-sm text-muted">{t("weights.help")}</p>
            <WeightChanges version={nameOf(version)} weights={learned.report.weights} />
          </details>
        </div>
      ) : null}
      {isOpen && isIdle ? <p className="mt-4">{t("nothingToDecide")}</p> : null}
      {isOpen && mayDecide && !isIdle ? (
        <EngineDecision version={version} name={nameOf(version)} mayKeep={state === "proposed"} />
      ) : null}
      {state === "proposed" && !mayDecide && !isIdle ? <p className="mt-4">{t("decide.secretary")}</p> : null}
    </Section>
  );
}
