import { DescriptionList, PageHeader } from "@lilink/ui";
import { useTranslations } from "next-intl";

const parts = [
  "software",
  "chain",
  "lithium",
  "customs",
  "provinces",
  "words",
  "days",
  "icons",
  "charts",
  "codes",
  "fonts",
] as const;

/** What the platform ships, each with its licence. */
export function LicencePage() {
  const t = useTranslations("home.licences");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <DescriptionList
        items={parts.map((part) => ({ key: part, term: t(part), detail: t(`${part}Body`) }))}
      />
    </>
  );
}
