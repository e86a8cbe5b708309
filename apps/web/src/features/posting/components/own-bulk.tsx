"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { bulkForm } from "./bulk-form.ts";

const renewedDays = 180;

/** Acts on every ticked posting, one after the other; what one of them refuses stops the rest and is said. */
export function OwnBulk() {
  const t = useTranslations("posting.own.bulk");
  const client = useTRPCClient();
  const form = useRef<HTMLFormElement>(null);
  const { pending, act } = useAct();
  const each = async (run: (publicId: string) => Promise<unknown>) => {
    if (!form.current) return;
    for (const value of new FormData(form.current).getAll("posting")) await run(String(value));
    form.current?.reset();
  };
  return (
    <form
      ref={form}
      id={bulkForm}
      className="no-print mb-3 flex flex-wrap items-center gap-3 text-sm text-muted"
    >
      <span>{t("lead")}</span>
      <Button
        size="sm"
        pending={pending}
        onClick={() =>
          act(
            () => each((publicId) => client.posting.renew.mutate({ publicId, validDays: renewedDays })),
            t("renewed", { days: renewedDays }),
          )
        }
      >
        {t("renew", { days: renewedDays })}
      </Button>
      <ConfirmDialog
        label={t("close")}
        title={t("closeTitle")}
        body={t("closeBody")}
        run={() => each((publicId) => client.posting.close.mutate({ publicId }))}
        done={t("closed")}
      />
    </form>
  );
}
