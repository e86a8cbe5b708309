import { DescriptionList, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import { identityName } from "#lib/identity-name.ts";
import type { Introduction } from "../queries.ts";

/** Who stands on the other side, from mutual consent on; before it, that this is closed. */
export function ContactCard({ introduction }: { readonly introduction: Introduction }) {
  const t = useTranslations("introduction.contact");
  const locale = useLocale();
  const { other, own, side, state } = introduction;
  if (!other) {
    const shown = (side === "asking" ? introduction.asked : introduction.asking)?.reading?.fields.identity;
    const closed = state !== "sent" ? "never" : shown ? "contact" : "identity";
    return (
      <Section id="other-side" title={t("title")}>
        <div className="border-y border-line py-3">
          {shown ? (
            <p className="font-medium">
              <TextLink href={`/organizations/${shown.publicId}`}>
                <OwnWords whole>{identityName(shown, locale)}</OwnWords>
              </TextLink>
            </p>
          ) : null}
          <p className="text-muted">{t(`closed.${closed}`, { side })}</p>
        </div>
      </Section>
    );
  }
  const { name, email, phone } = other.contact;
  const items = [
    ...(name ? [{ key: "name", term: t("name"), detail: <OwnWords>{name}</OwnWords> }] : []),
    ...(email
      ? [
          {
            key: "email",
            term: t("email"),
            detail: (
              <a className="text-link break-all" href={`mailto:${email}`}>
                {email}
              </a>
            ),
          },
        ]
      : []),
    ...(phone
      ? [
          {
            key: "phone",
            term: t("phone"),
            detail: (
              <a className="text-link" href={`tel:${phone.replaceAll(/[^\d+]/g, "")}`}>
                {phone}
              </a>
            ),
          },
        ]
      : []),
    ...(own?.contact.name
      ? [{ key: "own", term: t("own"), detail: <OwnWords>{own.contact.name}</OwnWords> }]
      : []),
  ];
  return (
    <Section id="other-side" title={t("title")}>
      {other.organization ? (
        <p className="mb-2 font-medium">
          <TextLink href={`/organizations/${other.organization.publicId}`}>
            <OwnWords whole>{organizationName(other.organization, locale)}</OwnWords>
          </TextLink>
        </p>
      ) : null}
      <DescriptionList items={items} className="border-y border-line [&>div]:grid-cols-[6rem_1fr]" />
    </Section>
  );
}
