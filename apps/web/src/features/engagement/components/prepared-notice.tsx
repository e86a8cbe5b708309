import { NoticeBox } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { organizationName } from "#features/organization/view.ts";

type Given = {
  readonly prepared: {
    readonly name: string;
    readonly body: { readonly nameZh: string; readonly nameEn: string | null };
    readonly handedAt: Date | null;
  };
  /** For the adviser: whose draft it is. */
  readonly client: { readonly name: string; readonly nameEn?: string | undefined } | null;
};

/** Marks a draft that an adviser prepares, for both of its readers. [AV4] */
export function PreparedNotice({ prepared, client }: Given) {
  const t = useTranslations("engagement.draft");
  const locale = useLocale();
  const by = { name: prepared.name, body: organizationName(prepared.body, locale) };
  if (client)
    return (
      <NoticeBox>
        {t("forClient", {
          client: organizationName({ nameZh: client.name, nameEn: client.nameEn ?? null }, locale),
        })}
      </NoticeBox>
    );
  return prepared.handedAt ? (
    <NoticeBox>{t("preparedBy", by)}</NoticeBox>
  ) : (
    <NoticeBox tone="warning">{t("preparing", by)}</NoticeBox>
  );
}
