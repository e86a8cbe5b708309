import { evaluate } from "@lilink/engine/dated-rules";
import { formatDate, type Locale } from "@lilink/i18n";
import {
  bindingOn,
  type ConditionKind,
  conditionSets,
  type JudgedPlant,
  lapsesOn,
} from "@lilink/model/conditions";
import { Badge } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ownText } from "#features/record/view.ts";
import { type Binding, findSet } from "../queries.ts";
import { type EvidenceOf, textOf, toKnown, verdictTones } from "../view.ts";
import { ConditionTable } from "./condition-table.tsx";

type JudgedKindProps = {
  readonly kind: ConditionKind;
  readonly plant: JudgedPlant;
  readonly binding: Pick<Binding, "sets" | "compared" | "policies" | "named">;
  readonly on: string;
  readonly locale: Locale;
  readonly evidenceOf?: EvidenceOf | undefined;
};

/** One kind of conditions against what a plant states. Where none binds yet, the draft or proposal is tried as a rehearsal. [CN3] [CN4] */
export function JudgedKind({ kind, plant, binding, on, locale, evidenceOf }: JudgedKindProps) {
  const t = useTranslations("condition");
  const inForce = binding.sets.flatMap((days) => {
    const set = findSet(days.id);
    return set ? [{ ...set, ...days }] : [];
  });
  const { verdict, set: bound } = bindingOn(inForce, kind, plant, on, binding.named);
  const set = bound ?? conditionSets.findLast((one) => one.kind === kind && one.from === null);
  if (!set) return null;
  const known = toKnown(set, bound?.policy, binding.compared, locale);
  const policy = binding.policies.find(({ publicId }) => publicId === bound?.policy);
  const lapses = lapsesOn(plant.evidenceUntil);
  return (
    <div className="mb-6">
      <div className="mb-1 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="font-semibold">
          {policy ? ownText({ zh: policy.titleZh, en: policy.titleEn }, locale) : textOf(set.title, locale)}
        </h3>
        <Badge tone={verdictTones[verdict]}>{t(`verdicts.${verdict}`)}</Badge>
        {bound ? null : (
          <Badge tone="info">
            {t("rehearsal", {
              verdict: t(`verdicts.${evaluate(set, plant.facts, on, { asIf: true }).verdict}`),
            })}
          </Badge>
        )}
      </div>
      <p className="mb-2 text-sm text-muted">
        {t(bound ? "boundLead" : verdict === "unregistered" ? "unregisteredLead" : "freeLead", {
          date: formatDate(on, locale),
          reading: t(`reading.${known.key}`, known.params),
        })}
        {plant.evidenceUntil !== null && lapses !== null
          ? ` ${t("evidence", { until: formatDate(plant.evidenceUntil, locale), lapses: formatDate(lapses, locale) })}`
          : null}
      </p>
      <ConditionTable set={set} facts={plant.facts} on={on} locale={locale} evidenceOf={evidenceOf} />
    </div>
  );
}
