import { formatDate } from "@lilink/i18n";
import { stressLinks } from "@lilink/model/supply";
import { DataTable, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { LinkOutcome } from "#features/supply/components/link-outcome.tsx";
import type { Meeting } from "../queries.ts";

/** What was frozen for a meeting: it says on the day of the meeting what it said when it was kept. [ME8] */
export function KeptList({ kept }: { readonly kept: Meeting["kept"] }) {
  const t = useTranslations("meeting.kept");
  const supply = useTranslations("supply");
  const locale = useLocale();
  const { health, scenarios } = kept;
  if (!health && scenarios.length === 0) return null;
  return (
    <Section id="kept" title={t("title")}>
      {health ? (
        <p className="mb-3">
          <TextLink href={`/chain/health?run=${health.run}`}>
            {t("health", { period: health.period })}
          </TextLink>
        </p>
      ) : null}
      {scenarios.length > 0 ? (
        <DataTable
          caption={supply("scenarios")}
          rows={scenarios}
          rowKey={({ publicId }) => publicId}
          columns={[
            {
              key: "name",
              label: supply("scenario"),
              lead: true,
              cell: ({ name }) => <OwnWords>{name}</OwnWords>,
            },
            { key: "on", label: supply("keptOn"), cell: ({ keptAt }) => formatDate(keptAt, locale) },
            ...stressLinks.map((link) => ({
              key: link,
              label: supply(`links.${link}`),
              cell: ({ result }: (typeof scenarios)[number]) => <LinkOutcome result={result} link={link} />,
            })),
          ]}
        />
      ) : null}
    </Section>
  );
}
