import { Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QuotaTable } from "#features/quota/components/quota-table.tsx";
import { readQuotas } from "#features/quota/queries.ts";
import { percentOf, toGroups } from "#features/quota/view.ts";
import { requireMember } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.section"))("quotas") };
}

export default async function QuotasPage() {
  await requireMember("/settings/quotas");
  const [t, { quotas }] = await Promise.all([getTranslations("quota"), orNotFound(readQuotas())]);
  const { near, groups } = toGroups(quotas);
  return (
    <>
      <Section id="quotas" title={t("title")}>
        <p className="prose-measure mb-3 text-muted">{t("lead")}</p>
        {near.length > 0 ? (
          <QuotaTable caption={t("near")} quotas={near} />
        ) : (
          <p className="border-y border-line py-3">{t("nearNone")}</p>
        )}
      </Section>
      {groups.map(({ group, quotas: [fullest, ...others] }) =>
        fullest ? (
          <Section
            key={group}
            id={group}
            title={t(`group.${group}`)}
            fold={fullest.used === 0 ? t("unused") : t("fullest", { percent: percentOf(fullest) })}
          >
            <QuotaTable caption={t(`group.${group}`)} quotas={[fullest, ...others]} />
          </Section>
        ) : null,
      )}
    </>
  );
}
