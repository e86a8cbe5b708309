"use client";

import type { AppRouter } from "@lilink/api";
import { Button, DataTable } from "@lilink/ui";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Row = inferRouterOutputs<AppRouter>["emergency"]["postings"][number];

/** The postings of the organization that was opened; each reading is one press and one line in its owner's log. */
export function EmergencyPostings({
  publicId,
  rows,
}: {
  readonly publicId: string;
  readonly rows: readonly Row[];
}) {
  const t = useTranslations("operation.emergency");
  const client = useTRPCClient();
  const [shown, setShown] = useState<string | null>(null);
  const { pending, act } = useAct();
  const read = (posting: string) =>
    act(async () => {
      const { content } = await client.emergency.read.mutate({ publicId, posting });
      setShown(JSON.stringify(content, null, 2));
    });
  const close = () => act(() => client.emergency.close.mutate({ publicId }), t("closed"));
  return (
    <div className="flex flex-col gap-4">
      <DataTable
        caption={t("postings")}
        rows={rows}
        rowKey={(row) => row.publicId}
        columns={[
          { key: "id", label: t("posting"), lead: true, cell: (row) => <code>{row.publicId}</code> },
          { key: "concept", label: t("concept"), cell: (row) => row.concept ?? "" },
          {
            key: "read",
            label: "",
            head: <span className="sr-only">{t("read")}</span>,
            align: "end",
            cell: (row) => (
              <Button size="sm" pending={pending} onClick={() => void read(row.publicId)}>
                {t("read")}
              </Button>
            ),
          },
        ]}
      />
      {shown ? <pre className="overflow-x-auto rounded-md bg-sunken p-4 text-sm">{shown}</pre> : null}
      <Button pending={pending} className="self-start" onClick={() => void close()}>
        {t("close")}
      </Button>
    </div>
  );
}
