"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
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
  const [count, setCount] = useState(0);
  // The ticks stand in the rows of the table, outside of the form that they belong to.
  useEffect(() => {
    const recount = () => setCount(form.current ? new FormData(form.current).getAll("posting").length : 0);
    recount();
    document.addEventListener("change", recount);
    return () => document.removeEventListener("change", recount);
  }, []);
  const each = async (run: (publicId: string) => Promise<unknown>) => {
    if (!form.current) return;
    for (const value of new FormData(form.current).getAll("posting")) await run(String(value));
    form.current?.reset();
    setCount(0);
  };
  return (
    <form
      ref={form}
      id={bulkForm}
      className="no-print mb-3 flex flex-wrap items-center gap-3 text-sm text-muted"
    >
      <span aria-live="polite">{t("lead", { count })}</span>
      <Button
        size="sm"
        pending={pending}
        disabled={count === 0}
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
        disabled={count === 0}
        title={t("closeTitle")}
        body={t("closeBody")}
        run={() => each((publicId) => client.posting.close.mutate({ publicId }))}
        done={t("closed")}
      />
    </form>
  );
}
