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
      {entry.proposed ? (
        <div className="mb-3">
          <Badge tone="info">{t("proposed")}</Badge>
        </div>
      ) : null}
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
          // How sure its name is, which the paper does not say.
          { key: "name", term: t("nameTerm"), detail: t(nameNote[entry.nameConfidence]) },
        ]}
      />
    </Section>
  );
}
