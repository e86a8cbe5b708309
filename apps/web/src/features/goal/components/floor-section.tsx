import { formatDate } from "@lilink/i18n";
import { Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ClientMessages } from "#components/client-messages.tsx";
import type { Floor } from "../queries.ts";
import { FloorForm } from "./floor-form.tsx";

/** From which share of returns figures are judged without care, why, and for officers the way to set it. [PG20] */
export function FloorSection({ percent, reason, decidedAt, maySet }: Floor & { readonly maySet: boolean }) {
  const t = useTranslations("standing.floor");
  const locale = useLocale();
  return (
    <Section id="floor" title={t("title")} fold={`${percent}%`} shut>
      <p className="prose-measure text-muted">{t("now", { percent })}</p>
      {reason && decidedAt ? (
        <p className="mt-1 text-sm text-muted">{`${formatDate(decidedAt, locale)} · ${reason}`}</p>
      ) : null}
      {maySet ? (
        <ClientMessages namespaces={["standing"]}>
          <FloorForm percent={percent} />
        </ClientMessages>
      ) : null}
    </Section>
  );
}
