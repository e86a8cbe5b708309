import type { OrganizationSize } from "@lilink/model/organization";
import { DescriptionList, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { conceptName, organizationName } from "../view.ts";

export type InsideProfile = {
  readonly codeScheme: string | null;
  readonly code: string | null;
  readonly codeFlags: readonly string[];
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly size: OrganizationSize | null;
  readonly offers: readonly string[];
  readonly needs: readonly string[];
  readonly group: { readonly nameZh: string; readonly nameEn: string | null } | null;
};

/** What an organization keeps beyond its directory entry. */
export function InsideSection({ profile }: { readonly profile: InsideProfile }) {
  const t = useTranslations("organization");
  const locale = useLocale();
  const list = (ids: readonly string[]) =>
    ids.map((id) => conceptName(id, locale)).join(locale === "en" ? ", " : "、");
  const contact = [profile.contactName, profile.contactEmail, profile.contactPhone]
    .filter(Boolean)
    .join(" · ");
  const items = [
    {
      key: "code",
      term: t("detail.code"),
      detail: profile.code ? <span className="font-mono">{profile.code}</span> : "",
    },
    { key: "contact", term: t("detail.contact"), detail: contact },
    { key: "size", term: t("detail.size"), detail: profile.size ? t(`size.${profile.size}`) : "" },
    { key: "offers", term: t("detail.offers"), detail: list(profile.offers) },
    { key: "needs", term: t("detail.needs"), detail: list(profile.needs) },
    {
      key: "group",
      term: t("detail.group"),
      detail: profile.group ? organizationName(profile.group, locale) : "",
    },
  ].filter(({ detail }) => detail !== "");
  if (items.length === 0) return null;
  return (
    <Section id="inside" title={t("detail.inside")}>
      <DescriptionList items={items} />
    </Section>
  );
}
