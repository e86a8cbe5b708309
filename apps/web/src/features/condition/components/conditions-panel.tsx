import { formatDate, type Locale } from "@lilink/i18n";
import { toShanghaiDate } from "@lilink/model/calendar";
import { askedOf, fieldOfFact, type JudgedRegister, lapsesOn } from "@lilink/model/conditions";
import type { Values } from "@lilink/model/register";
import { NoticeBox, Section } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import type { RecordView } from "#features/record/queries.ts";
import { readBinding } from "../queries.ts";
import { JudgedKind } from "./judged-kind.tsx";

type ConditionsPanelProps = {
  readonly register: JudgedRegister;
  readonly values: Values;
  readonly readings: RecordView["shown"]["readings"];
  readonly locale: Locale;
};

/**
 * A plant or recycler judged by what binds today, clause by clause; what it leaves empty is unknown. That its evidence ran out is for
 * everybody, its figures are not. [TR71] [CN3] [CN4]
 */
export async function ConditionsPanel({ register, values, readings, locale }: ConditionsPanelProps) {
  const { kinds, ...plant } = askedOf(register, values);
  const t = await getTranslations("condition");
  const today = toShanghaiDate(new Date());
  const lapses = lapsesOn(plant.evidenceUntil);
  const lapsed =
    lapses !== null && lapses <= today ? (
      <NoticeBox
        tone="danger"
        className="mb-4"
        title={t("lapsedSince", { day: formatDate(lapses, locale) })}
      />
    ) : null;
  if (kinds.length === 0)
    return (
      <Section id="conditions" title={t("judged")}>
        {lapsed}
        <p className="text-sm text-muted">{t("none")}</p>
      </Section>
    );
  // Whoever does not read the figures hears no verdict on them.
  const isRead = Object.keys(plant.facts).length > 0;
  if (!isRead)
    return (
      <Section id="conditions" title={t("judged")}>
        {lapsed}
        <p className="prose-measure text-muted">
          {t("notRead")} <TextLink href="/conditions">{t("toAll")}</TextLink>
        </p>
      </Section>
    );
  const binding = await readBinding();
  return (
    <Section id="conditions" title={t("judged")}>
      {lapsed}
      {kinds.map((kind) => (
        <JudgedKind
          key={kind}
          kind={kind}
          plant={plant}
          binding={binding}
          on={today}
          locale={locale}
          evidenceOf={(fact) => readings[fieldOfFact(register, fact) ?? ""] ?? null}
        />
      ))}
    </Section>
  );
}
