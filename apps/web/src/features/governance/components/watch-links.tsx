import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";

/** What leads on from the list of watch items: the report of the year. */
export async function WatchLinks() {
  const t = await getTranslations("governance.watch");
  return (
    <p className="mb-6">
      <TextLink href="/watch-items/report">{t("report")}</TextLink>
    </p>
  );
}
