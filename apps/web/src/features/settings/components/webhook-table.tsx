import type { AppRouter } from "@lilink/api";
import { formatDate } from "@lilink/i18n";
import { Badge, DataTable } from "@lilink/ui";
import type { inferRouterOutputs } from "@trpc/server";
import { useLocale, useTranslations } from "next-intl";
import { EmptyAbove } from "#components/empty-above.tsx";
import { PauseWebhookButton, RemoveWebhookButton } from "./webhook-buttons.tsx";

type Endpoint = inferRouterOutputs<AppRouter>["webhook"]["list"]["endpoints"][number];

export function WebhookTable({ endpoints }: { readonly endpoints: readonly Endpoint[] }) {
  const t = useTranslations("settings.webhooks");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("caption")}
      rows={endpoints}
      rowKey={(row) => row.publicId}
      empty={<EmptyAbove title={t("empty")} form="create" step={t("emptyStep")} />}
      columns={[
        {
          key: "url",
          label: t("url"),
          lead: true,
          cell: (row) => <span className="break-all">{row.url}</span>,
        },
        { key: "created", label: t("created"), cell: (row) => formatDate(row.createdAt, locale) },
        {
          key: "state",
          label: t("stateLabel"),
          cell: (row) =>
            row.portClosed ? (
              <>
                <Badge tone="danger">{t("portClosed")}</Badge>
                <span className="block text-sm text-muted">{t("portClosedHelp")}</span>
              </>
            ) : row.pausedAt ? (
              <Badge tone="warning">{t("paused")}</Badge>
            ) : (
              <Badge tone="success">{t("active")}</Badge>
            ),
        },
        {
          key: "acts",
          acts: true,
          label: t("acts"),
          cell: (row) => (
            <div className="flex flex-wrap gap-2">
              <PauseWebhookButton publicId={row.publicId} paused={row.pausedAt !== null} />
              <RemoveWebhookButton publicId={row.publicId} url={row.url} />
            </div>
          ),
        },
      ]}
    />
  );
}
