import type { AppRouter } from "@lilink/api";
import { formatDate } from "@lilink/i18n";
import { Badge, DataTable } from "@lilink/ui";
import type { inferRouterOutputs } from "@trpc/server";
import { useLocale, useTranslations } from "next-intl";
import { ReplayButton } from "./webhook-buttons.tsx";

type Delivery = inferRouterOutputs<AppRouter>["webhook"]["list"]["deliveries"][number];

const tones = { waiting: "warning", sent: "success", dead: "danger" } as const;

/** The last events, with what the receiver answered. */
export function DeliveryTable({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  const t = useTranslations("settings.webhooks");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("deliveries")}
      rows={deliveries}
      rowKey={(row) => row.id}
      empty={<p className="text-muted">{t("noDeliveries")}</p>}
      columns={[
        {
          key: "kind",
          label: t("event"),
          lead: true,
          cell: (row) => (
            <>
              <code className="font-mono">{row.kind}</code>
              <code className="block font-mono text-sm font-normal text-muted">{row.subjectId}</code>
            </>
          ),
        },
        { key: "url", label: t("url"), cell: (row) => <span className="break-all">{row.url}</span> },
        { key: "at", label: t("at"), cell: (row) => formatDate(row.createdAt, locale, "time") },
        {
          key: "state",
          label: t("stateLabel"),
          cell: (row) => <Badge tone={tones[row.state]}>{t(`state.${row.state}`)}</Badge>,
        },
        { key: "attempts", label: t("attempts"), cell: (row) => row.attempts },
        {
          key: "answer",
          label: t("answer"),
          cell: (row) => row.status ?? t(row.portClosed ? "portClosed" : "noAnswer"),
        },
        {
          key: "replay",
          label: t("acts"),
          cell: (row) => (row.state === "waiting" ? null : <ReplayButton id={row.id} />),
        },
      ]}
    />
  );
}
