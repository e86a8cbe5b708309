import type { AppRouter } from "@lilink/api";
import { formatDate } from "@lilink/i18n";
import { Badge, DataTable } from "@lilink/ui";
import type { inferRouterOutputs } from "@trpc/server";
import { useLocale, useTranslations } from "next-intl";
import { EmptyAbove } from "#components/empty-above.tsx";
import { RevokeKeyButton } from "./revoke-key-button.tsx";

type Key = inferRouterOutputs<AppRouter>["key"]["list"][number];

export function KeyTable({ keys }: { readonly keys: readonly Key[] }) {
  const t = useTranslations("settings.keys");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("caption")}
      rows={keys}
      rowKey={(row) => row.publicId}
      empty={<EmptyAbove title={t("empty")} form="create" step={t("emptyStep")} />}
      columns={[
        {
          key: "name",
          label: t("name"),
          lead: true,
          cell: (row) => (
            <>
              {row.name}
              <code className="block font-mono text-sm font-normal text-muted">{`${row.prefix}…`}</code>
            </>
          ),
        },
        {
          key: "scopes",
          label: t("scopes"),
          cell: (row) => row.scopes.map((scope) => t(`scope.${scope}`)).join(locale === "en" ? ", " : "、"),
        },
        { key: "by", label: t("createdBy"), cell: (row) => row.createdBy },
        { key: "created", label: t("created"), cell: (row) => formatDate(row.createdAt, locale) },
        {
          key: "expires",
          label: t("expires"),
          cell: (row) => (row.expiresAt ? formatDate(row.expiresAt, locale) : t("noExpiry")),
        },
        {
          key: "used",
          label: t("lastUsed"),
          cell: (row) => (row.usedAt ? formatDate(row.usedAt, locale) : t("never")),
        },
        { key: "state", label: t("state"), cell: (row) => <KeyState row={row} /> },
      ]}
    />
  );
}

function KeyState({ row }: { readonly row: Key }) {
  const t = useTranslations("settings.keys");
  if (row.revokedAt) return <Badge tone="danger">{t("revoked")}</Badge>;
  if (row.expired) return <Badge tone="warning">{t("expired")}</Badge>;
  return <RevokeKeyButton publicId={row.publicId} name={row.name} />;
}
