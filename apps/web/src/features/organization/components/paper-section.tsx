import { findDirectoryEntry } from "@lilink/model/organization";
import { Badge, DescriptionList, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";

/** What the paper says of a named body, where, and how sure its name is. */
export function PaperSection({ seedId }: { readonly seedId: string }) {
  const t = useTranslations("organization.detail");
  const locale = useLocale();
  const entry = findDirectoryEntry(seedId);
  if (!entry) return null;
  const inLocale = (text: { readonly zh: string; readonly en: string }) =>
    locale === "en" ? text.en : text.zh;
  const nameNote = { verified: "verifiedName", recalled: "recalled", none: "noName" } as const;
  return (
    <Section id="paper" title={t("paper")}>
      <div className="mb-3 flex flex-wrap gap-1.5">
        <Badge tone={entry.nameConfidence === "verified" ? "success" : "warning"}>
          {t(nameNote[entry.nameConfidence])}
        </Badge>
        {entry.proposed ? <Badge tone="info">{t("proposed")}</Badge> : null}
      </div>
      <DescriptionList
        items={[
          ...(entry.seedSays
            ? [
                {
                  key: "says",
                  term: entry.seedSection ? t("section", { section: entry.seedSection }) : t("paper"),
                  detail: inLocale(entry.seedSays),
                },
              ]
            : [{ key: "says", term: t("paper"), detail: t("recalledEntry") }]),
          { key: "role", term: t("role"), detail: inLocale(entry.role) },
        ]}
      />
    </Section>
  );
}
